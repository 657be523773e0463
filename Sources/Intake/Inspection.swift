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

        /// Whether the kind can read the file.
        public var isComplete: Bool { unknown.isEmpty && missing.isEmpty }
    }

    /// The path as it was given.
    public var file: String
    /// The encoding that fits the whole file.
    public var encoding = TextEncoding.utf8
    /// Whether the file starts with a byte order mark.
    public var hasByteOrderMark = false
    /// What stands between two fields.
    public var delimiter = UInt8(ascii: ";")
    /// The line on which the header stands.
    public var headerLine = 1
    /// The names of the columns.
    public var header: [String] = []
    /// The kinds that fit, the best first; at most five.
    public var fits: [Fit] = []
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
        let survey = try EncodingSurvey.of(source)
        inspection.encoding = survey.encoding
        inspection.hasByteOrderMark = survey.hasByteOrderMark
        var dialect = Dialect(encoding: survey.encoding)
        dialect.delimiter = try DelimiterChoice.best(for: source, dialect: dialect, known: nil)
            .delimiter
        var candidates: [(fit: Fit, file: SourceFile, header: HeaderHandler)] = []
        for layout in layouts {
            for kind in layout.files {
                let file = SourceFile(name: name, source: source, kind: kind, layout: layout)
                let (fit, header) = try Fit.of(file, dialect, instruments)
                candidates.append((fit, file, header))
            }
        }
        candidates.sort { Fit.isBetter($0.fit, $1.fit) }
        inspection.delimiter = dialect.delimiter
        inspection.fits = candidates.map(\.fit).filter { $0.known > 0 }.prefix(5).map(\.self)
        guard let best = candidates.first, best.fit.known > 0 else {
            inspection.header = try firstRecord(source, dialect)
            return inspection
        }
        inspection.header = best.header.names ?? []
        inspection.headerLine = best.header.line
        if best.fit.isComplete {
            inspection.reception = try reception(best.file, instruments, dialect)
        } else {
            inspection.proposal = IntakeProposal.yaml(
                for: best.fit, of: best.file, header: inspection.header,
                delimiter: dialect.delimiter)
        }
        return inspection
    }

    private init(file: String) {
        self.file = file
    }

    private static func firstRecord(
        _ source: ByteSource, _ dialect: Dialect
    ) throws(ReadFailure) -> [String] {
        var reader = try RecordReader(source, dialect: dialect)
        let header = HeaderHandler(KnownColumns(), rows: 1)
        try reader.read(into: header)
        // Nothing is known of the row: it may be a person's.
        return (header.names ?? []).map { Shape.of($0) }
    }

    /// Reads the rows as they would be in a run, with every case that the file names.
    private static func reception(
        _ file: SourceFile, _ instruments: [Instrument], _ dialect: Dialect
    ) throws(ReadFailure) -> FileReception {
        let cases = try CaseIndex.ofFile(file, dialect, instruments)
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
    fileprivate static func of(
        _ file: SourceFile, _ dialect: Dialect, _ instruments: [Instrument]
    ) throws(ReadFailure) -> (Inspection.Fit, HeaderHandler) {
        var instrument: Instrument?
        if case .assessments(let name) = file.kind.kind {
            instrument = instruments.first { $0.name == name }
        }
        let known = KnownColumns(file.kind, instrument)
        var reader = try RecordReader(file.source, dialect: dialect)
        let handler = HeaderHandler(known, rows: file.layout.headerRows)
        try reader.read(into: handler)
        let names = handler.names ?? []
        let unknown = names.filter { !$0.isEmpty && known.use(of: $0) == nil }
        let (_, findings) = HeaderMap.bind(
            names, to: file.kind, known, instrument: instrument, place: Place(file.name))
        let missing = findings.filter { $0.code == .fileColumnMissing }.map(\.summary)
        return (
            Inspection.Fit(
                intake: file.layout.name, kind: file.kind.name, instrument: instrument?.name,
                known: handler.knownCount, unknown: unknown, missing: missing), handler
        )
    }

    /// The one that knows more columns; of equals the one that can read the file, and the first.
    fileprivate static func isBetter(_ a: Inspection.Fit, _ b: Inspection.Fit) -> Bool {
        if a.isComplete != b.isComplete { return a.isComplete }
        return a.known - a.missing.count > b.known - b.missing.count
    }
}

extension CaseIndex {
    /// The cases that a file names, for reading it without a file of cases.
    fileprivate static func ofFile(
        _ file: SourceFile, _ dialect: Dialect, _ instruments: [Instrument]
    ) throws(ReadFailure) -> CaseIndex {
        var reader = try RecordReader(file.source, dialect: dialect)
        let header = HeaderHandler(KnownColumns(file.kind, nil), rows: file.layout.headerRows)
        try reader.read(into: header)
        let known = KnownColumns(file.kind, nil)
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
        let positions = (0..<taken.count).map { Int32($0) }
        return CaseIndex(taken, positions: positions, withdrawals: Withdrawals())
    }
}
