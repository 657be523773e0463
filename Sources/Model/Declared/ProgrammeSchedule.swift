import Basics

/// A line of the measurement schedule: which instrument, by whom, how often.
public struct ScheduleLine: Sendable, Hashable {
    /// Kebab-case; unique in its programme.
    public var name: String
    public var title: LocalizedText
    /// The instrument's name, such as `sdq`; nothing where the program reads none of it.
    public var instrument: String?
    /// Informants as coded, of whom each gives one measurement a point; empty for whoever fills
    /// it in, which counts once a family.
    public var informants: [String]
    public var rhythm: Rhythm
    public var reading: Reading

    /// How often something is measured.
    public enum Rhythm: Sendable, Hashable {
        case atStart
        case atEnd
        case weeks(Int)
        case months(Int)
        /// At every session; what is due is then a gap in the session numbers.
        case eachSession
    }

    /// Makes a line.
    public init(
        name: String, title: LocalizedText, instrument: String?, informants: [String] = [],
        rhythm: Rhythm, reading: Reading = .source
    ) {
        self.name = name
        self.title = title
        self.instrument = instrument
        self.informants = informants
        self.rhythm = rhythm
        self.reading = reading
    }
}

/// How many goals a family has at a time, and how often they are looked at.
public struct GoalRules: Sendable, Hashable {
    public var openAtMost: Int
    /// Weeks between follow-ups, at least and at most, where the programme says.
    public var followUpWeeks: WeekRange?

    /// Makes rules.
    public init(openAtMost: Int = 3, followUpWeeks: WeekRange? = nil) {
        self.openAtMost = openAtMost
        self.followUpWeeks = followUpWeeks
    }
}

/// What must be in place before a case is closed.
public struct ExitCriterion: Sendable, Hashable {
    public var name: String
    public var title: LocalizedText
    public var test: Test
    public var reading: Reading

    /// How a criterion is found met.
    public enum Test: Sendable, Hashable {
        /// Every goal that was not dropped is reached.
        case goalsReached
        /// The newest value of the indicator meets the rule.
        case indicator(IndicatorEvidence)
        /// The newest score of every person on each named scale lies outside the clinical range.
        case functionalOn(scales: [String])
    }

    /// Makes a criterion.
    public init(name: String, title: LocalizedText, test: Test, reading: Reading = .ours) {
        self.name = name
        self.title = title
        self.test = test
        self.reading = reading
    }
}

/// How well a programme is documented, A (best) to D, as its description says.
public struct EvidenceRating: Sendable, Hashable {
    /// What is rated, in order, with its letter.
    public var ratings: [Rating]
    public var source: String

    /// One letter.
    public struct Rating: Sendable, Hashable {
        public var title: LocalizedText
        public var letter: String

        /// Makes a rating.
        public init(title: LocalizedText, letter: String) {
            self.title = title
            self.letter = letter
        }
    }

    /// Makes ratings from a source.
    public init(ratings: [Rating], source: String) {
        self.ratings = ratings
        self.source = source
    }
}

/// An amount from a programme's cost assessment.
public struct CostFigure: Sendable, Hashable {
    /// What the amount is for.
    public enum Per: String, Sendable, Hashable, CaseIterable {
        case month
        case year
        case family
        case familyAndMonth = "family-and-month"
        /// Not an amount: how many families a year.
        case familiesAYear = "families-a-year"
        /// Not an amount: how many months a family stays.
        case monthsAFamily = "months-a-family"
    }

    /// Which period was assessed, such as `whole-period` or `2019`.
    public var period: String
    public var per: Per
    /// Kroner, or a number of families or months.
    public var amount: Sourced<Ratio>

    /// Makes a figure.
    public init(period: String, per: Per, amount: Sourced<Ratio>) {
        self.period = period
        self.per = per
        self.amount = amount
    }
}
