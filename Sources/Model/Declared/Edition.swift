import Basics

/// A version of an instrument whose scores are never mixed with another version's.
public struct Edition: Sendable, Hashable {
    /// How the data names it, such as `cors` or `m-adbb`.
    public var name: String
    /// Other names for it in the data: a row that says `srs` is of the edition `ors`.
    public var aliases: [String]
    public var title: LocalizedText
    /// When a row without a named edition is of this one; the first edition is the default.
    public var assumed: Assumption?
    /// Age versions or intervals of the edition, in ascending order; empty when there is one only.
    public var forms: [Form]
    /// Whether the age is corrected for prematurity: birth + 7 × (40 − weeks) days when weeks
    /// ≤ 37 and the chronological age is under 24 months.
    public var correctsForPrematurity: Bool

    /// What lets a row be taken for an edition that it does not name.
    public struct Assumption: Sendable, Hashable {
        /// Index among the instrument's informants.
        public var informant: Int
        public var ages: AgeRange

        /// Makes an assumption.
        public init(informant: Int, ages: AgeRange) {
            self.informant = informant
            self.ages = ages
        }
    }

    /// Makes an edition.
    public init(
        name: String, aliases: [String] = [], title: LocalizedText, assumed: Assumption? = nil,
        forms: [Form] = [], correctsForPrematurity: Bool = false
    ) {
        self.name = name
        self.aliases = aliases
        self.title = title
        self.assumed = assumed
        self.forms = forms
        self.correctsForPrematurity = correctsForPrematurity
    }
}

/// An age version or interval of an edition; a person's age at the date decides it.
public struct Form: Sendable, Hashable {
    /// Such as `2-4` or `12`.
    public var name: String
    /// Ages for which the form is valid; a row outside every form has no score.
    public var ages: AgeRange
    /// The interval in months that the row must name, where the instrument has intervals.
    public var interval: Int?
    /// How many items, from the first, this form scores; nothing when all.
    public var scoredItems: Int?
    /// How many scored items may be left blank, where the rule asks; nothing when not limited.
    public var mostOmitted: Int?
    /// Where the ages and counts come from.
    public var basis: Basis?

    /// Makes a form.
    public init(
        name: String, ages: AgeRange, interval: Int? = nil, scoredItems: Int? = nil,
        mostOmitted: Int? = nil, basis: Basis? = nil
    ) {
        self.name = name
        self.ages = ages
        self.interval = interval
        self.scoredItems = scoredItems
        self.mostOmitted = mostOmitted
        self.basis = basis
    }
}
