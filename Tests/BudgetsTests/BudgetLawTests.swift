import Basics
import Budgets
import Foundation
import Model
import Testing

/// What must hold for every budget.
@Suite struct BudgetLawTests {
    func potential(_ scenario: BudgetScenario = .asDeclared) throws -> BudgetPotential {
        try Shipped.potential(try Shipped.threeCohorts(), scenario, index: try Shipped.index())
    }

    /// Equal to fifteen decimals: prices of the three cohorts are converted by an index and
    /// costs are divided by three, which leaves a tail.
    func isClose(_ a: Money, _ b: Money) -> Bool {
        a.rounded(places: 15) == b.rounded(places: 15)
    }

    @Test func netPerCitizenTimesCitizensIsTheNet() throws {
        let potential = try potential()
        let each = potential.perCitizen[0].sum
        #expect(isClose(each.undiscounted * potential.basis.citizens, potential.net.undiscounted))
        #expect(isClose(each.discounted * potential.basis.citizens, potential.net.discounted))
    }

    @Test(arguments: BudgetFigure.allCases)
    func thePursesAddUpToAllInEveryYear(figure: BudgetFigure) throws {
        let potential = try potential()
        let all = try #require(potential.line(figure))
        for year in potential.years.indices {
            let parts = try PublicPurse.allCases.map {
                try #require(potential.line(figure, payer: BudgetPayer($0))).byYear[year]
            }
            let sum = parts.reduce(.zero, +)
            #expect(isClose(sum.undiscounted, all.byYear[year].undiscounted))
            #expect(isClose(sum.discounted, all.byYear[year].discounted))
        }
    }

    @Test func withDecimalInputsThePursesAddUpExactly() throws {
        let potential = try Shipped.potential(try Shipped.budget("worked-example"))
        for figure in BudgetFigure.allCases {
            let all = try #require(potential.line(figure))
            for year in potential.years.indices {
                let sum = PublicPurse.allCases.compactMap {
                    potential.line(figure, payer: BudgetPayer($0))?.byYear[year].undiscounted
                }.reduce(.zero, +)
                #expect(sum == all.byYear[year].undiscounted)
            }
        }
    }

    @Test func theAreasAddUpToAllInEveryYearForEveryPayer() throws {
        let potential = try potential()
        for all in potential.lines where all.figure == .consequence && all.area == nil {
            for year in potential.years.indices {
                let parts = ConsequenceArea.allCases.compactMap {
                    potential.line(.consequence, payer: all.payer, area: $0)?.byYear[year]
                }
                let sum = parts.reduce(.zero, +)
                #expect(isClose(sum.undiscounted, all.byYear[year].undiscounted))
                #expect(isClose(sum.discounted, all.byYear[year].discounted))
            }
        }
    }

    @Test func theCommitteesAddUpToTheirMunicipalityWhereItSplits() throws {
        let potential = try potential()
        // Only placement until mid-2030 is split: its share is in the lines of its area.
        let area = ConsequenceArea.childrenSocialMeasures
        let committees = ["children", "employment"].compactMap {
            potential.line(
                .consequence, payer: BudgetPayer(.kommune, committee: $0), area: area)
        }
        let kommune = try #require(
            potential.line(.consequence, payer: BudgetPayer(.kommune), area: area))
        for year in potential.years.indices where potential.years[year] < 2030 {
            let sum = committees.map { $0.byYear[year].undiscounted }.reduce(.zero, +)
            #expect(isClose(sum, kommune.byYear[year].undiscounted))
        }
    }

    @Test func aRateOfZeroChangesNothing() throws {
        for line in try potential(BudgetScenario(rate: 0)).lines {
            for sum in line.byYear { #expect(sum.undiscounted == sum.discounted) }
        }
    }

    @Test func doublingEveryPriceDoublesEveryConsequence() throws {
        let once = try potential()
        let twice = try potential(BudgetScenario(priceFactor: 2))
        for line in once.lines where line.figure == .consequence {
            let double = try #require(
                twice.line(.consequence, payer: line.payer, area: line.area))
            for (a, b) in zip(line.byYear, double.byYear) {
                #expect(isClose(a.undiscounted * 2, b.undiscounted))
            }
        }
        #expect(once.cost == twice.cost)
    }

    @Test func theNetIsZeroAtTheBreakEvenSuccess() throws {
        let budget = try Shipped.budget("worked-example")
        let declared = try Shipped.potential(budget)
        let share = try #require(declared.breakEven[0].discounted.success)
        let atShare = declared.consequence.discounted.kroner / declared.basis.difference * share
        #expect(abs(atShare - 1_000_000) < Decimal(sign: .plus, exponent: -20, significand: 1))
    }

    @Test func moreParticipantsKeepTheCohortsInProportion() throws {
        // 2 × (40 + 50 + 37.5) start, and 80 % of them finish.
        let potential = try potential(BudgetScenario(participants: 255))
        #expect(potential.basis.citizens == 204)
        #expect(potential.notes.contains(.costsFixed))
    }

    @Test func aLaterBracketDoesNotRevalueTheYearsBeforeIt() throws {
        // 1.035³ × 1.025 is the growth by the fourth year after the base year, 2030.
        let growth = Ratio(decimal: "1.136435821875")!.decimal
        let year = try #require(try potential().line(.net)).byYear[4]
        #expect(isClose(year.discounted * growth, year.undiscounted))
    }
}
