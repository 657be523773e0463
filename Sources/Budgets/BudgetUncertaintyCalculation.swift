import Basics
import Model

/// What would overturn a budget potential: tornado, draws, and worst, base and best case.
public func budgetUncertainty(
    _ budget: Budget, scenario: BudgetScenario = .asDeclared, index: PriceIndex? = nil,
    draws: Int = 10_000, seed: UInt64 = 1
) -> Weighed<BudgetUncertainty> {
    var planning = BudgetPlanning(budget, scenario, index: index)
    guard let plan = planning.plan() else {
        return Weighed(value: nil, findings: planning.findings)
    }
    let range = BudgetUncertaintyRange(planning, plan)
    let tornado = BudgetSensitivity(budget: budget, scenario: scenario, index: index).tornado()
    let uncertainty = BudgetUncertainty(
        tornado: tornado, draws: BudgetSimulation(range).draws(draws, seed: seed),
        cases: range.cases())
    return Weighed(value: uncertainty, findings: planning.findings)
}
