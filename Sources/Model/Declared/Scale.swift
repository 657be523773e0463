import Basics

/// A score that an instrument gives, and how it is read.
public struct Scale: Sendable, Hashable {
    /// The full name, such as `sdq.emotional`: stable, a column value.
    public var name: String
    public var title: LocalizedText
    /// Indices of the editions that give this score.
    public var editions: [Int]
    /// Ages outside which the score is not valid, where the forms do not already say it; a row
    /// without a birth date passes.
    public var ages: AgeRange?
    public var rule: ScoringRule
    /// The least and greatest score, in points.
    public var lowest: Ratio
    public var highest: Ratio
    public var better: Better
    /// Whether forms of one edition may be subtracted; where not, only their zones are compared.
    public var comparesAcrossForms: Bool
    /// The full name of the scale that takes over when a person has outgrown this one; the two are
    /// compared by zone only.
    public var continuesAs: String?
    /// How a change is judged, by informant; empty where nothing is published.
    public var change: [Keyed<ChangeRule>]
    /// Where the clinical range begins, by informant, form or age.
    public var cutOffs: [Keyed<CutOff>]
    /// Means and spreads of reference groups, by informant.
    public var norms: [Keyed<Norm>]
    /// Sets of bands; the first is the default.
    public var bandSets: [BandSet]
    /// Days within which an assessment in the clinical range is repeated.
    public var repeatWithin: Sourced<Int>?
    /// Where the items, the rule and the range come from.
    public var basis: Basis?

    /// Makes a scale.
    public init(
        name: String, title: LocalizedText, editions: [Int], ages: AgeRange? = nil,
        rule: ScoringRule, lowest: Ratio, highest: Ratio, better: Better,
        comparesAcrossForms: Bool = true, continuesAs: String? = nil,
        change: [Keyed<ChangeRule>] = [],
        cutOffs: [Keyed<CutOff>] = [], norms: [Keyed<Norm>] = [], bandSets: [BandSet] = [],
        repeatWithin: Sourced<Int>? = nil, basis: Basis? = nil
    ) {
        self.name = name
        self.title = title
        self.editions = editions
        self.ages = ages
        self.rule = rule
        self.lowest = lowest
        self.highest = highest
        self.better = better
        self.comparesAcrossForms = comparesAcrossForms
        self.continuesAs = continuesAs
        self.change = change
        self.cutOffs = cutOffs
        self.norms = norms
        self.bandSets = bandSets
        self.repeatWithin = repeatWithin
        self.basis = basis
    }
}
