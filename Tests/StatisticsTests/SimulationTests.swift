import Basics
import Foundation
import Testing

@testable import Statistics

/// Draws from populations with known truth; half a minute long, so run on request:
/// `VIRKNING_SIMULATIONS=1 swift test --filter SimulationTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VIRKNING_SIMULATIONS"] == "1"))
struct SimulationTests {
    @Test(arguments: [15, 20, 40], [0.7, 1.0, 1.3])
    func theStandardisedChangeIsCovered(size: Int, ratio: Double) {
        // Baseline SD 1, follow-up SD `ratio`, correlation .6; true d .5.
        var normal = NormalNumbers(seed: 41)
        let covered = share(of: 10_000) {
            let pairs = (0..<size).map { _ in normal.pair(correlation: 0.6) }
            let gain = pairs.map { $0.0 - ($0.1 * ratio - 0.5) }
            let change = StandardisedDifference.change(
                improvement: Moments(of: gain), baseline: Moments(of: pairs.map(\.0)))
            return change?.interval().contains(0.5) == true
        }
        print("standardised change, n \(size), ratio \(ratio): \(covered)")
        #expect((0.93...0.97).contains(covered))
    }

    @Test(arguments: [20, 40, 100], [0.0, 0.3, 0.7])
    func theMeanOfSiblingsIsCovered(families: Int, likeness: Double) {
        var normal = NormalNumbers(seed: 42)
        let covered = share(of: 10_000) {
            let clusters = (0..<families).map { _ in
                let pair = normal.pair(correlation: likeness)
                return [pair.0, pair.1]
            }
            return ClusteredMean(clusters)?.interval()?.contains(0) == true
        }
        print("clustered mean, families \(families), likeness \(likeness): \(covered)")
        #expect((0.93...0.97).contains(covered))
    }

    @Test(arguments: [20, 40, 100], [0.0, 0.5, 0.8])
    func theShareOfSiblingsIsCovered(families: Int, likeness: Double) {
        // The second sibling repeats the first with probability `likeness`; averaged over p.
        var random = SeededRandom(seed: 43)
        let shares = [0.2, 0.35, 0.5, 0.65, 0.8]
        let covered = shares.map { truth in
            share(of: 4_000) {
                let tallies = (0..<families).map { _ in
                    let first = random.unit() < truth
                    let repeats = random.unit() < likeness
                    let second = repeats ? first : random.unit() < truth
                    return Tally(successes: (first ? 1 : 0) + (second ? 1 : 0), size: 2)
                }
                return ClusteredShare(tallies)?.interval().contains(truth) == true
            }
        }
        let mean = covered.reduce(0, +) / Double(covered.count)
        print("clustered share, families \(families), likeness \(likeness): \(mean) \(covered)")
        #expect((0.93...0.97).contains(mean))
    }

    @Test func unchangedPairsAreRarelyCalledReliablyChanged() {
        // True scores do not move; SD 10 with reliability .8 leaves an error SD of √20.
        var normal = NormalNumbers(seed: 44)
        let basis = ReliableChangeBasis(
            better: .low, reliability: 0.8, baseline: Population(mean: 0, standardDeviation: 10))
        let called = share(of: 200_000) {
            let (before, after) = normal.pair(correlation: 0.8)
            let pair = ScorePair(baseline: before * 10, followUp: after * 10)
            return ReliableChangeMethod.jacobsonTruax.judge(pair, on: basis) != .unchanged
        }
        print("called reliably changed: \(called)")
        #expect((0.048...0.052).contains(called))
    }

    /// A chart that is already running, so that a pattern may have begun before the months.
    @Test(arguments: [(12, 0.15), (24, 0.27)])
    func stableChartsSignalAsOftenAsTheyMust(months: Int, expected: Double) {
        var normal = NormalNumbers(seed: 45)
        // The mean distance of two independent normal numbers is 2 / √π.
        let limits = ControlLimits(centre: 0, meanMovingRange: 2 / Double.pi.squareRoot())
        let signalled = share(of: 20_000) {
            let points = (0..<(12 + months)).map { _ in normal.next() }
            return limits.signals(in: points).contains { ($0.points.last ?? 0) >= 12 }
        }
        print("stable charts that signal within \(months) months: \(signalled)")
        #expect(abs(signalled - expected) <= 0.02)
    }

    /// The share of trials that hold.
    private func share(of trials: Int, _ holds: () -> Bool) -> Double {
        Double((0..<trials).count { _ in holds() }) / Double(trials)
    }
}

/// Normal numbers from a seed (Box & Muller 1958).
private struct NormalNumbers {
    private var random: SeededRandom
    private var spare: Double?

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func next() -> Double {
        if let number = spare {
            spare = nil
            return number
        }
        let radius = (-2 * log(1 - random.unit())).squareRoot()
        let angle = 2 * Double.pi * random.unit()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }

    /// Two numbers with mean 0, variance 1 and the correlation.
    mutating func pair(correlation: Double) -> (Double, Double) {
        let (one, other) = (next(), next())
        return (one, correlation * one + (1 - correlation * correlation).squareRoot() * other)
    }
}
