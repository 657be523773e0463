/// A series with its limits and the patterns found in it.
public struct ControlChart: Sendable, Hashable {
    /// One value a month or other period; nothing where there is none.
    public let points: [Double?]
    /// Locked after the first 12 points.
    public let limits: ControlLimits
    /// Whether fewer than 12 points made the limits.
    public let isTrial: Bool
    /// What speaks against a stable series, in the order of the points that complete it.
    public let signals: [ControlSignal]

    /// Charts a series; nothing where it has no moving range above 0.
    public init?(_ points: [Double?]) {
        guard let limits = ControlLimits(of: points) else { return nil }
        self.points = points
        self.limits = limits
        isTrial = points.count { $0 != nil } < ControlLimits.lockingPoints
        signals = limits.signals(in: points)
    }
}
