import Basics
import Model
import Testing

@testable import Outcomes

/// What a budget's success measure is in the data.
@Suite struct MeasuredSuccessTests {
    /// Families that started on 1 January 2024, with one or two parents each, of whom so many are
    /// in work on 1 December 2025.
    private func successes(_ families: [(parents: Int, inWork: Int)]) -> MeasuredSuccess? {
        var (cases, persons, indicators) = (Cases(), Persons(), Indicators())
        cases.programmeNames = ["p"]
        indicators.indicatorNames = ["in-work"]
        for (index, family) in families.enumerated() {
            cases.identifiers.append("\(index)")
            cases.starts.append(CalendarDate(year: 2024, month: 1, day: 1)!.days)
            cases.programmes.append(0)
            for parent in 0..<family.parents {
                indicators.cases.append(Int32(index))
                indicators.persons.append(Int32(persons.count))
                indicators.dates.append(CalendarDate(year: 2025, month: 12, day: 1)!.days)
                indicators.indicators.append(0)
                indicators.values.append(parent < family.inWork ? 1 : 0)
                persons.identifiers.append("\(index)-\(parent)")
                persons.cases.append(Int32(index))
                persons.roles.append(.parent)
            }
        }
        let input = OutcomeInput(
            cases: cases, persons: persons, instruments: [], scored: [], indicators: indicators,
            asOf: CalendarDate(year: 2026, month: 10, day: 31)!)
        let measure = BudgetSuccessMeasure(
            name: "work", title: LocalizedText(da: "I arbejde", en: "In work"),
            measuredBy: .indicator("in-work", atLeast: 1))
        return measuredSuccesses(
            of: measure, in: "p", input, Conclusions(asOf: input.asOf))
    }

    /// Wilson's interval of 10 of 20 is 0.2993 to 0.7007 (R 4.3: `prop.test(10, 20, correct = F)`).
    @Test func parentsWhoAlwaysAgreeCountAsOne() throws {
        let alike = try #require(
            successes(Array(repeating: (2, 2), count: 10) + Array(repeating: (2, 0), count: 10)))
        #expect((alike.successes, alike.due, alike.missing) == (20, 40, 0))
        #expect(abs(alike.low - 0.2993) < 0.0001 && abs(alike.high - 0.7007) < 0.0001)
        let alone = try #require(
            successes(Array(repeating: (1, 1), count: 10) + Array(repeating: (1, 0), count: 10)))
        #expect((alone.low, alone.high) == (alike.low, alike.high))
    }

    /// 20 of 40 who have nothing in common is 0.3520 to 0.6480.
    @Test func parentsWhoAlwaysDifferCountAsTwo() throws {
        let unlike = try #require(successes(Array(repeating: (2, 1), count: 20)))
        #expect(abs(unlike.low - 0.3520) < 0.0001 && abs(unlike.high - 0.6480) < 0.0001)
    }

    @Test func whereNobodyIsDueThereIsNoShare() {
        #expect(successes([]) == nil)
        #expect(successes([(0, 0)]) == nil)
    }
}
