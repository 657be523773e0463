import Basics
import Model
import TestSupport
import Testing

@testable import Disclosure

/// What one more family changes of what is hidden in other municipalities.
@Suite struct LocalityTests {
    /// Figures that are protected together: the tables of one scale and informant; the change
    /// theory with both sides' change; one line, phase or pair of raters.
    private struct Unit: Hashable {
        var tables: String
        var kind: [String]

        init(_ table: String, _ keys: [String]) {
            let kind = Array(keys.dropFirst(3))
            switch table {
            case "outcomes", "clinical", "zones", "attrition":
                (tables, self.kind) = ("change", Array(kind.prefix(2)))
            case "change-theory", "sides": (tables, self.kind) = ("theory", [])
            case "monthly": (tables, self.kind) = (table, Array(kind.prefix(1)))
            case "phases", "exits": (tables, self.kind) = (table, [])
            default: (tables, self.kind) = (table, kind)
            }
        }
    }

    /// What one more family did to the cells of a unit.
    private struct Effect {
        /// Counts of its own groups that it counts in, some of them hidden before or after.
        var touchesHidden = false
        var touched = 0
        /// Cells of other groups whose state has changed, and all of them.
        var changedElsewhere = 0
        var elsewhere = 0
    }

    /// A nation to which one family is added, and what that did.
    private func effects(_ plan: Invented.Plan, seed: UInt64) -> [Unit: Effect] {
        let invented = Invented(plan, seed: seed)
        var more = invented
        var random = SeededRandom(seed: seed)
        let lean = Invented.lean(&random)
        more.families.append(Invented.family(plan, lean, through: more.month, &random))
        let family = more.families[more.families.count - 1]
        let path = [
            Invented.name("p", family.programme), Invented.name("m", family.municipality),
            Invented.name("t", family.team),
        ]
        let own = (0...3).map { Array(path.prefix($0)) + Array(repeating: "*", count: 3 - $0) }
        var effects: [Unit: Effect] = [:]
        let before = disclose(invented.disclosable(), rules: SmallNumbers()).published
        let after = disclose(more.disclosable(), rules: SmallNumbers()).published
        let truth = zip(invented.truth, more.truth)
        for ((old, new), (oldTruth, newTruth)) in zip(zip(before, after), truth)
        // A funnel's limits are about all municipalities at once.
        where old.name != "funnels" && old.name != "quality" {
            for (row, keys) in old.rows.enumerated() {
                guard let later = new.row(keys) else { continue }
                var effect = effects[Unit(old.name, keys)] ?? Effect()
                let isOwn = own.contains { $0 == Array(keys.prefix(3)) }
                for column in old.columns.indices {
                    let cells = (old.cells[row][column], new.cells[later][column])
                    if isOwn {
                        let exact = (oldTruth.cells[row][column], newTruth.cells[later][column])
                        if exact.0 == exact.1 { continue }
                        effect.touched += 1
                        if cells.0.isKept || cells.1.isKept { effect.touchesHidden = true }
                    } else {
                        effect.elsewhere += 1
                        if cells.0.isKept != cells.1.isKept { effect.changedElsewhere += 1 }
                    }
                }
                effects[Unit(old.name, keys)] = effect
            }
        }
        return effects
    }

    /// Where a family counts in shown figures only, of its own groups and all wider ones, nothing
    /// is hidden or shown elsewhere on its account.
    @Test func aFamilyInShownFiguresAloneChangesNoCellElsewhere() {
        var units = 0
        for seed in 0..<12 as Range<UInt64> {
            let plan = Invented.Plan(
                programmes: 2, municipalities: 4, teams: 2, families: 1200 + 100 * Int(seed))
            let effects = effects(plan, seed: seed)
            guard let cases = effects[Unit("cases", ["*", "*", "*"])], !cases.touchesHidden else {
                continue
            }
            for (unit, effect) in effects where effect.touched > 0 && !effect.touchesHidden {
                units += 1
                #expect(effect.changedElsewhere == 0, "\(seed): \(unit)")
            }
        }
        #expect(units > 50)
    }

    /// Whatever the family counts in, hardly anything changes elsewhere.
    @Test func oneMoreFamilyChangesHardlyAnyCellElsewhere() {
        var changed = 0
        var all = 0
        for seed in 0..<12 as Range<UInt64> {
            let effects = effects(DiscloseTests.nation, seed: seed)
            changed += effects.values.reduce(0) { $0 + $1.changedElsewhere }
            all += effects.values.reduce(0) { $0 + $1.elsewhere }
        }
        #expect(all > 500_000)
        #expect(changed * 1_000 < all, "\(changed) of \(all)")
    }
}
