/// Findings collected on the way: every one is counted, the first of each kind are kept.
///
/// A nation's export may hold a hundred thousand unreadable cells, so a file keeps at most
/// `kept` findings of one code and a count of the rest.
public struct Findings: Sendable {
    /// How many findings of one code are kept for each file.
    public static let kept = 5

    /// A kind of finding in one file.
    public struct Kind: Sendable, Hashable {
        public var file: String
        public var code: FindingCode
        public var severity: Severity

        /// Makes a kind.
        public init(file: String, code: FindingCode, severity: Severity) {
            self.file = file
            self.code = code
            self.severity = severity
        }
    }

    /// The findings kept, in the order in which they were reported.
    public private(set) var items: [Finding] = []
    /// How many there were of each kind, kept or not.
    public private(set) var counts: [Kind: Int] = [:]

    /// Makes an empty collection.
    public init() {}

    /// Adds one finding.
    public mutating func report(_ finding: Finding) {
        add(finding, times: 1)
    }

    /// Adds findings of one kind that were counted elsewhere; only `finding` itself is kept.
    public mutating func add(_ finding: Finding, times: Int) {
        let kind = Kind(file: finding.place.file, code: finding.code, severity: finding.severity)
        let before = counts[kind, default: 0]
        counts[kind] = before + times
        if before < Findings.kept { items.append(finding) }
    }

    /// Counts further findings of a kind without keeping any of them.
    public mutating func count(_ kind: Kind, times: Int) {
        guard times > 0 else { return }
        counts[kind, default: 0] += times
    }

    /// Adds all of another collection, in its order.
    public mutating func merge(_ other: Findings) {
        for finding in other.items { report(finding) }
        for (kind, total) in other.counts {
            let shown = other.items.count {
                $0.place.file == kind.file && $0.code == kind.code && $0.severity == kind.severity
            }
            count(kind, times: total - shown)
        }
    }

    /// The gravest severity reported, or nothing.
    public var worst: Severity? { counts.keys.map(\.severity).max() }

    /// How many findings there are of a severity.
    public func total(_ severity: Severity) -> Int {
        counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }

    /// Whether nothing was reported.
    public var isEmpty: Bool { counts.isEmpty }
}

/// What stops a run: bad use or a world that refuses, with one finding that says why.
public struct Refusal: Error, Sendable {
    /// Who must act, as the exit status tells.
    public enum Reason: Int32, Sendable {
        case definitions = 2
        case inputUnreadable = 3
        case locked = 4
        case outputNotWritable = 5
        case usage = 64
    }

    public var reason: Reason
    public var findings: [Finding]

    /// Makes a refusal of one or more findings.
    public init(_ reason: Reason, _ findings: [Finding]) {
        self.reason = reason
        self.findings = findings
    }
}
