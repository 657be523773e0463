extension StandardisedDifference {
    /// Gives the change of a group in baseline standard deviations, whatever the follow-up's spread.
    ///
    /// Bonett (2008), *Psychological Methods* 13: 99–109: d = J(n − 1) · M / S_baseline and
    /// v = S_D² / (S_baseline² (n − 1)) + d² / (2(n − 1)), with M and S_D the mean and standard
    /// deviation of the improvements. Both moments are over the same n people; nothing for n < 3 or
    /// a baseline without spread. The interval is trustworthy from n = 15.
    /// n = 10, M = 5, S_D = 6, S_baseline = 8: d = 0.913875 · 0.625 = 0.571172,
    /// v = 0.5625 / 9 + 0.326237 / 18 = 0.080624.
    public static func change(improvement: Moments, baseline: Moments) -> Self? {
        guard let estimate = changeEstimate(improvement: improvement, baseline: baseline),
            let spread = improvement.variance, let scale = baseline.variance
        else { return nil }
        let freedom = Double(improvement.count - 1)
        return Self(
            estimate: estimate,
            variance: spread / (scale * freedom) + estimate * estimate / (2 * freedom))
    }

    /// Gives the same change with the variance that takes both spreads for equal.
    ///
    /// Becker (1988), *British Journal of Mathematical and Statistical Psychology* 41: 257–278,
    /// known as SMCR: v = 2(1 − r) / n + d² / (2n) with r, −1 to 1, the correlation of baseline
    /// and follow-up. n = 10, d = 0.571172, r = 0.5: v = 0.1 + 0.326237 / 20 = 0.116312.
    public static func change(
        improvement: Moments, baseline: Moments, correlation: Double
    ) -> Self? {
        precondition((-1...1).contains(correlation), "correlation \(correlation)")
        guard let estimate = changeEstimate(improvement: improvement, baseline: baseline)
        else { return nil }
        let size = Double(improvement.count)
        return Self(
            estimate: estimate,
            variance: 2 * (1 - correlation) / size + estimate * estimate / (2 * size))
    }

    private static func changeEstimate(improvement: Moments, baseline: Moments) -> Double? {
        precondition(
            improvement.count == baseline.count,
            "\(improvement.count) improvements from \(baseline.count) baselines")
        guard baseline.count > 2, let deviation = baseline.standardDeviation, deviation > 0
        else { return nil }
        let correction = smallSampleCorrection(degreesOfFreedom: Double(baseline.count - 1))
        return correction * improvement.mean / deviation
    }
}
