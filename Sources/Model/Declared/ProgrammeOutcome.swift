import Basics

/// A change that a programme promises by a horizon, and what would show it.
public struct Outcome: Sendable, Hashable {
    /// Kebab-case; unique in its programme.
    public var name: String
    public var horizon: Horizon
    public var whom: Beneficiary
    public var title: LocalizedText
    /// How many of the pieces of evidence must hold.
    public var achievedWhen: AchievedWhen
    /// What shows the outcome; empty where nothing measures it yet.
    public var evidence: [EvidencePiece]
    /// Whether the programme's description or we chose the evidence.
    public var reading: Reading
    /// The share of families, 0 to 1, for whom the outcome is aimed at.
    public var target: Sourced<Ratio>?

    /// Makes an outcome.
    public init(
        name: String, horizon: Horizon, whom: Beneficiary, title: LocalizedText,
        achievedWhen: AchievedWhen = .any, evidence: [EvidencePiece] = [],
        reading: Reading = .ours, target: Sourced<Ratio>? = nil
    ) {
        self.name = name
        self.horizon = horizon
        self.whom = whom
        self.title = title
        self.achievedWhen = achievedWhen
        self.evidence = evidence
        self.reading = reading
        self.target = target
    }
}

/// Whose change an outcome is.
public enum Beneficiary: String, Sendable, Hashable, CaseIterable {
    case children
    case parents
    case family
    case organisation
}

/// How many pieces of evidence an outcome needs.
public enum AchievedWhen: Sendable, Hashable {
    case any
    case all
    /// At least so many.
    case atLeast(Int)
}

/// One measurement that shows an outcome, or does not.
public enum EvidencePiece: Sendable, Hashable {
    case scale(ScaleEvidence)
    case indicator(IndicatorEvidence)
}

/// A scale, who fills it in, and what its change must be.
///
/// Every series of the scales by the informants counts alike: a family in which only one of two
/// parents is measured is judged by that parent. Pieces that stand side by side are another
/// matter: there each must be measured before an outcome is missed.
public struct ScaleEvidence: Sendable, Hashable {
    /// One scale, or scales of which a family has one or another, such as two editions.
    public var scales: [String]
    /// The informants as coded; none where every informant counts.
    public var informants: [String]
    /// Whose series count; nothing where everybody's do.
    public var persons: FamilyRole?
    public var rule: ScaleRule

    /// Makes a piece of evidence.
    public init(
        scales: [String], informants: [String] = [], persons: FamilyRole? = nil, rule: ScaleRule
    ) {
        self.scales = scales
        self.informants = informants
        self.persons = persons
        self.rule = rule
    }

    /// Makes a piece of evidence of one scale, by one informant or by all.
    public init(scale: String, informant: String? = nil, rule: ScaleRule) {
        self.init(scales: [scale], informants: informant.map { [$0] } ?? [], rule: rule)
    }
}

/// What must be true of a baseline and a follow-up on a scale.
public enum ScaleRule: Sendable, Hashable {
    /// Improved by the scale's declared change rule.
    case reliableImprovement
    /// Better by at least so many points.
    case atLeastSteps(Ratio)
    /// In one of these bands at follow-up, and in none of them at baseline.
    case inBand(set: String?, bands: [String])
    /// In the functional range at follow-up, and in the clinical range at baseline.
    case betterThanCutOff
    /// Not deteriorated by the scale's declared change rule; by any amount where it has none.
    case notWorse
}

/// A register figure or a rating in `indicators.csv`, and what it must be.
public struct IndicatorEvidence: Sendable, Hashable {
    public var indicator: String
    public var rule: IndicatorRule

    /// Makes a piece of evidence.
    public init(indicator: String, rule: IndicatorRule) {
        self.indicator = indicator
        self.rule = rule
    }
}

/// What must be true of an indicator's baseline and follow-up, or of the follow-up alone.
public enum IndicatorRule: Sendable, Hashable {
    case fallsBy(Ratio)
    case risesBy(Ratio)
    /// The follow-up is at most this; needs no baseline.
    case atMost(Ratio)
    /// The follow-up is at least this; needs no baseline.
    case atLeast(Ratio)
}

/// One declared scale a side, by which parents' and children's progress stand side by side.
public struct ComparedSides: Sendable, Hashable {
    public var parents: Side
    public var children: Side
    public var reading: Reading

    /// A scale and the informant whose series count, of the persons on this side.
    public struct Side: Sendable, Hashable {
        public var scale: String
        /// The informant as coded; nothing where every informant counts.
        public var informant: String?

        /// Makes a side.
        public init(scale: String, informant: String? = nil) {
            self.scale = scale
            self.informant = informant
        }
    }

    /// Makes both sides.
    public init(parents: Side, children: Side, reading: Reading = .ours) {
        self.parents = parents
        self.children = children
        self.reading = reading
    }
}
