import Basics
import Model
import Tables

/// What can be said of a file without being told anything: for `virkning inspect`.
public struct Inspection: Sendable {
    /// How well a kind of file of an intake fits the header.
    public struct Fit: Sendable, Hashable {
        /// The intake's name.
        public var intake: String
        /// The kind of file, such as `sdq`.
        public var kind: String
        /// The instrument that the kind holds answers to, if it does.
        public var instrument: String?
        /// How many columns of the header the kind knows.
        public var known: Int
        /// Columns that the kind does not know; the file would be refused for them.
        public var unknown: [String]
        /// Columns that the kind needs and the header lacks.
        public var missing: [String]
        /// Whether the kind stands in the intake as it is; else a sheet or measurements of the
        /// file were put in.
        public var isShipped = true

        /// Whether the kind can read the file.
        public var isComplete: Bool { unknown.isEmpty && missing.isEmpty }
    }

    /// A sheet of a workbook, among those that are not hidden.
    public struct Sheet: Sendable, Hashable {
        /// From 1; 0 for a hidden one.
        public var position: Int
        /// How many there are.
        public var count: Int
    }

    /// The path as it was given.
    public var file: String
    /// The sheet that was looked at, where the file is a workbook.
    public var sheet: Sheet?
    /// Why a workbook cannot be read; nothing else is known of it then.
    public var refusal: Finding?
    /// The encoding that fits the whole file.
    public var encoding = TextEncoding.utf8
    /// Whether the file starts with a byte order mark.
    public var hasByteOrderMark = false
    /// What stands between two fields.
    public var delimiter = UInt8(ascii: ";")
    /// The line on which the header stands, or its row in a sheet.
    public var headerLine = 1
    /// The names of the columns.
    public var header: [String] = []
    /// The kinds that fit, the best first; at most five.
    public var fits: [Fit] = []
    /// What a row's measurements bear, where it has several; empty otherwise.
    public var events: [String] = []
    /// Whether one row is one answer.
    public var isLong = false
    /// Whether the best fit looks for answer texts beside the data.
    public var wantsAnswerTexts = false
    /// What the best fit makes of the rows.
    public var reception: FileReception?
    /// An intake to save and correct, in YAML; nothing where one fits as it is.
    public var proposal: String?

    /// Looks at a file in the light of some intakes and instruments.
    ///
    /// Throws when the file cannot be read.
    public static func of(
        _ source: ByteSource, name: String, layouts: [IntakeLayout], instruments: [Instrument]
    ) throws(ReadFailure) -> Inspection {
        var inspection = Inspection(file: name)
        do throws(SheetRefusal) {
            let tables = try Table.all(of: source, name)
            try inspection.look(at: tables, source, layouts, instruments)
        } catch {
            switch error {
            case .unreadable(let failure): throw failure
            case .refused(let finding): inspection.refusal = finding
            }
        }
        return inspection
    }

    private init(file: String) {
        self.file = file
    }

    private mutating func look(
        at tables: [Table], _ source: ByteSource, _ layouts: [IntakeLayout],
        _ instruments: [Instrument]
    ) throws(SheetRefusal) {
        do throws(ReadFailure) {
            var candidates: [Candidate] = []
            for table in tables {
                candidates += try Candidate.all(table, file, source, layouts, instruments)
            }
            candidates.sort { Fit.isBetter($0.fit, $1.fit) }
            guard let table = candidates.first?.table ?? tables.first else { return }
            describe(table)
            if let best = candidates.first, best.fit.known > 0 {
                try take(best, of: candidates, instruments)
            } else {
                header = try Inspection.firstRecord(table)
            }
        } catch {
            throw .unreadable(error)
        }
    }

    private mutating func describe(_ table: Table) {
        encoding = table.dialect.encoding
        hasByteOrderMark = table.hasByteOrderMark
        delimiter = table.dialect.delimiter
        sheet = table.sheet
    }

