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
        /// At least this share (0 to 1) must be answered; the mean is over those answered.
        case meanOfAnsweredShare(atLeast: Ratio)
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

    /// Makes a rule.
    public init(
        parts: Parts, partsByInformant: [Int: Parts] = [:], combine: Combine = .sum,
        missing: Missing = .allRequired, reversed: Set<Int> = [], recode: [Int16] = [],
        times: Int = 1
    ) {
        self.parts = parts
        self.partsByInformant = partsByInformant
        self.combine = combine
        self.missing = missing
        self.reversed = reversed
        self.recode = recode
        self.times = times
    }
}
