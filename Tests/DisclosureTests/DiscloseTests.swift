import Basics
import Model
import Testing

@testable import Disclosure

@Suite struct DiscloseTests {
    static let nation = Invented.Plan(programmes: 3, municipalities: 8, teams: 3, families: 700)

    @Test(arguments: [3, 5, 8, 10])
    func noCountUnderTheThresholdIsShown(threshold: Int) {
        let conclusions = Invented(DiscloseTests.nation, seed: 1).conclusions()
        let disclosed = disclose(
            Disclosable(conclusions), rules: SmallNumbers(threshold: threshold))
        for table in disclosed.tables {
            for column in table.figures where column.kind == .count {
                #expect(column.values.allSatisfy { $0.isNaN || $0 >= Double(threshold) })
            }
        }
        var attack = TableAttack(disclosed, conclusions.groups)
        #expect(attack.narrowed(threshold: threshold).isEmpty)
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

    @Test func oneMoreFamilyElsewhereChangesNoCell() {
        var elsewhere = 0
        var beside = 0
        for seed in 0..<20 as Range<UInt64> {
            let invented = Invented(DiscloseTests.nation, seed: seed)
            var more = invented
            var random = SeededRandom(seed: seed)
            let lean = (0..<8).map { _ in random.below(10) }
            more.families.append(Invented.family(DiscloseTests.nation, lean, &random))
            let added = more.families[more.families.count - 1]
            let before = disclose(Disclosable(invented.conclusions()), rules: SmallNumbers())
            let after = disclose(Disclosable(more.conclusions()), rules: SmallNumbers())
            let changed = changedCells(before, after, added)
            elsewhere += changed.inOtherProgrammes
            beside += changed.inTheSameProgramme
        }
        #expect(elsewhere == 0)
        // A neighbour's cell may have to stand in for one that no longer needs to be hidden.
        #expect(beside <= 5, "of some 20,000 cells twenty times over")
    }

    private struct Changed {
        var inTheSameProgramme = 0
        var inOtherProgrammes = 0
    }

    /// Cells in municipalities other than a family's whose state has changed.
    private func changedCells(
        _ before: Disclosed, _ after: Disclosed, _ family: Invented.Family
    ) -> Changed {
        let programme = "p\(100 + family.programme)"
        let municipality = "m\(100 + family.municipality)"
        var changed = Changed()
        for (old, new) in zip(before.tables, after.tables) {
            for row in 0..<old.rowCount where old.keys[1].word(row) != KeyColumn.all {
                let isBeside = old.keys[0].word(row) == programme
                if isBeside && old.keys[1].word(row) == municipality { continue }
                guard let later = new.rows(old.keys.map { $0.word(row) }).first else { continue }
                let cells = old.states.indices.count {
                    old.states[$0][row] != new.states[$0][later]
                }
                if isBeside {
                    changed.inTheSameProgramme += cells
                } else {
                    changed.inOtherProgrammes += cells
                }
            }
        }
        return changed
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
        let sheets = sheetMakers(Disclosable(conclusions), threshold: 5).map { $0() }
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

    @Test func roundedCountsAreMultiplesOfFiveAndNoneIsUnderEight() throws {
        let conclusions = Invented(DiscloseTests.nation, seed: 8).conclusions()
        let rules = SmallNumbers(method: .roundToFive)
        let disclosed = disclose(Disclosable(conclusions), rules: rules)
        let exact = discloseInternally(Disclosable(conclusions), rules: rules)
        for (table, truth) in zip(disclosed.tables, exact.tables) {
            for (index, column) in table.figures.enumerated() where column.kind == .count {
                for row in 0..<table.rowCount {
                    let count = truth.figures[index].values[row]
                    switch table.figure(row, index) {
                    case .value(let shown):
                        #expect(shown.truncatingRemainder(dividingBy: 5) == 0)
                        #expect(abs(shown - count) <= 2 && (count == 0 || count > 7))
                    case .hidden, .empty, .earlier: #expect(count.isNaN || (1...7).contains(count))
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
