import Model
import Statistics
import Synchronization

/// Where whole-number sums of groups meet the formulas of `Statistics`.
enum Estimates {
    /// Sums over families of k hits among n series: Σ k², Σ k·n and Σ n².
    struct ShareSums {
        var families: Int
        var squares: Int
        var cross: Int
        var sizes: Int
    }

    /// Sums over families of a total S of n series: Σ S², Σ S·n and Σ n².
    struct MeanSums {
        var count: Int
        var squares: Int128
        var cross: Int128
        var sizes: Int
    }

    /// A share of independent families with its Wilson interval.
    static func share(
        _ hits: Int, of total: Int, z: Double = StandardNormal.critical95
    ) -> Estimate {
        let interval = Interval.wilson(successes: hits, of: total, z: z)
        return Estimate(
            Double(hits) / Double(total), low: interval.low, high: interval.high)
    }

    /// A share of series that come in families, with its Wilson interval at the effective size.
    static func share(_ hits: Int, of total: Int, clusters: ShareSums) -> Estimate {
        let share = Double(hits) / Double(total)
        let size = effectiveSize(hits, of: total, clusters)
        let interval = Interval.wilson(share: share, size: size)
        return Estimate(share, low: interval.low, high: interval.high)
    }

    /// p(1 − p) / v, held between the number of families and of series, with the cluster-robust
    /// v = G / (G − 1) · Σ (k_g − p · n_g)² / n². Where p is 0 or 1, or there is one family only,
    /// nothing tells how alike a family's series are: then it is the number of families.
    private static func effectiveSize(
        _ hits: Int, of total: Int, _ sums: ShareSums
    ) -> Double {
        let families = Double(sums.families)
        guard hits > 0, hits < total, sums.families > 1 else { return families }
        let n = Int128(total)
        let k = Int128(hits)
        // n² Σ (k_g − p n_g)² in whole numbers.
        let residual =
            n * n * Int128(sums.squares) - 2 * n * k * Int128(sums.cross)
            + k * k * Int128(sums.sizes)
        guard residual > 0 else { return Double(total) }
        let binomial = double(k * (n - k))
        let size = binomial * double(n * n) * (families - 1) / (families * double(residual))
        return min(max(size, families), Double(total))
    }

    /// A mean with its interval of t(clusters − 1); no interval without a variance.
    static func mean(_ mean: Double, clusterVariance: Double?, clusters: Int) -> Estimate {
        guard let clusterVariance, clusters > 1 else { return Estimate(mean) }
        let t = criticalValues.value(freedom: clusters - 1)
        let half = t * clusterVariance.squareRoot()
        return Estimate(mean, low: mean - half, high: mean + half)
    }

    /// The standardised change, Bonett (2008), from 15 pairs; nothing without a spread at baseline.
    static func standardisedChange(improvement: Moments, baseline: Moments) -> Estimate? {
        guard improvement.count >= fewestForStandardisedChange,
            let change = StandardisedDifference.change(improvement: improvement, baseline: baseline)
        else { return nil }
        let interval = change.interval()
        return Estimate(change.estimate, low: interval.low, high: interval.high)
    }

    /// From how many pairs the interval of a standardised change can be trusted.
    static let fewestForStandardisedChange = 15

    /// The least and greatest that a share could be: k / N and (k + u) / N, N = measured + u.
    static func bounds(_ hits: Int, of measured: Int, unknown: Int) -> Bounds? {
        Interval.bounds(successes: hits, known: measured, unknown: unknown).map {
            Bounds(low: $0.low, high: $0.high)
        }
    }

    /// The cluster-robust variance of a mean: G / (G − 1) · Σ (S_g − m · n_g)² / n², which is
    /// S² / n when every family has one series. In the squared units of the sums.
    static func clusterVariance(total: Int128, count: Int, clusters: MeanSums) -> Double? {
        guard clusters.count > 1 else { return nil }
        let n = Double(count)
        let correction = Double(clusters.count) / Double(clusters.count - 1)
        return correction * residual(total, Int128(count), clusters) / (n * n)
    }

    /// Σ (S_g − m · n_g)² = Σ S² − 2 m Σ S n + m² Σ n², in whole numbers where they fit.
    private static func residual(
        _ total: Int128, _ count: Int128, _ sums: MeanSums
    ) -> Double {
        let (first, overflow1) = sums.squares.multipliedReportingOverflow(by: count * count)
        let (half, overflow2) = sums.cross.multipliedReportingOverflow(by: 2 * count)
        let (second, overflow3) = half.multipliedReportingOverflow(by: total)
        let (square, overflow4) = total.multipliedReportingOverflow(by: total)
        let (third, overflow5) = square.multipliedReportingOverflow(by: Int128(sums.sizes))
        if overflow1 || overflow2 || overflow3 || overflow4 || overflow5 {
            let mean = double(total) / double(count)
            return double(sums.squares) - 2 * mean * double(sums.cross)
                + mean * mean * Double(sums.sizes)
        }
        return double(first - second + third) / double(count) / double(count)
    }

    /// t's two-sided 95 % critical values by degrees of freedom: many groups have as many families.
    private static let criticalValues = CriticalValues()
}

/// Critical values of Student's t, each computed once.
private final class CriticalValues: Sendable {
    private let known = Mutex([Int: Double]())

    func value(freedom: Int) -> Double {
        known.withLock { known in
            if let value = known[freedom] { return value }
            let t = StudentT(degreesOfFreedom: Double(freedom))
            let value = t.critical(confidence: 0.95)
            known[freedom] = value
            return value
        }
    }
}

/// A whole number as a double; faster than the general conversion, and as near where it fits
/// sixty-four bits.
func double(_ whole: Int128) -> Double {
    if let small = Int64(exactly: whole) { return Double(small) }
    return Double(Int64(truncatingIfNeeded: whole >> 64)) * 0x1p64
        + Double(UInt64(truncatingIfNeeded: whole))
}
