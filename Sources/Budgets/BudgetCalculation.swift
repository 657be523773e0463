import Basics
import Foundation
import Model

/// Computes the budget potential of a budget under a scenario.
///
/// SØM's formula: successes = citizens finishing × (share with − share without); a consequence is
/// the successes × change in units × unit price, an expense's reduction and an income's increase
/// both positive; the net is the consequences minus the costs. The finishing year is year 0, the
/// base year is undiscounted, prices are constant and the rate is real.
public func budgetPotential(
    _ budget: Budget, scenario: BudgetScenario = .asDeclared, index: PriceIndex? = nil
) -> Weighed<BudgetPotential> {
    var planning = BudgetPlanning(budget, scenario, index: index)
    guard let plan = planning.plan() else {
        return Weighed(value: nil, findings: planning.findings)
    }
    let composition = BudgetComposition(planning: planning, plan: plan)
    return Weighed(value: composition.potential(), findings: planning.findings)
}

/// The net of a plan with all public payers together.
func net(of plan: BudgetPlan) -> BudgetSum {
    let ledger = Ledger(plan, difference: plan.difference)
    let growth = Growth(plan.rates, count: ledger.years.count)
    let net = zip(ledger.cost(nil), ledger.consequence(nil)).map { $0 + $1 }
    return growth.sums(net).reduce(.zero, +)
}

/// Puts a plan's ledger together as a potential.
struct BudgetComposition {
    let planning: BudgetPlanning
    let plan: BudgetPlan
    let ledger: Ledger
    /// What the ledger would hold if everybody succeeded and nobody would have otherwise.
    let everybody: Ledger
    let growth: Growth

    init(planning: BudgetPlanning, plan: BudgetPlan) {
        self.planning = planning
        self.plan = plan
        ledger = Ledger(plan, difference: plan.difference)
        everybody = Ledger(plan, difference: 1)
        growth = Growth(plan.rates, count: ledger.years.count)
    }

    private var budget: Budget { planning.budget }

    private var successes: Decimal { plan.citizens * plan.difference }

    func potential() -> BudgetPotential {
        BudgetPotential(
            budget: budget.name, title: budget.title, standing: standing, basis: basis,
            years: ledger.years, yearsNotAvailable: yearsNotAvailable, lines: lines,
            perCitizen: quotients(by: plan.citizens), perSuccess: quotients(by: successes),
            breakEven: breakEven, parts: parts, notes: planning.notes(of: plan))
    }

    private var standing: BudgetPotential.Standing {
        if budget.loan != nil || planning.measuresAnotherSuccess || planning.isUnconverted {
            return .whatIf
        }
        return plan.costs.isEmpty ? .potential : .netResult
    }

    private var basis: BudgetBasis {
        BudgetBasis(
            citizens: plan.citizens, successes: successes, with: planning.with,
            without: planning.without, horizonAsked: planning.askedHorizon,
            horizon: plan.horizon, baseYear: budget.baseYear, level: budget.level,
            rates: plan.rates, valueAddedTax: budget.valueAddedTax,
            reimbursement: budget.reimbursement, fadeOut: budget.fadeOut,
            variant: planning.variant, loan: budget.loan, indexUsed: planning.indexUsed)
    }

    private var yearsNotAvailable: [Int] {
        let last = plan.cohorts.map(\.year).max() ?? plan.baseYear
        return Array((last + plan.horizon)..<(last + planning.askedHorizon))
            .map { $0 + 1 }
            .filter { !ledger.years.contains($0) }
    }

    /// All payers together, then each where the consequences are split.
    private var payers: [BudgetPayer?] {
        [nil] + (plan.isSplitByPayer ? ledger.payers : [])
    }

    private var lines: [BudgetLine] {
        let costs = ([nil] + ledger.payers).map { line(.cost, $0, amounts: ledger.cost($0)) }
        let consequences = payers.flatMap { payer in
            ([nil] + ledger.areas).map { area in
                line(.consequence, payer, area, amounts: ledger.consequence(payer, area))
            }
        }
        let nets = payers.map { line(.net, $0, amounts: net($0)) }
        return (plan.costs.isEmpty ? [] : costs) + consequences + nets + nets.map(cumulative)
    }

    private func line(
        _ figure: BudgetFigure, _ payer: BudgetPayer?, _ area: ConsequenceArea? = nil,
        amounts: [Money]
    ) -> BudgetLine {
        let sums = growth.sums(amounts)
        return BudgetLine(
            figure: figure, payer: payer, area: area, byYear: sums,
            total: sums.reduce(.zero, +))
    }

    private func cumulative(_ net: BudgetLine) -> BudgetLine {
        var sum = BudgetSum.zero
        let running = net.byYear.map { year in
            sum = sum + year
            return sum
        }
        return BudgetLine(
            figure: .cumulative, payer: net.payer, byYear: running, total: nil)
    }

    private func net(_ payer: BudgetPayer?) -> [Money] {
        zip(ledger.cost(payer), ledger.consequence(payer)).map { $0 + $1 }
    }

    private func quotients(by number: Decimal) -> [BudgetQuotient] {
        guard number > 0 else { return [] }
        return payers.map { payer in
            let total = growth.sums(net(payer)).reduce(.zero, +)
            return BudgetQuotient(payer: payer, sum: total / number)
        }
    }

    private var breakEven: [BudgetBreakEven] {
        guard !plan.costs.isEmpty else { return [] }
        return payers.filter { $0?.committee == nil }.map { payer in
            let costs = growth.sums(ledger.cost(payer))
            let gains = growth.sums(ledger.consequence(payer))
            let most = growth.sums(everybody.consequence(payer))
            return BudgetBreakEven(
                payer: payer,
                undiscounted: point(costs, gains, most, \.undiscounted),
                discounted: point(costs, gains, most, \.discounted))
        }
    }

    private func point(
        _ costs: [BudgetSum], _ gains: [BudgetSum], _ most: [BudgetSum],
        _ way: KeyPath<BudgetSum, Money>
    ) -> BudgetBreakEven.Point {
        let cost = costs.map { $0[keyPath: way] }
        let gain = gains.map { $0[keyPath: way] }
        let spent = -cost.reduce(.zero, +)
        let gained = gain.reduce(.zero, +)
        let possible = most.reduce(.zero) { $0 + $1[keyPath: way] }
        return BudgetBreakEven.Point(
            year: gained > .zero ? breakEvenYear(cost, gain) : nil,
            success: possible > .zero ? spent.kroner / possible.kroner : nil,
            cost: gained,
            costPerCitizen: plan.citizens > 0 ? gained / plan.citizens : nil)
    }

    /// The first year from which the cumulative net stays at or above zero.
    private func breakEvenYear(_ cost: [Money], _ gain: [Money]) -> Int? {
        var sum = Money.zero
        let running = zip(cost, gain).map { cost, gain in
            sum += cost + gain
            return sum.rounded(places: 16)
        }
        guard let lastBelow = running.lastIndex(where: { $0 < .zero }) else {
            return ledger.years.first
        }
        return lastBelow + 1 < ledger.years.count ? ledger.years[lastBelow + 1] : nil
    }

    private var parts: [BudgetPart] {
        guard case .totals(let totals) = budget.consequences else { return [] }
        return totals.parts.map { part in
            let perSuccess = part.total.perSuccess
            return BudgetPart(
                name: part.name, title: part.title, area: part.area, bound: part.total.bound,
                perSuccess: perSuccess, inAll: perSuccess * successes)
        }
    }
}
