import Basics
import Model
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        (Period.Kind.month, "2026-10", "2026-10-01"), (.quarter, "2026-Q4", "2026-10-01"),
        (.halfYear, "2026-H2", "2026-07-01"), (.year, "2026", "2026-01-01"),
    ])
    func aPeriodIsNamedByItsKindAndBeginsOnItsFirstDay(
        _ kind: Period.Kind, _ name: String, _ start: String
    ) throws {
        let period = Period(kind, asOf: try #require(CalendarDate(iso: "2026-10-31")))
        #expect(period.name == name)
        #expect(period.start.iso == start)
    }
}
