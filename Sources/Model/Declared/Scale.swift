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
    /// How a change is judged, by informant; empty where nothing is published.
    public var change: [Keyed<ChangeRule>]
    /// Where the clinical range begins, by informant, form or age.
    public var cutOffs: [Keyed<CutOff>]
    /// Means and spreads of reference groups, by informant.
    public var norms: [Keyed<Norm>]
    public var bandSets: [BandSet]

    /// Makes a scale.
    public init(
        name: String, title: LocalizedText, editions: [Int], ages: AgeRange? = nil,
        rule: ScoringRule, lowest: Ratio, highest: Ratio, better: Better,
        comparesAcrossForms: Bool = true, change: [Keyed<ChangeRule>] = [],
        cutOffs: [Keyed<CutOff>] = [], norms: [Keyed<Norm>] = [], bandSets: [BandSet] = []
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
        self.change = change
        self.cutOffs = cutOffs
        self.norms = norms
        self.bandSets = bandSets
    }
}

/// What a score, its informant, form, age and sex must be for a number to apply to it.
///
/// A part that is nothing matches everything; the first key that matches counts.
public struct ScoreKey: Sendable, Hashable {
    /// Index among the instrument's informants.
    public var informant: Int?
    /// Index among the edition's forms.
    public var form: Int?
    public var ages: AgeRange?
    /// `boy` or `girl`.
    public var sex: String?

    /// Makes a key.
    public init(
        informant: Int? = nil, form: Int? = nil, ages: AgeRange? = nil, sex: String? = nil
    ) {
        self.informant = informant
        self.form = form
        self.ages = ages
        self.sex = sex
    }
}

/// A sourced number or rule that applies under a key.
public struct Keyed<Value: Sendable & Hashable>: Sendable, Hashable {
    public var key: ScoreKey
    public var sourced: Sourced<Value>

    /// Makes a keyed value.
    public init(key: ScoreKey, sourced: Sourced<Value>) {
        self.key = key
        self.sourced = sourced
    }
}

/// What is known of a scored assessment when a band or cut-off is looked up.
public struct ScoreContext: Sendable, Hashable {
    public var informant: Int?
    public var form: Int?
    public var birth: CalendarDate?
    public var date: CalendarDate?
    public var sex: String?

    /// Makes a context.
    public init(
        informant: Int? = nil, form: Int? = nil, birth: CalendarDate? = nil,
        date: CalendarDate? = nil, sex: String? = nil
    ) {
        self.informant = informant
        self.form = form
        self.birth = birth
        self.date = date
        self.sex = sex
    }
}

extension ScoreKey {
    /// Whether the key applies; an age span needs a birth date, a sex needs the sex.
    public func matches(_ context: ScoreContext) -> Bool {
        if let informant, informant != context.informant { return false }
        if let form, form != context.form { return false }
        if let sex, sex != context.sex { return false }
        guard let ages else { return true }
        guard let birth = context.birth, let date = context.date else { return false }
        return ages.contains(birth: birth, on: date)
    }
}

extension Array {
    /// The first value whose key applies.
    public func first<Value>(for context: ScoreContext) -> Sourced<Value>?
    where Element == Keyed<Value> {
        first { $0.key.matches(context) }?.sourced
    }
}

/// How a difference between two scores of one series is judged.
public enum ChangeRule: Sendable, Hashable {
    /// Reliable when |improvement| is at least this many points, as published.
    case points(Ratio)
    /// Reliable when |improvement| / (√2 · sd · √(1 − reliability)) > 1.96, strictly.
    case jacobsonTruax(sd: Ratio, reliability: Ratio, kind: Reliability)
    /// *Moved*, never reliable, when |improvement| is at least this many steps.
    case steps(Ratio)
    /// A minimal important difference of this many points, inclusive; never called reliable.
    case minimalImportantDifference(Ratio)

    /// Where a reliability comes from: a retest, or the agreement of items within one day.
    public enum Reliability: String, Sendable, Hashable, CaseIterable {
        case retest
        case internalConsistency = "internal-consistency"
    }
}

/// Where the clinical range begins.
public struct CutOff: Sendable, Hashable {
    public var value: Ratio
    /// Whether the value itself is clinical: true for "at or above 5", false for "below 25".
    public var isClinicalAtValue: Bool

    /// Makes a cut-off.
    public init(value: Ratio, isClinicalAtValue: Bool) {
        self.value = value
        self.isClinicalAtValue = isClinicalAtValue
    }

    /// Whether a score lies in the clinical range of a scale whose good direction is `better`.
    public func isClinical(_ score: Ratio, better: Better) -> Bool {
        if score == value { return isClinicalAtValue }
        return better == .higher ? score < value : score > value
    }
}

/// Mean and spread of a reference group.
public struct Norm: Sendable, Hashable {
    /// Such as `uk-1999-parents`.
    public var group: String
    public var mean: Ratio
    public var sd: Ratio
    public var retest: Ratio?

    /// Makes a norm.
    public init(group: String, mean: Ratio, sd: Ratio, retest: Ratio? = nil) {
        self.group = group
        self.mean = mean
        self.sd = sd
        self.retest = retest
    }
}

/// A named set of bands; lower bounds are inclusive on the scored scale.
public struct BandSet: Sendable, Hashable {
    /// Such as `three-band` or `four-band`.
    public var name: String
    public var title: LocalizedText
    /// Band names in ascending order of score, with their labels.
    public var bands: [Band]
    /// The lower bounds of the bands, by informant, form, age and sex; as many as there are bands.
    public var bounds: [Keyed<[Ratio]>]

    /// Makes a set of bands.
    public init(
        name: String, title: LocalizedText, bands: [Band], bounds: [Keyed<[Ratio]>]
    ) {
        self.name = name
        self.title = title
        self.bands = bands
        self.bounds = bounds
    }

    /// The index of the band a score falls in, or nothing where no bounds apply.
    public func band(of score: Ratio, in context: ScoreContext) -> Int? {
        guard let bounds: Sourced<[Ratio]> = bounds.first(for: context) else { return nil }
        return bounds.value.lastIndex { $0 <= score }
    }
}

/// One band of a set, such as `borderline`.
public struct Band: Sendable, Hashable {
    public var name: String
    public var label: LocalizedText

    /// Makes a band.
    public init(name: String, label: LocalizedText) {
        self.name = name
        self.label = label
    }
}
