import Basics

/// An instrument as declared: its items, how they are scored, and what the scores mean.
///
/// One definition describes one row layout: `fit` holds ORS, CORS, SRS, CSRS and GSRS, because
/// a platform exports them in one row. Item wording is never stored: instruments are licensed.
public struct Instrument: Sendable, Hashable {
    /// Kebab-case; the name of the definition's file.
    public var name: String
    /// Other names that people use for it, such as `pps` for the Parental Stress Scale.
    public var aliases: [String]
    public var title: LocalizedText
    public var licence: LocalizedText
    /// Publications by the short key that numbers in the definition cite.
    public var sources: [SourceNote]
    /// Codes of the informants in the order that scored rows index, such as `parent`, `teacher`.
    public var informants: [String]
    /// Whom a row's person is: the child rated, or the parent who fills in.
    public var about: FamilyRole
    /// How many whole numbers make one point of an answer: 10 for the FIT lines, else 1.
    public var answerUnit: Int
    public var items: [Item]
    /// Versions that are never compared with one another, such as `asq-se` and `asq-se-2`; at
    /// least one.
    public var editions: [Edition]
    public var scales: [Scale]
    public var examples: [InstrumentExample]

    /// Makes an instrument of all its parts.
    public init(
        name: String, aliases: [String] = [], title: LocalizedText, licence: LocalizedText,
        sources: [SourceNote] = [], informants: [String], about: FamilyRole, answerUnit: Int = 1,
        items: [Item], editions: [Edition], scales: [Scale], examples: [InstrumentExample] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.title = title
        self.licence = licence
        self.sources = sources
        self.informants = informants
        self.about = about
        self.answerUnit = answerUnit
        self.items = items
        self.editions = editions
        self.scales = scales
        self.examples = examples
    }
}

/// A publication that numbers in a definition cite by a short key.
public struct SourceNote: Sendable, Hashable {
    public var key: String
    public var citation: String

    /// Makes a note.
    public init(key: String, citation: String) {
        self.key = key
        self.citation = citation
    }
}

/// One question of an instrument; answers are whole numbers of the instrument's answer unit.
public struct Item: Sendable, Hashable {
    /// The canonical column, such as `sdq1`.
    public var name: String
    public var lowest: Int16
    public var highest: Int16
    /// The distance between allowed answers: 5 for ASQ:SE's 0, 5, 10; else 1.
    public var step: Int16
    /// What an empty cell means: nothing for a missing answer, or an answer (an unticked
    /// concern is 0).
    public var whenEmpty: Int16?

    /// Makes an item.
    public init(
        name: String, lowest: Int16, highest: Int16, step: Int16 = 1, whenEmpty: Int16? = nil
    ) {
        self.name = name
        self.lowest = lowest
        self.highest = highest
        self.step = step
        self.whenEmpty = whenEmpty
    }

    /// Whether an answer lies in the range and on a step.
    public func takes(_ answer: Int) -> Bool {
        answer >= Int(lowest) && answer <= Int(highest)
            && (answer - Int(lowest)) % Int(step) == 0
    }
}

/// A span of completed ages, both ends included.
public struct AgeRange: Sendable, Hashable {
    /// The unit in which ages are counted.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case months
        case years
    }

    public var from: Int
    /// Nothing where the span is open upwards.
    public var through: Int?
    public var unit: Unit

    /// Makes a span.
    public init(from: Int, through: Int?, unit: Unit) {
        self.from = from
        self.through = through
        self.unit = unit
    }

    /// Whether a person born on `birth` is of an age in the span on `date`.
    public func contains(birth: CalendarDate, on date: CalendarDate) -> Bool {
        let age =
            switch unit {
            case .months: birth.completedMonths(to: date)
            case .years: birth.completedYears(to: date)
            }
        return age >= from && age <= through ?? Int.max
    }
}

/// A version of an instrument whose scores are never mixed with another version's.
public struct Edition: Sendable, Hashable {
    /// How the data names it, such as `cors` or `m-adbb`.
    public var name: String
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
        name: String, title: LocalizedText, assumed: Assumption? = nil, forms: [Form] = [],
        correctsForPrematurity: Bool = false
    ) {
        self.name = name
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

    /// Makes a form.
    public init(name: String, ages: AgeRange, interval: Int? = nil, scoredItems: Int? = nil) {
        self.name = name
        self.ages = ages
        self.interval = interval
        self.scoredItems = scoredItems
    }
}

/// A worked example in a definition: a test that travels with it.
public struct InstrumentExample: Sendable, Hashable {
    public var name: String
    public var edition: String?
    public var informant: String?
    public var form: String?
    /// One answer an item in the definition's order, in answer units; nothing where left blank.
    public var answers: [Int16?]
    /// What each named scale must give: nothing where it cannot be scored.
    public var expected: [Expectation]

    /// The score, and perhaps the band, that an example must give.
    public struct Expectation: Sendable, Hashable {
        public var scale: String
        public var score: Ratio?
        public var bandSet: String?
        public var band: String?

        /// Makes an expectation.
        public init(scale: String, score: Ratio?, bandSet: String? = nil, band: String? = nil) {
            self.scale = scale
            self.score = score
            self.bandSet = bandSet
            self.band = band
        }
    }

    /// Makes an example.
    public init(
        name: String, edition: String? = nil, informant: String? = nil, form: String? = nil,
        answers: [Int16?], expected: [Expectation]
    ) {
        self.name = name
        self.edition = edition
        self.informant = informant
        self.form = form
        self.answers = answers
        self.expected = expected
    }
}
