/// A difference in standard deviations, with the variance of its estimate.
public struct StandardisedDifference: Sendable, Hashable {
    /// In standard deviations.
    public var estimate: Double
    /// The sampling variance of the estimate, at least 0.
    public var variance: Double

    /// Makes a difference.
    public init(estimate: Double, variance: Double) {
        self.estimate = estimate
        self.variance = variance
    }

    /// Gives the estimate ± z √variance.
    public func interval(z: Double = 1.96) -> Interval {
        Interval(around: estimate, halfWidth: z * variance.squareRoot())
    }
}
