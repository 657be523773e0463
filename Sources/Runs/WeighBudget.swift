import Basics
import Budgets
import Foundation
import Loading
import Model

/// A what-if question to a budget.
public struct BudgetRequest: Sendable {
    public var budget: String
    /// Replaces the folder of definitions.
    public var definitions: String?
    public var participants: Ratio?
    /// The share that succeeds with the intervention, and without it; 0 to 1.
    public var with: Ratio?
    public var without: Ratio?
    /// One real discount rate for every year, 0 to 1.
    public var rate: Ratio?
    /// Years after the finishing year.
    public var horizon: Int?
    /// A price index as CSV: `year;index;source;date`.
    public var priceIndex: String?

    /// Makes a question that changes nothing.
    public init(budget: String) {
        self.budget = budget
    }
}

/// The answer to a what-if question.
public struct BudgetAnswer: Sendable {
    public var potential: BudgetPotential
    public var uncertainty: BudgetUncertainty?
    /// Tidy rows with their header: `figure;payer;area;year;undiscounted;discounted`.
    public var rows: [[String]]
    public var findings: [Finding]
}

/// Computes a budget's potential under a scenario.
///
/// - Throws: `Refusal` when the definition or the scenario is wrong.
public func weighBudget(_ request: BudgetRequest) throws -> BudgetAnswer {
    let folder = DefinitionFolder.locate(option: request.definitions, beside: nil)
    let budgets = folder.loadBudgets([request.budget])
    try folder.refuseIfWrong()
    guard let budget = budgets.first else { throw Refusal(.definitions, folder.findings) }
    let index = try request.priceIndex.map(readPriceIndex)
    let scenario = BudgetScenario(
        participants: request.participants, with: request.with, without: request.without,
        rate: request.rate, horizon: request.horizon)
    let weighed = budgetPotential(budget, scenario: scenario, index: index)
    guard let potential = weighed.value else { throw Refusal(.definitions, weighed.findings) }
    let uncertainty = budgetUncertainty(budget, scenario: scenario, index: index)
    return BudgetAnswer(
        potential: potential, uncertainty: uncertainty.value, rows: tidyRows(potential),
        findings: weighed.findings)
}

private func readPriceIndex(_ path: String) throws -> PriceIndex {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw Refusal.inputUnreadable(path, ENOENT)
    }
    let loaded = loadPriceIndex(csv: String(decoding: data, as: UTF8.self), path: path)
    guard let index = loaded.value else { throw Refusal(.definitions, loaded.findings) }
    return index
}
