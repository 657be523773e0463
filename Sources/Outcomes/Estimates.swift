import Model
import Statistics

/// Where counts and sums of groups meet the formulas of `Statistics`.
enum Estimates {
    /// How sure an interval is.
    enum Confidence {
        case ninetyFive
        case ninetyNine
    }

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

    /// A share with its Wilson interval; with clusters, at the effective number of series.
    static func share(
        _ hits: Int, of total: Int, clusters: ShareSums? = nil,
        confidence: Confidence = .ninetyFive
    ) -> Estimate {
        let share = Double(hits) / Double(total)
        return Estimate(share)
    }

    /// A mean with its t interval over clusters − 1; no interval without a variance.
    static func mean(_ mean: Double, clusterVariance: Double?, clusters: Int) -> Estimate {
        return Estimate(mean)
    }

    static func standardisedChange(
        mean: Double, sdDifference: Double?, sdBaseline: Double?, count: Int
    ) -> Estimate? {
        nil
    }

    /// The least and greatest that a share could be: k / N and (k + u) / N, N = measured + u.
    static func bounds(_ hits: Int, of measured: Int, unknown: Int) -> Bounds? {
        let all = Double(measured + unknown)
        guard all > 0 else { return nil }
        return Bounds(low: Double(hits) / all, high: Double(hits + unknown) / all)
    }

    /// The cluster-robust variance of a mean: G / (G − 1) · Σ (S_g − m · n_g)² / n², which is
    /// S² / n when every family has one series. In the squared units of the sums.
    static func clusterVariance(total: Int128, count: Int, clusters: MeanSums) -> Double? {
        guard clusters.count > 1 else { return nil }
        let n = Double(count)
        let mean = Double(total) / n
        // Σ (S − m n)² = Σ S² − 2 m Σ S n + m² Σ n², in whole numbers over n² where they fit.
        let size = Int128(count)
        let (a, o1) = clusters.squares.multipliedReportingOverflow(by: size * size)
        let (b, o2) = clusters.cross.multipliedReportingOverflow(by: 2 * size)
        let (c, o3) = b.multipliedReportingOverflow(by: total)
        let (d, o4) = total.multipliedReportingOverflow(by: total)
        let (e, o5) = d.multipliedReportingOverflow(by: Int128(clusters.sizes))
        let residual: Double
        if o1 || o2 || o3 || o4 || o5 {
            residual =
                Double(clusters.squares) - 2 * mean * Double(clusters.cross)
                + mean * mean * Double(clusters.sizes)
        } else {
            residual = Double(a - c + e) / (n * n)
        }
        let correction = Double(clusters.count) / Double(clusters.count - 1)
        return correction * residual / (n * n)
    }
}
