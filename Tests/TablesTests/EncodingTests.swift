import Tables
import Testing

@Suite struct EncodingTests {
    @Test func wellFormedUTF8IsUTF8() throws {
        let survey = try EncodingSurvey.of(.text("a;blåbærgrød;€;😀\n"))
        #expect(survey.encoding == .utf8)
        #expect(survey.notUTF8 == nil)
        #expect(!survey.hasByteOrderMark)
    }

    @Test func aByteFarDownMakesItWindows1252AndIsNamed() throws {
        let start = Array(String(repeating: "abc\n", count: 100_000).utf8)
        let survey = try EncodingSurvey.of(.bytes(start + [0x62, 0x6C, 0xE5, 0x0A]))
        #expect(survey.encoding == .windows1252)
        #expect(survey.notUTF8?.offset == 400_003)
        #expect(survey.notUTF8?.line == 100_001)
    }

    // Overlong forms, surrogates, beyond U+10FFFF, a lone continuation: Unicode table 3-7.
    @Test(arguments: [
        [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
        [0xF8], [0xC3],
    ])
    func illFormedSequencesAreNoUTF8(_ bytes: [Int]) throws {
        let survey = try EncodingSurvey.of(.bytes(bytes.map(UInt8.init)))
        #expect(survey.encoding == .windows1252)
    }

    @Test func aSequenceMayStandAcrossTwoChunks() throws {
        let text = String(repeating: "x", count: 256 * 1024 - 1) + "ø"
        #expect(try EncodingSurvey.of(.text(text)).encoding == .utf8)
    }

    @Test func bytesThatWindows1252LacksAreNamed() throws {
        let survey = try EncodingSurvey.of(.bytes([0xE5, 0x0A, 0x41, 0x81]))
        #expect(survey.undefined?.byte == 0x81)
        #expect(survey.undefined?.line == 2)
    }

    @Test func lettersEncodedTwiceAreCounted() throws {
        #expect(try EncodingSurvey.of(.text("blÃ¥bÃ¦rgrÃ¸d Ã˜ Ã… Ã†")).doubleEncoded == 6)
        #expect(try EncodingSurvey.of(.text("blåbærgrød, Ã")).doubleEncoded == 0)
    }

    @Test func windows1252IsReadAsItsLetters() throws {
        var dialect = Dialect()
        dialect.encoding = .windows1252
        let read = try Collected.of(bytes: [0xE6, 0xF8, 0xE5, 0x3B, 0x80, 0x96, 0x0A], dialect)
        #expect(read.records == [["æøå", "€–"]])
    }

    /// Western text in UTF-16 has a zero in every second byte: the odd ones, or the even ones.
    @Test func utf16WithoutAMarkIsKnownByItsZeros() throws {
        let little = "a;blå\nb;c\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = "a;blå\nb;c\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try EncodingSurvey.of(.bytes(little)).encoding == .utf16LittleEndian)
        #expect(try EncodingSurvey.of(.bytes(big)).encoding == .utf16BigEndian)
        #expect(try EncodingSurvey.of(.bytes(little)).isUnmarkedUTF16)
    }

    @Test func aZeroByteInTextIsCountedAndNamed() throws {
        let survey = try EncodingSurvey.of(.bytes(Array("a;b\nc\0;d\0\n".utf8)))
        #expect(survey.encoding == .utf8)
        #expect(survey.zeros == 2)
        #expect(survey.firstZero?.offset == 5)
        #expect(survey.firstZero?.line == 2)
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func utf16IsReadWithItsMarkAndSurrogates(_ encoding: TextEncoding) throws {
        let units = Array("\u{FEFF}a\tblå😀\r\nc\td\r\n".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return encoding == .utf16LittleEndian ? [low, high] : [high, low]
        }
        #expect(try EncodingSurvey.of(.bytes(bytes)).encoding == encoding)
        let dialect = Dialect(delimiter: 9, encoding: encoding)
        let read = try Collected.of(bytes: bytes, dialect)
        #expect(read.records == [["a", "blå😀"], ["c", "d"]])
    }
}

@Suite struct RecordWriterTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let rows = [["a", "b;c", "d\"e"], ["f\ng", "", "h\r"], ["æøå", " x ", "=1"]]
        var writer = RecordWriter()
        for row in rows { writer.write(row) }
        let text = writer.text
        #expect(try Collected.of(text).records == rows)
    }

    @Test(arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx"])
    func aNeutralWriterKeepsSpreadsheetsFromRunningText(_ field: String) throws {
        var writer = RecordWriter(formulaNeutral: true)
        writer.add(field)
        writer.add(-7)
        writer.endRecord()
        let text = writer.text
        #expect(try Collected.of(text).records == [["'" + field, "-7"]])
    }
}
