/// What is known of a scale and a group when one person's change is judged.
public struct ReliableChangeBasis: Sendable, Hashable {
    /// The end of the scale that is good.
    public var better: BetterEnd
    /// The scale's reliability, 0 to 1: a retest correlation where one is published.
    public var reliability: Double
    /// The reliability of the follow-up, where it is another; 0 to 1.
    public var followUpReliability: Double
    /// The group that baselines are spread in: the sample, or a published one.
    public var baseline: Population
    /// The group's follow-ups; only some methods need them.
    public var followUp: Population?
    /// The correlation of baseline and follow-up in the group; only Hageman–Arrindell needs it.
    public var correlation: Double?

    /// Makes a basis of its parts.
    public init(
        better: BetterEnd, reliability: Double, followUpReliability: Double? = nil,
        baseline: Population, followUp: Population? = nil, correlation: Double? = nil
    ) {
        for value in [reliability, followUpReliability ?? reliability] {
            precondition((0...1).contains(value), "reliability \(value) is not in 0...1")
        }
        self.better = better
        self.reliability = reliability
        self.followUpReliability = followUpReliability ?? reliability
        self.baseline = baseline
        self.followUp = followUp
        self.correlation = correlation
    }

    /// Measures the group of complete pairs; nothing for fewer than two.
    public init?(
        _ pairs: [ScorePair], better: BetterEnd, reliability: Double,
        followUpReliability: Double? = nil
    ) {
        let before = pairs.map(\.baseline)
        let after = pairs.map(\.followUp)
        guard let baseline = Population(Moments(of: before)) else { return nil }
        self.init(
            better: better, reliability: reliability, followUpReliability: followUpReliability,
            baseline: baseline, followUp: Population(Moments(of: after)),
            correlation: Statistics.correlation(before, after))
    }

    /// The standard error of measurement, SD · √(1 − r), in points: 3.3541 for 7.5 and .80.
    public var standardErrorOfMeasurement: Double {
        baseline.standardDeviation * (1 - reliability).squareRoot()
    }

    /// The standard error of a difference of two scores, S_diff = √2 · SEM, in points: 4.7434 for
    /// 7.5 and .80. More than 1.96 of it is reliable by Jacobson & Truax (1991).
    public var standardErrorOfDifference: Double {
        2.0.squareRoot() * standardErrorOfMeasurement
    }
}
