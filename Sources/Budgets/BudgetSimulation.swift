import Basics
import Foundation
import Model

/// Draws the uncertain inputs many times and adds up the discounted net each time.
///
/// Each input is drawn from two half normals that meet in its base value, each half with the
/// spread that puts its interval's end at 1.96 standard deviations; shares are held between 0
/// and 1, amounts at or above zero. Costs without a stated interval move together, and so do
/// prices, since what is unknown about them is their level.
struct BudgetSimulation {
    private let range: BudgetUncertaintyRange
    private let flows: [Term]
    private let costs: [Term]
    private let with: Share
    private let without: Share

    /// A share that succeeds, with its interval.
    private struct Share {
        var base: Double
        var low: Double
        var high: Double

        init(_ ends: BudgetUncertaintyRange.Ends) {
            base = ends.base.double
            low = ends.low.double
            high = ends.high.double
        }
    }

    /// A discounted amount that a draw multiplies; for flows, with everybody succeeding.
    private struct Term {
        var amount: Double
        var low: Double
        var high: Double
        var isStated: Bool
    }

    init(_ range: BudgetUncertaintyRange) {
        self.range = range
        with = Share(range.with)
        without = Share(range.without)
        let plan = range.plan
        flows = plan.flows.map { flow in
            var alone = plan
            alone.flows = [flow]
            alone.costs = []
            alone.difference = 1
            return BudgetSimulation.term(net(of: alone), flow.spread)
        }
        costs = plan.costs.map { cost in
            var alone = plan
            alone.flows = []
            alone.costs = [cost]
            return BudgetSimulation.term(net(of: alone), cost.spread)
        }
    }

    private static func term(_ sum: BudgetSum, _ spread: BudgetPlan.Spread) -> Term {
        Term(
            amount: sum.discounted.value, low: spread.low.double, high: spread.high.double,
            isStated: spread.isStated)
    }

    /// The summary of `count` (at least 1) draws; the same for the same seed.
    func draws(_ count: Int, seed: UInt64) -> BudgetDraws {
        precondition(count >= 1, "\(count) draws")
        var random = SeededRandom(seed: seed, stream: "budget")
        let nets = (0..<count).map { _ in draw(&random) }.sorted()
        return BudgetDraws(
            count: count, seed: seed,
            shareAboveZero: Ratio(Int64(nets.count { $0 > 0 }), over: Int64(count)),
            low: BudgetSimulation.quantile(nets, 0.025),
            median: BudgetSimulation.quantile(nets, 0.5),
            high: BudgetSimulation.quantile(nets, 0.975), assumed: assumed)
    }

    private var assumed: [TornadoBar.Assumption] {
        let success = !range.with.isStated || !range.without.isStated
        return (success ? [.success] : [])
            + (costs.contains { !$0.isStated } ? [.cost] : [])
            + (flows.contains { !$0.isStated } ? [.prices] : [])
    }

    private func draw(_ random: inout SeededRandom) -> Double {
        let with = BudgetSimulation.share(with, random.nearlyNormal())
        let without = BudgetSimulation.share(without, random.nearlyNormal())
        let gained = BudgetSimulation.sum(flows, &random)
        let spent = BudgetSimulation.sum(costs, &random)
        return (with - without) * gained + spent
    }

    /// The terms, each multiplied by its own draw or by the one that they have in common.
    private static func sum(_ terms: [Term], _ random: inout SeededRandom) -> Double {
        let common = random.nearlyNormal()
        return terms.reduce(0.0) { sum, term in
            let z = term.isStated ? random.nearlyNormal() : common
            return sum + term.amount * max(0, moved(1, term.low, term.high, by: z))
        }
    }

    private static func share(_ share: Share, _ z: Double) -> Double {
        let value = moved(share.base, share.low, share.high, by: z)
        return min(1, max(0, value))
    }

    private static func moved(
        _ base: Double, _ low: Double, _ high: Double, by z: Double
    ) -> Double {
        base + (z < 0 ? base - low : high - base) * z / 1.959964
    }

    /// The quantile of sorted values, linear between neighbours (Hyndman & Fan 1996, type 7).
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }
}
