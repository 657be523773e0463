import Basics
import Model
import Testing

@testable import Disclosure

@Suite struct PeriodTests {
    /// What a reader of an earlier period's files has in hand.
    static func published(_ disclosed: Disclosed) -> EarlierPublished {
        EarlierPublished(
            asOf: disclosed.asOf,
            tables: disclosed.tables.map { table in
                EarlierTable(
                    name: table.name, keys: table.keys,
                    figures: table.figures.map(\.name),
                    numbers: (0..<table.rowCount).flatMap { row in
                        table.figures.map { $0.values[row] }
                    }, rowCount: table.rowCount)
            })
    }

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
                earlier: PeriodTests.published(first))
            return (first, second, later.groups)
        }
    }

    @Test func noCountIsShownOneToFourAwayFromWhatWasLastShown() {
        var kept = 0
        for (first, second, _) in pairs() {
            for table in second.tables {
                let old = EarlierFigures(
                    FigureTable(table), PeriodTests.published(first)[table.name])
                for (index, column) in table.figures.enumerated() where column.kind == .count {
                    for row in 0..<table.rowCount {
                        guard let before = old.number(index, row) else { continue }
                        switch table.figure(row, index) {
                        case .value(let now): #expect(now == before || abs(now - before) >= 5)
                        case .earlier(let now):
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
            Disclosable(second), rules: PeriodTests.rules, earlier: PeriodTests.published(before))
        let table = try #require(now["outcomes"])
        #expect(table.figure(0, "n_measured") == .earlier(12))
        #expect(table.figure(0, "mean_improvement") == .earlier(5))
        #expect(now.earlierAsOf == before.asOf)
    }

    @Test func mergedUpwardAGroupThatChangedLittleShowsNothing() throws {
        var rules = SmallNumbers()
        rules.smallChange = .mergeUpward
        let before = disclose(Disclosable(change(measured: 12, mean: 5)), rules: rules)
        let now = disclose(
            Disclosable(change(measured: 13, mean: 6)), rules: rules,
            earlier: PeriodTests.published(before))
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
