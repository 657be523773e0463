/// Ways to standardise a mean change that other publications use, for comparison with them.
///
/// Lakens (2013), *Frontiers in Psychology* 4: 863; Morris & DeShon (2002), *Psychological
/// Methods* 7: 105–125. None is corrected for small samples.
public enum PairedDifferences {
    /// Gives d_z = M / S_D of the changes; nothing for fewer than two or without spread.
    ///
    /// M = 5, S_D = 6: 0.8333.
    public static func dz(change: Moments) -> Double? {
        guard let deviation = change.standardDeviation, deviation > 0 else { return nil }
        return change.mean / deviation
    }

    /// Gives d_av = M / the mean of both standard deviations: M = 5, SDs 8 and 6 give 0.7143.
    public static func dav(change: Moments, baseline: Moments, followUp: Moments) -> Double? {
        guard let first = baseline.standardDeviation, let second = followUp.standardDeviation,
            first + second > 0
        else { return nil }
        return change.mean / ((first + second) / 2)
    }

    /// Gives d_rm = d_z · √(2(1 − r)), r the correlation of both measurements, −1 to 1.
    ///
    /// M = 5, S_D = 6, r = 0.5: 0.8333.
    public static func drm(change: Moments, correlation: Double) -> Double? {
        precondition((-1...1).contains(correlation), "correlation \(correlation)")
        return dz(change: change).map { $0 * (2 * (1 - correlation)).squareRoot() }
    }
}
