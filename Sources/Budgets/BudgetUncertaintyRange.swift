import Basics
import Foundation
import Model

/// The intervals of the uncertain inputs: stated where they are, else assumed.
///
/// Assumed are: half the difference from the alternative either way for the share with the
/// intervention, half of itself either way for the share without, a fifth either way for costs
/// and for prices.
struct BudgetUncertaintyRange {
    let plan: BudgetPlan
    let with: Ends
    let without: Ends

    /// A share with the ends of its interval, all from 0 to 1.
    struct Ends {
        var base: Decimal
        var low: Decimal
        var high: Decimal
        var isStated: Bool

        /// Ends so far from the base, held between 0 and 1.
        static func assumed(_ base: Decimal, reach: Decimal) -> Ends {
            Ends(
                base: base, low: max(0, base - reach), high: min(1, base + reach),
                isStated: false)
        }

        /// Stated ends that hold the base between them.
        static func stated(_ base: Decimal, _ ends: ClosedRange<Decimal>) -> Ends {
            Ends(
                base: base, low: min(ends.lowerBound, base), high: max(ends.upperBound, base),
                isStated: true)
        }
    }

    init(_ planning: BudgetPlanning, _ plan: BudgetPlan) {
        self.plan = plan
        let half = Ratio(1, over: 2).decimal
        let success = planning.budget.success
        with = BudgetUncertaintyRange.ends(
            planning.with, stated: planning.statedWith, reach: abs(plan.difference) * half)
        without = BudgetUncertaintyRange.ends(
            planning.without,
            stated: planning.scenario.without == nil ? success.without.interval : nil,
            reach: planning.without.decimal * half)
    }

    private static func ends(
        _ base: Ratio, stated: ClosedRange<Decimal>?, reach: Decimal
    ) -> Ends {
        guard let stated else { return .assumed(base.decimal, reach: reach) }
        return .stated(base.decimal, stated)
    }

    /// The plan with every input at its favourable or its unfavourable end.
    func plan(favourable: Bool) -> BudgetPlan {
        var moved = plan
        moved.difference = favourable ? with.high - without.low : with.low - without.high
        moved.flows = plan.flows.map { flow in
            // A dearer unit is good news where the item saves, bad news where it costs.
            let saves = flow.perSuccess.reduce(Money.zero) { $0 + $1.amount } >= .zero
            let factor = saves == favourable ? flow.spread.high : flow.spread.low
            var scaled = flow
            scaled.perSuccess = flow.perSuccess.map { ($0.year, $0.amount * factor) }
            return scaled
        }
        moved.costs = plan.costs.map { cost in
            let spends = cost.paid.reduce(Money.zero) { $0 + $1.amount } >= .zero
            let factor = spends == favourable ? cost.spread.low : cost.spread.high
            var scaled = cost
            scaled.paid = cost.paid.map { ($0.year, $0.amount * factor) }
            return scaled
        }
        return moved
    }

    /// The net at both ends and as declared.
    func cases() -> BudgetCases {
        BudgetCases(
            worst: net(of: plan(favourable: false)), base: net(of: plan),
            best: net(of: plan(favourable: true)))
    }
}

extension BudgetPlanning {
    /// The interval of the share with the intervention that the scenario or the budget states.
    var statedWith: ClosedRange<Decimal>? {
        guard scenario.with != nil else { return budget.success.with.interval }
        return scenario.withInterval.map { $0.lowerBound.decimal...$0.upperBound.decimal }
    }
}

extension BudgetShare {
    /// The stated interval, where both ends are given.
    var interval: ClosedRange<Decimal>? {
        guard let low = low?.decimal, let high = high?.decimal, low <= high else { return nil }
        return low...high
    }
}
