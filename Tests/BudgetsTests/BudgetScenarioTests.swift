import Basics
import Budgets
import Foundation
import Model
import Testing

@Suite struct BudgetScenarioTests {
    func codes(_ scenario: BudgetScenario) throws -> [FindingCode] {
        let weighed = budgetPotential(try Shipped.budget("worked-example"), scenario: scenario)
        #expect(weighed.value == nil)
        return weighed.findings.map(\.code)
    }

    @Test func aSuccessAboveAHundredPerCentIsRefused() throws {
        #expect(try codes(BudgetScenario(with: Ratio(112, over: 100))) == [.budgetSuccessRange])
        #expect(try codes(BudgetScenario(without: Ratio(-1, over: 100))) == [.budgetSuccessRange])
    }

    @Test func questionsOutsideTheModelAreRefused() throws {
        #expect(try codes(BudgetScenario(participants: 0)) == [.budgetScenarioWrong])
        #expect(try codes(BudgetScenario(rate: 2)) == [.budgetScenarioWrong])
        #expect(try codes(BudgetScenario(horizon: 11)) == [.budgetScenarioWrong])
        #expect(try codes(BudgetScenario(variant: "full-course")) == [.budgetScenarioWrong])
    }

    @Test func pricesOfAnotherYearNeedAnIndex() throws {
        let weighed = budgetPotential(try Shipped.threeCohorts())
        #expect(weighed.value == nil)
        #expect(
            weighed.findings.map(\.code) == [.budgetPriceIndexMissing, .budgetPriceIndexMissing])
        #expect(weighed.findings[0].summary.contains("2023"))
    }

    @Test func theIndexThatWasUsedIsNamed() throws {
        let potential = try Shipped.potential(
            try Shipped.threeCohorts(), index: try Shipped.index())
        #expect(potential.basis.indexUsed.map(\.year) == [2023, 2025])
    }

    @Test func aMoreSuccessfulAlternativeMakesANegativeNet() throws {
        let potential = try Shipped.potential(
            try Shipped.budget("worked-example"),
            BudgetScenario(with: Ratio(2, over: 100), without: Ratio(12, over: 100), rate: 0))
        // −1,871,250 − 1,000,000
        #expect(potential.net.undiscounted.tidy == "-2871250.00")
        #expect(potential.perSuccess.isEmpty)
        #expect(potential.breakEven[0].undiscounted.year == nil)
        // What success would pay for the intervention does not hang on the success there was.
        #expect(potential.breakEven[0].undiscounted.success != nil)
    }

    @Test func anItemThatEndsEarlyIsNotedAndNotTakenForZero() throws {
        let potential = try Shipped.potential(
            try Shipped.threeCohorts(), index: try Shipped.index())
        let ends = potential.notes.compactMap { note -> [Int]? in
            if case .itemEndsEarly(_, let missing) = note { return missing }
            return nil
        }
        #expect(ends == [[3, 4], [4]])
    }

    @Test func aProvisionalInputIsNoted() throws {
        let potential = try Shipped.potential(
            try Shipped.threeCohorts(), index: try Shipped.index())
        #expect(
            potential.notes.contains(
                .provisional(LocalizedText(da: "Virksomhedspraktik", en: "Job training"))))
    }

    @Test func aBudgetWhoseLoanWasNotLookedUpIsRefused() throws {
        var budget = try Shipped.budget("worked-example")
        budget.consequences = .borrowed(from: "somewhere")
        #expect(budgetPotential(budget).findings.map(\.code) == [.definitionNameUnknown])
    }

    @Test func neverStandsInTheTidyRows() throws {
        let rows = tidyRows(
            try Shipped.potential(try Shipped.budget("worked-example"), BudgetScenario(rate: 0)))
        #expect(rows.contains(["break-even-year", "*", "*", "*", "2", "2"]))
        #expect(rows.contains(["break-even-year", "kommune", "*", "*", "never", "never"]))
        #expect(
            rows.contains(
                ["break-even-success", "*", "*", "*", "0.0534402138", "0.0534402138"]))
    }
}
