import Basics
import Model

/// A budget definition's text and where it stands.
public struct BudgetFile: Sendable, Hashable {
    /// The path as it stands in findings; its base name must be the budget's name.
    public var path: String
    /// The text of the file.
    public var yaml: String

    /// Makes a file.
    public init(path: String, yaml: String) {
        self.path = path
        self.yaml = yaml
    }
}

/// Reads budget definitions and looks up the consequences that they borrow from one another.
public func loadBudgets(_ files: [BudgetFile]) -> Loaded<[Budget]> {
    let loaded = files.map { loadBudget(yaml: $0.yaml, path: $0.path) }
    var findings = loaded.flatMap(\.findings)
    let budgets = loaded.compactMap(\.value)
    var complete: [Budget] = []
    for (file, result) in zip(files, loaded) {
        guard let budget = result.value else { continue }
        if let found = budget.lookingUpConsequences(among: budgets) {
            complete.append(found)
        } else {
            findings.append(BudgetReader.lenderMissing(for: budget, among: budgets, file.path))
        }
    }
    return Loaded(value: findings.isEmpty ? complete : nil, findings: findings)
}

/// Reads one budget definition; borrowed consequences stay a name.
public func loadBudget(yaml: String, path: String) -> Loaded<Budget> {
    let file = YAMLFile(name: path)
    let value = file.root(of: yaml).flatMap { BudgetReader.budget($0, path: path) }
    return Loaded(value: file.findings.isEmpty ? value : nil, findings: file.findings)
}

/// Reads the parts of a budget definition; every mistake is reported where it stands.
enum BudgetReader {
    static func lenderMissing(
        for budget: Budget, among others: [Budget], _ path: String
    ) -> Finding {
        guard case .borrowed(let lender) = budget.consequences else {
            preconditionFailure("'\(budget.name)' borrows nothing and lacks a lender")
        }
        let names = others.map(\.name).filter { $0 != budget.name }
        return Finding(
            .definitionNameUnknown, .error, at: Place(path),
            "no budget '\(lender)' with consequences of its own"
                + NearMiss.hint(lender, among: names))
    }

    static func budget(_ root: YAMLMapping, path: String) -> Budget? {
        let name = name(root, path: path)
        let title = root.required("title")?.localized()
        let group = root.required("target-group")?.localized()
        let measure = root.required("success-measure").flatMap(successMeasure)
        let frame = frame(root)
        let completion = root.optional("completion").flatMap(completion)
        let success = success(root)
        let fadeOut = root.optional("fade-out").map { unitShare($0) } ?? 0
        let consequences = consequences(root)
        let variants = root.optional("variants")?.list(of: variant) ?? []
        let costs = root.optional("costs")?.list { cost($0, variants: variants) } ?? []
        let table = root.optional("cost-table").map(costTable)
        root.finish()
        guard let name, let title, let group, let measure, let frame, let success, let fadeOut,
            let consequences
        else { return nil }
        var budget = Budget(
            name: name, title: title, targetGroup: group, successMeasure: measure,
            level: frame.level, baseYear: frame.baseYear, horizon: frame.horizon,
            rates: frame.rates, valueAddedTax: frame.valueAddedTax,
            reimbursement: frame.reimbursement, cohorts: frame.cohorts, completion: completion,
            success: success, fadeOut: fadeOut, consequences: consequences, costs: costs,
            variants: variants)
        budget.costTable = table ?? nil
        check(budget, at: root.place)
        return budget
    }

    private static func name(_ root: YAMLMapping, path: String) -> String? {
        guard let value = root.required("budget"), let name = value.text() else { return nil }
        let base = path.split(separator: "/").last.map(String.init) ?? path
        if base != name + ".yaml" {
            value.report("names '\(name)', but the file is '\(base)'")
            return nil
        }
        return name
    }

    private static func successMeasure(_ value: YAMLValue) -> BudgetSuccessMeasure? {
        guard let mapping = value.mapping() else { return nil }
        let name = mapping.required("name")?.text()
        let title = mapping.required("title")?.localized()
        let indicator = mapping.optional("indicator")?.text()
        let least = mapping.optional("at-least").map { $0.number() } ?? 1
        let outcome = mapping.optional("outcome")?.text()
        mapping.finish()
        if indicator != nil, outcome != nil {
            value.report("is measured by an indicator or by an outcome, not by both")
        }
        guard let name, let title, let least else { return nil }
        let measured: BudgetSuccessMeasure.Measurement? =
            indicator.map { .indicator($0, atLeast: least) } ?? outcome.map { .outcome($0) }
        return BudgetSuccessMeasure(name: name, title: title, measuredBy: measured)
    }

    private static func success(_ root: YAMLMapping) -> BudgetSuccess? {
        guard let value = root.required("success"), let mapping = value.mapping() else {
            return nil
        }
        let with = mapping.required("with").flatMap(successShare)
        let without = mapping.optional("without")
        let alternative = mapping.optional("alternative")
        if without == nil || alternative == nil {
            value.report(
                "states no alternative: what would have happened anyway",
                code: .budgetNoAlternative)
        }
        let withoutShare = without.flatMap(successShare)
        let text = alternative?.localized()
        mapping.finish()
        guard let with, let withoutShare, let text else { return nil }
        return BudgetSuccess(with: with, without: withoutShare, alternative: text)
    }

    private static func successShare(_ value: YAMLValue) -> BudgetShare? {
        ranged(share(value), at: value, code: .budgetSuccessRange)
    }

    private static func completion(_ value: YAMLValue) -> BudgetShare? {
        ranged(share(value), at: value, code: .definitionValueWrong)
    }

    /// The share when it and its interval lie between 0 and 1.
    private static func ranged(
        _ share: BudgetShare?, at value: YAMLValue, code: FindingCode
    ) -> BudgetShare? {
        guard let share else { return nil }
        let parts = [share.share, share.low, share.high].compactMap(\.self)
        if parts.allSatisfy({ $0 >= 0 && $0 <= 1 }) { return share }
        value.report("must be from 0 % to 100 %", code: code)
        return nil
    }
}
