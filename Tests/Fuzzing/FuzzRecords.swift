import Tables

/// Reads bytes as records and holds the reader to what it promises of places and lines.
///
/// The first byte chooses the delimiter, the width of the table, and limits so narrow that small
/// inputs meet them.
func readRecords(_ bytes: ArraySlice<UInt8>) {
    guard let choice = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    var dialect = Dialect()
    dialect.delimiter = [59, 44, 9, 124][Int(choice & 3)]
    var limits = ReadingLimits()
    if choice & 4 != 0 {
        limits.fieldBytes = 24
        limits.recordBytes = 64
        limits.fields = 6
        limits.shownBytes = 16
        limits.rewoundBytes = 256
    }
    guard let survey = try? EncodingSurvey.of(.bytes(content)) else {
        fatalError("bytes cannot be unreadable")
    }
    promise(survey.byteCount == content.count, "the survey sees every byte")
    dialect.encoding = survey.encoding
    let met = Met.reading(content, dialect, limits, expecting: choice & 8 != 0 ? 3 : nil)
    if !met.isWide { promise(met.covers(content), "every line is in a record or malformed") }
    writeAndReadAgain(met.records)
}

/// Writes records and reads them again: they must be the same.
private func writeAndReadAgain(_ records: [[String]]) {
    // A line of one empty field is a blank line, which is no record; and what looks like a byte
    // order mark is none when it does not come first.
    let records = [["first"]] + records.filter { $0 != [""] }
    var writer = RecordWriter()
    for record in records { writer.write(record) }
    let again = Met.reading(writer.bytes, Dialect(), ReadingLimits(), expecting: nil)
    promise(again.records == records, "what is written is what is read")
}

/// All that a reader handed out.
private final class Met: RecordHandler {
    private(set) var records: [[String]] = []
    private(set) var isWide = false
    private var spans: [ClosedRange<Int>] = []
    private var line = 0
    private var offset = -1

    static func reading(
        _ bytes: [UInt8], _ dialect: Dialect, _ limits: ReadingLimits, expecting fields: Int?
    ) -> Met {
        let met = Met()
        met.isWide =
            dialect.encoding == .utf16LittleEndian || dialect.encoding == .utf16BigEndian
        do {
            var reader = try RecordReader(.bytes(bytes), dialect: dialect, limits: limits)
            reader.expectedFields = fields
            try reader.read(into: met)
        } catch {
            fatalError("bytes cannot be unreadable")
        }
        return met
    }

    func receive(_ record: borrowing Record) -> ReadingStep {
        note(record.line, record.endLine, record.byteOffset)
        promise(record.fieldCount > 0, "a record has a field")
        records.append(record.texts)
        return .goOn
    }

    func receive(malformed: borrowing MalformedRecord) {
        note(malformed.line, malformed.endLine, malformed.byteOffset)
        promise(malformed.column > 0, "a fault has a column")
    }

    private func note(_ line: Int, _ endLine: Int, _ byteOffset: Int) {
        promise(line > self.line && endLine >= line, "lines go on")
        promise(byteOffset > offset, "offsets go on")
        (self.line, offset) = (line, byteOffset)
        spans.append(line...endLine)
    }

    /// Whether every line that holds something is in a record or left out with a reason.
    func covers(_ bytes: [UInt8]) -> Bool {
        var covered: Set<Int> = []
        for span in spans { covered.formUnion(span) }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        var isEmpty = true
        for (index, byte) in bytes.enumerated().dropFirst(start) {
            let isPair = byte == 10 && index > start && bytes[index - 1] == 13
            if isPair { continue }
            if byte == 10 || byte == 13 {
                if !isEmpty, !covered.contains(line) { return false }
                line += 1
                isEmpty = true
            } else {
                isEmpty = false
            }
        }
        return isEmpty || covered.contains(line)
    }
}
