import Basics

/// How sure a number in a definition is.
public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// Read in the source named.
    case confirmed
    /// Remembered, derived or secondary: used, with a footnote, until the site confirms it.
    case provisional
}

/// Where the plain facts of a declaration come from, and how sure they are.
public struct Basis: Sendable, Hashable {
    /// The key of a source note of the definition.
    public var source: String
    public var evidence: Evidence

    /// Makes a basis.
    public init(source: String, evidence: Evidence) {
        self.source = source
        self.evidence = evidence
    }
}

/// A value with the source it comes from and how sure it is.
public struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    /// The publication or page, short: author, year, table.
    public var source: String
    public var evidence: Evidence
    /// Who confirmed it at the site, and when, if somebody did.
    public var confirmedBy: String?

    /// Makes a sourced value.
    public init(
        _ value: Value, source: String, evidence: Evidence, confirmedBy: String? = nil
    ) {
        self.value = value
        self.source = source
        self.evidence = evidence
        self.confirmedBy = confirmedBy
    }

    /// Whether reports must say that the value is not yet confirmed.
    public var isProvisional: Bool { evidence == .provisional && confirmedBy == nil }
}

/// Which direction of a scale is good.
public enum Better: String, Sendable, Hashable, CaseIterable {
    case higher
    case lower
}
