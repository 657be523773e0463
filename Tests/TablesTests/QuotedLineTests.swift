import Basics
import Tables
import Testing

/// Lines with quotes and without.
@Suite struct QuotedLineTests {
    /// Quoting a line's first field changes nothing of what it says.
    @Test(arguments: [";", ",", "\t", "|"], ["\n", "\r\n", "\r"])
    func quotesAroundAFieldChangeNothing(_ delimiter: String, _ end: String) throws {
        var random = SeededRandom(seed: 1, stream: delimiter + end)
        let mark = try #require(delimiter.utf8.first)
        let alphabet: [UInt8] = [mark, mark, 0, 32, 49, 50, 97, 0x80, 0xC3, 0xA6, 0xFF, mark ^ 1]
        for _ in 0..<200 {
            let lines = (0..<random.below(12)).map { _ in
                (0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] }
            }
            let quoted = lines.map { line -> [UInt8] in
                if line.isEmpty { return line }
                let first = line.prefix { $0 != mark }
                return [34] + first + [34] + line[first.count...]
            }
            let dialect = Dialect(delimiter: mark)
            let plain = try Collected.of(bytes: Array(lines.joined(separator: end.utf8)), dialect)
            let parsed = try Collected.of(bytes: Array(quoted.joined(separator: end.utf8)), dialect)
            #expect(plain.records == parsed.records)
            #expect(plain.lines == parsed.lines)
            #expect(parsed.faults.isEmpty && plain.faults.isEmpty)
        }
    }

    @Test func linesWithQuotesAndWithoutTakeTurns() throws {
        let read = try Collected.of("a;b\n\"c\nd\";e\nf;g\n;\n\"\"\nh")
        #expect(
            read.records == [["a", "b"], ["c\nd", "e"], ["f", "g"], ["", ""], [""], ["h"]])
        #expect(read.lines == [1...1, 2...3, 4...4, 5...5, 6...6, 7...7])
        #expect(read.offsets == [0, 4, 12, 16, 18, 21])
        #expect(read.raws == ["a;b\n", "\"c\nd\";e\n", "f;g\n", ";\n", "\"\"\n", "h"])
    }
}
