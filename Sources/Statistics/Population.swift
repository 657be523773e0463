/// The mean and spread of a group's scores, in points.
public struct Population: Sendable, Hashable {
    /// In points of the scale.
    public var mean: Double
    /// At least 0, in points.
    public var standardDeviation: Double

    /// Makes a population of published or measured numbers.
    public init(mean: Double, standardDeviation: Double) {
        precondition(standardDeviation >= 0, "a standard deviation of \(standardDeviation)")
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    /// Makes a population of a sample; nothing for fewer than two observations.
    public init?(_ moments: Moments) {
        guard let deviation = moments.standardDeviation else { return nil }
        self.init(mean: moments.mean, standardDeviation: deviation)
    }
}
