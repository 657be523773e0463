import Basics
import Model
import Tables

/// The texts of coded answers, by variable: what a system writes beside its data.
///
/// Each record has a variable, a code and a text; there is no header.
struct AnswerTexts {
    /// A code, its text and where it stands.
    struct Entry {
        var code: String
        var text: String
        var line: Int
    }

    /// The file or sheet, as findings show it.
    let name: String
    /// Entries by the key of their variable's name, in the order of the file.
    private var entries: [String: [Entry]] = [:]

    /// The entries of a column, by its name.
    func entries(of column: String) -> [Entry] { entries[ColumnName.key(column)] ?? [] }

    /// Reads texts whose records are written in any way.
    init(_ source: ByteSource, name: String) throws(ReadFailure) {
        self.name = name
        var dialect = Dialect()
        if case .rows = source {
        } else {
            dialect.encoding = try EncodingSurvey.of(source).encoding
            dialect.delimiter = try DelimiterChoice.best(
                for: source, dialect: dialect, known: nil
            ).delimiter
        }
        let collector = AnswerTextCollector()
        var reader = try RecordReader(source, dialect: dialect)
        try reader.read(into: collector)
        for (variable, entry) in collector.entries {
            entries[ColumnName.key(variable), default: []].append(entry)
        }
    }

    /// Whether any of some columns has texts.
    func covers(_ columns: [String]) -> Bool {
        columns.contains { entries[ColumnName.key($0)] != nil }
    }
}

private final class AnswerTextCollector: RecordHandler {
    private(set) var entries: [(variable: String, entry: AnswerTexts.Entry)] = []
    /// More than any questionnaire has; a file of data is not read to its end.
    private static let most = 100_000

    func receive(_ record: borrowing Record) -> ReadingStep {
        guard record.fieldCount >= 3 else { return .goOn }
        let (variable, code) = (Cell.trimmed(record.text(0)), Cell.trimmed(record.text(1)))
        let text = Cell.trimmed(record.text(2))
        guard !variable.isEmpty, !code.isEmpty, !text.isEmpty else { return .goOn }
        entries.append((variable, AnswerTexts.Entry(code: code, text: text, line: record.line)))
        return entries.count < AnswerTextCollector.most ? .goOn : .stop
    }

    func receive(malformed: borrowing MalformedRecord) {}
}
