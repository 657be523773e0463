import Basics
import Model
import Tables

/// How many rows of a file came in and what became of them.
public struct RowCounts: Sendable, Hashable {
    /// Rows in: every one is used, rejected or a duplicate.
    public var rows = 0
    /// Rows whose values went into the run.
    public var used = 0
    /// Rows that could not be used.
    public var rejected = 0
    /// Rows that another row stands for.
    public var duplicates = 0
    /// Rows dropped at the door because consent is withdrawn; they count as no rows.
    public var withdrawn = 0
    /// Lines whose cells are all empty; they are no rows.
    public var blank = 0

    /// Makes counts of nothing.
    public init() {}

    /// Whether rows = used + rejected + duplicates.
    public var addUp: Bool { rows == used + rejected + duplicates }
}

/// What happened to the rows and cells of one file.
struct Ledger {
    let file: String
    let names: [String]
    /// For each column, whose identifiers it holds.
    private let identifiers: [Rejections.IdentifierKind?]
    /// The columns of dates that a row is about.
    private let dateColumns: Set<Int>
    private let delimiter: UInt8
    private let keepsRejections: Bool
    var counts = RowCounts()
    private(set) var rejections = Rejections()
    var findings = Findings()
    private let layout: IntakeLayout
    private var nameless: [Int: CellCount] = [:]
    private var otherDates: [IntakeLayout.DateForm: CellCount] = [:]
    private var told = [Int](repeating: 0, count: RejectionCode.allCases.count)

    init(
        file: String, map: HeaderMap, layout: IntakeLayout, delimiter: UInt8,
        keepsRejections: Bool = true
    ) {
        self.file = file
        self.layout = layout
        self.keepsRejections = keepsRejections
        self.delimiter = delimiter
        names = map.names
        dateColumns = map.columns(.date).union(map.columns(.start))
        let kinds: [(Set<Int>, Rejections.IdentifierKind)] = [
            (map.columns(.case), .ofCase), (map.columns(.person), .ofPerson),
            (map.columns(.goal), .other),
        ]
        identifiers = map.names.indices.map { column in
            kinds.first { $0.0.contains(column) }?.1
        }
    }

    /// Notes that a cell is not used, though its row is.
    @inline(never)
    mutating func rejectCell(
        _ code: RejectionCode, _ record: borrowing Record, column: Int, why: String
    ) {
        if keepsRejections {
            rejections.add(code, line: record.line, column: column + 1, text: record.field(column))
        }
        if code == .cellDateUnusable { noteDate(record, column) }
        guard isTold(code) else { return }
        let shape = Shape.of(record.text(column))
        tell(
            code, line: record.line, column: column + 1,
            "column '\(names[column])' holds '\(shape)', \(why)")
    }

    /// Notes that a row is not used.
    @inline(never)
    mutating func rejectRow(
        _ code: RejectionCode, _ record: borrowing Record, column: Int, why: String
    ) {
        counts.rejected += 1
        if keepsRejections { keep(code, record, column: column) }
        if code == .rowDateUnusable { noteDate(record, column) }
        if isTold(code) { tell(code, line: record.line, column: column + 1, why) }
    }

    /// Keeps a row with its identifiers marked. Where its cells are not those of their columns,
    /// identifiers may stand anywhere.
    private mutating func keep(
        _ code: RejectionCode, _ record: borrowing Record, column: Int
    ) {
        let isShifted = code == .rowFieldCount || dateColumns.contains { holdsLetter(record, $0) }
        rejections.begin(code, line: record.line, column: column + 1)
        for index in 0..<record.fieldCount {
            if index > 0 { rejections.append(separator: UInt8(ascii: ";")) }
            if index < identifiers.count, let kind = identifiers[index] {
                rejections.append(identifier: identifier(record, index), kind)
            } else if isShifted {
                appendShape(of: record.field(index))
            } else {
                rejections.append(record.field(index))
            }
        }
        rejections.end()
    }

    private func holdsLetter(_ record: borrowing Record, _ column: Int) -> Bool {
        column < record.fieldCount
            && record.field(column).contains { $0 >= 0x80 || ($0 | 0x20) &- 97 < 26 }
    }

    /// Notes text that is no record.
    mutating func reject(_ malformed: borrowing MalformedRecord) {
        counts.rows += 1
        counts.rejected += 1
        let column = malformed.column
        if keepsRejections {
            rejections.begin(.rowMalformed, line: malformed.line, column: column)
            appendParts(of: malformed.raw)
            rejections.end()
        }
        let why = malformed.reason.sentence + "; the row is not used"
        if isTold(.rowMalformed) { tell(.rowMalformed, line: malformed.line, column: column, why) }
    }

