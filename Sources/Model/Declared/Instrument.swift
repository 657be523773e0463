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
    /// Ages at which each informant may answer, in the order of `informants`; nothing where any.
    /// A row without a birth date passes.
    public var informantAges: [AgeRange?]
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
        sources: [SourceNote] = [], informants: [String], informantAges: [AgeRange?] = [],
        about: FamilyRole, answerUnit: Int = 1,
        items: [Item], editions: [Edition], scales: [Scale], examples: [InstrumentExample] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.title = title
        self.licence = licence
        self.sources = sources
        self.informants = informants
        self.informantAges =
            informantAges.isEmpty ? informants.map { _ in nil } : informantAges
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
    /// Whether a file may do without the column.
    public var isOptional: Bool
    /// Whether programmes may name more items like it, as they do the axes of a wheel.
    public var isOpenEnded: Bool

    /// Makes an item.
    public init(
        name: String, lowest: Int16, highest: Int16, step: Int16 = 1, whenEmpty: Int16? = nil,
        isOptional: Bool = false, isOpenEnded: Bool = false
    ) {
        self.name = name
        self.lowest = lowest
        self.highest = highest
        self.step = step
        self.whenEmpty = whenEmpty
        self.isOptional = isOptional
        self.isOpenEnded = isOpenEnded
    }

    /// Whether an answer lies in the range and on a step.
    public func takes(_ answer: Int) -> Bool {
        answer >= Int(lowest) && answer <= Int(highest)
            && (answer - Int(lowest)) % Int(step) == 0
    }
}
