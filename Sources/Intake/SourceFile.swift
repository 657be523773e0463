import Basics
import Model
import Tables

/// One export file that a run reads, and what its layout says of it.
public struct SourceFile: Sendable {
    /// The path below the input folder, as findings and `rejected.csv` show it.
    public var name: String
    /// Where its bytes come from.
    public var source: ByteSource
    /// What it holds.
    public var kind: IntakeFile
    /// The layout that the kind is of.
    public var layout: IntakeLayout

    /// Makes a file to read.
    public init(name: String, source: ByteSource, kind: IntakeFile, layout: IntakeLayout) {
        self.name = name
        self.source = source
        self.kind = kind
        self.layout = layout
    }
}

/// What became of a file: its rows, what was not used of it, and what is to be said of it.
public struct FileReception: Sendable {
    /// The path below the input folder.
    public var file: String
    /// The kind of file in its layout, such as `fit`.
    public var kind: String
    /// Rows in, used, rejected and duplicates.
    public var counts = RowCounts()
    /// What is to be said of it.
    public var findings = Findings()
    /// Cells and rows that were not used.
    public var rejections = Rejections()
    /// Whether the file could not be used at all: unreadable, empty, or with unknown columns.
    public var isRefused = false
    /// Whether the system would not hand the file over.
    public var isUnreadable = false
    /// The persons named in the file; assessments count them from 0.
    public var persons = FilePersons()
    /// For each item of the instrument, whether the file has a column for it.
    public var presentItems: [Bool] = []
    /// The rows of the list of withdrawals that somebody in the file falls under.
    public var turnedAway: Set<Withdrawals.Entry> = []
    /// The newest date of a row used; in a run, of those not after the as-of date.
    public var newestDate: CalendarDate?

    init(_ file: SourceFile) {
        self.file = file.name
        kind = file.kind.name
    }
}

/// Opens a file, looks at its encoding and header, and hands its rows to a taker.
struct FileRun {
    var file: SourceFile
    var reception: FileReception
    /// Whether what is not used is kept for `rejected.csv`.
    private let keepsRejections: Bool
    /// Who is turned away at the door.
    private let door: CaseIndex

    init(_ file: SourceFile, door: CaseIndex = .empty, keepsRejections: Bool = true) {
        self.file = file
        self.door = door
        self.keepsRejections = keepsRejections
        reception = FileReception(file)
    }

    /// Reads the file; `makeTaker` is called once the header is known.
    mutating func read<Taker: RowTaker & ~Copyable>(
        instrument: Instrument? = nil, makeTaker: (HeaderMap, SourceFile) -> Taker,
        finish: (inout Taker, inout FileReception) -> Void
    ) {
        do throws(ReadFailure) {
            let known = KnownColumns(file.kind, instrument)
            let dialect = try dialect(known)
            var reader = try RecordReader(file.source, dialect: dialect)
            let header = HeaderHandler(known, rows: file.layout.headerRows)
            try reader.read(into: header)
            guard let map = bind(header, known, instrument) else { return }
            if let line = header.rowAbove(map, DateReader(file.layout.dates)) {
                refuse(
                    .fileHeaderLow, at: line,
                    "a row stands above the header in line \(header.line); the file is refused")
                return
            }
            try chooseDateOrder(map, dialect)
            reader.expectedFields = map.fieldCount
            let ledger = Ledger(
                file: file.name, map: map, delimiter: dialect.delimiter,
                keepsRejections: keepsRejections)
            let handler = RowHandler(
                makeTaker(map, file), ledger, map: map, kind: file.kind, door: door)
            try reader.read(into: handler)
            reception.turnedAway = handler.turnedAway
            finish(&handler.taker.pointee, &reception)
            close(handler.ledger.pointee)
        } catch {
            reception.isUnreadable = true
            refuse(.fileUnreadable, "the file cannot be read: \(error.sentence)")
        }
    }

    private mutating func close(_ ledger: borrowing Ledger) {
        reception.counts = ledger.counts
        reception.rejections = ledger.rejections
        reception.findings.merge(ledger.allFindings())
        if ledger.counts.rows == 0 {
            reception.findings.report(
                Finding(
                    .fileWithoutRows, .warning, at: Place(file.name),
                    "the file has a header and no rows"))
        }
    }

    private mutating func bind(
        _ header: HeaderHandler, _ known: KnownColumns, _ instrument: Instrument?
    ) -> HeaderMap? {
        guard let names = header.names else {
            refuse(
                .fileEmpty,
                header.isMalformed
                    ? "the header is malformed; the file is refused" : "the file is empty")
            return nil
        }
        let place = Place(file.name, line: header.line)
        let (map, findings) = HeaderMap.bind(
            names, to: file.kind, known, instrument: instrument, place: place)
        for finding in findings { reception.findings.report(finding) }
        reception.isRefused = map == nil
        reception.presentItems = map?.items.map { $0 >= 0 } ?? []
        return map
    }

    /// Settles whether day or month comes first, where the layout allows both.
    private mutating func chooseDateOrder(
        _ map: HeaderMap, _ dialect: Dialect
    ) throws(ReadFailure) {
        let forms = file.layout.dates
        guard forms.contains(.dayMonthYear), forms.contains(.monthDayYear) else { return }
        if case .standardInput = file.source { return }
        let roles: [IntakeColumn.Role] = [
            .date, .birthDate, .start, .end, .setDate, .dueDate, .statusDate,
        ]
        var reader = try RecordReader(file.source, dialect: dialect)
        let scan = DateOrderScan(roles.map(map.column))
        try reader.read(into: scan)
        file.layout.dates = scan.ordered(forms)
        if let finding = scan.finding(in: file) { reception.findings.report(finding) }
    }

    private mutating func refuse(_ code: FindingCode, at line: Int? = nil, _ summary: String) {
        reception.isRefused = true
        let place = Place(file.name, line: line)
        reception.findings.report(Finding(code, .error, at: place, summary))
    }
}

/// Reads one file of answers to an instrument.
///
/// Rows come in batches that are lent for the call of `consume`; a batch counts the persons of
/// the file, which `Persons.joined` turns into persons of the run. Files may be read side by
/// side: nothing is shared but the cases.
public func readAssessments(
    _ file: SourceFile, instrument: Instrument, cases: CaseIndex,
    consume: @escaping (AssessmentBatch) -> Void
) -> FileReception {
    var run = FileRun(file, door: cases)
    run.read(instrument: instrument) { map, file in
        let plan = AssessmentPlan(map, file.kind, instrument, file.layout)
        return AssessmentTaker(plan, cases: cases, consume: consume)
    } finish: { taker, reception in
        taker.finish()
        reception.persons = FilePersons(taker.persons, roles: taker.roles)
        reception.newestDate = taker.newest == .min ? nil : CalendarDate(days: taker.newest)
    }
    return run.reception
}
