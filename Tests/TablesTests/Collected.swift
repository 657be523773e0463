import Tables

/// Keeps copies of all that a reader hands out.
final class Collected: RecordHandler {
    struct Fault: Equatable {
        var reason: MalformedRecord.Reason
        var line: Int
        var endLine: Int
        var column: Int
        var raw: String
    }

    var records: [[String]] = []
    var lines: [ClosedRange<Int>] = []
    var offsets: [Int] = []
    var raws: [String] = []
    var faults: [Fault] = []
    /// After how many records to stop.
    var stopsAfter = Int.max

    func receive(_ record: borrowing Record) -> ReadingStep {
        records.append(record.texts)
        lines.append(record.line...record.endLine)
        offsets.append(record.byteOffset)
        raws.append(String(decoding: record.raw, as: UTF8.self))
        return records.count < stopsAfter ? .goOn : .stop
    }

    func receive(malformed: borrowing MalformedRecord) {
        faults.append(
            Fault(
                reason: malformed.reason, line: malformed.line, endLine: malformed.endLine,
                column: malformed.column, raw: String(decoding: malformed.raw, as: UTF8.self)))
    }

    /// Reads all of a text.
    static func of(
        _ text: String, _ dialect: Dialect = Dialect(), limits: ReadingLimits = ReadingLimits(),
        expecting fields: Int? = nil
    ) throws -> Collected {
        try of(bytes: Array(text.utf8), dialect, limits: limits, expecting: fields)
    }

    static func of(
        bytes: [UInt8], _ dialect: Dialect = Dialect(), limits: ReadingLimits = ReadingLimits(),
        expecting fields: Int? = nil
    ) throws -> Collected {
        var reader = try RecordReader(.bytes(bytes), dialect: dialect, limits: limits)
        reader.expectedFields = fields
        let collected = Collected()
        try reader.read(into: collected)
        return collected
    }
}
