/// Writes the cells of a sheet as delimited text, a line a row of the sheet.
///
/// Rows keep their numbers: a row without cells is an empty line. Text is quoted where it must
/// be; a cell may hold line breaks.
final class SheetCells: ElementHandler {
    /// What is wrong with the sheet.
    enum Fault {
        case misplaced, tooLarge
    }

    /// What stands between two cells.
    static let delimiter = UInt8(ascii: ";")
    /// The last row and the last column that a sheet can have.
    private static let lastRow = 1_048_576
    private static let lastColumn = 16_384

    private(set) var text: [UInt8] = []
    /// The last column that holds anything, from 1.
    private(set) var width = 0
    /// Cells that hold a formula and no result.
    private(set) var unevaluated = 0
    /// The cells that are merged into one, as the sheet lists them.
    private(set) var merged: [MergedCells] = []
    private(set) var fault: Fault?
    private(set) var isDone = false

    private let shared: SharedTexts
    private let formats: CellFormats
    private let numbers: CellNumber
    private let mostBytes: Int

    private var row = 0
    private var column = 0
    private var written = 0
    private var kind = Kind.number
    private var style = 0
    private var value: [UInt8] = []
    private var isInValue = false
    private var isInReading = false
    private var hasFormula = false
    private var hasValue = false

    /// What a cell holds.
    private enum Kind {
        case number, shared, inline, formulaText, boolean, error, isoDate
    }

    init(
        _ shared: SharedTexts, _ formats: CellFormats, _ numbers: CellNumber, mostBytes: Int
    ) {
        self.shared = shared
        self.formats = formats
        self.numbers = numbers
        self.mostBytes = mostBytes
    }

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        if name == "c" {
            startCell(attributes)
        } else if name == "v" {
            isInValue = kind != .inline
            hasValue = true
        } else if name == "t" {
            isInValue = kind == .inline && !isInReading
        } else if name == "row" {
            startRow(attributes.integer("r") ?? row + 1)
        } else if name == "f" {
            hasFormula = true
        } else if name == "rPh" {
            isInReading = true
        } else if name == "mergeCell" {
            if let area = attributes.text("ref").flatMap(MergedCells.init) { merged.append(area) }
        } else if SheetCells.afterMergedCells.contains(where: { name == $0 }) {
            isDone = true
        }
    }

    /// What can follow the merged cells of a sheet (ECMA-376 part 1, 18.3.1.99); nothing is read of
    /// it.
    private static let afterMergedCells: [StaticString] = [
        "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "tableParts",
        "extLst",
    ]

    func end(_ name: ElementName) {
        if name == "c" {
            endCell()
        } else if name == "v" || name == "t" {
            isInValue = false
        } else if name == "row" {
            endRow()
        } else if name == "rPh" {
            isInReading = false
        } else if name == "mergeCells" {
            isDone = true
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue { value += bytes }
    }

    private func stop(_ fault: Fault) {
        self.fault = fault
        isDone = true
    }
}

// Rows.
extension SheetCells {
    private func startRow(_ number: Int) {
        guard number > row, number <= SheetCells.lastRow else { return stop(.misplaced) }
        text.append(contentsOf: repeatElement(10, count: number - row - 1))
        row = number
        column = 0
        written = 0
    }

    private func endRow() {
        text.append(10)
        if text.count > mostBytes { stop(.tooLarge) }
    }
}

// Cells.
extension SheetCells {
    private func startCell(_ attributes: ElementAttributes) {
        let place = attributes.pointer("r").flatMap(SheetCells.column(of:)) ?? column + 1
        guard place > column, place <= SheetCells.lastColumn else { return stop(.misplaced) }
        column = place
        kind = SheetCells.kind(attributes)
        style = attributes.integer("s") ?? 0
        value.removeAll(keepingCapacity: true)
        hasFormula = false
        hasValue = false
    }

    private static func kind(_ attributes: ElementAttributes) -> Kind {
        guard let name = attributes.pointer("t") else { return .number }
        return names.first { attributes.isSame(name, $0.name) }?.kind ?? .number
    }

    /// What attributes call the kinds (ECMA-376 part 1, 18.18.11); a number is `n`, or nothing.
    private static let names: [(name: StaticString, kind: Kind)] = [
        ("s", .shared), ("n", .number), ("str", .formulaText), ("inlineStr", .inline),
        ("b", .boolean), ("e", .error), ("d", .isoDate),
    ]

    /// The column of a place such as `AB12`, from 1.
    private static func column(of place: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var at = 0
        while true {
            let letter = UInt8(bitPattern: place[at]) & 0xDF
            guard letter >= 65, letter <= 90 else { break }
            column = column * 26 + Int(letter) - 64
            at += 1
            if at > 3 { return nil }
        }
        return at > 0 ? column : nil
    }

    private func endCell() {
        if hasFormula, !hasValue { unevaluated += 1 }
        switch kind {
        case .shared:
            if let found = position(of: value).flatMap({ shared[$0] }) { write(found) }
        case .number: writeNumber()
        case .inline, .formulaText: write((EscapedText.plain(value[...]) ?? value)[...])
        case .boolean, .error, .isoDate: write(value[...])
        }
    }

    /// Most numbers are answers: a digit, which stands as it is.
    private func writeNumber() {
        if value.isEmpty { return }
        let meaning = formats.meaning(style)
        if meaning == .number, value.count == 1, value[0] &- 48 < 10 { return write(value[...]) }
        write(numbers.text(value[...], meaning)[...])
    }

    private func position(of text: [UInt8]) -> Int? {
        guard !text.isEmpty, text.count <= 9, text.allSatisfy({ $0 &- 48 < 10 }) else {
            return nil
        }
        return text.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    private func write(_ cell: ArraySlice<UInt8>) {
        guard !cell.isEmpty else { return }
        // The first cell has no delimiter before it.
        let gap = column - max(1, written)
        text.append(contentsOf: repeatElement(SheetCells.delimiter, count: gap))
        written = column
        width = max(width, column)
        if cell.contains(where: SheetCells.mustBeQuoted) { quote(cell) } else { text += cell }
        if text.count > mostBytes { stop(.tooLarge) }
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }

    private func quote(_ cell: ArraySlice<UInt8>) {
        text.append(UInt8(ascii: "\""))
        for byte in cell {
            if byte == UInt8(ascii: "\"") { text.append(byte) }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
    }
}
