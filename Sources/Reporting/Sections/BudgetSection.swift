import Basics
import Model
import ReportModel

/// The budget potential in the order of the agency's own example reports: summary, costs, effect,
/// consequences and prices, results, sensitivity, assumptions.
struct BudgetSection: Section {
    static let kind = "budget"
    static let settings = ["budget": [String](), "part": ["all", "summary"]]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let wanted = request.setting("budget") ?? request.programme?.name
        let budgets = request.context.budgets.filter {
            wanted == nil || $0.budget.name == wanted
        }
        guard !budgets.isEmpty else { return [] }
        let isSummary = request.setting("part") == "summary"
        return [request.heading("Budgetpotentiale", "Budget potential", anchor: "budget")]
            + budgets.flatMap { BudgetReading(request.context, $0).blocks(isSummary: isSummary) }
    }
}
