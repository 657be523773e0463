import Basics
import Model

extension BudgetReader {
    /// What follows from a success: items, totals or another budget's, exactly one of them.
    static func consequences(_ root: YAMLMapping) -> BudgetConsequences? {
        let items = root.optional("consequences")
        let totals = root.optional("totals")
        let borrowed = root.optional("borrows")
        guard [items, totals, borrowed].compactMap(\.self).count == 1 else {
            root.place.report(
                "takes one of 'consequences', 'totals' and 'borrows'",
                code: .definitionKeyMissing)
            return nil
        }
        if let items { return items.list(of: item).map { .items($0) } }
        if let totals { return readTotals(totals).map { .totals($0) } }
        return borrowed?.text().map { .borrowed(from: $0) }
    }

    private static func item(_ value: YAMLValue) -> ConsequenceItem? {
        guard let mapping = value.mapping() else { return nil }
        let name = mapping.required("item")?.text()
        let title = mapping.required("title")?.localized()
        let unit = mapping.required("unit")?.localized()
        let area = mapping.required("area").flatMap(area)
        let kind = mapping.required("kind")?.choice(ConsequenceItem.Kind.self)
        let changes = mapping.required("change").flatMap(changes)
        let backing = backing(mapping)
        let price = mapping.required("price").flatMap(price)
        let payers = mapping.required("payers").flatMap(payers)
        mapping.finish()
        guard let name, let title, let unit, let area, let kind, let changes, let backing,
            let price, let payers
        else { return nil }
        return ConsequenceItem(
            name: name, title: title, unit: unit, area: area, kind: kind, changes: changes,
            backing: backing, price: price, payers: payers)
    }

    private static func area(_ value: YAMLValue) -> ConsequenceArea? {
        guard let raw = value.text() else { return nil }
        if let area = ConsequenceArea(rawValue: raw) { return area }
        let known = ConsequenceArea.allCases.map(\.rawValue)
        value.report(
            "takes one of the eleven areas, not '\(raw)'" + NearMiss.hint(raw, among: known),
            code: .budgetAreaUnknown, remedy: "use one of: \(known.joined(separator: ", "))")
        return nil
    }

    /// The change in units by year after the finishing year.
    private static func changes(_ value: YAMLValue) -> [ConsequenceItem.Change]? {
        guard let mapping = value.mapping() else { return nil }
        let changes = mapping.all().compactMap { key, units -> ConsequenceItem.Change? in
            guard let year = Int(key), (0...10).contains(year), String(year) == key else {
                units.report("is no year from 0 to 10 after the finishing year")
                return nil
            }
            return units.number().map { ConsequenceItem.Change(year: year, units: $0) }
        }
        guard !changes.isEmpty else {
            value.report("takes the change in units by year, such as {1: -10}")
            return nil
        }
        return changes.sorted { $0.year < $1.year }
    }

    private static func price(_ value: YAMLValue) -> BudgetAmount? {
        guard let mapping = value.mapping() else { return nil }
        let price = amount(mapping)
        mapping.finish()
        return price
    }

    private static func readTotals(_ value: YAMLValue) -> PotentialTotals? {
        guard let mapping = value.mapping() else { return nil }
        let years = mapping.required("years")?.integer(in: 1...10)
        let inAll = mapping.required("in-all").flatMap(total)
        let first = mapping.optional("first-year").map(total)
        let later = mapping.required("later-years")
        let parts = mapping.optional("parts")?.list(of: part) ?? []
        mapping.finish()
        if let later, later.text() != "spread-evenly" {
            later.report("takes spread-evenly, which is an assumption and is said in reports")
        }
        guard let years, let inAll else { return nil }
        let levels = Set([inAll, first ?? nil].compactMap { $0?.amount.level })
        if levels.count > 1 { value.report("takes totals of one price year") }
        return PotentialTotals(
            years: years, inAll: inAll, firstYear: first ?? nil, parts: parts)
    }

    private static func total(_ value: YAMLValue) -> PotentialTotals.Total? {
        guard let mapping = value.mapping() else { return nil }
        let total = total(mapping)
        mapping.finish()
        return total
    }

    private static func total(_ mapping: YAMLMapping) -> PotentialTotals.Total? {
        let amount = amount(mapping)
        let successes = mapping.required("for-successes").flatMap(positive)
        let bound = mapping.required("bound")?.choice(PotentialTotals.Bound.self)
        guard let amount, let successes, let bound else { return nil }
        return PotentialTotals.Total(amount: amount, successes: successes, bound: bound)
    }

    private static func part(_ value: YAMLValue) -> PotentialTotals.Part? {
        guard let mapping = value.mapping() else { return nil }
        let name = mapping.required("part")?.text()
        let title = mapping.required("title")?.localized()
        let area = mapping.required("area").flatMap(area)
        let total = total(mapping)
        mapping.finish()
        guard let name, let title, let area, let total else { return nil }
        return PotentialTotals.Part(name: name, title: title, area: area, total: total)
    }

    static func positive(_ value: YAMLValue) -> Ratio? {
        guard let number = value.number() else { return nil }
        guard number > 0 else {
            value.report("takes a number above zero")
            return nil
        }
        return number
    }
}
