import Basics
import Budgets
import Model
import Outcomes
import Synchronization

/// A budget as computed from its definition alone.
struct BudgetWeighing: Sendable {
    let budget: Budget
    let potential: Weighed<BudgetPotential>
    let uncertainty: BudgetUncertainty?

    init(_ budget: Budget) {
        self.budget = budget
        potential = budgetPotential(budget)
        uncertainty = potential.value == nil ? nil : budgetUncertainty(budget).value
    }
}

/// The budgets of a run, computed once: by a worker with nothing else to do, or when asked for.
final class BudgetWeighings: Sendable {
    private let budgets: [Budget]
    private let made = Mutex<[BudgetWeighing]?>(nil)

    init(_ budgets: [Budget]) { self.budgets = budgets }

    /// Each budget, in their order.
    var all: [BudgetWeighing] {
        made.withLock { made in
            let weighings = made ?? budgets.map(BudgetWeighing.init)
            made = weighings
            return weighings
        }
    }
}

extension Run {
    /// Sets what was measured beside every budget; one that cannot be computed is a finding.
    func weigh(
        _ weighings: BudgetWeighings, _ input: OutcomeInput, _ conclusions: Conclusions,
        _ findings: inout Findings
    ) -> [WeighedBudget] {
        weighings.all.compactMap { weighing in
            for finding in weighing.potential.findings { findings.report(finding) }
            guard let value = weighing.potential.value else { return nil }
            let budget = weighing.budget
            let programme = definitions.programmes.first { $0.name == budget.name }?.name
            let measured = measuredSuccesses(
                of: budget.successMeasure, in: programme, input, conclusions)
            return WeighedBudget(
                budget: budget, potential: value, uncertainty: weighing.uncertainty,
                comparison: measured.flatMap { budgetComparison(budget, measured: $0).value })
        }
    }
}
