import Model

/// How a table is written as text.
public enum TableStyle: String, Sendable, Hashable, CaseIterable {
    /// The record: UTF-8, `;`, decimal point.
    case tidy
    /// For a Danish spreadsheet: a byte order mark, decimal comma, and no text that a
    /// spreadsheet would take for a formula.
    case spreadsheet
}

/// Writes a table as delimited text: its keys, then its figures, one line a row.
///
/// UTF-8 and `;`; numbers with at most twelve significant digits, `hidden` where disclosure
/// control hides a figure, nothing where a figure is not computed. A figure kept from an earlier
/// period stands as it was published.
public func tableText(_ table: DisclosedTable, style: TableStyle = .tidy) -> [UInt8] {
    var writer = TableWriter(style)
    writer.writeHeader(table.keys.map(\.name) + table.figures.map(\.name))
    let keys = table.keys.map { column in column.words.map(writer.cell) }
    let words = table.figures.map { column -> [[UInt8]] in
        if case .word(let words) = column.kind { words.map(writer.cell) } else { [] }
    }
    writer.reserve(rows: table.rowCount, columns: keys.count + words.count)
    for row in 0..<table.rowCount {
        for (column, key) in table.keys.enumerated() {
            writer.write(keys[column][Int(key.indices[row])], isFirst: column == 0)
        }
        for column in table.figures.indices {
            writer.writeFigure(
                table.figures[column].values[row], table.states[column][row], words[column])
        }
        writer.endLine()
    }
    return writer.bytes
}

/// Lines of a table as bytes; no string is made for a cell.
private struct TableWriter {
    private(set) var bytes: [UInt8] = []
    private let point: UInt8
    private let isNeutral: Bool
    private static let hidden = Array("hidden".utf8)

    init(_ style: TableStyle) {
        point = UInt8(ascii: style == .tidy ? "." : ",")
        isNeutral = style == .spreadsheet
        if style == .spreadsheet { bytes = [0xEF, 0xBB, 0xBF] }
    }

    mutating func reserve(rows: Int, columns: Int) {
        bytes.reserveCapacity(bytes.count + rows * columns * 8)
    }

    mutating func writeHeader(_ names: [String]) {
        for (index, name) in names.enumerated() { write(cell(name), isFirst: index == 0) }
        endLine()
    }

    mutating func write(_ cell: [UInt8], isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ";")) }
        bytes += cell
    }

    mutating func writeFigure(
        _ value: Double, _ state: DisclosedTable.State, _ words: [[UInt8]]
    ) {
        bytes.append(UInt8(ascii: ";"))
        switch state {
        case .empty: break
        case .hidden: bytes += TableWriter.hidden
        case .shown, .earlier:
            if words.isEmpty {
                NumberText.append(value, point: point, to: &bytes)
            } else {
                bytes += words[Int(value)]
            }
        }
    }

    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    /// A text as a cell: quoted where it must be, and never a formula for a spreadsheet.
    func cell(_ text: String) -> [UInt8] {
        var text = Array(text.utf8)
        if isNeutral, text.count > 1, let first = text.first, "=+-@\t\r".utf8.contains(first) {
            text.insert(UInt8(ascii: "'"), at: 0)
        }
        let mustQuote = text.contains { ";\"\n\r".utf8.contains($0) }
        if !mustQuote { return text }
        let quote = UInt8(ascii: "\"")
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
