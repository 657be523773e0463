import Basics
import Glibc
import Model

/// Reads a table that an earlier period published as tidy text, or gives nothing where the text
/// is not such a table.
///
/// The first columns are keys, as many as `Disclosed.keyCounts` says; of the others only numbers
/// are taken, and the days that they are of.
public func readEarlierTable(_ text: UnsafeRawBufferPointer, name: String) -> EarlierTable? {
    guard let keyCount = Disclosed.keyCounts[name], let last = text.last else { return nil }
    guard last == lineEnd else { return readEarlierTable(Array(text) + [lineEnd], name: name) }
    var reader = EarlierTableReader(text)
    return reader.table(name, keyCount: keyCount)
}

/// Reads a table from its text.
public func readEarlierTable(_ text: [UInt8], name: String) -> EarlierTable? {
    text.withUnsafeBytes { readEarlierTable($0, name: name) }
}

private let lineEnd = UInt8(ascii: "\n")
private let separator = UInt8(ascii: ";")
private let quote = UInt8(ascii: "\"")

/// Goes through tidy text cell by cell; the text ends with the end of a line.
private struct EarlierTableReader {
    private let text: UnsafeRawBufferPointer
    /// The powers of ten that are exact, as far as they are needed.
    private let powers: [Double] = (0..<19).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
    /// What stands for a hidden figure.
    private let hidden = Array("hidden".utf8)
    private var at = 0

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    /// The whole table, or nothing where a line has more or fewer cells than the first.
    mutating func table(_ name: String, keyCount: Int) -> EarlierTable? {
        let names = headings()
        guard names.count > keyCount else { return nil }
        var keys = names[..<keyCount].map { KeyCells($0) }
        let saysKept = names.last == KeptColumn.name
        let figures = Array(names[keyCount...].dropLast(saysKept ? 1 : 0))
        guard !figures.isEmpty else { return nil }
        var kept = KeptCells(figures)
        let most = lineCount
        var numbers: [Double] = []
        numbers.reserveLargePages(for: most * figures.count)
        for key in keys.indices { keys[key].reserve(most) }
        var rowCount = 0
        while at < text.count {
            for key in keys.indices {
                take(&keys[key])
                guard passes(separator) else { return nil }
            }
            for _ in 1..<figures.count {
                numbers.append(number())
                guard passes(separator) else { return nil }
            }
            numbers.append(number())
            if saysKept {
                guard passes(separator), kept.take(cell(), of: text) else { return nil }
            }
            guard passes(lineEnd) else { return nil }
            rowCount += 1
        }
        guard let (days, places) = kept.inOrder() else { return nil }
        return EarlierTable(
            name: name, keys: keys.map(\.column), figures: figures, numbers: numbers,
            rowCount: rowCount, days: days, places: places)
    }

    /// How many lines are left, or more where cells have ends of lines.
    private var lineCount: Int {
        guard let start = text.baseAddress else { return 0 }
        var (count, place) = (0, start + at)
        while let end = memchr(place, Int32(lineEnd), start + text.count - place) {
            count += 1
            place = UnsafeRawPointer(end) + 1
        }
        return count
    }

    /// The cells of the first line.
    private mutating func headings() -> [String] {
        var names: [String] = []
        while true {
            names.append(word(cell()))
            if !passes(separator) { break }
        }
        return passes(lineEnd) ? names : []
    }

    /// Goes past a byte, if it is the next one.
    @inline(__always)
    private mutating func passes(_ byte: UInt8) -> Bool {
        guard at < text.count, text[at] == byte else { return false }
        at += 1
        return true
    }

    /// Goes past a cell.
    private mutating func cell() -> Range<Int> {
        let start = at
        var isQuoted = false
        while at < text.count {
            let byte = text[at]
            if byte == quote { isQuoted.toggle() }
            if !isQuoted && (byte == separator || byte == lineEnd) { break }
            at += 1
        }
        return start..<at
    }

