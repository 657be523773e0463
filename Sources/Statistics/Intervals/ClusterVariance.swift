/// Gives the variance of a mean whose observations come in clusters that are independent.
///
/// The linearised ratio mean (Cochran 1977, *Sampling Techniques*, 3rd ed., 6.4 and 11.8) with the
/// small-sample factor of Liang & Zeger's (1986) estimator: G / (G − 1) · Σe² / n², with e a
/// cluster's sum of distances from the mean. Clusters of one give S² / n. Nothing for one cluster.
func clusterVariance(residuals: [Double], size: Double) -> Double? {
    let clusters = Double(residuals.count)
    guard clusters > 1 else { return nil }
    return clusters / (clusters - 1) * exactSum(residuals.lazy.map { $0 * $0 }) / (size * size)
}
