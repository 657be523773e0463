/// Where a unit's share lies among the limits of a funnel.
public enum FunnelPosition: String, Sendable, Hashable, CaseIterable {
    /// Below the 99.8 % limit.
    case farBelow = "far-below"
    /// Below the 95 % limit.
    case below
    case inside
    /// Above the 95 % limit.
    case above
    /// Above the 99.8 % limit.
    case farAbove = "far-above"
}

/// Limits that units' shares stay within when only chance and common variation part them.
///
/// Spiegelhalter (2005), *Statistics in Medicine* 24: 1185–1202, with multiplicative
/// over-dispersion.
public struct Funnel: Sendable, Hashable {
    /// The critical value of the inner, 95 %, limits.
    public static let inner = StandardNormal.critical95
    /// The critical value of the outer, 99.8 %, limits.
    public static let outer = 3.090232306167813
    /// From how many units the dispersion is known well enough for a verdict.
    public static let leastUnits = 12

    /// The share over all units together, within 0 and 1.
    public let centre: Double
    /// φ, the mean square of the Winsorised z-scores; above 1 when units vary more than by chance.
    public let dispersion: Double
    /// How many units have observations.
    public let units: Int

    /// Measures units; nothing without observations or where all or none are successes.
    ///
    /// p₀ = Σy / Σn, z = (p − p₀) / √(p₀(1 − p₀) / n) held between its type-7 10 % and 90 %
    /// quantiles, φ = mean z². 5 of 10 and 15 of 20: p₀ = 2 / 3, z = −1.1180 and 0.7906, held at
    /// −0.9272 and 0.5997, φ = 0.6097.
    public init?(_ tallies: [Tally]) {
        let filled = tallies.filter { $0.size > 0 }
        let successes = filled.reduce(0) { $0 + $1.successes }
        let size = filled.reduce(0) { $0 + $1.size }
        guard successes > 0, successes < size else { return nil }
        let centre = Double(successes) / Double(size)
        let scores = filled.map { tally in
            (tally.share - centre) / Funnel.standardError(centre, size: Double(tally.size))
        }
        self.centre = centre
        units = filled.count
        dispersion = Funnel.meanSquare(Funnel.winsorised(scores))
    }

    /// Gives p₀ ± z √(max(1, φ) p₀(1 − p₀) / n) for a unit of `size`, at least 1.
    ///
    /// The limits of small units may lie outside 0...1; a drawing clamps them. p₀ = 0.5, φ = 1,
    /// n = 25, z = 1.96: 0.5 ± 0.196.
    public func limits(size: Int, z: Double) -> Interval {
        precondition(size > 0, "a unit of \(size) observations")
        let spread = max(1, dispersion).squareRoot()
        return Interval(
            around: centre,
            halfWidth: z * spread * Funnel.standardError(centre, size: Double(size)))
    }

    /// Places a unit; nothing from fewer than 12 units, or for a unit without observations.
    public func position(of tally: Tally) -> FunnelPosition? {
        guard units >= Funnel.leastUnits, tally.size > 0 else { return nil }
        let inner = limits(size: tally.size, z: Funnel.inner)
        let outer = limits(size: tally.size, z: Funnel.outer)
        if outer.isAbove(tally.share) { return .farBelow }
        if outer.isBelow(tally.share) { return .farAbove }
        if inner.isAbove(tally.share) { return .below }
        return inner.isBelow(tally.share) ? .above : .inside
    }

    private static func standardError(_ share: Double, size: Double) -> Double {
        (share * (1 - share) / size).squareRoot()
    }

    private static func winsorised(_ scores: [Double]) -> [Double] {
        guard let low = quantile(scores, 0.1), let high = quantile(scores, 0.9) else { return [] }
        return scores.map { min(max($0, low), high) }
    }

    private static func meanSquare(_ scores: [Double]) -> Double {
        exactSum(scores.lazy.map { $0 * $0 }) / Double(scores.count)
    }
}

extension Tally {
    fileprivate var share: Double { Double(successes) / Double(size) }
}
