import Basics
import Model

/// A question about change: which scales, whose answers, for which groups, and how judged.
public struct AnalysisRequest: Sendable {
    /// The columns that families are grouped by, the widest first.
    public enum Dimension: String, Sendable, CaseIterable {
        case programme, municipality, team
    }

    /// What is read, as of when, and for whom the answer is.
    public var run: RunRequest
    /// Scales such as `sdq.total`, or all of `sdq`.
    public var scales: [String]
    /// Informants as coded; all without any.
    public var informants: [String] = []
    public var groupedBy: [Dimension] = []
    /// Names that are let in, by column; all where a column is not named.
    public var filters: [Dimension: [String]] = [:]
    /// All without any.
    public var horizons: [String] = []
    /// A published way to judge reliable change; the instrument's own rule without it.
    public var method: String?

    /// Makes a question about some scales.
    public init(_ run: RunRequest, scales: [String]) {
        self.run = run
        self.scales = scales
    }
}

/// The answer to a question about change.
public struct Analysis: Sendable {
    /// The columns of `data/outcomes.csv`, and before the last of them those of the method where
    /// one was asked for.
    public var header: [String]
    public var rows: [[String]]
    public var findings: Findings
    /// What a reader must know of the method, in a sentence each.
    public var notes: [String]
}