    private mutating func take(
        _ best: Candidate, of candidates: [Candidate], _ instruments: [Instrument]
    ) throws(ReadFailure) {
        let others = candidates.filter { $0.table.sheet == best.table.sheet && $0.fit.known > 0 }
        fits = Array(others.map(\.fit).prefix(5))
        header = best.header.names ?? []
        headerLine = best.header.line
        isLong = best.isLong
        wantsAnswerTexts = best.file.kind.answerTexts != nil
        events = best.presentEvents
        if best.fit.isComplete {
            reception = try Inspection.reception(best, instruments)
        }
        // A header that rows have run into proposes nothing.
        let isHeader = best.fit.unknown.allSatisfy(header.contains)
        if isHeader, !best.fit.isComplete || !best.fit.isShipped {
            proposal = IntakeProposal.yaml(
                for: best.fit, of: best.file, header: header,
                delimiter: sheet == nil ? delimiter : nil)
        }
    }

    private static func firstRecord(_ table: Table) throws(ReadFailure) -> [String] {
        var reader = try RecordReader(table.source, dialect: table.dialect)
        let header = HeaderHandler(KnownColumns(), rows: 1)
        try reader.read(into: header)
        // Nothing is known of the row: it may be a person's.
        return (header.names ?? []).map { Shape.of($0) }
    }

    /// Reads the rows as they would be in a run, with every case that the file names.
    private static func reception(
        _ best: Candidate, _ instruments: [Instrument]
    ) throws(ReadFailure) -> FileReception {
        let file = best.file
        let cases = try CaseIndex.of(best.table, file)
        switch file.kind.kind {
        case .cases: return CaseReception.read([file]).files[0]
        case .indicators: return IndicatorReception.read([file], cases: cases).files[0]
        case .goals: return GoalReception.read([file], cases: cases).files[0]
        case .stories: return StoryReception.read([file], cases: cases).files[0]
        case .assessments(let name):
            guard let instrument = instruments.first(where: { $0.name == name }) else {
                return FileReception(file)
            }
            return readAssessments(file, instrument: instrument, cases: cases) { _ in }
        }
    }
}

extension Inspection.Fit {
    /// The one that knows more columns; of equals the one that can read the file, and the first.
    fileprivate static func isBetter(_ a: Inspection.Fit, _ b: Inspection.Fit) -> Bool {
        if a.isComplete != b.isComplete { return a.isComplete }
        // What knows none of the columns fits nothing, however few it misses.
        if (a.known > 0) != (b.known > 0) { return a.known > 0 }
        if a.known - a.missing.count != b.known - b.missing.count {
            return a.known - a.missing.count > b.known - b.missing.count
        }
        return a.isShipped && !b.isShipped
    }
}

/// Rows to look at: a text file, or a sheet of a workbook.
private struct Table {
    var source: ByteSource
    var dialect = Dialect()
    var hasByteOrderMark = false
    var sheet: Inspection.Sheet?
    /// Whether a kind of file that chooses no sheet would read this one.
    var isFirst = true
    /// Which choices of a sheet would choose this one.
    var isChosen: @Sendable (SheetChoice) -> Bool = { _ in true }

    /// The most sheets that are looked at.
    private static let mostSheets = 20

    static func all(of source: ByteSource, _ name: String) throws(SheetRefusal) -> [Table] {
        let sheets = try SheetReading.all(of: source, name: name, atMost: mostSheets)
        guard let sheets else { return [try text(source)] }
        return sheets.map { reading in
            Table(
                source: reading.source,
                sheet: Inspection.Sheet(position: reading.position, count: reading.sheetCount),
                isFirst: reading.position == 1, isChosen: reading.isChosen)
        }
    }

    private static func text(_ source: ByteSource) throws(SheetRefusal) -> Table {
        do throws(ReadFailure) {
            let survey = try EncodingSurvey.of(source)
            var dialect = Dialect(encoding: survey.encoding)
            dialect.delimiter = try DelimiterChoice.best(
                for: source, dialect: dialect, known: nil
            ).delimiter
            return Table(
                source: source, dialect: dialect, hasByteOrderMark: survey.hasByteOrderMark)
        } catch {
            throw .unreadable(error)
        }
    }
}

/// A kind of file of an intake, held against a table.
private struct Candidate {
    var fit: Inspection.Fit
    var file: SourceFile
    var header: HeaderHandler
    var table: Table
    var presentEvents: [String] = []
    var isLong = false

