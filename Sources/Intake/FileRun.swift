import Basics
import Model
import Tables
import Workbooks

/// Opens a file, looks at its encoding and header, and hands its rows to a taker.
struct FileRun {
    var file: SourceFile
    var reception: FileReception
    /// The workbook that the rows come from, where they do.
    var workbook: ByteSource?
    /// The cells of its sheet that are merged into one.
    var merged: [MergedCells] = []
    /// Whether what is not used is kept for `rejected.csv`.
    private let keepsRejections: Bool
    /// Whether rows may do without a date, as those that a filter passes on.
    private let mayLackDates: Bool
    /// Who is turned away at the door.
    private let door: CaseIndex

    init(
        _ file: SourceFile, door: CaseIndex = .empty, keepsRejections: Bool = true,
        mayLackDates: Bool = false
    ) {
        self.file = file
        self.door = door
        self.keepsRejections = keepsRejections
        self.mayLackDates = mayLackDates
        reception = FileReception(file)
    }

    /// Reads the file; `makeTaker` is called once the header is known.
    mutating func read<Taker: RowTaker & ~Copyable>(
        instrument: Instrument? = nil, makeTaker: (HeaderMap, SourceFile) -> Taker,
        finish: (inout Taker, inout FileReception) -> Void
    ) {
        do throws(ReadFailure) {
            refuseUnknownForm(instrument)
            guard !reception.isRefused, try openWorkbook() else { return }
            let known = KnownColumns(file.kind, instrument)
            let dialect = try dialect(known)
            if reception.isRefused { return }
            var reader = try RecordReader(file.source, dialect: dialect)
            let header = HeaderHandler(known, rows: file.layout.headerRows)
            try reader.read(into: header)
            guard let map = bind(header, known, instrument) else {
                return try tellDelimiter(header, known, dialect)
            }
            if let line = header.rowAbove(map, DateReader(file.layout.dates)) {
                refuse(
                    .fileHeaderLow, at: line,
                    "a row stands above the header in line \(header.line); the file is refused")
                return
            }
            reportMerged(below: header.line)
            try chooseDateOrder(map, dialect)
            let coded = try codedColumns(map, instrument)
            if reception.isRefused { return }
            reader.expectedFields = map.fieldCount
            let ledger = Ledger(
                file: file.name, map: map, layout: file.layout, delimiter: dialect.delimiter,
                keepsRejections: keepsRejections)
            let handler = RowHandler(
                makeTaker(map, file), ledger, map: map, kind: file.kind, door: door)
            try read(&reader, into: handler, coded)
            reception.turnedAway = handler.turnedAway
            finish(&handler.taker.pointee, &reception)
            close(handler.ledger.pointee)
        } catch {
            reception.isUnreadable = true
            refuse(.fileUnreadable, "the file cannot be read: \(error.sentence)")
        }
    }

    private func read(
        _ reader: inout RecordReader, into handler: some RecordHandler, _ coded: CodedColumns?
    ) throws(ReadFailure) {
        guard let coded, !coded.isEmpty else { return try reader.read(into: handler) }
        let replacer = FieldReplacer(before: handler) { coded.text(of: $1, column: $0) }
        try reader.read(into: replacer)
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

    /// Refuses a file whose layout names a form that the instrument does not have.
    private mutating func refuseUnknownForm(_ instrument: Instrument?) {
        let forms = instrument?.editions.flatMap { $0.forms.map(\.name) } ?? []
        guard let instrument, let form = file.kind.form, !forms.contains(form) else { return }
        refuse(
            .definitionNameUnknown,
            "intake '\(file.layout.name)' says form '\(form)', which \(instrument.name) does not "
                + "have\(NearMiss.hint(form, among: forms)); the file is refused")
    }

    private mutating func bind(
        _ header: HeaderHandler, _ known: KnownColumns, _ instrument: Instrument?
    ) -> HeaderMap? {
        if header.isArchive {
            refuse(
                .workbookForm,
                "a workbook cannot be read from standard input; the file is refused",
                remedy: "Give the name of the file.")
            return nil
        }
        guard let names = header.names else {
            if let reason = header.malformed {
                refuse(
                    .fileHeaderMalformed,
                    "\(reason.sentence), and no header is found; the file is refused")
            } else {
                refuse(.fileEmpty, "the file is empty")
            }
            return nil
        }
        let place = Place(file.name, line: header.line)
        let (map, findings) = HeaderMap.bind(
            names, to: file.kind, known, instrument: instrument, place: place)
        for finding in findings { reception.findings.report(finding) }
        reception.isRefused = map == nil
        if let map, let column = map.absentDate(of: file.kind), !mayLackDates {
            refuse(
                .fileColumnMissing, at: header.line,
                "column '\(column)' is missing, without which nothing can be followed; "
                    + "the file is refused")
            return nil
        }
        reception.presentItems = map?.presentItems ?? []
        reception.eventCount = map?.events.count ?? 0
        return map
    }

    /// Says which delimiter would find the columns, where the layout fixes another.
    private mutating func tellDelimiter(
        _ header: HeaderHandler, _ known: KnownColumns, _ dialect: Dialect
    ) throws(ReadFailure) {
        if case .standardInput = file.source { return }
        guard file.layout.delimiter != .automatic, header.knownCount == 0 else { return }
        let choice = try DelimiterChoice.best(for: file.source, dialect: dialect, known: known)
        guard choice.known > 0 else { return }
        let sign = choice.delimiter == 9 ? "tab" : String(UnicodeScalar(choice.delimiter))
        reception.findings.report(
            Finding(
                .fileColumnUnknown, .note, at: Place(file.name, line: header.line),
                "\(choice.known) columns are known when '\(sign)' separates them; "
                    + "'delimiter: auto' in intake '\(file.layout.name)' reads the file"))
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
        let scan = DateOrderScan(roles.flatMap(map.columns).sorted())
        try reader.read(into: scan)
        file.layout.dates = scan.ordered(forms)
        if let finding = scan.finding(in: file) { reception.findings.report(finding) }
    }

    mutating func refuse(
        _ code: FindingCode, at line: Int? = nil, _ summary: String, remedy: String? = nil
    ) {
        reception.isRefused = true
        let place = Place(file.name, line: line)
        reception.findings.report(Finding(code, .error, at: place, summary, remedy: remedy))
    }
}
