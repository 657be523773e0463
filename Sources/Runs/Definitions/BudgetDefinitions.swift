import Basics
import Foundation
import Loading
import Model

extension DefinitionFolder {
    /// Reads budgets by name, with those that they borrow consequences from.
    public func loadBudgets(_ names: [String]) -> [Budget] {
        let all = names + self.names(.budgets).filter { !names.contains($0) }
        var files: [BudgetFile] = []
        for name in all {
            _ = load(.budgets, name) { text, path in
                files.append(BudgetFile(path: path, yaml: text))
                return Loaded<Bool>(value: true, findings: [])
            }
        }
        let loaded = Loading.loadBudgets(files)
        report(loaded.findings)
        return (loaded.value ?? []).filter { names.contains($0.name) }
    }
}
