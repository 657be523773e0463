import Basics
import Budgets
import Foundation
import Model
import Testing

/// The published figures that the shipped budgets must give back.
@Suite struct ShippedBudgetTests {
    @Test func fifteenSuccessesAreThreePointThreeMillionOverFourYears() throws {
        let potential = try Shipped.potential(try Shipped.budget("familiens-vej"))
        #expect(potential.basis.successes == 15)
        // Social- og Boligstyrelsen: about 1 million in the first year, more than 3 in four.
        #expect(potential.net.undiscounted.tidy == "3300000.00")
        #expect(potential.years == [0, 1, 2, 3, 4])
        #expect(potential.line(.net)?.byYear[1].undiscounted.tidy == "1000000.00")
        #expect(potential.line(.net)?.byYear[0].undiscounted.tidy == "0.00")
    }

    @Test func theChildrensPartIsJustUnderFiftyThousandPerSuccess() throws {
        let part = try #require(
            try Shipped.potential(try Shipped.budget("familiens-vej")).parts.first)
        #expect(part.bound == .justUnder)
        #expect(part.perSuccess.tidy == "50000.00")
        #expect(part.area == .childrenSocialMeasures)
    }

    @Test func aPotentialWithoutCostsIsNoNetResult() throws {
        let potential = try Shipped.potential(try Shipped.budget("familiens-vej"))
        #expect(potential.standing == .potential)
        #expect(potential.notes.contains(.totalsNotItems))
        #expect(potential.notes.contains(.laterYearsSpreadEvenly))
        #expect(potential.breakEven.isEmpty)
        #expect(potential.line(.cost) == nil)
        #expect(potential.line(.net, payer: BudgetPayer(.kommune)) == nil)
    }

    @Test func anotherNumberOfSuccessesScalesThePotential() throws {
        let potential = try Shipped.potential(
            try Shipped.budget("familiens-vej"), BudgetScenario(participants: 4))
        // 4 × 220,000
        #expect(potential.net.undiscounted.tidy == "880000.00")
    }

    @Test func aFamilyCostsSixtySevenThousandAndAFullCourseMore() throws {
        let budget = try Shipped.budget("koordinerende-familiekonsulent")
        let family = try Shipped.potential(budget, BudgetScenario(participants: 1))
        // 383,000 / 5.7 = 67,192.98, which the source rounds to 67,000.
        #expect(family.cost.undiscounted.tidy == "-67192.98")
        #expect(family.cost.undiscounted.rounded(places: -3).tidy == "-67000.00")
        let course = try Shipped.potential(
            budget, BudgetScenario(participants: 1, variant: "full-course"))
        // 24 months at 7,000.
        #expect(course.cost.undiscounted.tidy == "-168000.00")
        #expect(course.basis.variant?.name == "full-course")
    }

    @Test func theYearlyCostIsWhatTheSourceSays() throws {
        let budget = try Shipped.budget("koordinerende-familiekonsulent")
        #expect(try Shipped.potential(budget).cost.undiscounted.tidy == "-383000.00")
    }

    @Test func theCostTableStandsAsPublished() throws {
        let table = try #require(
            try Shipped.budget("koordinerende-familiekonsulent").costTable)
        #expect(
            table.rows.map { $0.amounts.map(\.tidy) } == [
                ["32000.00", "44000.00"], ["383000.00", "529000.00"],
                ["67000.00", "93000.00"], ["7000.00", "10000.00"],
            ])
        // A month is a twelfth of a year, but for the source's own rounding to thousands.
        let year = table.rows[1].amounts.map { ($0 / 12).rounded(places: -3) }
        #expect(year == table.rows[0].amounts)
    }

    @Test func borrowedConsequencesMakeAWhatIf() throws {
        let potential = try Shipped.potential(
            try Shipped.budget("koordinerende-familiekonsulent"))
        #expect(potential.standing == .whatIf)
        #expect(potential.basis.loan?.name == "familiens-vej")
        // 5.7 × 10 % × 220,000 − 383,000
        #expect(potential.net.undiscounted.tidy == "-257600.00")
        let point = try #require(potential.breakEven.first).undiscounted
        // 67,192.98 / 220,000
        #expect(try #require(point.success).rounded(places: 4) == Ratio(decimal: "0.3054")?.decimal)
    }
}
