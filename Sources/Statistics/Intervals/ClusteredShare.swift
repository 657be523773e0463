/// A share of observations that come in clusters, and how many independent ones they are worth.
public struct ClusteredShare: Sendable, Hashable {
    /// The share of successes among all observations, 0 to 1.
    public let share: Double
    /// How many observations, at least 1.
    public let count: Int
    /// How many clusters have observations, at least 1.
    public let clusters: Int
    /// The size of a sample of independent observations that would tell as much: from the number
    /// of clusters up to the number of observations.
    public let effectiveSize: Double

    /// Measures clusters; nothing when there are no observations.
    ///
    /// The effective size is p(1 − p) / v with v the cluster-robust variance (Kish 1965, *Survey
    /// Sampling*, 8.2; Korn & Graubard 1998, *Survey Methodology* 24: 193–201), held between the
    /// number of clusters and n. v = 0 while 0 < p < 1 means that every cluster has the same share:
    /// then it is n. Where p is 0 or 1, or all is one cluster, the data do not tell how alike a
    /// cluster's observations are: then it is the number of clusters, the cautious end.
    /// 2 of 2, 0 of 2, 1 of 1, 1 of 1: p = 4 / 6, v = 4 / 3 · (4 / 9 + 16 / 9 + 2 / 9) / 36
    /// = 0.09053, 0.2222 / 0.09053 = 2.45, held at 4.
    public init?(_ counts: [Tally]) {
        let filled = counts.filter { $0.size > 0 }
        guard !filled.isEmpty else { return nil }
        let count = filled.reduce(0) { $0 + $1.size }
        let successes = filled.reduce(0) { $0 + $1.successes }
        share = Double(successes) / Double(count)
        self.count = count
        clusters = filled.count
        // In whole numbers, so that clusters with equal shares leave exactly nothing.
        let residuals = filled.map {
            Double($0.successes * count - successes * $0.size) / Double(count)
        }
        let variance = clusterVariance(residuals: residuals, size: Double(count))
        effectiveSize = ClusteredShare.effectiveSize(
            binomial: share * (1 - share), variance: variance,
            within: Interval(low: Double(filled.count), high: Double(count)))
    }

    private static func effectiveSize(
        binomial: Double, variance: Double?, within limits: Interval
    ) -> Double {
        guard binomial > 0, let variance else { return limits.low }
        guard variance > 0 else { return limits.high }
        return min(max(binomial / variance, limits.low), limits.high)
    }

    /// Gives Wilson's interval with the effective size, within 0...1; clusters of one give the
    /// plain one. Two clusters of two that agree within and differ between: that of 1 of 2,
    /// 0.0945 to 0.9055.
    public func interval(z: Double = StandardNormal.critical95) -> Interval {
        .wilson(share: share, size: effectiveSize, z: z)
    }
}
