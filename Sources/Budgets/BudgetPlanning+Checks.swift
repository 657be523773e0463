import Basics
import Model

extension BudgetPlanning {
    /// Reports what the scenario asks that cannot be computed.
    mutating func checkScenario() {
        for (share, name) in [(with, "with"), (without, "without")]
        where share < 0 || share > 1 {
            report(.budgetSuccessRange, "the success share \(name) must be from 0 % to 100 %")
        }
        if let asked = scenario.participants, asked <= 0 {
            report(.budgetScenarioWrong, "the number of participants must be above zero")
        }
        if let rate = scenario.rate, rate < 0 || rate > 1 {
            report(.budgetScenarioWrong, "the discount rate must be from 0 % to 100 %")
        }
        if !(0...10).contains(askedHorizon) {
            report(.budgetScenarioWrong, "the horizon must be from 0 to 10 years")
        }
        if let name = scenario.variant, variant == nil {
            let known = budget.variants.map(\.name)
            report(
                .budgetScenarioWrong,
                "the budget has no variant '\(name)'" + NearMiss.hint(name, among: known))
        }
    }

    /// Warns where the horizon reaches further than the figures.
    mutating func checkHorizon(_ supplied: Int) {
        guard askedHorizon > supplied, askedHorizon <= 10, budget.isLookedUp else { return }
        report(
            .budgetHorizonNotSupplied,
            "the horizon is \(askedHorizon) years and the figures reach year \(supplied); "
                + "later years are not available", severity: .warning)
    }

    /// Reports an amount in a year in which no rule says who pays.
    mutating func checkPayers(of plan: BudgetPlan) {
        for flow in plan.flows where !flow.payers.isEmpty {
            let years = plan.cohorts.flatMap { cohort in
                flow.perSuccess.map { cohort.year + $0.year }
            }
            checkPayers(flow.payers, of: flow.name, in: years)
        }
        for cost in plan.costs {
            checkPayers(cost.payers, of: cost.name, in: cost.paid.map(\.year))
        }
    }

    private mutating func checkPayers(_ rules: [PayerShares], of name: String, in years: [Int]) {
        let open = Set(years).sorted().filter { year in
            !rules.contains { $0.holds(in: year) }
        }
        guard let first = open.first else { return }
        report(.budgetPayerShares, "no split among payers holds for '\(name)' in \(first)")
    }
}

extension Budget {
    /// Whether the consequences are its own or have been looked up.
    var isLookedUp: Bool {
        if case .borrowed = consequences { return false }
        return true
    }
}
