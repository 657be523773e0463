import Basics
import Model

/// All that conclusions about change are drawn from; rows are already deduplicated.
public struct OutcomeInput: Sendable {
    public var cases: Cases
    public var persons: Persons
    /// The instruments of the run, in the order in which measures are listed.
    public var instruments: [Instrument]
    /// One table an instrument, in the same order.
    public var scored: [ScoredAssessments]
    public var indicators: Indicators
    public var goals: Goals
    public var programmes: [Programme]
    /// The last day that is known; what is dated later does not count.
    public var asOf: CalendarDate
    /// Whether single families' series are kept for private sheets; figures do not depend on it.
    public var keepsFamilies: Bool
    /// Whether each series is kept too: a nation has more than half a million.
    public var keepsSeries: Bool
    /// Where there are more teams than this, groups stop at municipalities.
    public var mostTeams: Int

    /// Makes an input; there must be one table an instrument, in the same order.
    public init(
        cases: Cases, persons: Persons, instruments: [Instrument], scored: [ScoredAssessments],
        indicators: Indicators = Indicators(), goals: Goals = Goals(),
        programmes: [Programme] = [], asOf: CalendarDate, keepsFamilies: Bool = true,
        keepsSeries: Bool = true, mostTeams: Int = .max
    ) {
        let names = instruments.map(\.name)
        let tables = scored.map(\.instrument)
        precondition(names == tables, "instruments \(names) have tables of \(tables)")
        self.cases = cases
        self.persons = persons
        self.instruments = instruments
        self.scored = scored
        self.indicators = indicators
        self.goals = goals
        self.programmes = programmes
        self.asOf = asOf
        self.keepsFamilies = keepsFamilies
        self.keepsSeries = keepsSeries
        self.mostTeams = mostTeams
    }
}
