import Basics
import Budgets
import Foundation
import Loading
import Model
import TestSupport
import Testing

/// The budgets that ship, and those kept for reference.
enum Shipped {
    /// Reads the shipped budgets, with what they borrow from one another.
    static func budget(_ name: String) throws -> Budget {
        let names = ["familiens-vej", "koordinerende-familiekonsulent", "worked-example"]
        let loaded = loadBudgets(
            try names.map {
                BudgetFile(path: "\($0).yaml", yaml: try text("Pipelines/Budgets/\($0).yaml"))
            })
        try #require(loaded.findings.isEmpty, "\(loaded.findings.map(\.line))")
        return try #require(loaded.value?.first { $0.name == name })
    }

    /// The budget that uses every part of the model.
    static func threeCohorts() throws -> Budget {
        let loaded = loadBudget(
            yaml: try text("Tests/Reference/budgets/three-cohorts.yaml"), path: "three-cohorts.yaml"
        )
        try #require(loaded.findings.isEmpty, "\(loaded.findings.map(\.line))")
        return try #require(loaded.value)
    }

    static func index() throws -> PriceIndex {
        let csv = try text("Tests/Reference/budgets/price-index.csv")
        return try #require(loadPriceIndex(csv: csv, path: "price-index.csv").value)
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: Folders.package + path, encoding: .utf8)
    }

    /// The potential of a budget that must be computable.
    static func potential(
        _ budget: Budget, _ scenario: BudgetScenario = .asDeclared, index: PriceIndex? = nil
    ) throws -> BudgetPotential {
        let weighed = budgetPotential(budget, scenario: scenario, index: index)
        return try #require(weighed.value, "\(weighed.findings.map(\.line))")
    }
}

extension BudgetSum {
    var tidy: [String] { [undiscounted.tidy, discounted.tidy] }
}
