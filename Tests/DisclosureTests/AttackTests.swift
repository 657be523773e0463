import Basics
import Model
import Testing

@testable import Disclosure

@Suite struct AttackTests {
    /// Municipalities of all sizes, the small ones above all; every third one of two programmes.
    static let plans: [(plan: Invented.Plan, seed: UInt64)] = (0..<200).map { index in
        let families = 6 + (index * index) / 400 + (index * 7) % 40
        return (
            Invented.Plan(
                programmes: index % 3 == 0 ? 2 : 1, municipalities: index % 5 == 0 ? 4 : 1,
                teams: 1 + index % 6, families: families),
            UInt64(index)
        )
    }

    @Test func anAttackerWithEveryTableNarrowsNoHiddenCount() {
        for each in AttackTests.plans {
            let conclusions = Invented(each.plan, seed: each.seed).conclusions()
            let disclosed = disclose(Disclosable(conclusions), rules: SmallNumbers())
            var attack = TableAttack(disclosed, conclusions.groups)
            let narrowed = attack.narrowed(threshold: 5)
            #expect(narrowed.isEmpty, "municipality \(each.seed): \(narrowed.prefix(3))")
        }
    }

    /// One programme beside which all others are small, so that it and the sum over all cannot
    /// both be shown.
    static let lopsided: [(plan: Invented.Plan, seed: UInt64)] = (0..<100).map { index in
        (
            Invented.Plan(
                programmes: 2 + index % 4, municipalities: 1 + index % 2, teams: 1 + index % 4,
                families: 20 + index * 2, isLopsided: true), UInt64(1000 + index)
        )
    }

    @Test func aProgrammeIsKeptBeforeTheSumAndNeitherIsGivenAway() {
        var kept = 0
        for each in AttackTests.lopsided {
            let conclusions = Invented(each.plan, seed: each.seed).conclusions()
            let disclosed = disclose(Disclosable(conclusions), rules: SmallNumbers())
            var attack = TableAttack(disclosed, conclusions.groups)
            let narrowed = attack.narrowed(threshold: 5)
            #expect(narrowed.isEmpty, "municipality \(each.seed): \(narrowed.prefix(3))")
            kept += AttackTests.programmesWithoutTheSum(disclosed)
        }
        #expect(kept > 100)
    }

    /// How many rows of the first programme show a share that the sum over all does not.
    private static func programmesWithoutTheSum(_ disclosed: Disclosed) -> Int {
        guard let table = disclosed["outcomes"] else { return 0 }
        return table.rows(["p100", "*", "*"]).count { row in
            let rest = table.keys[3...].map { $0.word(row) }
            guard let sum = table.rows(["*", "*", "*"] + rest).first else { return false }
            return table.figure(row, "share_improved").number != nil
                && table.figure(sum, "share_improved") == .hidden
        }
    }

    @Test func withoutComplementarySuppressionTheAttackerSucceeds() {
        var broken = 0
        for each in AttackTests.plans {
            let conclusions = Invented(each.plan, seed: each.seed).conclusions()
            let disclosed = disclose(Disclosable(conclusions), SmallNumbers(), nil) { slice, _ in
                slice.primary(threshold: 5)
            }
            var attack = TableAttack(disclosed, conclusions.groups)
            if !attack.narrowed(threshold: 5).isEmpty { broken += 1 }
        }
        #expect(broken > 150)
    }
}