    /// Each kind of each intake, as it is and with the measurements that the header shows.
    static func all(
        _ table: Table, _ name: String, _ source: ByteSource, _ layouts: [IntakeLayout],
        _ instruments: [Instrument]
    ) throws(ReadFailure) -> [Candidate] {
        var candidates: [Candidate] = []
        for layout in layouts {
            for var kind in layout.files {
                var isShipped = true
                if let choice = kind.sheet, table.sheet != nil {
                    guard table.isChosen(choice) else { continue }
                } else if !table.isFirst, let sheet = table.sheet {
                    kind.sheet = .position(sheet.position)
                    isShipped = false
                }
                var layout = layout
                if table.sheet == nil, let fixed = layout.delimiter.byte,
                    fixed != table.dialect.delimiter
                {
                    layout.delimiter = .automatic
                    isShipped = false
                }
                let file = SourceFile(name: name, source: source, kind: kind, layout: layout)
                let plain = try Candidate(file, table, instruments, isShipped: isShipped)
                candidates.append(plain)
                if let guessed = try plain.withEvents(instruments) { candidates.append(guessed) }
            }
        }
        return candidates
    }

    private init(
        _ file: SourceFile, _ table: Table, _ instruments: [Instrument], isShipped: Bool
    ) throws(ReadFailure) {
        let instrument = Candidate.instrument(of: file, instruments)
        let known = KnownColumns(file.kind, instrument)
        var reader = try RecordReader(table.source, dialect: table.dialect)
        header = HeaderHandler(known, rows: file.layout.headerRows)
        try reader.read(into: header)
        let names = header.names ?? []
        let (map, findings) = HeaderMap.bind(
            names, to: file.kind, known, instrument: instrument, place: Place(file.name))
        fit = Inspection.Fit(
            intake: file.layout.name, kind: file.kind.name, instrument: instrument?.name,
            known: header.knownCount,
            unknown: zip(names, HeaderHandler.shown(names, known)).filter {
                !$0.0.isEmpty && known.use(of: $0.0) == nil
            }.map(\.1),
            missing: findings.filter { $0.code == .fileColumnMissing }.map(\.summary),
            isShipped: isShipped)
        self.file = file
        self.table = table
        isLong = (map?.column(.item) ?? -1) >= 0
        presentEvents = map?.eventNames ?? []
    }

    /// The same kind with the measurements that the header shows, where it has none of its own.
    private func withEvents(_ instruments: [Instrument]) throws(ReadFailure) -> Candidate? {
        guard file.kind.events == nil, !fit.isComplete,
            let instrument = Candidate.instrument(of: file, instruments)
        else { return nil }
        let known = KnownColumns(file.kind, instrument)
        guard let events = EventGuess.of(header.names ?? [], known) else { return nil }
        var file = file
        file.kind.events = events
        return try Candidate(file, table, instruments, isShipped: false)
    }

    private static func instrument(of file: SourceFile, _ all: [Instrument]) -> Instrument? {
        guard case .assessments(let name) = file.kind.kind else { return nil }
        return all.first { $0.name == name }
    }
}

extension CaseIndex {
    /// The cases that a file names, for reading it without a file of cases.
    fileprivate static func of(
        _ table: Table, _ file: SourceFile
    ) throws(ReadFailure) -> CaseIndex {
        var reader = try RecordReader(table.source, dialect: table.dialect)
        let known = KnownColumns(file.kind, nil)
        let header = HeaderHandler(known, rows: file.layout.headerRows)
        try reader.read(into: header)
        let column = (header.names ?? []).firstIndex { known.isHeader([$0]) } ?? 0
        let collector = CaseCollector(column)
        try reader.read(into: collector)
        return collector.index()
    }
}

private final class CaseCollector: RecordHandler {
    private let column: Int
    private var table = ByteTable()

    init(_ column: Int) {
        self.column = column
    }

    func receive(_ record: borrowing Record) -> ReadingStep {
        if column < record.fieldCount {
            let cell = identifier(record, column)
            if let start = cell.baseAddress, !cell.isEmpty { _ = table.intern(start, cell.count) }
        }
        return .goOn
    }

    func receive(malformed: borrowing MalformedRecord) {}

    func index() -> CaseIndex {
        var taken = ByteTable()
        swap(&taken, &table)
        return CaseIndex(taken, withdrawals: Withdrawals())
    }
}
