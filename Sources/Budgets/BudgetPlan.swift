import Basics
import Foundation
import Model

/// A budget under a scenario, priced and ready to be added up.
struct BudgetPlan {
    var baseYear: Int
    /// Those who finish, by year.
    var cohorts: [Cohort]
    /// The success share above the alternative.
    var difference: Decimal
    var isCapped: Bool
    /// Years after the finishing year that count.
    var horizon: Int
    var flows: [Flow]
    var costs: [CostFlow]
    var rates: DiscountRates

    struct Cohort {
        var year: Int
        var citizens: Decimal
    }

    /// What one success brings the public, year by year after it; positive where it saves.
    struct Flow {
        var name: String
        /// Nothing where the source gives no area.
        var area: ConsequenceArea?
        /// Empty where the source gives no split.
        var payers: [PayerShares]
        var perSuccess: [(year: Int, amount: Money)]
        var spread: Spread
    }

    /// What the intervention costs, in calendar years; positive where money is spent.
    struct CostFlow {
        var name: String
        var payers: [PayerShares]
        var paid: [(year: Int, amount: Money)]
        var spread: Spread
    }

    /// The ends of an amount's interval as factors of the amount.
    struct Spread: Hashable {
        var low: Decimal
        var high: Decimal
        var isStated: Bool

        /// A fifth either way, where nothing is stated.
        static let assumed = Spread(
            low: Ratio(4, over: 5).decimal, high: Ratio(6, over: 5).decimal, isStated: false)
    }

    /// Those who finish, over all cohorts.
    var citizens: Decimal { cohorts.reduce(0) { $0 + $1.citizens } }

    /// The calendar years, without gaps, the base year first.
    var years: [Int] {
        let consequences = cohorts.map { $0.year + horizon }
        let payments = costs.flatMap { $0.paid.map(\.year) }
        let last = (consequences + payments).max() ?? baseYear
        precondition(last >= baseYear, "the last year \(last) lies before \(baseYear)")
        return Array(baseYear...last)
    }

    /// Whether every consequence says who gains.
    var isSplitByPayer: Bool { flows.allSatisfy { !$0.payers.isEmpty } }
}

extension [PayerShares] {
    /// The payers of a year with their shares: the purses, and the committees within them.
    func payers(in year: Int) -> [(payer: BudgetPayer, share: Decimal)] {
        guard let rule = first(where: { $0.holds(in: year) }) else { return [] }
        let purses = rule.purses.map { (BudgetPayer($0.payer), $0.share.decimal) }
        let municipal = rule.purses.first { $0.payer == .kommune }?.share.decimal ?? 0
        let committees = rule.committees.map {
            (BudgetPayer(.kommune, committee: $0.payer), $0.share.decimal * municipal)
        }
        return purses + committees
    }
}
