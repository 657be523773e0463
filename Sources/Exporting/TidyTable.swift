import Basics
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
/// (OWASP, "CSV Injection"), in the record too, since anybody may open it; numbers with at most
/// twelve significant digits, `hidden` where disclosure control hides a figure, nothing where a
/// figure is not computed. A figure kept from an earlier period stands as it was published; the
/// last column, `kept`, says which figures of a row are, and of which days (see `KeptColumn`). In
/// a table of more than `largeTable` rows, rows in which nothing at all may be shown are left out.
public func tableText(_ table: DisclosedTable, style: TableStyle = .tidy) -> [UInt8] {
    var bytes: [UInt8] = []
    switch style {
    case .tidy: writeTable(table) { bytes += $0 }
    case .spreadsheet: writeTable(table, to: { _ in }, spreadsheet: { bytes += $0 })
    }
    return bytes
}

/// Writes a table as a record, piece by piece.
public func writeTable(_ table: DisclosedTable, to record: (UnsafeRawBufferPointer) -> Void) {
    eachPiece(of: table) { $0.handOut(record) }
}

/// Writes a table as a record and for a spreadsheet as well, piece by piece.
///
/// The same bytes serve both: only the decimal points become commas in between.
public func writeTable(
    _ table: DisclosedTable, to record: (UnsafeRawBufferPointer) -> Void,
    spreadsheet: (UnsafeRawBufferPointer) -> Void
) {
    byteOrderMark.withUnsafeBytes(spreadsheet)
    eachPiece(of: table) { lines in
        lines.handOut(record)
        lines.setCommas()
        lines.handOut(spreadsheet)
    }
}

/// What the column `kept` says of some rows.
public func keptTexts(of rows: [Int], in table: DisclosedTable) -> [String] {
    var lines = TableLines(table)
    return rows.map { lines.kept($0) }
}

private func eachPiece(of table: DisclosedTable, _ handOut: (inout TableLines) -> Void) {
    var lines = TableLines(table)
    let isLarge = table.rowCount > largeTable
    for first in stride(from: 0, to: table.rowCount, by: TableRows.most) {
        lines.write(first..<min(first + TableRows.most, table.rowCount), onlyShown: isLarge)
        if lines.isLong {
            handOut(&lines)
            lines.removeAll()
        }
    }
    handOut(&lines)
}

/// How many rows a table may have before rows that show nothing are left out of its text.
public let largeTable = 50_000

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Lines of a table as bytes; no string and no array is made for a cell.
private struct TableLines: ~Copyable {
    private let table: DisclosedTable
    private let keys: CellTexts
    private let words: CellTexts
    /// The names of the figures.
    private let names: CellTexts
    private var rows: TableRows
    private var text = TextBuffer(capacity: TableLines.long + 1 << 16)
    /// Where decimal points stand in the text.
    private var points: [Int] = []

    /// How long a piece is at least, in bytes.
    private static let long = 1 << 18
    private static let hidden: StaticString = "hidden"

    init(_ table: DisclosedTable) {
        self.table = table
        keys = CellTexts(table.keys.map(\.words))
        words = CellTexts(
            table.figures.map { if case .word(let words) = $0.kind { words } else { nil } })
        rows = TableRows(of: table)
        names = CellTexts([table.figures.map(\.name)])
        writeHeader(table.keys.map(\.name) + table.figures.map(\.name) + [KeptColumn.name])
    }

    /// Whether there is enough for a piece.
    var isLong: Bool { text.count >= TableLines.long }

    /// Hands out what has been written.
    func handOut(_ body: (UnsafeRawBufferPointer) -> Void) { text.withBytes(body) }

    /// Makes commas of the decimal points.
    mutating func setCommas() {
        for point in points { text[point] = UInt8(ascii: ",") }
    }

    /// Forgets what has been written.
    mutating func removeAll() {
        text.removeAll()
        points.removeAll(keepingCapacity: true)
    }

    private mutating func writeHeader(_ names: [String]) {
        for (index, name) in names.enumerated() {
            if index > 0 { text.add(UInt8(ascii: ";")) }
            text.add(CellTexts.cell(name))
        }
        text.add(UInt8(ascii: "\n"))
    }

    /// Writes some rows, perhaps only those in which something is shown.
    mutating func write(_ range: Range<Int>, onlyShown: Bool) {
        rows.take(range, of: table, onlyShown: onlyShown)
        for row in 0..<rows.count { write(row) }
    }

    private mutating func write(_ row: Int) {
        for place in 0..<rows.keyCount {
            if place > 0 { text.add(UInt8(ascii: ";")) }
            keys.add(Int(rows.key(row, place)), of: place, to: &text)
        }
        for place in 0..<rows.figureCount {
            text.add(UInt8(ascii: ";"))
            switch rows.state(row, place) {
            case .empty: break
            case .hidden:
                text.add(
                    UnsafeBufferPointer(
                        start: TableLines.hidden.utf8Start,
                        count: TableLines.hidden.utf8CodeUnitCount))
            case .shown, .earlier: writeFigure(rows.value(row, place), place)
            }
        }
        text.add(UInt8(ascii: ";"))
        writeKept(row)
        text.add(UInt8(ascii: "\n"))
    }

    /// Which figures of a row of the table are kept, and of which days.
    mutating func kept(_ row: Int) -> String {
        removeAll()
        rows.take(row..<(row + 1), of: table, onlyShown: false)
        writeKept(0)
        return text.text
    }

    /// Writes which figures are kept, and of which days.
    private mutating func writeKept(_ row: Int) {
        var next = rows.firstKept(row, from: 0)
        if let day = next, rows.showsOnlyKept(row, of: day) {
            text.add(table.kept.days[day])
            return
        }
        while let day = next {
            if day != rows.firstKept(row, from: 0) { text.add(KeptColumn.betweenDays) }
            text.add(table.kept.days[day])
            var separator = KeptColumn.beforeNames
            for place in 0..<rows.figureCount where rows.isKept(row, place, of: day) {
                text.add(separator)
                names.add(place, of: 0, to: &text)
                separator = KeptColumn.betweenNames
            }
            next = rows.firstKept(row, from: day + 1)
        }
    }

    private mutating func writeFigure(_ value: Double, _ place: Int) {
        if words.has(place) {
            words.add(Int(value), of: place, to: &text)
        } else if let point = NumberText.add(value, to: &text) {
            points.append(point)
        }
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
