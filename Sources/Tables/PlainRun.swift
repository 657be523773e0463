import CLibCSV

/// Records on lines without a quote, parsed together.
///
/// Such a record is one line, and its fields stand in the text as they are: all that is noted of
/// them is where they end, and nothing is copied.
struct PlainRun {
    /// The most bytes that are parsed together: so few that they stay in the nearest cache.
    static let mostBytes = 4096

    /// How many lines there are, empty ones counted.
    private(set) var lineCount = 0
    private var handedOut = 0
    private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Where the run stands in the whole text, and the line that it starts on.
    private var position = 0
    private var line = 0
    private let places: UnsafeMutablePointer<RecordPlaces>

    init() {
        places = .allocate(capacity: 1)
        places.initialize(to: RecordPlaces())
    }

    func deallocate() {
        places.pointee.deallocate()
        places.deallocate()
    }

    /// Whether every record has been handed out.
    var isDone: Bool { handedOut == places.pointee.count }

    /// Parses lines that start at a position; gives false where libcsv does not take them all.
    mutating func parse(
        _ lines: ByteWindow.PlainLines, at position: Int, line: Int,
        _ parser: UnsafeMutablePointer<csv_parser>
    ) -> Bool {
        handedOut = 0
        places.pointee.clear()
        // Where there are no blanks, libcsv need not ask of each byte whether it is one.
        parser.pointee.is_space = lines.hasBlanks ? neverSpace : nil
        let parsed = csv_parse(parser, lines.bytes, lines.count, noteField, noteRecord, places)
        parser.pointee.is_space = neverSpace
        guard parsed == lines.count else {
            places.pointee.clear()
            return false
        }
        text = UnsafeBufferPointer(start: lines.bytes, count: lines.count)
        (self.position, self.line) = (position, line)
        lineCount = places.pointee.settle(text)
        return true
    }

    /// Lends the first field of every record.
    func eachFirstField(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        for index in 0..<places.pointee.count {
            let place = places.pointee.records[index]
            let end = place.start + places.pointee.ends[Int(place.firstEnd)]
            body(UnsafeBufferPointer(rebasing: text[Int(place.start)..<Int(end)]))
        }
    }

    /// The next record; there must be one.
    mutating func next() -> Record {
        let place = places.pointee.records[handedOut]
        handedOut += 1
        let raw = UnsafeBufferPointer(rebasing: text[Int(place.start)..<Int(place.end)])
        let line = line + Int(place.line)
        return Record(
            bytes: raw.baseAddress.unsafelyUnwrapped,
            ends: places.pointee.ends + Int(place.firstEnd), fieldCount: Int(place.fieldCount),
            line: line, endLine: line, byteOffset: position + Int(place.start), raw: raw)
    }
}

/// Where a record stands among the lines that were parsed together.
struct RecordPlace {
    /// Where the end of its first field stands among all ends.
    var firstEnd: Int32
    var fieldCount: Int32
    /// Where it starts, and where the line after it does.
    var start: Int32 = 0
    var end: Int32 = 0
    /// How many lines there are before it.
    var line: Int32 = 0
}

/// Where records and their fields end, filled by libcsv's callbacks through a raw pointer.
private struct RecordPlaces {
    let ends: UnsafeMutablePointer<Int32>
    let records: UnsafeMutablePointer<RecordPlace>
    private(set) var count = 0
    /// How many ends there are; the one before a record's first is -1.
    private var endCount = 0
    private var firstEnd = 0
    /// How long the record is so far, with one byte after each field.
    private var length: Int32 = 0

    init() {
        // A record has no more fields than bytes, and at least two bytes.
        ends = .allocate(capacity: 2 * PlainRun.mostBytes)
        records = .allocate(capacity: PlainRun.mostBytes)
        clear()
    }

    func deallocate() {
        ends.deallocate()
        records.deallocate()
    }

    mutating func clear() {
        count = 0
        endCount = 0
        beginRecord()
    }

    private mutating func beginRecord() {
        ends[endCount] = -1
        endCount += 1
        firstEnd = endCount
        length = 0
    }

    @inline(__always)
    mutating func endField(_ count: Int) {
        length &+= Int32(truncatingIfNeeded: count)
        ends[endCount] = length
        endCount &+= 1
        length &+= 1
    }

    @inline(__always)
    mutating func endRecord() {
        records[count] = RecordPlace(
            firstEnd: Int32(truncatingIfNeeded: firstEnd),
            fieldCount: Int32(truncatingIfNeeded: endCount - firstEnd))
        count += 1
        beginRecord()
    }

    /// Finds where each record starts, since before it may stand empty lines, which libcsv passes
    /// over; gives the number of lines.
    func settle(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var at = 0
        var lines = 0
        for index in 0..<count {
            passEmptyLines(text, &at, &lines)
            let record = records + index
            record.pointee.start = Int32(truncatingIfNeeded: at)
            record.pointee.line = Int32(truncatingIfNeeded: lines)
            at += Int(ends[Int(record.pointee.firstEnd + record.pointee.fieldCount) - 1])
            at += lineEnd(text, at)
            lines += 1
            record.pointee.end = Int32(truncatingIfNeeded: at)
        }
        passEmptyLines(text, &at, &lines)
        return lines
    }

    @inline(__always)
    private func passEmptyLines(
        _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ lines: inout Int
    ) {
        while at < text.count, text[at] == 10 || text[at] == 13 {
            at += lineEnd(text, at)
            lines += 1
        }
    }

    /// How many bytes end a line.
    @inline(__always)
    private func lineEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        at + 1 < text.count && text[at] == 13 && text[at + 1] == 10 ? 2 : 1
    }
}

private func noteField(
    _: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
    let places = context.unsafelyUnwrapped.assumingMemoryBound(to: RecordPlaces.self)
    places.pointee.endField(count)
}

private func noteRecord(_: Int32, _ context: UnsafeMutableRawPointer?) {
    context.unsafelyUnwrapped.assumingMemoryBound(to: RecordPlaces.self).pointee.endRecord()
}
