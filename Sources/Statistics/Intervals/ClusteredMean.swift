/// The mean of observations that come in clusters, such as several from one household.
public struct ClusteredMean: Sendable, Hashable {
    /// The plain mean of all observations, each counting once.
    public let mean: Double
    /// How many observations, at least 1.
    public let count: Int
    /// How many clusters have observations, at least 1.
    public let clusters: Int
    /// The cluster-robust variance of the mean; nothing for one cluster.
    public let variance: Double?

    /// Measures clusters of finite observations; nothing when there are none.
    ///
    /// The variance is the linearised ratio mean's with the factor G / (G − 1) (Cochran 1977; Liang
    /// & Zeger 1986, *Biometrika* 73: 13–22); clusters of one give S² / n. Empty clusters do not
    /// count; the order of clusters and observations changes nothing.
    /// (1, 3), (4, 6), (7): mean 4.2, variance 3 / 2 · (19.36 + 2.56 + 7.84) / 25 = 1.7856.
    public init?(_ clusters: [[Double]]) {
        let filled = clusters.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return nil }
        let count = filled.reduce(0) { $0 + $1.count }
        let mean = exactSum(filled.joined()) / Double(count)
        let residuals = filled.map { cluster in exactSum(cluster.lazy.map { $0 - mean }) }
        self.mean = mean
        self.count = count
        self.clusters = filled.count
        variance = clusterVariance(residuals: residuals, size: Double(count))
    }

    /// Gives mean ± t(G − 1) · √variance; nothing for one cluster. `confidence` is in 0..<1.
    ///
    /// With G − 1 degrees of freedom the interval is trustworthy from about 15 clusters of similar
    /// size; with fewer it is often too narrow (Cameron & Miller 2015, *Journal of Human
    /// Resources* 50: 317–372).
    public func interval(confidence: Double = 0.95) -> Interval? {
        guard let variance else { return nil }
        let t = StudentT(degreesOfFreedom: Double(clusters - 1))
        return Interval(
            around: mean, halfWidth: t.critical(confidence: confidence) * variance.squareRoot())
    }
}
