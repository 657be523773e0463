import Basics
import Foundation
import Loading
import Model
import TestSupport
import Testing

/// Each mistake is made in a copy of the worked example, which has none.
@Suite struct BudgetLoadingTests {
    func shipped(_ name: String) throws -> String {
        try String(
            contentsOfFile: Folders.package + "Pipelines/Budgets/\(name).yaml", encoding: .utf8)
    }

    /// The findings when the first `old` in the worked example reads `new`.
    func findings(replacing old: String, with new: String) throws -> [Finding] {
        var yaml = try shipped("worked-example")
        let range = try #require(yaml.range(of: old), "the example lacks '\(old)'")
        yaml.replaceSubrange(range, with: new)
        let loaded = loadBudget(yaml: yaml, path: "Budgets/worked-example.yaml")
        #expect(loaded.value == nil)
        return loaded.findings
    }

    @Test(arguments: ["worked-example", "familiens-vej", "koordinerende-familiekonsulent"])
    func aShippedBudgetHasNoMistakes(name: String) throws {
        let loaded = loadBudget(yaml: try shipped(name), path: "\(name).yaml")
        #expect(loaded.findings.map(\.line) == [])
        #expect(loaded.value?.name == name)
    }

    @Test func payerSharesThatDoNotSumToOneAreAFinding() throws {
        let found = try findings(
            replacing: "{kommune: 50 %, stat: 50 %}", with: "{kommune: 50 %, stat: 40 %}")
        #expect(found.map(\.code) == [.budgetPayerShares])
        #expect(found[0].summary.contains("sum to 90 %, not 100 %"))
        #expect(found[0].place.line == 35)
    }

    @Test func committeesThatDoNotSumToOneAreAFinding() throws {
        let found = try findings(
            replacing: "payers: {kommune: 100 %}",
            with: "payers: {kommune: 100 %, committees: {children: 60 %, work: 30 %}}")
        #expect(found.map(\.code) == [.budgetPayerShares])
    }

    @Test func splitsThatHoldAtTheSameTimeAreAFinding() throws {
        let found = try findings(
            replacing: "payers: {kommune: 100 %}",
            with: "payers: [{through: 2023-09-30, stat: 100 %}, {from: 2023-05-01, kommune: 100 %}]"
        )
        #expect(found.map(\.code) == [.budgetPayerShares])
        #expect(found[0].summary.contains("2023"))
    }

    @Test func aMissingPriceYearIsAFinding() throws {
        let ofBudget = try findings(replacing: "price-year: 2025\n", with: "\n")
        #expect(ofBudget.map(\.code) == [.budgetPriceYearMissing])
        let ofPrice = try findings(
            replacing: "amount: 3000, price-year: 2025", with: "amount: 3000")
        #expect(ofPrice.map(\.code) == [.budgetPriceYearMissing])
        #expect(ofPrice[0].summary.contains("consequences[1].price"))
    }

    @Test func anUnknownAreaIsAFindingWithANearMiss() throws {
        let found = try findings(replacing: "area: income-transfers", with: "area: income-transfer")
        #expect(found.map(\.code) == [.budgetAreaUnknown])
        #expect(found[0].summary.contains("did you mean 'income-transfers'?"))
    }

    @Test func aSuccessAboveAHundredPerCentIsAFinding() throws {
        let found = try findings(replacing: "share: 12 %", with: "share: 112 %")
        #expect(found.map(\.code) == [.budgetSuccessRange])
        #expect(found[0].summary == "'success.with' must be from 0 % to 100 %")
    }

    @Test func aBudgetWithoutAStatedAlternativeIsRefused() throws {
        let share = try findings(
            replacing: "  without: {share: 2 %, source: invented for the example, "
                + "evidence: confirmed, letter: D}\n", with: "")
        #expect(share.map(\.code) == [.budgetNoAlternative])
        let words = try findings(
            replacing: "  alternative: {da: Det sædvanlige tilbud, en: The usual services}\n",
            with: "")
        #expect(words.map(\.code) == [.budgetNoAlternative])
    }

    @Test func theCompletionRateEntersOnce() throws {
        let unused = try findings(
            replacing: "vat: excluded",
            with: "vat: excluded\ncompletion: {share: 80 %, source: x, evidence: confirmed}")
        #expect(unused.map(\.code) == [.budgetCompletion])
        let lacking = try findings(replacing: "finishing: 50", with: "starting: 50")
        #expect(lacking.map(\.code) == [.budgetCompletion])
    }

    @Test func reimbursementCannotBeCountedInTwoPlaces() throws {
        let found = try findings(
            replacing: "{amount: 1100,", with: "{reimbursement: in-prices, amount: 1100,")
        #expect(found.map(\.code) == [.definitionKeyUnknown])
    }

    @Test func yearsBeforeTheBaseYearAreAFinding() throws {
        let found = try findings(replacing: "base-year: 0 ", with: "base-year: 1 ")
        #expect(found.map(\.code) == [.budgetYearBeforeBase, .budgetYearBeforeBase])
    }

    @Test func anIntervalNeedsBothEndsRoundItsValue() throws {
        let open = try findings(replacing: "share: 12 %,", with: "share: 12 %, low: 8 %,")
        #expect(open.map(\.code) == [.definitionValueWrong])
        let beside = try findings(
            replacing: "share: 12 %,", with: "share: 12 %, low: 13 %, high: 20 %,")
        #expect(beside.map(\.code) == [.definitionValueWrong])
    }

    @Test func aNumberWithoutASourceIsAFinding() throws {
        let found = try findings(
            replacing: "{amount: 1100, price-year: 2025, source: invented for the example, ",
            with: "{amount: 1100, price-year: 2025, ")
        #expect(found.map(\.code) == [.definitionKeyMissing])
    }

    @Test func everyMistakeOfAFileIsReportedAtOnce() throws {
        var yaml = try shipped("worked-example")
        yaml = yaml.replacingOccurrences(of: "area: tax", with: "area: taxes")
        yaml = yaml.replacingOccurrences(of: "share: 12 %", with: "share: 101 %")
        yaml = yaml.replacingOccurrences(of: "horizon: 3", with: "horizon: 30")
        let codes = loadBudget(yaml: yaml, path: "worked-example.yaml").findings.map(\.code)
        #expect(Set(codes) == [.budgetAreaUnknown, .budgetSuccessRange, .definitionValueWrong])
    }

    @Test func theNameIsTheFiles() throws {
        let loaded = loadBudget(yaml: try shipped("worked-example"), path: "other.yaml")
        #expect(loaded.findings.map(\.code) == [.definitionValueWrong])
    }

    @Test func borrowedConsequencesAreLookedUp() throws {
        let files = try ["koordinerende-familiekonsulent", "familiens-vej"].map {
            BudgetFile(path: "\($0).yaml", yaml: try shipped($0))
        }
        let budget = try #require(loadBudgets(files).value?.first)
        #expect(budget.loan?.name == "familiens-vej")
        let alone = loadBudgets([files[0]])
        #expect(alone.value == nil)
        #expect(alone.findings.map(\.code) == [.definitionNameUnknown])
    }

    @Test func theDiscountRatesAreTheMinistrysWhereNoneAreStated() throws {
        let loaded = loadBudget(yaml: try shipped("familiens-vej"), path: "familiens-vej.yaml")
        let rates = try #require(loaded.value?.rates)
        // Finansministeriet, 7 January 2021: 3.5 % to year 35, 2.5 % to year 70, then 1.5 %.
        #expect(
            [1, 35, 36, 70, 71].map { rates.rate(ofYear: $0).value * 1000 } == [35, 35, 25, 25, 15])
    }
}
