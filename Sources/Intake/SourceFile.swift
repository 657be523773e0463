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
    /// The newest date of a row used.
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

    init(_ file: SourceFile, keepsRejections: Bool = true) {
        self.file = file
        self.keepsRejections = keepsRejections
        reception = FileReception(file)
    }

    /// Reads the file; `makeTaker` is called once the header is known.
    mutating func read<Taker: RowTaker & ~Copyable>(
        instrument: Instrument? = nil, makeTaker: (HeaderMap, SourceFile) -> Taker,
        finish: (inout Taker, inout FileReception) -> Void
    ) {
        do throws(ReadFailure) {
            guard try openWorkbook() else { return }
            let known = KnownColumns(file.kind, instrument)
            let dialect = try dialect(known)
            var reader = try RecordReader(file.source, dialect: dialect)
            let header = HeaderHandler(known, rows: file.layout.headerRows)
            try reader.read(into: header)
            guard let map = bind(header, known, instrument) else { return }
            try chooseDateOrder(map, dialect)
            reader.expectedFields = map.fieldCount
            let ledger = Ledger(
                file: file.name, map: map, delimiter: dialect.delimiter,
                keepsRejections: keepsRejections)
            let handler = RowHandler(makeTaker(map, file), ledger, map: map, kind: file.kind)
            try reader.read(into: handler)
            finish(&handler.taker.pointee, &reception)
            close(handler.ledger.pointee)
        } catch {
            reception.isUnreadable = true
            refuse(.fileUnreadable, "the file cannot be read: \(error.sentence)")
        }
    }

    /// Takes the rows of a workbook's sheet in place of its bytes; gives false where it is
    /// refused.
    private mutating func openWorkbook() throws(ReadFailure) -> Bool {
        do throws(SheetRefusal) {
            let reading = try SheetReading.of(
                file.source, name: file.name, sheet: file.kind.sheet,
                mark: file.layout.decimalMark)
            guard let reading else { return true }
            file.source = reading.source
            file.layout.delimiter = .semicolon
            file.layout.encoding = .utf8
            // Dates of a workbook are written in this form, whatever form its texts have.
            if !file.layout.dates.contains(.yearMonthDay) { file.layout.dates += [.yearMonthDay] }
            for finding in reading.findings { reception.findings.report(finding) }
            return true
        } catch {
            switch error {
            case .unreadable(let failure): throw failure
            case .refused(let finding):
                reception.isRefused = true
                reception.findings.report(finding)
            }
            return false
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

    private mutating func refuse(_ code: FindingCode, _ summary: String) {
        reception.isRefused = true
        reception.findings.report(Finding(code, .error, at: Place(file.name), summary))
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
    var run = FileRun(file)
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
