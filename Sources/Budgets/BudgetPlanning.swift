import Basics
import Foundation
import Model

/// Turns a budget and a scenario into a plan, collecting what stands in the way.
struct BudgetPlanning {
    let budget: Budget
    let scenario: BudgetScenario
    let conversion: PriceConversion
    private(set) var findings: [Finding] = []

    init(_ budget: Budget, _ scenario: BudgetScenario, index: PriceIndex?) {
        self.budget = budget
        self.scenario = scenario
        conversion = PriceConversion(target: budget.level, index: index)
    }

    /// The plan, or nothing where a finding is an error.
    mutating func plan() -> BudgetPlan? {
        checkScenario()
        let supplied = budget.yearsSupplied
        let cohorts = cohorts()
        let (difference, isCapped) = difference()
        var plan = BudgetPlan(
            baseYear: budget.baseYear, cohorts: cohorts, difference: difference,
            isCapped: isCapped, horizon: min(askedHorizon, supplied), flows: [], costs: [],
            rates: rates)
        plan.flows = flows(through: plan.horizon)
        plan.costs = costs(for: cohorts)
        checkHorizon(supplied)
        guard findings.allSatisfy({ $0.severity < .error }) else { return nil }
        checkPayers(of: plan)
        return findings.allSatisfy { $0.severity < .error } ? plan : nil
    }

    var askedHorizon: Int { scenario.horizon ?? budget.horizon }

    var with: Ratio { scenario.with ?? budget.success.with.share }

    var without: Ratio { scenario.without ?? budget.success.without.share }

    var rates: DiscountRates {
        guard let rate = scenario.rate else { return budget.rates }
        return .flat(rate, backing: BudgetBacking(source: "scenario", evidence: .provisional))
    }

    /// The variant whose costs count, the first declared by default.
    var variant: BudgetVariant? {
        guard let name = scenario.variant else { return budget.variants.first }
        return budget.variants.first { $0.name == name }
    }

    mutating func report(
        _ code: FindingCode, _ summary: String, severity: Severity = .error
    ) {
        findings.append(Finding(code, severity, at: Place(budget.name), summary))
    }

    private func cohorts() -> [BudgetPlan.Cohort] {
        let declared = budget.cohorts.reduce(Decimal(0)) { $0 + $1.citizens.decimal }
        return budget.cohorts.map { cohort in
            var citizens = cohort.citizens.decimal
            if let asked = scenario.participants {
                citizens = asked.decimal * citizens / declared
            }
            if cohort.counted == .starting, let completion = budget.completion {
                citizens *= completion.share.decimal
            }
            return BudgetPlan.Cohort(year: cohort.year, citizens: citizens)
        }
    }

    /// The difference from the alternative; the share with the intervention ends at 1.
    private func difference() -> (Decimal, isCapped: Bool) {
        let wanted = (with.decimal - without.decimal) * scenario.differenceFactor.decimal
        let most = 1 - without.decimal
        return wanted > most ? (most, true) : (wanted, false)
    }
}

extension Budget {
    /// How many years after the finishing year have figures.
    var yearsSupplied: Int {
        switch consequences {
        case .items(let items): items.flatMap { $0.changes.map(\.year) }.max() ?? 0
        case .totals(let totals): totals.years
        case .borrowed: 0
        }
    }
}
