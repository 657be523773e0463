import Basics
import Model
import TestSupport
import Testing

@testable import Disclosure

@Suite struct DiscloseTests {
    static let nation = Invented.Plan(programmes: 3, municipalities: 8, teams: 3, families: 700)

    @Test(arguments: [3, 5, 8, 10])
    func noCountUnderTheThresholdIsShown(threshold: Int) {
        let input = Invented(DiscloseTests.nation, seed: 1).disclosable()
        let disclosed = disclose(input, rules: SmallNumbers(threshold: threshold))
        for table in disclosed.tables {
            for column in table.figures where column.kind == .count {
                #expect(column.values.allSatisfy { $0.isNaN || $0 >= Double(threshold) })
            }
        }
        var attack = Attack([disclosed.published], Invented.definitions)
        let narrowed = attack.narrowed(threshold: threshold)
        #expect(narrowed.isEmpty, "\(narrowed.prefix(3))")
    }

    @Test func nothingIsShownOfAGroupOfFewerThanFive() throws {
        let conclusions = Invented(
            Invented.Plan(programmes: 2, municipalities: 6, teams: 5, families: 150), seed: 3
        ).conclusions()
        let disclosed = disclose(Disclosable(conclusions), rules: SmallNumbers())
        let small = conclusions.groups.filter { $0.cases < 5 }
        #expect(small.count > 10)
        for group in small {
            let keys = [group.programme, group.municipality, group.team].map { $0 ?? "*" }
            for table in disclosed.tables {
                for row in table.rows(keys) {
                    for column in table.figures.indices {
                        #expect([.hidden, .empty].contains(table.states[column][row]))
                    }
                }
            }
        }
    }

    @Test func theSameInputHidesTheSameCells() {
        let conclusions = Invented(DiscloseTests.nation, seed: 4).conclusions()
        let first = disclose(Disclosable(conclusions), rules: SmallNumbers())
        let second = disclose(Disclosable(conclusions), rules: SmallNumbers(), workers: 2)
        #expect(first.tables.map(\.name) == second.tables.map(\.name))
        #expect(first.tables.map(\.states) == second.tables.map(\.states))
    }

    @Test func hidingIsNotOverdone() {
        for (families, teams) in [(20, 1), (40, 2), (80, 3), (80, 4), (120, 4), (200, 5)] {
            let plan = Invented.Plan(teams: teams, families: families)
            let shares = (0..<10).map { seed in
                disclose(
                    Disclosable(Invented(plan, seed: UInt64(seed)).conclusions()),
                    rules: SmallNumbers()
                ).hiddenInAll.complementaryShare
            }
            #expect(shares.reduce(0, +) / 10 < 0.2, "\(families) families in \(teams) teams")
        }
    }

    @Test func theInternalProfileShowsEverything() {
        let conclusions = Invented(DiscloseTests.nation, seed: 5).conclusions()
        let disclosed = discloseInternally(Disclosable(conclusions), rules: SmallNumbers())
        #expect(disclosed.profile == .internal)
        #expect(disclosed.tables.allSatisfy { $0.states.joined().allSatisfy { $0 != .hidden } })
        #expect(disclosed.hiddenInAll.primary == 0)
    }

    @Test func tablesHaveAsManyKeysAsIsSaid() {
        let conclusions = Invented(DiscloseTests.nation, seed: 6).conclusions()
        let sheets = sheetMakers(Disclosable(conclusions), threshold: 5).map { $0.make() }
        for table in sheets.flatMap(\.tables) {
            #expect(Disclosed.keyCounts[table.name] == table.keys.count, "\(table.name)")
        }
        #expect(Disclosed.keyCounts.count == sheets.flatMap(\.tables).count)
    }

    @Test func rowsStandInTheOrderOfTheirKeys() {
        let conclusions = Invented(DiscloseTests.nation, seed: 7).conclusions()
        for table in disclose(Disclosable(conclusions), rules: SmallNumbers()).tables {
            let keys = (0..<table.rowCount).map { row in table.keys.map { $0.indices[row] } }
            for row in keys.indices.dropFirst() {
                #expect(keys[row - 1].lexicographicallyPrecedes(keys[row]), "\(table.name) \(row)")
            }
        }
    }

    /// The keys of some groups.
    private static func groups(
        of conclusions: Conclusions, where isChosen: (Group) -> Bool
    ) -> Set<[String]> {
        Set(
            conclusions.groups.filter(isChosen).map { group in
                [group.programme, group.municipality, group.team].map { $0 ?? "*" }
            })
    }

    @Test func roundedCountsAreMultiplesOfFiveAndNoneIsUnderEight() throws {
        let conclusions = Invented(DiscloseTests.nation, seed: 8).conclusions()
        let rules = SmallNumbers(method: .roundToFive)
        let disclosed = disclose(Disclosable(conclusions), rules: rules)
        let exact = discloseInternally(Disclosable(conclusions), rules: rules)
        let small = DiscloseTests.groups(of: conclusions) { (1...7).contains($0.cases) }
        for (table, truth) in zip(disclosed.tables, exact.tables) {
            for (index, column) in table.figures.enumerated() where column.kind == .count {
                for row in 0..<table.rowCount {
                    let exact = truth.figures[index].values[row]
                    // Where nobody could be judged nothing is counted.
                    let count = exact.isNaN ? 0 : exact
                    switch table.figure(row, index) {
                    case .value(let shown):
                        #expect(shown.truncatingRemainder(dividingBy: 5) == 0)
                        #expect(abs(shown - count) <= 2 && (count == 0 || count > 7))
                    case .hidden, .empty, .earlier:
                        let group = table.keys.prefix(3).map { $0.word(row) }
                        // These stand and fall with the people whom the whole row is about.
                        let isWhole = ["funnels", "added-value"].contains(table.name)
                        #expect(
                            exact.isNaN || (1...7).contains(count) || small.contains(group)
                                || isWhole, "\(table.name) \(column.name) \(count)")
                    }
                }
            }
        }
        let outcomes = try #require(disclosed["outcomes"])
        // 28 of 57 would be 0.491…; of rounded counts it is a ratio of multiples of five.
        for row in 0..<outcomes.rowCount {
            guard let share = outcomes.figure(row, "share_improved").number,
                let improved = outcomes.figure(row, "improved").number, share > 0, share < 1
            else { continue }
            let whole = improved / share
            #expect(abs(whole - (whole / 5).rounded() * 5) < 1e-9)
        }
    }
}
