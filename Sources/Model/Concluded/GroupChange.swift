import Basics

/// The change of one group on one measure at one horizon.
///
/// Means, spreads and the standardised change are over the measured series whose points may be
/// subtracted; shares are over the measured series whose change could be judged. Nothing is
/// hidden here: disclosure control comes later and reads `people`.
public struct GroupChange: Sendable, Hashable {
    /// Index among the groups.
    @Count public var group: Int
    /// Index among the measures.
    @Count public var measure: Int
    public var horizon: Horizon
    public var standings = StandingCounts()
    /// Families with a measured series.
    @Count public var families = 0
    /// Persons with a measured series; one who has several cases counts once.
    @Count public var people = 0
    /// Pairs of baseline and follow-up whose points were subtracted.
    @Count public var pairs = 0
    public var meanBaseline: Double?
    public var meanFollowUp: Double?
    /// Positive is better; interval cluster-robust by case, t(families − 1).
    public var meanImprovement: Estimate?
    /// S_D over n − 1; nothing under three pairs.
    public var sdImprovement: Double?
    public var sdBaseline: Double?
    /// Bonett (2008), from 15 pairs.
    public var standardisedChange: Estimate?
    /// By the scale's change rule; nothing where it declares none.
    public var classes: ClassCounts?
    public var shareImproved: Estimate?
    public var shareNoChange: Estimate?
    public var shareDeteriorated: Estimate?
    /// The least and greatest that the share improved could be.
    public var bounds: Bounds?
    /// Nothing where the scale has no cut-off or no reliable change.
    public var clinical: ClinicalCounts?
    /// Better, same or worse zone, where bands exist.
    public var zones: ZoneCounts?
    public var attrition: Attrition?
    /// What untreated families with this baseline would be expected to show.
    public var expectedRegression: Double?

    /// Makes an empty row.
    public init(group: Int, measure: Int, horizon: Horizon) {
        self.group = group
        self.measure = measure
        self.horizon = horizon
    }
}

/// Where a series stands at a horizon.
public enum Standing: UInt8, Sendable, Hashable, CaseIterable {
    case notYetDue
    case noBaseline
    case measured
    case ended
    case missing
}

/// How many series stand where.
public struct StandingCounts: Sendable, Hashable {
    @Count public var measured = 0
    @Count public var missing = 0
    @Count public var noBaseline = 0
    @Count public var ended = 0
    @Count public var notYetDue = 0

    /// Makes counts of nothing.
    public init() {}

    /// All series.
    public var total: Int { measured + missing + noBaseline + ended + notYetDue }
}

/// How one series' change is judged.
public enum ChangeClass: UInt8, Sendable, Hashable, CaseIterable {
    case improved
    case noChange
    case deteriorated
    /// Not measured, or no rule is declared, or the forms' points may not be subtracted.
    case none
}

/// How many series improved, did not change or deteriorated by the declared rule.
public struct ClassCounts: Sendable, Hashable {
    @Count public var improved = 0
    @Count public var noChange = 0
    @Count public var deteriorated = 0

    /// Makes counts of nothing.
    public init() {}

    /// All series judged.
    public var total: Int { improved + noChange + deteriorated }
}

/// Clinically significant change (Jacobson and Truax 1991), with harm counted apart.
public enum ClinicalClass: UInt8, Sendable, Hashable, CaseIterable {
    case recovered
    case improved
    case unchanged
    case deteriorated
    case harmed
    case none
}

/// How many series fell in each clinical class.
public struct ClinicalCounts: Sendable, Hashable {
    @Count public var recovered = 0
    @Count public var improved = 0
    @Count public var unchanged = 0
    @Count public var deteriorated = 0
    @Count public var harmed = 0

    /// Makes counts of nothing.
    public init() {}

    /// All series judged.
    public var total: Int { recovered + improved + unchanged + deteriorated + harmed }
}

/// How many series moved to a better or worse zone, across age forms too.
public struct ZoneCounts: Sendable, Hashable {
    @Count public var better = 0
    @Count public var same = 0
    @Count public var worse = 0

    /// Makes counts of nothing.
    public init() {}

    /// All series compared by zone.
    public var total: Int { better + same + worse }
}

/// Whether those who were not measured again began elsewhere than those who were.
public struct Attrition: Sendable, Hashable {
    @Count public var measured: Int
    @Count public var missing: Int
    /// Mean baseline of the measured.
    public var meanMeasured: Double
    /// Mean baseline of the missing.
    public var meanMissing: Double
    /// (M₁ − M₂) / √((s₁² + s₂²) / 2); nothing where a spread cannot be computed.
    public var standardisedDifference: Double?

    /// Makes a comparison.
    public init(
        measured: Int, missing: Int, meanMeasured: Double, meanMissing: Double,
        standardisedDifference: Double?
    ) {
        self.measured = measured
        self.missing = missing
        self.meanMeasured = meanMeasured
        self.meanMissing = meanMissing
        self.standardisedDifference = standardisedDifference
    }
}

/// A group's SDQ added value: how much better than expected without treatment.
public struct AddedValueFigure: Sendable, Hashable {
    public var group: Int
    /// Children with a baseline, an impact and a follow-up within 4 to 8 months.
    public var count: Int
    public var families: Int
    public var people: Int
    /// Points; mean ± t(n − 1) · SD / √n.
    public var mean: Estimate
    /// The mean over the reference group's SD of 5.
    public var effectSize: Double

    /// Makes a figure.
    public init(
        group: Int, count: Int, families: Int, people: Int, mean: Estimate, effectSize: Double
    ) {
        self.group = group
        self.count = count
        self.families = families
        self.people = people
        self.mean = mean
        self.effectSize = effectSize
    }
}

/// How well two informants agree on the same persons, at baseline.
public struct RaterAgreement: Sendable, Hashable {
    public var group: Int
    /// Index among the measures.
    public var first: Int
    /// Index among the measures: the same scale by another informant.
    public var second: Int
    /// Persons whom both rated.
    public var count: Int
    /// First minus second, points.
    public var meanDifference: Double
    /// ICC(A,1), McGraw and Wong (1996); nothing where it cannot be computed.
    public var agreement: Double?

    /// Makes an agreement.
    public init(
        group: Int, first: Int, second: Int, count: Int, meanDifference: Double,
        agreement: Double?
    ) {
        self.group = group
        self.first = first
        self.second = second
        self.count = count
        self.meanDifference = meanDifference
        self.agreement = agreement
    }
}

/// How persons moved who outgrew one scale and went on with another: by zone only.
///
/// Counted are those with a baseline on the earlier scale and, instead of a follow-up on it, one on
/// the later. On the earlier scale they stand as missing or ended.
public struct FormChangeFigure: Sendable, Hashable {
    public var group: Int
    /// Index among the measures.
    public var earlier: Int
    /// Index among the measures: the same informant on the later scale.
    public var later: Int
    public var horizon: Horizon
    public var counts: ZoneCounts

    /// Makes a figure.
    public init(group: Int, earlier: Int, later: Int, horizon: Horizon, counts: ZoneCounts) {
        self.group = group
        self.earlier = earlier
        self.later = later
        self.horizon = horizon
        self.counts = counts
    }
}