    /// Keeps short numbers of a malformed record, and the shape of all else: what
    /// stands where an identifier should may be anything.
    private mutating func appendParts(of raw: Cell) {
        let line = raw.prefix { $0 != 10 && $0 != 13 }
        let parts = line.prefix(Rejections.longestText)
            .split(separator: delimiter, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 { rejections.append(separator: UInt8(ascii: ";")) }
            appendShape(of: part)
        }
    }

    private mutating func appendShape(of part: some Collection<UInt8>) {
        let isHarmless = part.count <= 4 && part.allSatisfy { $0 &- 48 < 10 || $0 == 44 }
        let text = String(decoding: part, as: UTF8.self)
        var shown = isHarmless ? text : Shape.of(text)
        shown.withUTF8 { rejections.append($0) }
    }

    /// Counts a finding and says whether it is one of the first of its kind.
    private mutating func isTold(_ code: RejectionCode) -> Bool {
        told[Int(code.rawValue)] += 1
        return told[Int(code.rawValue)] <= Findings.kept
    }

    private mutating func tell(_ code: RejectionCode, line: Int, column: Int, _ summary: String) {
        let place = Place(file, line: line, column: column)
        findings.report(Finding(code.finding, .warning, at: place, summary))
    }

    /// The findings with those counted that were not kept.
    func allFindings() -> Findings {
        var all = Findings()
        for finding in namelessFindings + dateFindings { all.report(finding) }
        all.merge(findings)
        for code in RejectionCode.allCases {
            let kind = Findings.Kind(file: file, code: code.finding, severity: .warning)
            all.count(kind, times: told[Int(code.rawValue)] - Findings.kept)
        }
        return all
    }
}

/// How many cells, and where the first of them stands.
private struct CellCount {
    var cells = 0
    var line: Int
    var column: Int
}

// What no cell tells alone.
extension Ledger {
    /// Notes that a column without a name holds something.
    @inline(never)
    mutating func noteNameless(_ record: borrowing Record, column: Int) {
        let first = CellCount(line: record.line, column: column + 1)
        nameless[column, default: first].cells += 1
    }

    /// Notes which forms, of those that the intake does not take, a date would fit.
    private mutating func noteDate(_ record: borrowing Record, _ column: Int) {
        guard column >= 0, column < record.fieldCount else { return }
        let cell = record.field(column).trimmed
        for form in IntakeLayout.DateForm.allCases where !layout.dates.contains(form) {
            let days = DateReader([form]).days(cell)
            guard days != DateReader.none,
                form != .excelDays || Ledger.plausibleDays.contains(Int(days))
            else { continue }
            let first = CellCount(line: record.line, column: column + 1)
            otherDates[form, default: first].cells += 1
        }
    }

    /// A number from 20,000 to 54,999 is taken for one of Excel's days: 1954 to 2050.
    private static let plausibleDays = (20_000 - 25_569)..<(55_000 - 25_569)

    private var namelessFindings: [Finding] {
        nameless.sorted { $0.key < $1.key }.map { column, count in
            Finding(
                .fileColumnNameless, .warning,
                at: Place(file, line: count.line, column: count.column),
                "column \(column + 1) has no name and holds something in \(count.cells) "
                    + "\(count.cells == 1 ? "row" : "rows"); it is not read")
        }
    }

    /// A slip of the pen may look like another form; a tenth of the rows is none.
    private var dateFindings: [Finding] {
        IntakeLayout.DateForm.allCases.compactMap { form in
            otherDates[form].flatMap { 10 * $0.cells >= counts.rows ? finding(form, $0) : nil }
        }
    }

    private func finding(_ form: IntakeLayout.DateForm, _ count: CellCount) -> Finding {
        let forms = (layout.dates + [form]).map(\.rawValue).joined(separator: ", ")
        // Up to the 12th of a month the order of day and month cannot be seen.
        let swapped =
            form == .monthDayYear && layout.dates.contains(.dayMonthYear) && counts.used > 0
            ? ", and the dates that were read may be turned round" : ""
        return Finding(
            .dateFormOther, .warning, at: Place(file, line: count.line, column: count.column),
            "\(count.cells) unused \(count.cells == 1 ? "date fits" : "dates fit") "
                + "'\(form.rawValue)'\(swapped); 'dates: [\(forms)]' in intake "
                + "'\(layout.name)' reads them")
    }
}

extension MalformedRecord.Reason {
    /// What is wrong, for a message.
    var sentence: String {
        switch self {
        case .quote: "a quote stands where none can"
        case .unterminated: "a quote is never closed"
        case .longField: "a field is longer than a mebibyte"
        case .longRecord: "a record is longer than four mebibytes"
        case .manyFields: "a record has more fields than 4096"
        case .fieldCount:
            "a quoted field runs over the line's end and the fields no longer fit the header"
        }
    }
}
