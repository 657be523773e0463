import Basics
import Model

/// Puts the declared success beside the measured one, on the same citizens.
///
/// The measured share takes the missing as not successful; the alternative stays the declared
/// one, so what is shown is a difference from an assumption, not an effect.
public func budgetComparison(
    _ budget: Budget, measured: MeasuredSuccess, scenario: BudgetScenario = .asDeclared,
    index: PriceIndex? = nil
) -> Weighed<BudgetComparison> {
    precondition(
        (0...measured.due).contains(measured.successes + measured.missing),
        "\(measured.successes) successes and \(measured.missing) missing of \(measured.due)")
    let forecast = budgetPotential(budget, scenario: scenario, index: index)
    guard measured.due > 0, let declared = forecast.value else {
        return Weighed(value: nil, findings: forecast.findings)
    }
    let realised = scenario.measured(measured)
    let values = [realised, realised.atLowEnd, realised.atHighEnd].map {
        budgetPotential(budget, scenario: $0, index: index).value
    }
    guard var base = values[0], let low = values[1], let high = values[2] else {
        return Weighed(value: nil, findings: forecast.findings)
    }
    if measured.missing > 0 {
        base.notes.append(.missingCountAsNotSuccessful(measured.missing))
    }
    let comparison = BudgetComparison(
        measured: measured, forecast: declared, realised: base, realisedLow: low.net,
        realisedHigh: high.net)
    return Weighed(value: comparison, findings: forecast.findings)
}

extension BudgetScenario {
    /// The scenario with a measured share and its interval in place of the declared share.
    public func measured(_ measured: MeasuredSuccess) -> BudgetScenario {
        with {
            $0.with = Ratio(Int64(measured.successes), over: Int64(measured.due))
            $0.withInterval = Ratio(share: measured.low)...Ratio(share: measured.high)
            $0.measuredBy = measured.measure
        }
    }

    var atLowEnd: BudgetScenario { with { $0.with = $0.withInterval?.lowerBound ?? $0.with } }

    var atHighEnd: BudgetScenario { with { $0.with = $0.withInterval?.upperBound ?? $0.with } }
}

extension Ratio {
    /// A share that is an estimate, held between 0 and 1 and kept to nine decimals.
    fileprivate init(share: Double) {
        let held = min(1, max(0, share))
        self.init(Int64((held * 1e9).rounded()), over: 1_000_000_000)
    }
}
