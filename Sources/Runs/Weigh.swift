import Basics
import Budgets
import Model
import Outcomes

extension Run {
    /// Computes every budget of the pipeline; a budget that cannot be computed is a finding.
    func weigh(
        _ input: OutcomeInput, _ conclusions: Conclusions, _ findings: inout Findings
    ) -> [WeighedBudget] {
        definitions.budgets.compactMap { budget in
            let potential = budgetPotential(budget)
            for finding in potential.findings { findings.report(finding) }
            guard let value = potential.value else { return nil }
            let programme = definitions.programmes.first { $0.name == budget.name }?.name
            let measured = measuredSuccesses(
                of: budget.successMeasure, in: programme, input, conclusions)
            return WeighedBudget(
                budget: budget, potential: value, uncertainty: budgetUncertainty(budget).value,
                comparison: measured.flatMap { budgetComparison(budget, measured: $0).value })
        }
    }
}
