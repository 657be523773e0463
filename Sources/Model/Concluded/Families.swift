import Basics

/// What is known of single families: private, never published.
public struct Families: Sendable {
    /// Every assessment that counts, gathered into strands, sorted by case.
    public var strands = Strands()
    /// Every series with its baseline, follow-ups and change; a case's rows stand together.
    public var series = SeriesTable()
    /// The status of each outcome for each case of a defined programme, a case's together.
    public var outcomes: [FamilyOutcome] = []
    public var notOnTrack: [Alert] = []
    /// What is due in the month after the as-of date.
    public var dueNext: [DueMeasurement] = []
    public var exits: [FamilyExit] = []
    public var phases: [FamilyPhase] = []
    /// Persons known in several cases.
    public var courses: [Course] = []

    /// Makes empty tables.
    public init() {}
}

/// The assessments of one person by one informant with one edition, in order of date.
///
/// The dates and scores stay where they are, in `ScoredAssessments`; a strand only points.
public struct Strands: Sendable {
    /// Index of the case.
    public var cases: [Int32] = []
    /// Index of the person.
    public var persons: [Int32] = []
    /// Index among the instruments of the run.
    public var instruments: [Int16] = []
    public var editions: [UInt8] = []
    /// Index among the instrument's informants, or `AssessmentBatch.noCode`.
    public var informants: [UInt8] = []
    /// Where each strand's rows begin in `rows`; one more than there are strands.
    public var starts: [Int32] = [0]
    /// Rows of the instrument's `ScoredAssessments`, by date within a strand.
    public var rows: [Int32] = []

    /// Makes an empty table.
    public init() {}

    /// How many strands there are.
    public var count: Int { cases.count }

    /// The positions in `rows` of a strand's assessments.
    public func range(_ strand: Int) -> Range<Int> {
        Int(starts[strand])..<Int(starts[strand + 1])
    }
}

/// Series in columns: a case, a person, a scale and an informant, with at least one score.
public struct SeriesTable: Sendable {
    /// What stands for no row.
    public static let none: Int32 = -1

    public var cases: [Int32] = []
    public var persons: [Int32] = []
    /// Index among the measures.
    public var measures: [Int16] = []
    /// Index among the strands.
    public var strands: [Int32] = []
    /// The row of the baseline, or `none`.
    public var baselines: [Int32] = []
    /// The row of the follow-up at each horizon, or `none`: three a series.
    public var followUps: [Int32] = []
    /// Three a series.
    public var standings: [Standing] = []
    /// Three a series.
    public var classes: [ChangeClass] = []
    /// Three a series.
    public var clinical: [ClinicalClass] = []

    /// Makes an empty table.
    public init() {}

    /// How many series there are.
    public var count: Int { cases.count }

    /// Finds each case's rows, by case.
    public func rangesByCase() -> [Int32: Range<Int>] {
        var ranges: [Int32: Range<Int>] = [:]
        var from = 0
        for index in 0..<count where index + 1 == count || cases[index + 1] != cases[index] {
            ranges[cases[index]] = from..<index + 1
            from = index + 1
        }
        return ranges
    }
}

/// Where one family stands with one outcome.
public struct FamilyOutcome: Sendable, Hashable {
    public var caseIndex: Int32
    /// Index among the programme's outcomes.
    public var outcome: Int16
    public var status: OutcomeStatus

    /// Makes a status.
    public init(caseIndex: Int32, outcome: Int16, status: OutcomeStatus) {
        self.caseIndex = caseIndex
        self.outcome = outcome
        self.status = status
    }
}

/// A reason to look at a family now.
public struct Alert: Sendable, Hashable {
    public var caseIndex: Int32
    /// Index of the person, or -1 when it concerns the family.
    public var person: Int32
    public var reason: Reason
    public var date: CalendarDate

    /// The rules, none of which needs a proprietary curve.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case allianceLow = "srs-low"
        case allianceFallen = "srs-fallen"
        case wellbeingFallen = "ors-fallen"
        case noGainByFourthSession = "no-gain-by-session-4"
        case noGainByEighthSession = "no-gain-by-session-8"
        /// Not an alarm: no rise is to be expected, so the family is listed apart.
        case startsAboveCutOff = "first-ors-above-cut-off"
        case withdrawalNotRepeated = "adbb-not-repeated"
        case socialEmotionalConcern = "asq-se-at-cut-off"
        case difficultiesWorse = "sdq-worse"
        case measurementLate = "measurement-late"
        case goalOverdue = "goal-overdue"
        case tooManyGoals = "too-many-goals"
        case goalFollowUpLate = "goal-follow-up-late"
        case phaseOverTime = "phase-over-time"
        case contactDue = "contact-due"
    }

    /// Makes an alert.
    public init(caseIndex: Int32, person: Int32, reason: Reason, date: CalendarDate) {
        self.caseIndex = caseIndex
        self.person = person
        self.reason = reason
        self.date = date
    }
}

/// A measurement that falls due next month.
public struct DueMeasurement: Sendable, Hashable {
    public var caseIndex: Int32
    /// Index of the person, or -1 where the schedule does not say who.
    public var person: Int32
    public var programme: String
    /// Index among the programme's schedule lines.
    public var line: Int
    public var instrument: String
    public var due: CalendarDate
    /// The first and last day that count as on time.
    public var opens: CalendarDate
    public var closes: CalendarDate

    /// Makes a line of the list.
    public init(
        caseIndex: Int32, person: Int32, programme: String, line: Int, instrument: String,
        due: CalendarDate, opens: CalendarDate, closes: CalendarDate
    ) {
        self.caseIndex = caseIndex
        self.person = person
        self.programme = programme
        self.line = line
        self.instrument = instrument
        self.due = due
        self.opens = opens
        self.closes = closes
    }
}

/// Whether one case meets one exit criterion.
public struct FamilyExit: Sendable, Hashable {
    public var caseIndex: Int32
    public var criterion: Int16
    /// Nothing where it is not known.
    public var isMet: Bool?
    public var isClosed: Bool

    /// Makes a result.
    public init(caseIndex: Int32, criterion: Int16, isMet: Bool?, isClosed: Bool) {
        self.caseIndex = caseIndex
        self.criterion = criterion
        self.isMet = isMet
        self.isClosed = isClosed
    }
}

/// Where one open case stands in its programme's phases.
public struct FamilyPhase: Sendable, Hashable {
    public var caseIndex: Int32
    /// The phase recorded, or nothing.
    public var recorded: Int?
    /// The phase by the week ranges alone.
    public var expected: Int?
    public var weeks: Int
    public var isOverTime: Bool

    /// Makes a position.
    public init(
        caseIndex: Int32, recorded: Int?, expected: Int?, weeks: Int, isOverTime: Bool
    ) {
        self.caseIndex = caseIndex
        self.recorded = recorded
        self.expected = expected
        self.weeks = weeks
        self.isOverTime = isOverTime
    }
}

/// A person who is known in several cases, such as after a move.
public struct Course: Sendable, Hashable {
    /// Indices of the person in each case, by the cases' start.
    public var persons: [Int32]
    /// Indices of the cases, by their start.
    public var cases: [Int32]

    /// Makes a course.
    public init(persons: [Int32], cases: [Int32]) {
        self.persons = persons
        self.cases = cases
    }
}
