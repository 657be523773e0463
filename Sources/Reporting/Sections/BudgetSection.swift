import Basics
import Model
import ReportModel

/// The budget potential in the order of the agency's own example reports: summary, costs, effect,
/// consequences and prices, results, sensitivity, assumptions.
struct BudgetSection: Section {
    static let kind = "budget"
    static let settings = ["budget": [String](), "part": ["all", "summary", "brief"]]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let wanted = request.setting("budget") ?? request.programme?.name
        let budgets = request.context.budgets.filter {
            wanted == nil || $0.budget.name == wanted
        }
        guard !budgets.isEmpty else { return [] }
        let readings = budgets.map { BudgetReading(request.context, $0) }
        let heading = request.heading("Budgetpotentiale", "Budget potential", anchor: "budget")
        if request.setting("part") == "brief" { return [heading] + brief(request, readings) }
        let isSummary = request.setting("part") == "summary"
        return [heading] + readings.flatMap { $0.blocks(isSummary: isSummary) }
    }

    /// What each budget comes to, and every caution once.
    private static func brief(_ request: SectionRequest, _ readings: [BudgetReading]) -> [Block] {
        var cautions: [LocalizedText] = []
        for caution in readings.flatMap(\.cautions) where !cautions.contains(caution) {
            cautions.append(caution)
        }
        return readings.flatMap(\.brief)
            + [BudgetReading.caution(cautions, in: request.context.language)]
    }
}
