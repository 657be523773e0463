/// A range of values that the data do not exclude, or that limits enclose; both ends belong to it.
public struct Interval: Sendable, Hashable {
    /// The lower end, in the unit of what was measured.
    public var low: Double
    /// The upper end, at least the lower one.
    public var high: Double

    /// Makes an interval of its ends.
    public init(low: Double, high: Double) {
        precondition(low <= high, "an interval from \(low) to \(high)")
        self.low = low
        self.high = high
    }

    /// Makes an interval around its middle; `halfWidth` is at least 0.
    public init(around centre: Double, halfWidth: Double) {
        self.init(low: centre - halfWidth, high: centre + halfWidth)
    }

    /// Tells whether the value lies in the interval.
    public func contains(_ value: Double) -> Bool {
        low <= value && value <= high
    }

    /// Tells whether the whole interval lies above the value.
    public func isAbove(_ value: Double) -> Bool {
        low > value
    }

    /// Tells whether the whole interval lies below the value.
    public func isBelow(_ value: Double) -> Bool {
        high < value
    }

    /// Gives the part of the interval inside another, such as 0 to 1 for a share; what lies
    /// outside is moved to the nearest end.
    public func clamped(to limits: Interval) -> Interval {
        Interval(
            low: min(max(low, limits.low), limits.high),
            high: min(max(high, limits.low), limits.high))
    }
}
