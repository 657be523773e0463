import Basics
import Model
import Tables

/// Finds the header of a file, passes over title rows above it and further header rows below.
///
/// Systems put a title, a version or `sep=;` above the header; the header is the first record
/// among the first thirty that names a column of the case.
final class HeaderHandler: RecordHandler {
    /// How many records are looked at for a header.
    static let depth = 30

    /// The header's names, once found; the first record where none is a header, by its shape
    /// alone where it looks like a row: messages show names, and a row is somebody's.
    var names: [String]? { found ?? first.map(HeaderHandler.withoutValues) }
    private(set) var line = 1
    /// What is wrong with the last record that is none.
    private(set) var malformed: MalformedRecord.Reason?
    /// Whether the text starts as a workbook does.
    private(set) var isArchive = false
    private let known: KnownColumns
    private var first: [String]?
    private var found: [String]?
    private var seen = 0
    /// What stands above the header.
    private var above: [(line: Int, cells: [String])] = []
    private var rowsBelow: Int

    init(_ known: KnownColumns, rows: Int) {
        self.known = known
        rowsBelow = rows - 1
    }

    /// How many columns of the header are known.
    var knownCount: Int { (names ?? []).count { known.use(of: $0) != nil } }

    func receive(_ record: borrowing Record) -> ReadingStep {
        note(record.raw)
        if found != nil {
            rowsBelow -= 1
            return rowsBelow > 0 ? .goOn : .stop
        }
        seen += 1
        let names = record.texts.map { Cell.trimmed($0) }
        if known.isHeader(names) {
            found = names
            line = record.line
            return rowsBelow > 0 ? .goOn : .stop
        }
        above.append((record.line, names))
        if first == nil, names.contains(where: { !$0.isEmpty }) {
            first = names
            line = record.line
        }
        return seen < HeaderHandler.depth ? .goOn : .stop
    }

    func receive(malformed: borrowing MalformedRecord) {
        note(malformed.raw)
        self.malformed = malformed.reason
    }

    private func note(_ raw: Cell) {
        if seen == 0, malformed == nil { isArchive = raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) }
    }

    private static func withoutValues(_ names: [String]) -> [String] {
        names.contains(where: isNumberOrDate) ? names.map { Shape.of($0) } : names
    }

    /// The names as messages may show them: by their shape alone where one that is not known is
    /// written like a date or a long number, since rows have then run into the header.
    static func shown(_ names: [String], _ known: KnownColumns) -> [String] {
        let isMixed = names.contains { name in
            isNumberOrDate(name) && name.utf8.count { $0 &- 48 < 10 } >= 4
                && known.use(of: name) == nil
        }
        return isMixed ? names.map { Shape.of($0) } : names
    }

    private static func isNumberOrDate(_ text: String) -> Bool {
        text.utf8.contains { $0 &- 48 < 10 }
            && text.utf8.allSatisfy { $0 &- 48 < 10 || "-./,: T".utf8.contains($0) }
    }

    /// The line of the first row that stands above the header, if one does.
    ///
    /// Titles are passed over. What has as many fields as the header, most of them filled, and a
    /// date where the rows below have theirs, is no title.
    func rowAbove(_ map: HeaderMap, _ dates: DateReader) -> Int? {
        let roles: [IntakeColumn.Role] = [.date, .start, .setDate]
        guard found != nil, let column = roles.flatMap({ map.columns($0).sorted() }).first else {
            return nil
        }
        return above.first { line, cells in
            guard cells.count >= map.fieldCount,
                2 * cells.count(where: { !$0.isEmpty }) > cells.count
            else { return false }
            let padded = Array(cells[column].utf8) + [UInt8](repeating: 0, count: 16)
            return padded.withUnsafeBufferPointer {
                dates.days(Cell(rebasing: $0.dropLast(16))) != DateReader.none
            }
        }?.line
    }
}

extension Cell {
    /// A text without blanks at either end.
    static func trimmed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { $0.trimmed.text }
    }
}
