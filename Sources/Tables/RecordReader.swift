import CLibCSV

/// Reads delimited text through libcsv, one physical line at a time.
///
/// Feeding lines makes the place of every record known. A record that is malformed is handed
/// out as such and reading goes on with the physical line after the one it starts on, so that a
/// stray quote costs one line and no other value. Memory is bounded by `ReadingLimits`, and so
/// is the time spent on reading lines again.
public struct RecordReader: ~Copyable {
    /// How many records were handed out.
    public private(set) var records = 0
    /// How many malformed records were handed out.
    public private(set) var malformed = 0
    /// How many bytes were read again after malformed records.
    public private(set) var rewound = 0

    /// How many fields a record over several lines must have, once the header is known.
    public var expectedFields: Int?

    private let limits: ReadingLimits
    private let dialect: Dialect
    /// How many fields every record has at least, where each is a row of a sheet.
    private let leastFields: Int?
    private let parser: UnsafeMutablePointer<csv_parser>
    private let row: UnsafeMutablePointer<RowState>
    private let lookAhead: LookAhead
    private var window: ByteWindow
    /// Plain lines that have been parsed, of which some records may be still to be handed out.
    private var run = PlainRun()
    /// Whether plain lines are parsed together: where a record on one can break no limit.
    private let takesRuns: Bool
    private var line = 1
    private var open: OpenRecord?
    private var isStarted = false
    private var isStopped = false

    /// Where the record being read starts, and where its second line does.
    private struct OpenRecord {
        var position: Int
        var line: Int
        var secondLine: Int?
    }

    /// Opens a source; throws when it cannot be read.
    public init(
        _ source: ByteSource, dialect: Dialect = Dialect(), limits: ReadingLimits = ReadingLimits()
    ) throws(ReadFailure) {
        let stream = try ByteStream(source)
        window = ByteWindow(stream, dialect)
        self.limits = limits
        self.dialect = dialect
        leastFields = source.leastFields.map { min($0, limits.fields) }
        takesRuns =
            leastFields == nil
            && min(limits.fieldBytes, limits.recordBytes, limits.fields) >= PlainRun.mostBytes
        parser = .allocate(capacity: 1)
        row = .allocate(capacity: 1)
        row.initialize(to: RowState(limits))
        lookAhead = LookAhead(delimiter: dialect.delimiter)
        startParser()
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
        row.pointee.deallocate()
        row.deallocate()
        run.deallocate()
    }

    /// Hands every record to the handler, in order, until it says stop or the text ends; can be
    /// called again to go on. Throws when the source fails.
    public mutating func read(into handler: some RecordHandler) throws(ReadFailure) {
        if !isStarted { try window.start() }
        isStarted = true
        isStopped = false
        repeat {
            while !isStopped {
                if takePlainLines(handler) { continue }
                guard let piece = try window.nextPiece() else { break }
                take(piece, handler)
            }
        } while !isStopped && !finish(handler)
    }

    private func startParser() {
        csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
        csv_set_delim(parser, dialect.delimiter)
        csv_set_quote(parser, dialect.quote)
        csv_set_blk_size(parser, fieldBlock)
        csv_set_space_func(parser, neverSpace)
    }

    /// Hands out records of plain lines; gives false where the next line is none.
    private mutating func takePlainLines(_ handler: some RecordHandler) -> Bool {
        guard takesRuns, open == nil else { return false }
        if run.isDone {
            guard let lines = window.plainLines() else { return false }
            guard run.parse(lines, at: window.position, line: line, parser) else {
                restart()
                return false
            }
            window.keptFrom = window.position
            window.position += lines.count
            line += run.lineCount
            run.eachFirstField(handler.prepare)
        }
        handOutRun(handler)
        return true
    }

    /// Hands out the run's records until the handler says stop.
    private mutating func handOutRun(_ handler: some RecordHandler) {
        while !run.isDone, !isStopped {
            records += 1
            isStopped = handler.receive(run.next()) == .stop
        }
    }

