import Basics

/// Measurements due and done for one line of a programme's schedule.
public struct AdherenceFigure: Sendable, Hashable {
    public var group: Int
    public var programme: String
    /// Index among the programme's schedule lines.
    public var line: Int
    /// Points due by the as-of date while the case was open.
    public var due: Int
    /// Points done within half an interval.
    public var done: Int
    /// Families with at least one point due.
    public var families: Int

    /// Makes a figure.
    public init(group: Int, programme: String, line: Int, due: Int, done: Int, families: Int) {
        self.group = group
        self.programme = programme
        self.line = line
        self.due = due
        self.done = done
        self.families = families
    }

    /// The share done, 0 to 1; nothing where none was due.
    public var share: Double? { due == 0 ? nil : Double(done) / Double(due) }
}

/// A series of months with its control limits.
public struct MonthlySeries: Sendable, Hashable {
    public var group: Int
    public var kind: Kind
    /// Ascending; a month whose denominator is under five has no value.
    public var points: [Point]
    /// Nothing where the moving range is 0 or there are no two points.
    public var chart: ControlChart?

    /// What is followed over the months.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Share of due measurements done.
        case measurementsDone = "measurements-done"
        /// Share improved among the follow-ups that fall in the month.
        case followUpsImproved = "follow-ups-improved"
        case newCases = "new-cases"
        case endedCases = "ended-cases"
    }

    /// One month.
    public struct Point: Sendable, Hashable {
        /// The first day of the month.
        public var month: CalendarDate
        public var numerator: Int
        /// Nothing for a count.
        public var denominator: Int?
        /// The share or the count; nothing where the denominator is under five.
        public var value: Double?

        /// Makes a month's point.
        public init(month: CalendarDate, numerator: Int, denominator: Int?, value: Double?) {
            self.month = month
            self.numerator = numerator
            self.denominator = denominator
            self.value = value
        }
    }

    /// Makes a series.
    public init(group: Int, kind: Kind, points: [Point], chart: ControlChart? = nil) {
        self.group = group
        self.kind = kind
        self.points = points
        self.chart = chart
    }
}

/// The mean, limits and signals of a chart of individual values and moving ranges.
public struct ControlChart: Sendable, Hashable {
    public var mean: Double
    public var low: Double
    public var high: Double
    /// Whether fewer than twelve points made the limits.
    public var isTrial: Bool
    /// Indices among the series' points, ascending, with what was seen there.
    public var signals: [Signal]

    /// A sign of a special cause.
    public struct Signal: Sendable, Hashable {
        public var point: Int
        public var rule: Rule

        /// Makes a signal.
        public init(point: Int, rule: Rule) {
            self.point = point
            self.rule = rule
        }
    }

    /// The rules by which a special cause is seen.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case outside
        case sevenOnOneSide = "seven-on-one-side"
        case sevenRisingOrFalling = "seven-rising-or-falling"
        case twoOfThreeFarOut = "two-of-three-far-out"
    }

    /// Makes a chart.
    public init(mean: Double, low: Double, high: Double, isTrial: Bool, signals: [Signal]) {
        self.mean = mean
        self.low = low
        self.high = high
        self.isTrial = isTrial
        self.signals = signals
    }
}

/// Small units compared on one share, without a ranking (Spiegelhalter 2005).
public struct FunnelFigure: Sendable, Hashable {
    /// Index of the programme's group.
    public var group: Int
    /// Index among the measures.
    public var measure: Int
    public var horizon: Horizon
    /// p₀ = Σy / Σn.
    public var expected: Double
    /// φ, not under 1.
    public var overdispersion: Double
    /// Whether there are the twelve units that a verdict needs.
    public var hasVerdict: Bool
    public var units: [Unit]

    /// A municipality in the funnel.
    public struct Unit: Sendable, Hashable {
        /// Index among the groups.
        public var group: Int
        public var improved: Int
        public var measured: Int
        public var share: Double
        /// Limits at ± 1.96 and ± 3.09 standard errors, held between 0 and 1.
        public var limits95: Bounds
        public var limits998: Bounds

        /// Makes a unit.
        public init(
            group: Int, improved: Int, measured: Int, share: Double, limits95: Bounds,
            limits998: Bounds
        ) {
            self.group = group
            self.improved = improved
            self.measured = measured
            self.share = share
            self.limits95 = limits95
            self.limits998 = limits998
        }
    }

    /// Makes a funnel.
    public init(
        group: Int, measure: Int, horizon: Horizon, expected: Double, overdispersion: Double,
        hasVerdict: Bool, units: [Unit]
    ) {
        self.group = group
        self.measure = measure
        self.horizon = horizon
        self.expected = expected
        self.overdispersion = overdispersion
        self.hasVerdict = hasVerdict
        self.units = units
    }
}

/// How many open cases stand in one phase of their programme.
public struct PhaseFigure: Sendable, Hashable {
    public var group: Int
    public var programme: String
    /// Index among the programme's phases.
    public var phase: Int
    /// Open cases recorded in the phase.
    public var recorded = 0
    /// Open cases that by the week ranges alone would be in the phase.
    public var expected = 0
    /// Recorded cases that have been open longer than all phases up to this may take.
    public var overTime = 0
    /// Ended cases whose later contact has come due.
    public var contactsDue = 0

    /// Makes an empty figure.
    public init(group: Int, programme: String, phase: Int) {
        self.group = group
        self.programme = programme
        self.phase = phase
    }
}

/// How many cases meet one exit criterion.
public struct ExitFigure: Sendable, Hashable {
    public var group: Int
    public var programme: String
    /// Index among the programme's exit criteria.
    public var criterion: Int
    public var closedMet = 0
    public var closedNotMet = 0
    public var closedNotKnown = 0
    public var nearingMet = 0
    public var nearingNotMet = 0
    public var nearingNotKnown = 0

    /// Makes an empty figure.
    public init(group: Int, programme: String, criterion: Int) {
        self.group = group
        self.programme = programme
        self.criterion = criterion
    }
}

/// Where a group's goals stand.
public struct GoalFigure: Sendable, Hashable {
    public var group: Int
    public var families = 0
    public var open = 0
    public var reached = 0
    public var partly = 0
    public var dropped = 0
    /// Open goals past their due date.
    public var overdue = 0
    /// Families with more goals open than the programme allows.
    public var familiesWithTooMany = 0
    /// Open goals whose status is older than the programme's rhythm of follow-up allows.
    public var followUpLate = 0

    /// Makes an empty figure.
    public init(group: Int) {
        self.group = group
    }
}

/// Staff's ratings of one core element or principle of cooperation.
public struct RatedElementFigure: Sendable, Hashable {
    public var group: Int
    public var programme: String
    /// The element's name in the programme.
    public var element: String
    /// Cases rated; the newest rating of each counts.
    public var cases: Int
    public var mean: Double

    /// Makes a figure.
    public init(group: Int, programme: String, element: String, cases: Int, mean: Double) {
        self.group = group
        self.programme = programme
        self.element = element
        self.cases = cases
        self.mean = mean
    }
}
