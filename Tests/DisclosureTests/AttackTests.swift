import Basics
import Model
import TestSupport
import Testing

@testable import Disclosure

@Suite struct AttackTests {
    typealias Planned = (plan: Invented.Plan, seed: UInt64)

    /// Municipalities of all sizes, the small ones above all; every third one of two programmes.
    static let plans: [Planned] = (0..<200).map { index in
        let families = 6 + (index * index) / 400 + (index * 7) % 40
        return (
            Invented.Plan(
                programmes: index % 3 == 0 ? 2 : 1, municipalities: index % 5 == 0 ? 4 : 1,
                teams: 1 + index % 6, families: families),
            UInt64(index)
        )
    }

    /// Every eighth of them, from each of eight places: attacked side by side.
    private static func share(_ first: Int, of plans: [Planned] = plans) -> [Planned] {
        stride(from: first, to: plans.count, by: 8).map { plans[$0] }
    }

    @Test(arguments: 0..<8)
    func anAttackerWithEveryTableNarrowsNoHiddenCount(first: Int) {
        for each in AttackTests.share(first) {
            let invented = Invented(each.plan, seed: each.seed)
            let disclosed = disclose(invented.disclosable(), rules: SmallNumbers())
            var attack = Attack([disclosed.published], Invented.definitions)
            expectNothing(&attack, truth: [invented], each.seed)
        }
    }

    @Test(arguments: 0..<8)
    func anAttackerWithTwoPeriodsNarrowsNoCountThatIsNotShown(first: Int) {
        for each in AttackTests.share(first) {
            let invented = Invented(each.plan, seed: each.seed)
            let later = invented.later(each.plan, seed: each.seed + 1000)
            let before = disclose(invented.disclosable(), rules: SmallNumbers())
            let now = disclose(
                later.disclosable(), rules: SmallNumbers(),
                earlier: EarlierPublished(readingBack: before))
            var attack = Attack([before.published, now.published], Invented.definitions)
            expectNothing(&attack, truth: [invented, later], each.seed)
        }
    }

    /// Expects that the attacker finds nothing, and that what was taken to be known is true.
    private func expectNothing(
        _ attack: inout Attack, threshold: Int = 5, truth: [Invented], _ seed: UInt64
    ) {
        let narrowed = attack.narrowed(threshold: threshold)
        #expect(narrowed.isEmpty, "municipality \(seed): \(narrowed.prefix(3))")
        let mistakes = attack.mistakes(truth: truth.map(\.truth))
        #expect(mistakes.isEmpty, "municipality \(seed): \(mistakes.prefix(3))")
        #expect(attack.attacker.contradictions.isEmpty, "municipality \(seed)")
    }

    @Test(arguments: [3, 8, 10])
    func noOtherThresholdIsNarrowedEither(threshold: Int) {
        let rules = SmallNumbers(threshold: threshold)
        for each in AttackTests.plans.filter({ $0.seed % 10 == 3 }) {
            let invented = Invented(each.plan, seed: each.seed)
            let disclosed = disclose(invented.disclosable(), rules: rules)
            var attack = Attack([disclosed.published], Invented.definitions)
            expectNothing(&attack, threshold: threshold, truth: [invented], each.seed)
        }
    }

    /// One programme beside which all others are small, so that it and the sum over all cannot
    /// both be shown.
    static let lopsided: [Planned] = (0..<100).map { index in
        (
            Invented.Plan(
                programmes: 2 + index % 4, municipalities: 1 + index % 2, teams: 1 + index % 4,
                families: 20 + index * 2, isLopsided: true), UInt64(1000 + index)
        )
    }

    @Test(arguments: 0..<8)
    func aProgrammeIsKeptBeforeTheSumAndNeitherIsGivenAway(first: Int) {
        var kept = 0
        for each in AttackTests.share(first, of: AttackTests.lopsided) {
            let invented = Invented(each.plan, seed: each.seed)
            let disclosed = disclose(invented.disclosable(), rules: SmallNumbers())
            var attack = Attack([disclosed.published], Invented.definitions)
            expectNothing(&attack, truth: [invented], each.seed)
            kept += AttackTests.programmesWithoutTheSum(disclosed)
        }
        #expect(kept > 10)
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
        let broken = AttackTests.plans.count { each in
            let invented = Invented(each.plan, seed: each.seed)
            let disclosed = disclose(invented.disclosable(), SmallNumbers(), nil) { slice, _ in
                slice.primary(threshold: 5)
            }
            var attack = Attack([disclosed.published], Invented.definitions)
            return !attack.narrowed(threshold: 5).isEmpty
        }
        #expect(broken > 150)
    }
}
