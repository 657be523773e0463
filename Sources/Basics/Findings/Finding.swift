/// How much a finding matters: a note informs, a warning leaves something out, an error refuses.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
    case note
    case warning
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    /// The word that stands in a message.
    public var word: String {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}

/// Where a finding is: a file, and when known its line (from 1) and column (from 1).
///
/// In a CSV file the line is the physical line on which the record starts and the column counts
/// fields; in a YAML file the column counts characters.
public struct Place: Sendable, Hashable, Comparable {
    /// The file's path or name.
    public var file: String
    /// The line, from 1.
    public var line: Int?
    /// The column, from 1.
    public var column: Int?

    /// Makes a place in a file.
    public init(_ file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The place as `file:line:column`, without the parts that are unknown.
    public var text: String {
        [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
            .joined(separator: ":")
    }

    public static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
    }
}

/// What a kind of finding is called and what it means; its identifier is stable.
public struct FindingCode: Sendable, Hashable {
    /// A kebab-case word that never changes: a documentation anchor and a column value.
    public let id: String
    /// The rule that was not met, as a short phrase for a table.
    public let title: LocalizedText
    /// The rule and its reason, for `explain`.
    public let explanation: LocalizedText
    /// What a person does about it.
    public let remedy: LocalizedText

    /// Makes a code; every code stands in `FindingCode.all`.
    public init(
        _ id: String, title: LocalizedText, explanation: LocalizedText, remedy: LocalizedText
    ) {
        self.id = id
        self.title = title
        self.explanation = explanation
        self.remedy = remedy
    }

    public static func == (a: FindingCode, b: FindingCode) -> Bool { a.id == b.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A complaint that says where, what and what to do; never with a value of a person.
public struct Finding: Sendable, Hashable {
    public var code: FindingCode
    public var severity: Severity
    public var place: Place
    /// One line in lower case without a full stop: the most specific thing first.
    public var summary: String
    /// What would be right, when the summary does not say it.
    public var explanation: String?
    /// What to do here, as a verb phrase; the code's general remedy when there is none.
    public var remedy: String?

    /// Makes a finding.
    public init(
        _ code: FindingCode, _ severity: Severity, at place: Place, _ summary: String,
        explanation: String? = nil, remedy: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.summary = summary
        self.explanation = explanation
        self.remedy = remedy
    }

    /// The finding as one line: `file:line:column: severity: summary [code]`.
    public var line: String {
        "\(place.text): \(severity.word): \(summary) [\(code.id)]"
    }
}
