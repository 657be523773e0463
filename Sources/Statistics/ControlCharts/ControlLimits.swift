/// The centre and natural process limits of an XmR chart.
///
/// Wheeler (1993), *Understanding Variation*; the numbers as in the NHS programme *Making Data
/// Count*. Made of points, or of known values.
public struct ControlLimits: Sendable, Hashable {
    /// How many points lock the limits; from fewer they are trial limits.
    public static let lockingPoints = 12

    /// The mean that points scatter around.
    public let centre: Double
    /// The mean distance of neighbouring points, above 0.
    public let meanMovingRange: Double

    /// Makes limits of known values.
    public init(centre: Double, meanMovingRange: Double) {
        precondition(meanMovingRange > 0, "a mean moving range of \(meanMovingRange)")
        self.centre = centre
        self.meanMovingRange = meanMovingRange
    }

    /// Measures the first 12 points that are there; nothing without a moving range above 0.
    ///
    /// No moving range spans a missing point. Moving ranges at or above 3.267 times their mean are
    /// left out, once. 1, 2, 1, 2 give centre 1.5, mean moving range 1, outer limits −1.16 to 4.16.
    public init?(of points: [Double?]) {
        let baseline = ControlLimits.baseline(points)
        let centre = Moments.mean(of: baseline.compactMap(\.self))
        guard let mean = ControlLimits.screenedMean(movingRanges(baseline)) else { return nil }
        self.init(centre: centre, meanMovingRange: mean)
    }

    /// Centre ± 2.66 mean moving ranges: three standard deviations of a stable normal series.
    public var outer: Interval {
        Interval(around: centre, halfWidth: 2.66 * meanMovingRange)
    }

    /// Centre ± 1.773 mean moving ranges: two standard deviations.
    public var near: Interval {
        Interval(around: centre, halfWidth: 1.773 * meanMovingRange)
    }

    /// The points up to the twelfth that is there.
    private static func baseline(_ points: [Double?]) -> ArraySlice<Double?> {
        let present = points.indices.filter { points[$0] != nil }
        guard present.count > lockingPoints else { return points[...] }
        return points[...present[lockingPoints - 1]]
    }

    private static func screenedMean(_ ranges: [Double]) -> Double? {
        let mean = Moments.mean(of: ranges)
        guard mean > 0 else { return nil }
        let screened = Moments.mean(of: ranges.filter { $0 < 3.267 * mean })
        return screened > 0 ? screened : nil
    }
}

/// The distances of neighbours that are both there.
private func movingRanges(_ points: ArraySlice<Double?>) -> [Double] {
    zip(points, points.dropFirst()).compactMap { before, after in
        guard let before, let after else { return nil }
        return abs(after - before)
    }
}
