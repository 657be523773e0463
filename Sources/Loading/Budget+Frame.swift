import Basics
import Model

/// Years, cohorts and rates: what a budget is computed within.
struct BudgetFrame {
    var level: PriceLevel
    var baseYear: Int
    var horizon: Int
    var rates: DiscountRates
    var valueAddedTax: Budget.ValueAddedTax
    var reimbursement: Budget.Reimbursement
    var cohorts: [BudgetCohort]
}

extension BudgetReader {
    /// The years that a budget can name; 0 is the start where years are counted from it.
    static let years = 0...2200

    static func frame(_ root: YAMLMapping) -> BudgetFrame? {
        let level = level(root)
        let baseYear = root.required("base-year")?.integer(in: years)
        let horizon = root.required("horizon")?.integer(in: 0...10)
        let rates = root.optional("discount").map(rates) ?? .ministryOfFinance2021
        let tax = root.required("vat")?.choice(Budget.ValueAddedTax.self)
        let refund =
            root.optional("reimbursement").map { $0.choice(Budget.Reimbursement.self) }
            ?? .inPayerShares
        let cohorts = root.required("cohorts")?.list(of: cohort)
        guard let level, let baseYear, let horizon, let rates, let tax, let refund, let cohorts,
            !cohorts.isEmpty
        else { return nil }
        return BudgetFrame(
            level: level, baseYear: baseYear, horizon: horizon, rates: rates,
            valueAddedTax: tax, reimbursement: refund, cohorts: cohorts)
    }

    /// The price year of a mapping; one that is missing is a finding of its own.
    static func level(_ mapping: YAMLMapping) -> PriceLevel? {
        guard let value = mapping.optional("price-year") else {
            mapping.place.report(
                "needs a price-year: a year, or as-published", code: .budgetPriceYearMissing)
            return nil
        }
        if value.text() == "as-published" { return .asPublished }
        return value.integer(in: 1990...2200).map(PriceLevel.year)
    }

    private static func rates(_ value: YAMLValue) -> DiscountRates? {
        guard let brackets = value.list(of: bracket), !brackets.isEmpty else {
            value.report("takes at least one rate")
            return nil
        }
        let ends = brackets.dropLast().map { $0.through ?? Int.max }
        if brackets.last?.through != nil || ends != ends.sorted() || ends.contains(Int.max) {
            value.report("takes rates in order of year; only the last one has no 'through'")
            return nil
        }
        return DiscountRates(brackets)
    }

    private static func bracket(_ value: YAMLValue) -> DiscountRates.Bracket? {
        guard let mapping = value.mapping() else { return nil }
        let through = mapping.optional("through").map { $0.integer(in: 0...200) }
        let rate = mapping.required("rate").flatMap(unitShare)
        let backing = backing(mapping)
        mapping.finish()
        guard let rate, let backing else { return nil }
        return DiscountRates.Bracket(through: through ?? nil, rate: rate, backing: backing)
    }

    private static func cohort(_ value: YAMLValue) -> BudgetCohort? {
        guard let mapping = value.mapping() else { return nil }
        let year = mapping.required("year")?.integer(in: years)
        let starting = mapping.optional("starting")
        let finishing = mapping.optional("finishing")
        mapping.finish()
        guard (starting == nil) != (finishing == nil), let number = starting ?? finishing else {
            value.report("takes the citizens either starting or finishing")
            return nil
        }
        guard let citizens = number.number() else { return nil }
        guard citizens > 0 else {
            number.report("takes a number above zero")
            return nil
        }
        return year.map {
            BudgetCohort(
                year: $0, citizens: citizens,
                counted: starting == nil ? .finishing : .starting)
        }
    }

    /// Reports what only the parts together can have wrong.
    static func check(_ budget: Budget, at place: YAMLValue) {
        let starting = budget.cohorts.contains { $0.counted == .starting }
        if starting != (budget.completion != nil) {
            place.report(
                starting
                    ? "counts those who start and states no completion rate"
                    : "states a completion rate, but its cohorts count those who finish",
                code: .budgetCompletion)
        }
        if let early = budget.cohorts.map(\.year).min(), early < budget.baseYear {
            place.report(
                "has a cohort of \(early), before the base year \(budget.baseYear)",
                code: .budgetYearBeforeBase)
        }
        for cost in budget.costs {
            if let early = firstYear(of: cost, in: budget), early < budget.baseYear {
                place.report(
                    "has a cost '\(cost.name)' in \(early), before the base year "
                        + "\(budget.baseYear)",
                    code: .budgetYearBeforeBase)
            }
        }
        checkNames(budget, at: place)
    }

    private static func firstYear(of cost: BudgetCost, in budget: Budget) -> Int? {
        let residual = cost.residual.map { [$0.year] } ?? []
        switch cost.falls {
        case .years(let years): return (years + residual).min()
        case .participants(_, let before):
            return (budget.cohorts.map { $0.year - before } + residual).min()
        }
    }

    private static func checkNames(_ budget: Budget, at place: YAMLValue) {
        var names = budget.costs.map { ($0.name, "cost") }
        if case .items(let items) = budget.consequences {
            names += items.map { ($0.name, "item") }
        }
        var seen: Set<String> = []
        for (name, kind) in names where !seen.insert("\(kind) \(name)").inserted {
            place.report("has two of the \(kind) '\(name)'", code: .definitionKeyTwice)
        }
    }
}