    private mutating func take(_ piece: ByteWindow.Piece, _ handler: some RecordHandler) {
        let record = open ?? OpenRecord(position: window.position, line: line)
        window.keptFrom = record.position
        let parsed = csv_parse(parser, piece.bytes, piece.count, receiveField, receiveRow, row)
        pass(piece, of: record)
        if parsed != piece.count {
            reject(.quote, endsLine: piece.endsLine, handler)
        } else if let reason = excess() {
            reject(reason, endsLine: piece.endsLine, handler)
        } else if row.pointee.isComplete {
            handler.prepare(for: lookAhead.firstField(piece.bytes + piece.count))
            complete(handler)
        } else if parser.pointee.pstate == 0, row.pointee.fieldCount == 0 {
            open = nil
        }
    }

    /// Moves past a piece and remembers where the record's second line starts.
    @inline(__always)
    private mutating func pass(_ piece: ByteWindow.Piece, of record: OpenRecord) {
        window.position += piece.count
        var record = record
        if piece.endsLine {
            line += 1
            if record.secondLine == nil { record.secondLine = window.position }
        }
        open = record
    }

    /// Which limit the open record breaks, if any.
    @inline(__always)
    private func excess() -> MalformedRecord.Reason? {
        if row.pointee.isOverfull {
            return row.pointee.fieldCount >= limits.fields ? .manyFields : .longRecord
        }
        if parser.pointee.entry_pos > limits.fieldBytes { return .longField }
        let start = open?.position ?? window.position
        return window.position - start > limits.recordBytes ? .longRecord : nil
    }

    private mutating func complete(_ handler: some RecordHandler) {
        guard let record = open else { return }
        if let leastFields {
            row.pointee.fill(upTo: leastFields)
            line = record.line + 1
        }
        let endLine = line - 1
        if endLine > record.line, let expected = expectedFields,
            row.pointee.fieldCount != expected
        {
            reject(.fieldCount, endsLine: true, handler)
            return
        }
        records += 1
        let reading = handler.receive(
            Record(
                bytes: row.pointee.bytes, ends: row.pointee.ends,
                fieldCount: row.pointee.fieldCount, line: record.line, endLine: endLine,
                byteOffset: record.position,
                raw: window.bytes(from: record.position, to: window.position)))
        row.pointee.clear()
        open = nil
        isStopped = reading == .stop
    }

    /// Ends the text; gives false while there may be lines to read again.
    private mutating func finish(_ handler: some RecordHandler) -> Bool {
        guard open != nil else { return true }
        if csv_fini(parser, receiveField, receiveRow, row) != 0 {
            reject(.unterminated, endsLine: true, handler)
        } else if let reason = excess() {
            reject(reason, endsLine: true, handler)
        } else {
            complete(handler)
        }
        return false
    }
}

// Going on after a malformed record.
extension RecordReader {
    private mutating func reject(
        _ reason: MalformedRecord.Reason, endsLine: Bool, _ handler: some RecordHandler
    ) {
        guard let record = open else { return }
        let column = row.pointee.fieldCount + 1
        restart()
        let hasGoneBack = goBack(to: record)
        let isAtLineStart = endsLine || hasGoneBack
        let shown = min(window.position - record.position, limits.shownBytes)
        malformed += 1
        handler.receive(
            malformed: MalformedRecord(
                reason: reason, line: record.line, endLine: isAtLineStart ? line - 1 : line,
                column: column, byteOffset: record.position,
                raw: window.bytes(from: record.position, to: record.position + shown)))
        if !isAtLineStart { skipLine() }
    }

    private mutating func restart() {
        csv_free(parser)
        startParser()
        row.pointee.clear()
        open = nil
    }

    /// Goes back to the record's second line while the bound on reading again allows it.
    private mutating func goBack(to record: OpenRecord) -> Bool {
        guard let second = record.secondLine, second < window.position else { return false }
        let again = window.position - second
        guard rewound + again <= limits.rewoundBytes + limits.rewoundShare * window.seen else {
            return false
        }
        rewound += again
        window.position = second
        line = record.line + 1
        return true
    }

    /// Passes over the rest of a line that is too long to be read.
    private mutating func skipLine() {
        window.keptFrom = window.position
        while let piece = try? window.nextPiece() {
            window.position += piece.count
            window.keptFrom = window.position
            if piece.endsLine {
                line += 1
                return
            }
        }
    }
}
