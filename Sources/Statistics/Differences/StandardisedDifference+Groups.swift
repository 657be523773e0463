extension StandardisedDifference {
    /// Gives Hedges' g between two independent groups; positive when the first mean is higher.
    ///
    /// Hedges (1981): J(n₁ + n₂ − 2) · (M₁ − M₂) / S_pooled; variance (n₁ + n₂) / (n₁n₂) +
    /// g² / (2(n₁ + n₂)). For groups of similar spread; nothing for groups of fewer than two or
    /// without any spread. n 10 and 10, means 5 and 3, both SDs 2: g = J(18) = 0.957646,
    /// v = 0.2 + 0.917086 / 40 = 0.222927.
    public static func between(_ first: Moments, _ second: Moments) -> Self? {
        guard first.count > 1, second.count > 1 else { return nil }
        let total = Double(first.count + second.count)
        let pooled = (first.sumOfSquares + second.sumOfSquares) / (total - 2)
        guard pooled > 0 else { return nil }
        let g =
            smallSampleCorrection(degreesOfFreedom: total - 2) * (first.mean - second.mean)
            / pooled.squareRoot()
        let sizes = total / (Double(first.count) * Double(second.count))
        return Self(estimate: g, variance: sizes + g * g / (2 * total))
    }
}

/// Gives how far two groups' means lie apart in their average spread, (M₁ − M₂) / √((s₁² + s₂²) / 2).
///
/// Rosenbaum & Rubin (1985), *The American Statistician* 39: 33–38: a description of balance, such
/// as between those measured again and those not, without an interval. Nothing for groups of fewer
/// than two or without any spread. Means 20 and 18, SDs 3 and 4: 2 / √12.5 = 0.5657.
public func balance(_ first: Moments, _ second: Moments) -> Double? {
    guard let one = first.variance, let other = second.variance, one + other > 0 else { return nil }
    return (first.mean - second.mean) / ((one + other) / 2).squareRoot()
}
