/// One person's scores before and after, in points.
public struct ScorePair: Sendable, Hashable {
    /// The score before.
    public var baseline: Double
    /// The score after.
    public var followUp: Double

    /// Makes a pair.
    public init(baseline: Double, followUp: Double) {
        self.baseline = baseline
        self.followUp = followUp
    }
}
