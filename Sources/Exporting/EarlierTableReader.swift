import Model

/// Reads a table that an earlier period published as tidy text, or gives nothing where the text
/// is not such a table.
///
/// The first columns are keys, as many as `Disclosed.keyCounts` says; of the others only numbers
/// are kept.
public func readEarlierTable(_ bytes: [UInt8], name: String) -> EarlierTable? {
    guard let keyCount = Disclosed.keyCounts[name] else { return nil }
    var reader = EarlierTableReader(bytes)
    guard let header = reader.nextLine(), header.count > keyCount else { return nil }
    let names = header.map { reader.text($0) }
    var keys = names[..<keyCount].map { InternedColumn(name: $0) }
    var figures = names[keyCount...].map { EarlierTable.Figures(name: $0) }
    var rowCount = 0
    while let cells = reader.nextLine() {
        guard cells.count == names.count else { return nil }
        for index in keys.indices { keys[index].append(reader.text(cells[index])) }
        for index in figures.indices {
            figures[index].values.append(reader.number(cells[keyCount + index]))
        }
        rowCount += 1
    }
    return EarlierTable(name: name, keys: keys.map(\.column), figures: figures, rowCount: rowCount)
}

/// A key column that knows its words.
private struct InternedColumn {
    var column: KeyColumn
    private var places: [String: Int32] = [:]

    init(name: String) {
        column = KeyColumn(name: name)
    }

    mutating func append(_ word: String) {
        let place = places[word] ?? Int32(column.words.count)
        if place == column.words.count {
            places[word] = place
            column.words.append(word)
        }
        column.indices.append(place)
    }
}

/// Cells of tidy text by their places among the bytes.
private struct EarlierTableReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The cells of the next line, or nothing at the end.
    mutating func nextLine() -> [Range<Int>]? {
        if at >= bytes.count { return nil }
        var cells: [Range<Int>] = []
        var start = at
        var isQuoted = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted && (byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n")) {
                cells.append(start..<at)
                start = at + 1
                if byte == UInt8(ascii: "\n") {
                    at += 1
                    return cells
                }
            }
            at += 1
        }
        cells.append(start..<at)
        return cells
    }

    /// A cell without its quotes, and without the apostrophe that keeps it from being a formula.
    func text(_ cell: Range<Int>) -> String {
        let first = bytes[cell].first
        guard first == UInt8(ascii: "\"") || first == FormulaText.apostrophe else {
            return String(decoding: bytes[cell], as: UTF8.self)
        }
        var plain = unquoted(cell)
        if plain.first == FormulaText.apostrophe, FormulaText.startsFormula(plain) {
            plain.removeFirst()
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private func unquoted(_ cell: Range<Int>) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        guard cell.count > 1, bytes[cell.lowerBound] == quote else { return Array(bytes[cell]) }
        var plain: [UInt8] = []
        var wasQuote = false
        for byte in bytes[(cell.lowerBound + 1)..<(cell.upperBound - 1)] {
            wasQuote = byte == quote && !wasQuote
            if !wasQuote { plain.append(byte) }
        }
        return plain
    }

    /// A cell's number; NaN where it holds none.
    func number(_ cell: Range<Int>) -> Double {
        guard let first = bytes[cell].first, first != UInt8(ascii: "h") else { return .nan }
        return Double(String(decoding: bytes[cell], as: UTF8.self)) ?? .nan
    }
}
