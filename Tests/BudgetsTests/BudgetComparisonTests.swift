import Basics
import Budgets
import Foundation
import Model
import Testing

@Suite struct BudgetComparisonTests {
    func measured(_ measure: String = "invented-success") -> MeasuredSuccess {
        MeasuredSuccess(
            measure: measure, successes: 9, due: 50, missing: 6, low: 0.1, high: 0.3)
    }

    func comparison(_ measured: MeasuredSuccess) throws -> BudgetComparison {
        let weighed = budgetComparison(
            try Shipped.budget("worked-example"), measured: measured,
            scenario: BudgetScenario(rate: 0))
        return try #require(weighed.value)
    }

    @Test func forecastAndRealisedStandSideBySide() throws {
        let comparison = try comparison(measured())
        #expect(comparison.forecast.net.undiscounted.tidy == "871250.00")
        // 9 / 50 − 2 % = 16 %, so 8 successes × 374,250 − 1,000,000.
        #expect(comparison.realised.net.undiscounted.tidy == "1994000.00")
        #expect(comparison.realised.basis.successes == 8)
    }

    @Test func theMeasuredIntervalBecomesAnIntervalOfTheNet() throws {
        let comparison = try comparison(measured())
        // 8 % and 28 % of 50 citizens: 4 and 14 successes.
        #expect(comparison.realisedLow.undiscounted.tidy == "497000.00")
        #expect(comparison.realisedHigh.undiscounted.tidy == "4239500.00")
    }

    @Test func theMissingAreNotedAsNotSuccessful() throws {
        #expect(
            try comparison(measured()).realised.notes.contains(.missingCountAsNotSuccessful(6)))
    }

    @Test func anotherSuccessMeasureIsAWhatIf() throws {
        let comparison = try comparison(measured("less-stress"))
        #expect(comparison.realised.standing == .whatIf)
        #expect(comparison.realised.notes.contains(.otherSuccessMeasured))
        #expect(comparison.forecast.standing == .netResult)
    }

    @Test func nobodyMeasuredGivesNoComparison() throws {
        let nobody = MeasuredSuccess(
            measure: "invented-success", successes: 0, due: 0, missing: 0, low: 0, high: 1)
        let weighed = budgetComparison(try Shipped.budget("worked-example"), measured: nobody)
        #expect(weighed.value == nil)
    }
}
