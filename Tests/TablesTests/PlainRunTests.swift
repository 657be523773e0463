import Basics
import Tables
import Testing

/// Lines that are parsed together, which must read as they do one by one.
@Suite struct PlainRunTests {
    /// Limits so narrow that every line is parsed by itself.
    private var oneByOne: ReadingLimits {
        var limits = ReadingLimits()
        limits.fields = 1000
        return limits
    }

    @Test(arguments: [";", "\t"], ["\n", "\r\n"])
    func linesReadTheSameTogetherAndOneByOne(_ delimiter: String, _ end: String) throws {
        var random = SeededRandom(seed: 2, stream: delimiter + end)
        let mark = try #require(delimiter.utf8.first)
        let dialect = Dialect(delimiter: mark)
        // The third byte is a quote now and then, so that runs end at any line.
        let alphabet: [UInt8] = [mark, mark, 34, 32, 9, 0, 0xC3, 0xA6] + Array(48...57)
        for round in 0..<40 {
            let lines = (0..<300).map { _ in
                (0..<random.below(60)).map { _ -> UInt8 in
                    let byte = alphabet[random.below(alphabet.count)]
                    return byte == 34 && random.below(50) > round ? 49 : byte
                }
            }
            let bytes = Array(lines.joined(separator: end.utf8))
            let together = try Collected.of(bytes: bytes, dialect)
            let single = try Collected.of(bytes: bytes, dialect, limits: oneByOne)
            #expect(together.records == single.records)
            #expect(together.lines == single.lines)
            #expect(together.offsets == single.offsets)
            #expect(together.raws == single.raws)
            #expect(together.faults == single.faults)
        }
    }

    @Test func readingStopsAmongLinesParsedTogetherAndGoesOn() throws {
        let text = (1...3000).map { "\($0);x" }.joined(separator: "\n\n")
        var reader = try RecordReader(.text(text))
        var lines: [ClosedRange<Int>] = []
        for _ in 0..<30 {
            let part = Collected()
            part.stopsAfter = 100
            try reader.read(into: part)
            #expect(part.records.count == 100)
            lines += part.lines
        }
        #expect(lines == (0..<3000).map { 2 * $0 + 1...2 * $0 + 1 })
        #expect(reader.records == 3000)
    }
}
