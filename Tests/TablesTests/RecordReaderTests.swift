import Tables
import Testing

@Suite struct RecordReaderTests {
    @Test func quotedFieldsKeepDelimitersQuotesAndLineBreaks() throws {
        let read = try Collected.of("a;\"b;c\";\"d\"\"e\"\n\"f\ng\";;h\n")
        #expect(read.records == [["a", "b;c", "d\"e"], ["f\ng", "", "h"]])
        #expect(read.lines == [1...1, 2...3])
        #expect(read.offsets == [0, 15])
        #expect(read.raws == ["a;\"b;c\";\"d\"\"e\"\n", "\"f\ng\";;h\n"])
    }

    @Test func blanksRoundFieldsAreKept() throws {
        #expect(try Collected.of(" a ; b\n").records == [[" a ", " b"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndGivesTheSameRecordsAndLines(_ end: String) throws {
        let read = try Collected.of(["a;b", "", "c;d", "e;f"].joined(separator: end))
        #expect(read.records == [["a", "b"], ["c", "d"], ["e", "f"]])
        #expect(read.lines == [1...1, 3...3, 4...4])
    }

    @Test func mixedLineEndsAreCountedOnceEach() throws {
        let read = try Collected.of("a\r\nb\rc\nd\r\n\r\ne")
        #expect(read.records == [["a"], ["b"], ["c"], ["d"], ["e"]])
        #expect(read.lines == [1...1, 2...2, 3...3, 4...4, 6...6])
    }

    @Test func aLineEndMayStandAcrossTwoChunks() throws {
        // The window reads 256 KiB at a time: the return is the last byte of the first chunk.
        let first = String(repeating: "x", count: 256 * 1024 - 1)
        let read = try Collected.of(first + "\r\nb\n")
        #expect(read.records.map { $0[0].count } == [256 * 1024 - 1, 1])
        #expect(read.lines == [1...1, 2...2])
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstField() throws {
        let read = try Collected.of("\u{FEFF}case_id;x\n")
        #expect(read.records == [["case_id", "x"]])
    }

    @Test func aStrayQuoteCostsItsOwnLineOnly() throws {
        let read = try Collected.of("a;b\nc;5\"6\nd;e\n")
        #expect(read.records == [["a", "b"], ["d", "e"]])
        #expect(
            read.faults == [
                .init(reason: .quote, line: 2, endLine: 2, column: 2, raw: "c;5\"6\n")
            ])
    }

    @Test func aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws {
        let read = try Collected.of("a;b\nc;\"d\ne;f\ng;h\n")
        #expect(read.records == [["a", "b"], ["e", "f"], ["g", "h"]])
        #expect(
            read.faults == [
                .init(reason: .unterminated, line: 2, endLine: 2, column: 2, raw: "c;\"d\n")
            ])
        #expect(read.lines == [1...1, 3...3, 4...4])
    }

    @Test func aQuoteClosedRowsLaterIsSeenByTheFieldCount() throws {
        let read = try Collected.of("a;b\nc;\"d\ne;f\ng;h\";i\nj;k\n", expecting: 2)
        // Line 4 has a stray quote of its own once line 2 is left out.
        #expect(read.records == [["a", "b"], ["e", "f"], ["j", "k"]])
        #expect(read.faults.map(\.reason) == [.fieldCount, .quote])
        #expect(read.faults.map(\.line) == [2, 4])
    }

    @Test func readingStopsAndGoesOnWhereItStopped() throws {
        var reader = try RecordReader(.text("a\nb\nc\n"))
        let first = Collected()
        first.stopsAfter = 1
        try reader.read(into: first)
        let rest = Collected()
        try reader.read(into: rest)
        #expect(first.records == [["a"]])
        #expect(rest.records == [["b"], ["c"]])
        #expect(rest.lines == [2...2, 3...3])
    }

    @Test func aZeroByteIsAByteLikeAnother() throws {
        let read = try Collected.of("a\u{0};b\n\u{0}\n")
        #expect(read.records == [["a\u{0}", "b"], ["\u{0}"]])
    }

    @Test func aFieldBeyondTheLimitIsMalformedAndTheNextLineIsRead() throws {
        var limits = ReadingLimits()
        limits.fieldBytes = 1000
        let read = try Collected.of(
            "a;b\n\"" + String(repeating: "x\n", count: 3000) + "\";c\nd;e\n", limits: limits)
        #expect(read.faults.first?.reason == .longField)
        #expect(read.faults.first?.line == 2)
        #expect(read.records.first == ["a", "b"])
        #expect(read.records.last == ["d", "e"])
    }

    @Test func aLineBeyondTheRecordLimitIsPassedOver() throws {
        let read = try Collected.of(
            "a\n" + String(repeating: "x;", count: 1000) + String(repeating: "y", count: 5 << 20)
                + "\nb\n")
        #expect(read.records == [["a"], ["b"]])
        #expect(read.faults.map(\.line) == [2])
        #expect(read.lines.last == 3...3)
    }

    @Test func moreFieldsThanTheLimitAreMalformed() throws {
        let read = try Collected.of(String(repeating: ";", count: 5000) + "\na\n")
        #expect(read.faults.map(\.reason) == [.manyFields])
        #expect(read.records == [["a"]])
    }

    @Test func readingAgainIsBounded() throws {
        // Every line opens a quote that runs to the end: unbounded, this would be quadratic.
        var limits = ReadingLimits()
        limits.rewoundBytes = 1 << 20
        let bytes = Array(String(repeating: "a;\"b\n", count: 40_001).utf8)
        var reader = try RecordReader(.bytes(bytes), limits: limits)
        let read = Collected()
        try reader.read(into: read)
        #expect(reader.rewound <= 1 << 20 + 4 * bytes.count)
        #expect(reader.malformed == read.faults.count)
        #expect(read.faults.last?.endLine == 40_001)
    }

    @Test func fieldsOfEveryLengthArriveWhole() throws {
        let fields = (0...70).map { String(repeating: "abcdefghij", count: 7).prefix($0) }
            .map(String.init)
        let long = String(repeating: "æ", count: 100_000)
        let read = try Collected.of((fields + [long]).joined(separator: ";") + "\n")
        #expect(read.records == [fields + [long]])
    }

    @Test func aMissingFileIsAFailureWithASentence() {
        let failure = #expect(throws: ReadFailure.self) {
            _ = try Collected.reading(.file("/no/such/file.csv"))
        }
        #expect(failure?.sentence == "No such file or directory")
    }
}

extension Collected {
    static func reading(_ source: ByteSource) throws -> Collected {
        var reader = try RecordReader(source)
        let collected = Collected()
        try reader.read(into: collected)
        return collected
    }
}
