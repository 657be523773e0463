import Basics

/// How answers or other scales become one score: a closed vocabulary, never an expression.
public struct ScoringRule: Sendable, Hashable {
    /// What is combined.
    public enum Parts: Sendable, Hashable {
        /// Indices of items.
        case items([Int])
        /// Indices of scales declared before this one.
        case scales([Int])
    }

    /// What the parts become.
    public enum Combine: String, Sendable, Hashable, CaseIterable {
        case sum
        case mean
    }

    /// What happens when answers are missing.
    public enum Missing: Sendable, Hashable {
        /// Every part must be there.
        case allRequired
        /// At least so many must be answered; then the sum is count × mean, rounded half up.
        case prorateHalfUp(atLeast: Int)
        /// At least so many must be answered; then the sum is count × mean, exactly.
        case prorateExact(atLeast: Int)
        /// At least so many must be answered; the mean is over those answered.
        case meanOfAnswered(atLeast: Int)
        /// At least this share (0 to 1) of the parts that the file has must be answered; the mean
        /// is over those answered.
        case meanOfAnsweredShare(atLeast: Ratio)
        /// As many as the form says may be missing; the total is then sometimes adjusted.
        case adjustForOmissions(Adjustment)
    }

    /// When a total with omitted items becomes total + (total ÷ answered) × omitted, exactly.
    public struct Adjustment: Sendable, Hashable {
        /// The least number of omitted items that calls for an adjustment.
        public var omitted: Int
        /// Adjusts only a total at most so many points from the form's cut-off; nothing: always.
        public var nearCutOff: Int?

        /// Makes an adjustment.
        public init(omitted: Int, nearCutOff: Int? = nil) {
            self.omitted = omitted
            self.nearCutOff = nearCutOff
        }
    }

    /// An answer that settles the score, such as "no difficulties" for the impact.
    public struct Gate: Sendable, Hashable {
        /// Index of the item.
        public var item: Int
        public var answer: Int16
        public var score: Int32

        /// Makes a gate.
        public init(item: Int, answer: Int16, score: Int32) {
            self.item = item
            self.answer = answer
            self.score = score
        }
    }

    /// Marks beside the answers, each worth some points, such as a parent's concern.
    public struct Marks: Sendable, Hashable {
        /// Indices of items, one for each part.
        public var items: [Int]
        /// What an answer of 1 is worth.
        public var points: Int

        /// Makes marks.
        public init(items: [Int], points: Int) {
            self.items = items
            self.points = points
        }
    }

    public var parts: Parts
    /// Other parts for some informants: the teacher's impact has three items.
    public var partsByInformant: [Int: Parts]
    public var combine: Combine
    public var missing: Missing
    /// Items whose answers count from the other end.
    public var reversed: Set<Int>
    /// What an answer counts for, by answer from the lowest; empty where it counts as it is.
    public var recode: [Int16]
    /// What the result is multiplied by.
    public var times: Int
    /// The item that may hold the total instead of all the parts; both or some parts: no score.
    public var orTotal: Int?
    /// The item that holds the score as the file gives it, which counts where no part is answered
    /// and is passed over where one is.
    public var elseTotal: Int?
    public var gate: Gate?
    public var marks: Marks?
    /// The greatest answer of this edition, where the item takes more; above it is missing.
    public var highestAnswer: Int16?

    /// Makes a rule.
    public init(
        parts: Parts, partsByInformant: [Int: Parts] = [:], combine: Combine = .sum,
        missing: Missing = .allRequired, reversed: Set<Int> = [], recode: [Int16] = [],
        times: Int = 1, orTotal: Int? = nil, elseTotal: Int? = nil, gate: Gate? = nil,
        marks: Marks? = nil, highestAnswer: Int16? = nil
    ) {
        self.parts = parts
        self.partsByInformant = partsByInformant
        self.combine = combine
        self.missing = missing
        self.reversed = reversed
        self.recode = recode
        self.times = times
        self.orTotal = orTotal
        self.elseTotal = elseTotal
        self.gate = gate
        self.marks = marks
        self.highestAnswer = highestAnswer
    }
}
