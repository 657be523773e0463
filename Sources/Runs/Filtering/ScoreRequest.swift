import Basics

/// Which rows are to be scored, and how the scores are to be written.
public struct ScoreRequest: Sendable {
    /// How scores are written.
    public enum Format: String, Sendable, CaseIterable {
        case csv
        /// One JSON object a line.
        case jsonl
    }

    /// An instrument, an alias, an edition such as `ors`, or a scale such as `sdq.total`.
    public var instrument: String
    /// Paths in the order of reading; `-` is standard input.
    public var files: [String]
    /// The intake that says how the files are laid out.
    public var intake = "standard"
    /// The set of bands to name; each scale's own first set without it.
    public var bandSet: String?
    public var format = Format.csv
    /// The key file that makes pseudonyms; identifiers pass as they are without it.
    public var key: String?
    /// Replaces the folder of definitions.
    public var definitions: String?

    /// Makes a request with the canonical layout.
    public init(instrument: String, files: [String]) {
        self.instrument = instrument
        self.files = files
    }
}
