import Basics

/// A programme as declared: whom it is for, what it promises and when, how it is measured.
public struct Programme: Sendable, Hashable {
    /// Kebab-case; the name of the definition's file and the value in `cases.csv`.
    public var name: String
    public var title: LocalizedText
    public var targetGroup: LocalizedText
    /// Publications by the short key that the definition cites.
    public var sources: [SourceNote]
    /// The windows in which measurements count; the defaults unless the definition says else.
    public var timing: Timing
    public var phases: [Phase]
    /// What the programme is for, beyond its outcomes.
    public var aims: [LocalizedText]
    /// The change theory, in the order in which it is read.
    public var outcomes: [Outcome]
    public var schedule: [ScheduleLine]
    public var parentsAndChildren: ComparedSides?
    public var goalRules: GoalRules
    public var exitCriteria: [ExitCriterion]
    public var coreElements: [RatedElement]
    /// Principles of the staff's cooperation, rated by staff.
    public var relationalCapacity: [RatedElement]
    public var evidenceRating: EvidenceRating?
    public var costs: [CostFigure]
    /// What the axes of the progression wheel are called here, `w1` first.
    public var wheelAxes: [WheelAxis]

    /// Makes a programme that promises nothing yet.
    public init(name: String, title: LocalizedText, targetGroup: LocalizedText) {
        self.name = name
        self.title = title
        self.targetGroup = targetGroup
        sources = []
        timing = .standard
        phases = []
        aims = []
        outcomes = []
        schedule = []
        goalRules = GoalRules()
        exitCriteria = []
        coreElements = []
        relationalCapacity = []
        costs = []
        wheelAxes = []
    }
}

/// Where a statement in a definition comes from: the programme's own description, or us.
public enum Reading: String, Sendable, Hashable, CaseIterable {
    /// The programme's description says so.
    case source
    /// Our interpretation where the description is silent; reports say so.
    case ours
}

/// A span of time between two phases or follow-ups, in weeks.
public struct WeekRange: Sendable, Hashable {
    public var from: Int
    public var through: Int

    /// Makes a span, both ends included.
    public init(from: Int, through: Int) {
        self.from = from
        self.through = through
    }
}

/// A stretch of a programme.
public struct Phase: Sendable, Hashable {
    /// The value in the column `phase` of `cases.csv`.
    public var name: String
    public var title: LocalizedText
    /// How many weeks it lasts.
    public var weeks: WeekRange
    /// Whether it may be gone through again.
    public var mayRepeat: Bool
    public var reading: Reading
    /// A contact with the family after the phase, if one is promised.
    public var contactAfter: LaterContact?

    /// A contact that is due some months after a phase has ended.
    public struct LaterContact: Sendable, Hashable {
        public var months: Int
        public var title: LocalizedText

        /// Makes a contact.
        public init(months: Int, title: LocalizedText) {
            self.months = months
            self.title = title
        }
    }

    /// Makes a phase.
    public init(
        name: String, title: LocalizedText, weeks: WeekRange, mayRepeat: Bool = false,
        reading: Reading = .source, contactAfter: LaterContact? = nil
    ) {
        self.name = name
        self.title = title
        self.weeks = weeks
        self.mayRepeat = mayRepeat
        self.reading = reading
        self.contactAfter = contactAfter
    }
}

/// An axis of the progression wheel.
public struct WheelAxis: Sendable, Hashable {
    /// The instrument whose first items are the axes.
    public static let instrument = "wheel"

    /// Kebab-case: outcomes name the axis's scale as `wheel.<name>`.
    public var name: String
    public var title: LocalizedText

    /// Makes an axis.
    public init(name: String, title: LocalizedText) {
        self.name = name
        self.title = title
    }
}

/// A part of the method that staff rate in `indicators.csv`, such as a core element.
public struct RatedElement: Sendable, Hashable {
    /// Kebab-case; the indicator is named `<prefix>.<name>`: `fidelity.…` or `relation.…`.
    public var name: String
    public var title: LocalizedText
    /// The indicator that holds its ratings.
    public var indicator: String

    /// Makes an element.
    public init(name: String, title: LocalizedText, indicator: String) {
        self.name = name
        self.title = title
        self.indicator = indicator
    }
}
