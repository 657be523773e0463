import Basics
import Model
import TestSupport
import Testing

@testable import Disclosure

@Suite struct PeriodTests {
    static let rules = SmallNumbers()

    /// Two periods of every second municipality, the second one protected against the first.
    private func pairs() -> [(first: Disclosed, second: Disclosed, groups: [Group])] {
        stride(from: 0, to: 200, by: 2).map { index in
            let each = AttackTests.plans[index]
            let invented = Invented(each.plan, seed: each.seed)
            let first = disclose(Disclosable(invented.conclusions()), rules: PeriodTests.rules)
            let later = invented.later(each.plan, seed: each.seed + 1000).conclusions()
            let second = disclose(
                Disclosable(later), rules: PeriodTests.rules,
                earlier: EarlierPublished(readingBack: first))
            return (first, second, later.groups)
        }
    }

    @Test func noCountIsShownOneToFourAwayFromWhatWasLastShown() {
        var kept = 0
        for (first, second, _) in pairs() {
            for table in second.tables {
                let old = EarlierFigures(FigureTable(table), EarlierPublished(readingBack: first))
                for (index, column) in table.figures.enumerated() where column.kind == .count {
                    for row in 0..<table.rowCount {
                        guard let before = old.number(index, row) else { continue }
                        switch table.figure(row, index) {
                        case .value(let now): #expect(now == before || abs(now - before) >= 5)
                        case .earlier(let now, let day):
                            #expect(day == first.asOf)
                            kept += 1
                            #expect(now == before)
                        case .hidden, .empty: Issue.record("\(table.name) lost \(column.name)")
                        }
                    }
                }
            }
        }
        #expect(kept > 1000)
    }

    @Test func aFigureWorkedOutFromAKeptCountIsKeptToo() throws {
        let first = change(measured: 12, mean: 5)
        let second = change(measured: 13, mean: 6)
        let before = disclose(Disclosable(first), rules: PeriodTests.rules)
        let now = disclose(
            Disclosable(second), rules: PeriodTests.rules,
            earlier: EarlierPublished(readingBack: before))
        let table = try #require(now["outcomes"])
        #expect(table.figure(0, "n_measured") == .earlier(12, before.asOf))
        #expect(table.figure(0, "mean_improvement") == .earlier(5, before.asOf))
    }

    @Test func aFigureKeptAgainIsStillOfItsFirstDay() throws {
        var periods: [Disclosed] = []
        for (measured, mean) in [(12, 5.0), (13, 6), (14, 7), (18, 8)] {
            periods.append(
                disclose(
                    Disclosable(change(measured: measured, mean: mean)), rules: PeriodTests.rules,
                    earlier: periods.last.map(EarlierPublished.init(readingBack:))))
        }
        for index in 1...2 {
            let table = try #require(periods[index]["outcomes"])
            #expect(table.figure(0, "n_measured") == .earlier(12, periods[0].asOf))
            #expect(table.figure(0, "mean_improvement") == .earlier(5, periods[0].asOf))
        }
        let last = try #require(periods[3]["outcomes"])
        #expect(last.figure(0, "n_measured") == .value(18))
        #expect(last.figure(0, "mean_improvement") == .value(8))
    }

    /// A case may have several series, so that more series than cases were known say nothing of
    /// the cases.
    @Test func aKeptNumberOfCasesDoesNotKeepTheSeries() throws {
        var before = change(measured: 12, mean: 5)
        before.groups[0].cases = 20
        var now = change(measured: 20, mean: 6)
        now.groups[0].cases = 22
        let first = disclose(Disclosable(before), rules: PeriodTests.rules)
        let second = disclose(
            Disclosable(now), rules: PeriodTests.rules,
            earlier: EarlierPublished(readingBack: first))
        #expect(second["cases"]?.figure(0, "cases") == .earlier(20, first.asOf))
        #expect(second["outcomes"]?.figure(0, "n_measured") == .value(20))
        #expect(second["outcomes"]?.figure(0, "mean_improvement") == .value(6))
    }

    @Test func mergedUpwardAGroupThatChangedLittleShowsNothing() throws {
        var rules = SmallNumbers()
        rules.smallChange = .mergeUpward
        let before = disclose(Disclosable(change(measured: 12, mean: 5)), rules: rules)
        let now = disclose(
            Disclosable(change(measured: 13, mean: 6)), rules: rules,
            earlier: EarlierPublished(readingBack: before))
        let table = try #require(now["outcomes"])
        #expect(table.figure(0, "n_measured") == .hidden)
        #expect(table.figure(0, "mean_improvement") == .hidden)
    }

    /// Everything as one group, all of whose series are measured but five.
    private func change(measured: Int, mean: Double) -> Conclusions {
        var conclusions = Conclusions(asOf: CalendarDate(days: 20_000 + Int32(measured)))
        conclusions.groups = [Group()]
        conclusions.groups[0].cases = 60
        conclusions.groups[0].open = 30
        conclusions.groups[0].people = 90
        conclusions.measures = [
            Measure(
                instrument: 0, scale: 0, scaleName: "test.total", informant: "self",
                better: .higher, judgement: .none)
        ]
        var change = GroupChange(group: 0, measure: 0, horizon: .short)
        change.standings.measured = measured
        change.standings.missing = 5
        change.standings.ended = 6
        change.standings.noBaseline = 7
        change.standings.notYetDue = 8
        change.people = measured
        change.families = measured
        change.pairs = measured
        change.meanImprovement = Estimate(mean)
        conclusions.changes = [change]
        return conclusions
    }
}

extension FigureTable {
    /// The keys and columns of a disclosed table.
    init(_ table: DisclosedTable) {
        self.init(name: table.name, keys: [], figures: [])
        keys = table.keys
        figures = table.figures
        rowCount = table.rowCount
    }
}
