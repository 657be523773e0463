import Basics
import Model
import ReportModel

/// All that a section may say something about: figures that have passed disclosure control, and
/// the definitions that name them.
public struct ReportContext: Sendable {
    /// The language of every sentence, number and date.
    public var language: Language
    /// The stretch of time reported on.
    public var period: Period
    /// The pipeline that runs.
    public var pipeline: Pipeline
    /// The run's instruments, in the pipeline's order.
    public var instruments: [Instrument]
    /// The run's programmes, in the pipeline's order.
    public var programmes: [Programme]
    /// The figures that may be shown.
    public var disclosed: Disclosed
    /// The period before as its readers have it, where there was one: for trends.
    public var earlier: EarlierReport?
    /// What the budgets of the run come to.
    public var budgets: [DisclosedBudget]
    /// How the figures came to be.
    public var method: MethodFacts
    /// Names of the files that are absent or were refused, for page one.
    public var absentFiles: [AbsentFile]
    /// The as-of date of the last published period before this one, for what is new since.
    public var lastPublished: CalendarDate?
    /// Whether cases and persons are left out because consent is withdrawn.
    public var leavesOutWithdrawn: Bool
    /// Change stories in the families' words: shown in the internal profile alone.
    public var stories: [String]

    /// Makes a context of all its parts.
    public init(
        language: Language, period: Period, pipeline: Pipeline, instruments: [Instrument],
        programmes: [Programme], disclosed: Disclosed, earlier: EarlierReport? = nil,
        budgets: [DisclosedBudget] = [], method: MethodFacts, absentFiles: [AbsentFile] = [],
        lastPublished: CalendarDate? = nil, leavesOutWithdrawn: Bool = false,
        stories: [String] = []
    ) {
        self.language = language
        self.period = period
        self.pipeline = pipeline
        self.instruments = instruments
        self.programmes = programmes
        self.disclosed = disclosed
        self.earlier = earlier
        self.budgets = budgets
        self.method = method
        self.absentFiles = absentFiles
        self.lastPublished = lastPublished
        self.leavesOutWithdrawn = leavesOutWithdrawn
        self.stories = stories
    }

    var words: Words { Words(language: language) }

    /// Whether small numbers are hidden.
    var isProtected: Bool { disclosed.profile == .published }

    /// The wording of the report's language.
    func say(_ danish: Prose, _ english: Prose) -> Prose {
        language == .danish ? danish : english
    }

    /// A programme's title, or its name where it has no definition.
    func title(ofProgramme name: String) -> String {
        programmes.first { $0.name == name }?.title[language] ?? name
    }
}

/// The newest earlier period, as far as its readers know it.
public struct EarlierReport: Sendable {
    /// The figures it showed.
    public var published: EarlierPublished
    /// Whether it was made by other definitions or another version of the program, so that a
    /// figure may have moved without any family having done so.
    public var isOtherwiseMade: Bool

    /// Makes an earlier period.
    public init(_ published: EarlierPublished, isOtherwiseMade: Bool = false) {
        self.published = published
        self.isOtherwiseMade = isOtherwiseMade
    }

    /// The day it looked at its input.
    var asOf: CalendarDate { published.asOf }
}

/// A kind of input that the run did without.
public struct AbsentFile: Sendable, Hashable {
    /// The file's name or pattern.
    public var name: String
    /// Why it was not used, in the report's language.
    public var reason: LocalizedText

    /// Makes a note of an absent file.
    public init(name: String, reason: LocalizedText) {
        self.name = name
        self.reason = reason
    }
}

/// What the method section prints: how the figures came to be.
public struct MethodFacts: Sendable, Hashable {
    /// The program's version.
    public var version: String
    /// One digest of all input files, SHA-256 in hexadecimal.
    public var inputDigest: String
    /// One digest of all definitions, SHA-256 in hexadecimal.
    public var definitionsDigest: String
    /// Rows in and out of each stage, by stage and then by what is counted.
    public var counts: [String: [String: Int]]

    /// Makes facts.
    public init(
        version: String, inputDigest: String, definitionsDigest: String,
        counts: [String: [String: Int]]
    ) {
        self.version = version
        self.inputDigest = inputDigest
        self.definitionsDigest = definitionsDigest
        self.counts = counts
    }
}
