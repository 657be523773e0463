import Model

/// How a table is written as text.
public enum TableStyle: String, Sendable, Hashable, CaseIterable {
    /// The record: UTF-8, `;`, decimal point.
    case tidy
    /// For a Danish spreadsheet: a byte order mark and decimal comma.
    case spreadsheet
}

/// Writes a table as delimited text: its keys, then its figures, one line a row.
///
/// UTF-8 and `;`; a text that a spreadsheet would take for a formula has an apostrophe in front
/// (OWASP, "CSV Injection"), in the record too, since anybody may open it; numbers with at most twelve significant digits, `hidden` where disclosure
/// control hides a figure, nothing where a figure is not computed. A figure kept from an earlier
/// period stands as it was published. In a table of more than `largeTable` rows, rows in which
/// nothing at all may be shown are left out.
public func tableText(_ table: DisclosedTable, style: TableStyle = .tidy) -> [UInt8] {
    var writer = TableWriter(style)
    writer.writeHeader(table.keys.map(\.name) + table.figures.map(\.name))
    let keys = Words(table.keys.map { $0.words.map(writer.cell) })
    let words = Words(
        table.figures.map { column in
            if case .word(let words) = column.kind { words.map(writer.cell) } else { nil }
        })
    let isLarge = table.rowCount > largeTable
    for first in stride(from: 0, to: table.rowCount, by: TableLines.most) {
        let rows = first..<min(first + TableLines.most, table.rowCount)
        let lines = TableLines(table, rows)
        for row in 0..<rows.count where !isLarge || lines.showsSomething(row) {
            writer.write(lines, row, keys, words)
        }
    }
    return writer.bytes
}

/// How many rows a table may have before rows that show nothing are left out of its text.
public let largeTable = 50_000

/// Some rows of a table, row after row: its columns lie far apart in memory.
private struct TableLines {
    static let most = 256

    let keyCount: Int
    let figureCount: Int
    private(set) var keys: [Int32]
    private(set) var values: [Double]
    private(set) var states: [DisclosedTable.State]

    init(_ table: DisclosedTable, _ rows: Range<Int>) {
        keyCount = table.keys.count
        figureCount = table.figures.count
        keys = Array(repeating: 0, count: rows.count * keyCount)
        values = Array(repeating: 0, count: rows.count * figureCount)
        states = Array(repeating: .hidden, count: rows.count * figureCount)
        for (place, column) in table.keys.enumerated() {
            for (line, row) in rows.enumerated() {
                keys[line * keyCount + place] = column.indices[row]
            }
        }
        for (place, column) in table.figures.enumerated() {
            let columnStates = table.states[place]
            for (line, row) in rows.enumerated() {
                values[line * figureCount + place] = column.values[row]
                states[line * figureCount + place] = columnStates[row]
            }
        }
    }

    /// Whether any figure of a row is there to be shown.
    func showsSomething(_ row: Int) -> Bool {
        let range = (row * figureCount)..<((row + 1) * figureCount)
        return states[range].contains { $0 == .shown || $0 == .earlier }
    }
}

/// The cells that the words of all columns are written as, one after another: an object a column
/// would have its references counted for every cell.
private struct Words {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Where each column's words begin in `starts`, or -1 where it has numbers.
    private var columns: [Int] = []

    init(_ columns: [[[UInt8]]?]) {
        for cells in columns {
            self.columns.append(cells == nil ? -1 : starts.count - 1)
            for cell in cells ?? [] {
                bytes += cell
                starts.append(bytes.count)
            }
        }
    }

    /// Whether a column has words, and no numbers.
    func has(_ column: Int) -> Bool { columns[column] >= 0 }

    @inline(__always)
    func append(_ word: Int, of column: Int, to text: inout [UInt8]) {
        let at = columns[column] + word
        let range = starts[at]..<starts[at + 1]
        bytes.withUnsafeBufferPointer { text += UnsafeBufferPointer(rebasing: $0[range]) }
    }
}

/// Lines of a table as bytes; no string and no array is made for a cell.
private struct TableWriter {
    private(set) var bytes: [UInt8] = []
    private let point: UInt8
    private static let hidden: StaticString = "hidden"

    init(_ style: TableStyle) {
        point = UInt8(ascii: style == .tidy ? "." : ",")
        if style == .spreadsheet { bytes = [0xEF, 0xBB, 0xBF] }
    }

    mutating func writeHeader(_ names: [String]) {
        for (index, name) in names.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            bytes += cell(name)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func write(_ lines: TableLines, _ row: Int, _ keys: Words, _ words: Words) {
        for place in 0..<lines.keyCount {
            if place > 0 { bytes.append(UInt8(ascii: ";")) }
            keys.append(Int(lines.keys[row * lines.keyCount + place]), of: place, to: &bytes)
        }
        for place in 0..<lines.figureCount {
            let at = row * lines.figureCount + place
            bytes.append(UInt8(ascii: ";"))
            switch lines.states[at] {
            case .empty: break
            case .hidden:
                bytes += UnsafeBufferPointer(
                    start: TableWriter.hidden.utf8Start, count: TableWriter.hidden.utf8CodeUnitCount
                )
            case .shown, .earlier:
                if words.has(place) {
                    words.append(Int(lines.values[at]), of: place, to: &bytes)
                } else {
                    NumberText.append(lines.values[at], point: point, to: &bytes)
                }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A text as a cell: quoted where it must be, and never a formula for a spreadsheet.
    func cell(_ text: String) -> [UInt8] {
        var text = Array(text.utf8)
        if text.count > 1, FormulaText.startsFormula(text) {
            text.insert(FormulaText.apostrophe, at: 0)
        }
        let mustQuote = text.contains { ";\"\n\r".utf8.contains($0) }
        if !mustQuote { return text }
        let quote = UInt8(ascii: "\"")
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}

/// How a text is kept from being a formula, and read back.
enum FormulaText {
    static let apostrophe = UInt8(ascii: "'")

    /// Whether a text, or what stands behind apostrophes at its start, begins as a formula; so
    /// that one apostrophe more can always be told from one of the text's own.
    static func startsFormula(_ text: some Sequence<UInt8>) -> Bool {
        text.first { $0 != apostrophe }.map("=+-@\t\r".utf8.contains) ?? false
    }
}
