import Basics
import Foundation
import Model

/// Costs and consequences of a plan by payer, area and year, undiscounted.
struct Ledger {
    /// The calendar years, without gaps.
    let years: [Int]
    /// Negative amounts, by payer.
    private var costs: [BudgetPayer?: [Money]] = [:]
    /// Positive where the public saves, by payer and area.
    private var consequences: [Column: [Money]] = [:]

    private let nothing: [Money]

    private struct Column: Hashable {
        var payer: BudgetPayer?
        var area: ConsequenceArea?
    }

    /// Adds up a plan as if the difference from the alternative were `difference`.
    init(_ plan: BudgetPlan, difference: Decimal) {
        years = plan.years
        nothing = Array(repeating: .zero, count: years.count)
        for cost in plan.costs {
            for payment in cost.paid { enter(-payment.amount, of: cost, in: payment.year) }
        }
        for flow in plan.flows {
            for cohort in plan.cohorts {
                let successes = cohort.citizens * difference
                for benefit in flow.perSuccess {
                    enter(
                        benefit.amount * successes, of: flow, in: cohort.year + benefit.year)
                }
            }
        }
    }

    /// The payers that occur, the three purses always, in order.
    var payers: [BudgetPayer] {
        let purses = PublicPurse.allCases.map { BudgetPayer($0) }
        let found = costs.keys.compactMap(\.self) + consequences.keys.compactMap(\.payer)
        return Set(purses + found).sorted()
    }

    /// The areas that occur, in the model's order.
    var areas: [ConsequenceArea] {
        let found = Set(consequences.keys.compactMap(\.area))
        return ConsequenceArea.allCases.filter(found.contains)
    }

    /// The cost of a payer, or of all, year by year.
    func cost(_ payer: BudgetPayer?) -> [Money] { costs[payer] ?? nothing }

    /// The consequences for a payer or all, in an area or all, year by year.
    func consequence(_ payer: BudgetPayer?, _ area: ConsequenceArea? = nil) -> [Money] {
        consequences[Column(payer: payer, area: area)] ?? nothing
    }

    private mutating func enter(_ amount: Money, of cost: BudgetPlan.CostFlow, in year: Int) {
        let at = index(of: year)
        costs[nil, default: nothing][at] += amount
        for (payer, share) in cost.payers.payers(in: year) {
            costs[payer, default: nothing][at] += amount * share
        }
    }

    private mutating func enter(_ amount: Money, of flow: BudgetPlan.Flow, in year: Int) {
        let at = index(of: year)
        let payers: [(BudgetPayer?, Decimal)] =
            [(nil, 1)] + flow.payers.payers(in: year).map { ($0.payer, $0.share) }
        for (payer, share) in payers {
            let part = amount * share
            consequences[Column(payer: payer, area: nil), default: nothing][at] += part
            guard let area = flow.area else { continue }
            consequences[Column(payer: payer, area: area), default: nothing][at] += part
        }
    }

    private func index(of year: Int) -> Int {
        guard let first = years.first, years.indices.contains(year - first) else {
            preconditionFailure("year \(year) is not one of \(years)")
        }
        return year - first
    }
}
