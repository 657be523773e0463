import Basics
import Budgets
import Foundation
import Model
import Testing

/// Expected amounts are worked out by hand from the definition: 50 citizens, 12 % − 2 %, so
/// 5 successes; for example shelter 5 × (120 + 80 + 40) × 1,100 = 1,320,000.
@Suite struct WorkedExampleTests {
    let undiscounted = BudgetScenario(rate: 0)

    func potential(_ scenario: BudgetScenario) throws -> BudgetPotential {
        try Shipped.potential(try Shipped.budget("worked-example"), scenario)
    }

    @Test func theNetIsTheConsequencesMinusTheCost() throws {
        let potential = try potential(undiscounted)
        #expect(potential.standing == .netResult)
        #expect(potential.cost.tidy == ["-1000000.00", "-1000000.00"])
        #expect(potential.consequence.tidy == ["1871250.00", "1871250.00"])
        #expect(potential.net.tidy == ["871250.00", "871250.00"])
        #expect(potential.basis.successes == 5)
    }

    @Test(arguments: [
        // Shelter 1,320,000 − home support 5 × 75 × 450 = 168,750.
        (ConsequenceArea.adultSocialServices, "1151250.00"),
        (.incomeTransfers, "450000.00"), (.somaticHospital, "120000.00"), (.tax, "150000.00"),
    ]) func eachAreaHasItsOwnSum(area: ConsequenceArea, expected: String) throws {
        let line = try potential(undiscounted).line(.consequence, area: area)
        #expect(line?.total?.undiscounted.tidy == expected)
    }

    @Test(arguments: [
        (PublicPurse.kommune, "920250.00"), (.region, "96000.00"), (.stat, "855000.00"),
    ]) func eachPayerHasItsShare(purse: PublicPurse, expected: String) throws {
        let line = try potential(undiscounted).line(.consequence, payer: BudgetPayer(purse))
        #expect(line?.total?.undiscounted.tidy == expected)
    }

    @Test func theMunicipalityThatPaysLosesWhileThePublicGains() throws {
        let line = try potential(undiscounted).line(.net, payer: BudgetPayer(.kommune))
        #expect(line?.total?.undiscounted.tidy == "-79750.00")
    }

    @Test func perCitizenAndPerSuccessDivideTheNet() throws {
        let potential = try potential(undiscounted)
        #expect(potential.perCitizen[0].sum.tidy == ["17425.00", "17425.00"])
        #expect(potential.perSuccess[0].sum.tidy == ["174250.00", "174250.00"])
    }

    @Test func theYearsAddUpToTheCumulativeNet() throws {
        let potential = try potential(undiscounted)
        #expect(potential.years == [0, 1, 2, 3])
        #expect(
            potential.line(.net)?.byYear.map(\.undiscounted.tidy)
                == ["-1000000.00", "777500.00", "623750.00", "470000.00"])
        #expect(
            potential.line(.cumulative)?.byYear.map(\.undiscounted.tidy)
                == ["-1000000.00", "-222500.00", "401250.00", "871250.00"])
    }

    @Test func itBreaksEvenInYearTwoAndAtFivePointThreeFourPerCent() throws {
        let point = try #require(try potential(undiscounted).breakEven.first).undiscounted
        #expect(point.year == 2)
        // 1,000,000 / (50 × 374,250)
        #expect(
            try #require(point.success).rounded(places: 6) == Ratio(decimal: "0.053440")?.decimal)
        #expect(point.cost.tidy == "1871250.00")
        #expect(point.costPerCitizen?.tidy == "37425.00")
    }

    @Test func theMunicipalityNeverBreaksEven() throws {
        let breakEven = try potential(undiscounted).breakEven
        let kommune = try #require(breakEven.first { $0.payer == BudgetPayer(.kommune) })
        #expect(kommune.undiscounted.year == nil)
        // 10 % × 1,000,000 / 920,250
        #expect(
            kommune.undiscounted.success?.rounded(places: 6) == Ratio(decimal: "0.108666")?.decimal)
    }

    @Test(arguments: [(7, "-64375.00"), (17, "1806875.00")])
    func theNetFollowsTheSuccess(with: Int64, expected: String) throws {
        // 7 % and 17 % minus 2 % are the differences 5 % and 15 %.
        var scenario = undiscounted
        scenario.with = Ratio(with, over: 100)
        #expect(try potential(scenario).net.undiscounted.tidy == expected)
    }

    @Test(arguments: [(4, "1071250.00"), (6, "671250.00")])
    func theNetFollowsTheCost(fifths: Int64, expected: String) throws {
        let scenario = BudgetScenario(rate: 0, costFactor: Ratio(fifths, over: 5))
        #expect(try potential(scenario).net.undiscounted.tidy == expected)
    }

    @Test(arguments: [(4, "497000.00"), (6, "1245500.00")])
    func theNetFollowsThePrices(fifths: Int64, expected: String) throws {
        let scenario = BudgetScenario(rate: 0, priceFactor: Ratio(fifths, over: 5))
        #expect(try potential(scenario).net.undiscounted.tidy == expected)
    }

    @Test func theShippedRateIsThreeAndAHalfPerCent() throws {
        let net = try potential(.asDeclared).net
        #expect(net.undiscounted.tidy == "871250.00")
        // 777,500 / 1.035 + 623,750 / 1.071225 + 470,000 / 1.108717875 − 1,000,000
        #expect(net.discounted.tidy == "757398.10")
    }

    @Test func aShorterHorizonLeavesOutTheLaterYears() throws {
        let potential = try potential(BudgetScenario(rate: 0, horizon: 2))
        #expect(potential.years == [0, 1, 2])
        #expect(potential.net.undiscounted.tidy == "401250.00")
    }

    @Test func yearsBeyondTheFiguresAreNotAvailable() throws {
        let weighed = budgetPotential(
            try Shipped.budget("worked-example"), scenario: BudgetScenario(horizon: 5))
        let potential = try #require(weighed.value)
        #expect(weighed.findings.map(\.code) == [.budgetHorizonNotSupplied])
        #expect(potential.yearsNotAvailable == [4, 5])
        #expect(potential.notes.contains(.horizonCut(asked: 5, available: 3)))
        #expect(tidyRows(potential).contains(["net", "*", "*", "4", "", ""]))
    }
}
