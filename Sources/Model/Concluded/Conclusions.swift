import Basics

/// All that a run concludes about change: group figures to publish, and private series.
///
/// Everything that names one case stands under `families`; the rest are figures of groups.
public struct Conclusions: Sendable {
    public var asOf: CalendarDate
    /// The groups that figures refer to by index; `all` first, then by programme, municipality
    /// and team in byte order, a sum before its parts.
    public var groups: [Group] = []
    /// The scales and informants that figures refer to by index.
    public var measures: [Measure] = []
    /// Change by group, measure and horizon, in that order.
    public var changes: [GroupChange] = []
    /// Outcomes of the change theories by group, in the order of the definitions.
    public var outcomes: [OutcomeFigure] = []
    /// How many targets were compared with an interval.
    public var targetsTested = 0
    /// Parents' and children's change side by side, by group and horizon.
    public var sides: [SidesFigure] = []
    /// The SDQ's added value, by group.
    public var addedValues: [AddedValueFigure] = []
    /// How well the raters of one child agree, by group.
    public var raters: [RaterAgreement] = []
    /// Who outgrew a scale and went on with another, by group and horizon.
    public var formChanges: [FormChangeFigure] = []
    /// Measurements due and done, by group and line of the schedule.
    public var adherence: [AdherenceFigure] = []
    /// Control charts over months, by group.
    public var monthly: [MonthlySeries] = []
    /// Small units compared, one funnel a measure.
    public var funnels: [FunnelFigure] = []
    public var phases: [PhaseFigure] = []
    public var exits: [ExitFigure] = []
    public var goals: [GoalFigure] = []
    /// Staff's ratings of core elements and of their cooperation, by group.
    public var ratedElements: [RatedElementFigure] = []
    /// Assessments and values that were not used, by reason.
    public var unused: [UnusedCount] = []
    /// Programmes in the cases that have no definition, in byte order.
    public var undefinedProgrammes: [String] = []
    /// How many cases start after the as-of date and are left out.
    public var casesNotStarted = 0
    /// What is known of single families: private.
    public var families = Families()
    public var findings: [Finding] = []

    /// Makes empty conclusions.
    public init(asOf: CalendarDate) {
        self.asOf = asOf
    }
}

/// A set of cases: everything, a programme, a municipality in it, or a team in that.
public struct Group: Sendable, Hashable {
    /// Nothing where the programmes are summed over.
    public var programme: String?
    /// Nothing where the municipalities are summed over.
    public var municipality: String?
    /// Nothing where the teams are summed over.
    public var team: String?
    /// Cases that have started by the as-of date.
    public var cases = 0
    /// Those of them that are open on the as-of date.
    public var open = 0
    /// Persons in the cases; one who has several cases counts once.
    public var people = 0

    /// Makes a group of the names that hold it together.
    public init(programme: String? = nil, municipality: String? = nil, team: String? = nil) {
        self.programme = programme
        self.municipality = municipality
        self.team = team
    }

    /// How finely the group is cut.
    public var level: Level {
        if team != nil { return .team }
        if municipality != nil { return .municipality }
        return programme == nil ? .all : .programme
    }

    /// How finely groups are cut.
    public enum Level: UInt8, Sendable, Hashable, CaseIterable {
        case all
        case programme
        case municipality
        case team
    }
}

/// A scale as one kind of informant fills it in; never averaged over informants.
public struct Measure: Sendable, Hashable {
    /// Index among the instruments of the run.
    public var instrument: Int
    /// Index among the instrument's scales.
    public var scale: Int
    /// The full name of the scale, such as `sdq.total`.
    public var scaleName: String
    /// The informant as coded, such as `parent`.
    public var informant: String
    public var better: Better
    public var judgement: Judgement

    /// Makes a measure.
    public init(
        instrument: Int, scale: Int, scaleName: String, informant: String, better: Better,
        judgement: Judgement
    ) {
        self.instrument = instrument
        self.scale = scale
        self.scaleName = scaleName
        self.informant = informant
        self.better = better
        self.judgement = judgement
    }
}

/// What a change beyond the scale's threshold may be called.
public enum Judgement: String, Sendable, Hashable, CaseIterable {
    /// Reliable change, from a published number of points or Jacobson and Truax (1991).
    case reliable
    /// Moved by a declared step: never called reliable.
    case moved
    /// A minimal important difference: never called reliable.
    case minimalImportantDifference
    /// No rule is declared: nobody is called improved.
    case none
}

/// A number with its interval; an end is nothing where it cannot be computed.
public struct Estimate: Sendable, Hashable {
    public var value: Double
    // Infinity stands for nothing: it takes no further room, and equals itself.
    private var lowest: Double
    private var highest: Double

    /// Makes an estimate; the ends are finite.
    public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        lowest = low ?? .infinity
        highest = high ?? .infinity
    }

    /// The lower end.
    public var low: Double? {
        get { lowest == .infinity ? nil : lowest }
        set { lowest = newValue ?? .infinity }
    }

    /// The upper end.
    public var high: Double? {
        get { highest == .infinity ? nil : highest }
        set { highest = newValue ?? .infinity }
    }
}

/// The least and greatest that a share could be, were the missing known.
public struct Bounds: Sendable, Hashable {
    public var low: Double
    public var high: Double

    /// Makes bounds.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

/// How many assessments of an instrument were not used, for one reason.
public struct UnusedCount: Sendable, Hashable {
    public var instrument: String
    public var reason: Reason
    public var count: Int

    /// Why an assessment does not count.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case afterAsOf = "after-as-of"
        case beforeBirth = "before-birth"
        case longBeforeStart = "more-than-90-days-before-start"
        case caseNotStarted = "case-not-started"
    }

    /// Makes a count.
    public init(instrument: String, reason: Reason, count: Int) {
        self.instrument = instrument
        self.reason = reason
        self.count = count
    }
}
