import Basics
import Model

extension BudgetReader {
    static func variant(_ value: YAMLValue) -> BudgetVariant? {
        guard let mapping = value.mapping() else { return nil }
        let name = mapping.required("variant")?.text()
        let title = mapping.required("title")?.localized()
        mapping.finish()
        guard let name, let title else { return nil }
        return BudgetVariant(name: name, title: title)
    }

    static func cost(_ value: YAMLValue, variants: [BudgetVariant]) -> BudgetCost? {
        guard let mapping = value.mapping() else { return nil }
        let name = mapping.required("cost")?.text()
        let title = mapping.required("title")?.localized()
        let kind = mapping.required("kind")?.choice(BudgetCost.Kind.self)
        let amount = amount(mapping)
        let times = mapping.optional("times").map(positive) ?? 1
        let per = mapping.optional("per").map { $0.choice(BudgetCost.Per.self) }
        let falls = falls(mapping)
        let residual = mapping.optional("residual").map(residual)
        let payers = mapping.required("payers").flatMap(payers)
        let variant = mapping.optional("variant").flatMap { variantName($0, among: variants) }
        mapping.finish()
        guard let name, let title, let kind, let amount, let times, let falls, let payers else {
            return nil
        }
        return BudgetCost(
            name: name, title: title, kind: kind, amount: amount, times: times,
            per: per ?? nil, falls: falls, residual: residual ?? nil, payers: payers,
            variant: variant)
    }

    private static func variantName(
        _ value: YAMLValue, among variants: [BudgetVariant]
    ) -> String? {
        guard let name = value.text() else { return nil }
        let known = variants.map(\.name)
        if known.contains(name) { return name }
        value.report(
            "names the variant '\(name)', which is not declared"
                + NearMiss.hint(name, among: known),
            code: .definitionNameUnknown)
        return nil
    }

    /// When the cost falls: in the years listed, or for each of so many participants.
    private static func falls(_ mapping: YAMLMapping) -> BudgetCost.Falls? {
        let listed = mapping.optional("years")
        let each = mapping.optional("per-participants")
        let before = mapping.optional("years-before").map { $0.integer(in: 0...10) } ?? 0
        guard (listed == nil) != (each == nil) else {
            mapping.place.report("takes either 'years' or 'per-participants'")
            return nil
        }
        if let each {
            guard let number = positive(each), let before else { return nil }
            return .participants(number, yearsBefore: before)
        }
        return listed?.list { $0.integer(in: years) }.map { .years($0) }
    }

    private static func residual(_ value: YAMLValue) -> BudgetCost.Residual? {
        guard let mapping = value.mapping() else { return nil }
        let amount = mapping.required("amount")?.number()
        let year = mapping.required("year")?.integer(in: years)
        mapping.finish()
        guard let amount, let year else { return nil }
        return BudgetCost.Residual(amount: Money(amount), year: year)
    }

    static func costTable(_ value: YAMLValue) -> BudgetCostTable? {
        guard let mapping = value.mapping() else { return nil }
        let title = mapping.required("title")?.localized()
        let columns = mapping.required("columns")?.list { $0.localized() }
        let rows = mapping.required("rows")?.list(of: row)
        let rounded = mapping.required("rounded-to")?.integer(in: 1...1_000_000)
        let backing = backing(mapping)
        mapping.finish()
        guard let title, let columns, let rows, let rounded, let backing else { return nil }
        if rows.contains(where: { $0.amounts.count != columns.count }) {
            value.report("takes \(columns.count) amounts in each row")
            return nil
        }
        return BudgetCostTable(
            title: title, columns: columns, rows: rows, roundedTo: rounded, backing: backing)
    }

    private static func row(_ value: YAMLValue) -> BudgetCostTable.Row? {
        guard let mapping = value.mapping() else { return nil }
        let title = mapping.required("title")?.localized()
        let amounts = mapping.required("amounts")?.list { $0.number() }
        mapping.finish()
        guard let title, let amounts else { return nil }
        return BudgetCostTable.Row(title: title, amounts: amounts.map { Money($0) })
    }
}
