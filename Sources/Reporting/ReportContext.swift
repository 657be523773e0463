import Basics
import Model
import ReportModel

/// All that a section may say something about: figures that have passed disclosure control, and
/// the definitions that name them.
public struct ReportContext: Sendable {
    public var language: Language
    public var period: Period
    public var pipeline: Pipeline
    public var instruments: [Instrument]
    public var programmes: [Programme]
    public var budgets: [Budget]
    public var disclosed: Disclosed
    public var method: MethodFacts
    /// Names of the files that are absent or were refused, for page one.
    public var absentFiles: [AbsentFile]

    /// Makes a context of all its parts.
    public init(
        language: Language, period: Period, pipeline: Pipeline, instruments: [Instrument],
        programmes: [Programme], budgets: [Budget], disclosed: Disclosed, method: MethodFacts,
        absentFiles: [AbsentFile]
    ) {
        self.language = language
        self.period = period
        self.pipeline = pipeline
        self.instruments = instruments
        self.programmes = programmes
        self.budgets = budgets
        self.disclosed = disclosed
        self.method = method
        self.absentFiles = absentFiles
    }

    var words: Words { Words(language: language) }

    /// The wording of the report's language.
    func say(_ danish: Prose, _ english: Prose) -> Prose {
        language == .danish ? danish : english
    }

    /// A programme's title, or its name where it has no definition.
    func title(ofProgramme name: String) -> String {
        programmes.first { $0.name == name }?.title[language] ?? name
    }
}

/// A kind of input that the run did without.
public struct AbsentFile: Sendable, Hashable {
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
    public var version: String
    /// One digest of all input files, and one of all definitions.
    public var inputDigest: String
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
