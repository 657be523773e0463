import Basics
import Budgets
import Foundation
import Model
import Testing

@Suite struct BudgetUncertaintyTests {
    func uncertainty(
        _ name: String = "worked-example", _ scenario: BudgetScenario = BudgetScenario(rate: 0),
        seed: UInt64 = 7
    ) throws -> BudgetUncertainty {
        let weighed = budgetUncertainty(
            try Shipped.budget(name), scenario: scenario, draws: 4_000, seed: seed)
        return try #require(weighed.value)
    }

    @Test func theTornadoIsInOrderOfWeight() throws {
        let bars = try uncertainty().tornado
        // Swings by hand: success 1,806,875 + 64,375; prices 1,245,500 − 497,000; cost
        // 1,071,250 − 671,250; rate 0 to 5 % less than that; horizon has one setting only.
        #expect(bars.map(\.assumption) == [.success, .prices, .cost, .rate, .horizon])
        #expect(bars[0].swing.tidy == "1871250.00")
        #expect(bars[1].swing.tidy == "748500.00")
        #expect(bars[2].swing.tidy == "400000.00")
        #expect(bars[4].swing == .zero)
    }

    @Test func aHorizonBeyondTheFiguresIsNotAvailable() throws {
        let bar = try #require(try uncertainty().tornado.first { $0.assumption == .horizon })
        #expect(bar.settings.map(\.value) == [3, 5, 10])
        #expect(bar.settings[0].net?.undiscounted.tidy == "871250.00")
        #expect(bar.settings[1].net == nil)
        #expect(bar.settings[2].net == nil)
    }

    @Test func theRatesAreThoseOfTheBlockWhateverIsDeclared() throws {
        let bar = try #require(try uncertainty().tornado.first { $0.assumption == .rate })
        #expect(bar.settings[0].net?.discounted.tidy == "871250.00")
        // The reference: 777,500 / 1.035 + 623,750 / 1.035² + 470,000 / 1.035³ − 1,000,000.
        #expect(bar.settings[1].net?.discounted.tidy == "757398.10")
        // 777,500 / 1.05 + 623,750 / 1.1025 + 470,000 / 1.157625 − 1,000,000
        #expect(bar.settings[2].net?.discounted.tidy == "712239.50")
    }

    @Test func successIsHeldAtAHundredPerCent() throws {
        let scenario = BudgetScenario(with: Ratio(9, over: 10), without: 0, rate: 0)
        let bars = try uncertainty("worked-example", scenario).tornado
        let bar = try #require(bars.first { $0.assumption == .success })
        #expect(bar.settings.map(\.isCapped) == [false, true])
        // 50 × 374,250 − 1,000,000
        #expect(bar.settings[1].net?.undiscounted.tidy == "17712500.00")
    }

    @Test func worstAndBestMoveEveryInputTogether() throws {
        let cases = try uncertainty().cases
        #expect(cases.base.undiscounted.tidy == "871250.00")
        // Nothing is stated, so: 7 % − 3 % = 4 % and 17 % − 1 % = 16 %, costs ×1.2 and ×0.8.
        // Per success the savings are 408,000 and home support costs 33,750; worst is
        // 2 × (0.8 × 408,000 − 1.2 × 33,750) − 1,200,000.
        #expect(cases.worst.undiscounted.tidy == "-628200.00")
        // 8 × (1.2 × 408,000 − 0.8 × 33,750) − 800,000
        #expect(cases.best.undiscounted.tidy == "2900800.00")
    }

    @Test func theSameSeedGivesTheSameDraws() throws {
        let first = try uncertainty().draws
        #expect(try uncertainty().draws == first)
        #expect(try uncertainty(seed: 8).draws != first)
    }

    @Test func theDrawsLieRoundTheBase() throws {
        let draws = try uncertainty().draws
        #expect(draws.count == 4_000)
        #expect(draws.low < draws.median && draws.median < draws.high)
        #expect(abs(draws.median - 871_250) < 60_000)
        #expect(draws.shareAboveZero > Ratio(9, over: 10) && draws.shareAboveZero < 1)
        #expect(draws.assumed == [.success, .cost, .prices])
    }

    @Test func aDearerInterventionLowersTheShareOfDraws() throws {
        let dear = try uncertainty("worked-example", BudgetScenario(rate: 0, costFactor: 2)).draws
        #expect(dear.shareAboveZero < Ratio(1, over: 2))
    }

    @Test func statedIntervalsAreNotCalledAssumed() throws {
        let weighed = budgetUncertainty(
            try Shipped.threeCohorts(), index: try Shipped.index(), draws: 100)
        let draws = try #require(weighed.value).draws
        // The success shares have theirs; of the prices only placement's is stated.
        #expect(draws.assumed == [.cost, .prices])
    }
}
