import Model
import Tables

/// Which delimiter a file has, found by reading records with each.
struct DelimiterChoice {
    /// Those that systems use, the likeliest in Denmark first.
    static let candidates = [";", ",", "\t", "|"].map { UInt8(ascii: $0.unicodeScalars.first!) }
    /// How many records are read with each.
    private static let depth = 100

    var delimiter = UInt8(ascii: ";")
    /// How many columns of the header are known.
    var known = 0
    /// How many fields most records have.
    var fields = 0
    /// How many of the records read have that number of fields.
    var agreeing = 0

    /// The delimiter whose header has most known columns, then whose records agree best.
    static func best(
        for source: ByteSource, dialect: Dialect, known: KnownColumns?
    ) throws(ReadFailure) -> DelimiterChoice {
        var best = DelimiterChoice()
        for candidate in candidates {
            var dialect = dialect
            dialect.delimiter = candidate
            let choice = try DelimiterChoice(source, dialect, known)
            if choice.isBetter(than: best) { best = choice }
        }
        return best
    }

    private init() {}

    private init(
        _ source: ByteSource, _ dialect: Dialect, _ columns: KnownColumns?
    ) throws(ReadFailure) {
        delimiter = dialect.delimiter
        var reader = try RecordReader(source, dialect: dialect)
        let counter = FieldCounter(atMost: DelimiterChoice.depth)
        try reader.read(into: counter)
        (fields, agreeing) = counter.mode
        guard let columns else { return }
        var again = try RecordReader(source, dialect: dialect)
        let header = HeaderHandler(columns, rows: 1)
        try again.read(into: header)
        known = header.knownCount
    }

    private func isBetter(than other: DelimiterChoice) -> Bool {
        if known != other.known { return known > other.known }
        if (fields > 1) != (other.fields > 1) { return fields > 1 }
        return agreeing * fields > other.agreeing * other.fields
    }
}

/// Counts how many fields records have.
private final class FieldCounter: RecordHandler {
    private var counts: [Int: Int] = [:]
    private var left: Int

    init(atMost count: Int) {
        left = count
    }

    /// The commonest number of fields, the larger of equals, and how many records have it.
    var mode: (fields: Int, records: Int) {
        counts.map { (fields: $0.key, records: $0.value) }
            .max { ($0.records, $0.fields) < ($1.records, $1.fields) } ?? (0, 0)
    }

    func receive(_ record: borrowing Record) -> ReadingStep {
        counts[record.fieldCount, default: 0] += 1
        left -= 1
        return left > 0 ? .goOn : .stop
    }

    func receive(malformed: borrowing MalformedRecord) { left -= 1 }
}
