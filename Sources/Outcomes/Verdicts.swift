import Basics
import Model
import Statistics

extension OutcomeFigure {
    /// How many families a verdict needs.
    static let fewest = 5

    /// Computes share, interval and bounds from the counts, and the verdict on the target.
    mutating func judge() {
        let unknown = counts.notMeasured + counts.ended
        bounds = Estimates.bounds(counts.achieved, of: counts.measured, unknown: unknown)
        if counts.measured > 0 {
            share = Estimates.share(counts.achieved, of: counts.measured)
        }
        verdict = target.map { verdict(on: $0.value, unknown: unknown) }
    }

    private func verdict(on target: Ratio, unknown: Int) -> Verdict {
        guard counts.measured >= OutcomeFigure.fewest else { return .tooFew }
        let all = counts.measured + unknown
        let least = OutcomeFigure.compare(counts.achieved, of: all, target)
        let most = OutcomeFigure.compare(counts.achieved + unknown, of: all, target)
        if least != most { return .dependsOnTheMissing }
        return OutcomeFigure.compare(counts.achieved, of: counts.measured, target)
    }

    /// Whether the whole 99 % interval lies on one side of the target.
    private static func compare(_ count: Int, of total: Int, _ target: Ratio) -> Verdict {
        let interval = Estimates.share(
            count, of: total, z: StandardNormal.critical(confidence: 0.99))
        if let low = interval.low, low > target.value { return .above }
        if let high = interval.high, high < target.value { return .below }
        return .notDistinguishable
    }
}
