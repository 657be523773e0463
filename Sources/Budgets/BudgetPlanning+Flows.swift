import Basics
import Foundation
import Model

extension BudgetPlanning {
    /// What one success brings, item by item, up to a year after it.
    mutating func flows(through horizon: Int) -> [BudgetPlan.Flow] {
        switch budget.consequences {
        case .items(let items): return items.compactMap { flow(of: $0, through: horizon) }
        case .totals(let totals): return flow(of: totals, through: horizon).map { [$0] } ?? []
        case .borrowed(let lender):
            report(.definitionNameUnknown, "borrows from '\(lender)', which was not looked up")
            return []
        }
    }

    private mutating func flow(of item: ConsequenceItem, through horizon: Int) -> BudgetPlan.Flow? {
        guard let factor = factor(for: item.price, named: item.name) else { return nil }
        let price = item.price.amount * factor * scenario.priceFactor.decimal
        // Less of an expense is a saving; more of an income is a gain.
        let sign: Decimal = item.kind == .expense ? -1 : 1
        let changes = item.changes.filter { $0.year <= horizon }
        return BudgetPlan.Flow(
            name: item.name, area: item.area, payers: item.payers,
            perSuccess: changes.map {
                ($0.year, price * ($0.units.decimal * sign * kept(after: $0.year)))
            },
            spread: spread(of: item.price))
    }

    private mutating func flow(
        of totals: PotentialTotals, through horizon: Int
    ) -> BudgetPlan.Flow? {
        guard let factor = factor(for: totals.inAll.amount, named: "totals") else { return nil }
        let scale = factor * scenario.priceFactor.decimal
        return BudgetPlan.Flow(
            name: "totals", area: nil, payers: [],
            perSuccess: totals.byYear.filter { $0.year <= horizon }.map {
                ($0.year, $0.amount * (scale * kept(after: $0.year)))
            },
            spread: spread(of: totals.inAll.amount))
    }

    /// The share of the effect that is left so many years after the finishing year.
    private func kept(after year: Int) -> Decimal {
        (1 - budget.fadeOut.decimal).power(year)
    }

    private mutating func factor(for amount: BudgetAmount, named name: String) -> Decimal? {
        if let factor = conversion.factor(from: amount.level) { return factor }
        report(.budgetPriceIndexMissing, conversion.complaint(about: name, level: amount.level))
        return nil
    }

    private func spread(of amount: BudgetAmount) -> BudgetPlan.Spread {
        guard let low = amount.low, let high = amount.high, amount.amount != .zero else {
            return .assumed
        }
        return BudgetPlan.Spread(
            low: low.kroner / amount.amount.kroner, high: high.kroner / amount.amount.kroner,
            isStated: true)
    }

    /// The costs of the chosen variant in the years in which they are paid.
    mutating func costs(for cohorts: [BudgetPlan.Cohort]) -> [BudgetPlan.CostFlow] {
        let counted = budget.costs.filter { $0.variant == nil || $0.variant == variant?.name }
        return counted.compactMap { cost in
            guard let factor = factor(for: cost.amount, named: cost.name) else { return nil }
            let scale = factor * scenario.costFactor.decimal * (cost.kind.isDeducted ? -1 : 1)
            return BudgetPlan.CostFlow(
                name: cost.name, payers: cost.payers,
                paid: payments(of: cost, cohorts).map { ($0.year, $0.amount * scale) },
                spread: spread(of: cost.amount))
        }
    }

    private func payments(
        of cost: BudgetCost, _ cohorts: [BudgetPlan.Cohort]
    ) -> [(year: Int, amount: Money)] {
        let each = cost.amount.amount * cost.times.decimal
        var payments: [(year: Int, amount: Money)]
        switch cost.falls {
        case .years(let years): payments = years.map { ($0, each) }
        case .participants(let number, let before):
            payments = cohorts.map {
                ($0.year - before, each * $0.citizens / number.decimal)
            }
        }
        if let residual = cost.residual { payments.append((residual.year, -residual.amount)) }
        return payments
    }
}

extension PotentialTotals {
    /// The amount per success in each year from 1: the first as published, the rest evenly.
    var byYear: [(year: Int, amount: Money)] {
        guard let first = firstYear?.perSuccess, years > 1 else {
            return (1...years).map { ($0, inAll.perSuccess / Decimal(years)) }
        }
        let later = (inAll.perSuccess - first) / Decimal(years - 1)
        return [(1, first)] + (2...years).map { ($0, later) }
    }
}