    /// A cell without its quotes, and without the apostrophe that keeps it from being a formula.
    private func word(_ cell: Range<Int>) -> String {
        let bytes = text[cell]
        guard bytes.first == quote || bytes.first == FormulaText.apostrophe else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var plain = unquoted(cell)
        if plain.first == FormulaText.apostrophe, FormulaText.startsFormula(plain) {
            plain.removeFirst()
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private func unquoted(_ cell: Range<Int>) -> [UInt8] {
        guard cell.count > 1, text[cell.lowerBound] == quote else { return Array(text[cell]) }
        var plain: [UInt8] = []
        var wasQuote = false
        for byte in text[(cell.lowerBound + 1)..<(cell.upperBound - 1)] {
            wasQuote = byte == quote && !wasQuote
            if !wasQuote { plain.append(byte) }
        }
        return plain
    }
}

// MARK: - Keys

/// A key column that knows its words, each by the cell that it was first read from.
///
/// Words of a column come again and again in the same order, so the next one is guessed and
/// compared before it is looked up.
private struct KeyCells {
    private(set) var column: KeyColumn
    private var cells: [Range<Int>] = []
    private var places: [String: Int32] = [:]
    /// For each word, the other one that last came after it.
    private var following: [Int32] = []
    private var last: Int32 = -1

    init(_ name: String) {
        column = KeyColumn(name: name)
    }

    mutating func reserve(_ rows: Int) {
        column.indices.reserveCapacity(rows)
    }

    /// The words that are likely to come next, and their cells.
    @inline(__always)
    func guess(_ place: Int) -> (word: Int32, cell: Range<Int>)? {
        guard last >= 0 else { return nil }
        let word = place == 0 ? last : following[Int(last)]
        return word < 0 ? nil : (word, cells[Int(word)])
    }

    /// Appends a word that is known.
    @inline(__always)
    mutating func append(_ word: Int32) {
        if word != last {
            if last >= 0 { following[Int(last)] = word }
            last = word
        }
        column.indices.append(word)
    }

    /// Appends a word that may be new.
    mutating func append(_ word: String, _ cell: Range<Int>) {
        let place = places[word] ?? Int32(column.words.count)
        if place == column.words.count {
            places[word] = place
            column.words.append(word)
            cells.append(cell)
            following.append(-1)
        }
        append(place)
    }
}

extension EarlierTableReader {
    /// Takes the next cell as a key.
    @inline(__always)
    private mutating func take(_ key: inout KeyCells) {
        for place in 0...1 {
            if let (word, cell) = key.guess(place), isNext(cell) {
                at += cell.count
                return key.append(word)
            }
        }
        let cell = cell()
        key.append(word(cell), cell)
    }

    /// Whether the next cell reads as another one.
    @inline(__always)
    private func isNext(_ cell: Range<Int>) -> Bool {
        guard at + cell.count < text.count, text[at + cell.count] == separator else {
            return false
        }
        for place in 0..<cell.count where text[at + place] != text[cell.lowerBound + place] {
            return false
        }
        return true
    }
}

// MARK: - Numbers

extension EarlierTableReader {
    /// The next cell's number; NaN where it holds none.
    ///
    /// Both a whole number under 2⁵³ and a power of ten up to 10²² are exact, so that their
    /// quotient is rounded once, as it must be.
    @inline(__always)
    private mutating func number() -> Double {
        if text[at] == hidden[0] {
            passHidden()
            return .nan
        }
        let start = at
        let isNegative = passes(UInt8(ascii: "-"))
        var (digits, decimals) = (0, 0)
        var whole: UInt64 = 0
        takeDigits(&whole, &digits)
        if passes(UInt8(ascii: ".")) {
            takeDigits(&whole, &decimals)
            digits += decimals
        }
        guard at < text.count, text[at] == separator || text[at] == lineEnd, digits > 0,
            digits < 19, whole < 1 << 53
        else { return oddNumber(from: start) }
        let size = decimals == 0 ? Double(whole) : Double(whole) / powers[decimals]
        return isNegative ? -size : size
    }

    /// Goes past a cell that is hidden, or begins so.
    @inline(__always)
    private mutating func passHidden() {
        let end = at + hidden.count
        guard end < text.count, text[end] == separator || text[end] == lineEnd else {
            _ = cell()
            return
        }
        for place in hidden.indices where text[at + place] != hidden[place] {
            _ = cell()
            return
        }
        at = end
    }

    @inline(__always)
    private mutating func takeDigits(_ whole: inout UInt64, _ count: inout Int) {
        while at < text.count {
            let digit = text[at] &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            whole = whole &* 10 &+ UInt64(digit)
            count += 1
            at += 1
        }
    }

    /// A cell that is empty, a word, or a number written in another way.
    private mutating func oddNumber(from start: Int) -> Double {
        at = start
        let cell = cell()
        if cell.isEmpty { return .nan }
        return Double(String(decoding: text[cell], as: UTF8.self)) ?? .nan
    }
}
