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
