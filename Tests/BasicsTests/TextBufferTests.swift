import Basics
import Testing

@Suite struct TextBufferTests {
    @Test func aTextGrowsWithWhatIsAdded() {
        var text = TextBuffer(capacity: 0)
        var expected = ""
        for number in 0..<200 {
            text.add("blå ")
            text.add(number: number)
            expected += "blå \(number)"
        }
        let (written, count) = (text.text, text.count)
        #expect(written == expected)
        #expect(count == expected.utf8.count)
    }

    @Test(arguments: [0, 7, 10, 99, 100, 101, 9_999, -1, -20, Int.max, Int.min])
    func aWholeNumberHasItsDigits(number: Int) {
        var text = TextBuffer()
        text.add(number: number)
        let written = text.text
        #expect(written == String(number))
    }

    @Test(arguments: [(0, 1, "0"), (0, 3, "000"), (12, 1, "12"), (12, 2, "12"), (123, 5, "00123")])
    func aNumberHasNoughtsInFrontUpToAWidth(number: UInt, width: Int, expected: String) {
        var text = TextBuffer()
        text.add(number: number, width: width)
        let written = text.text
        #expect(written == expected)
    }

    @Test func aByteIsSetInBeforeTheLast() {
        var text = TextBuffer()
        text.add("1234")
        let place = text.insert(UInt8(ascii: "."), beforeLast: 3)
        text[place] = UInt8(ascii: ",")
        let written = text.text
        #expect(place == 1)
        #expect(written == "1,234")
    }

    @Test func whatIsForgottenLeavesItsRoom() {
        var text = TextBuffer()
        text.add("abcdef")
        text.removeAll()
        text.add(UInt8(ascii: "-"), times: 3)
        let written = text.text
        #expect(written == "---")
    }

    @Test func aPseudonymAndADateAreWritten() throws {
        let date = try #require(CalendarDate(iso: "2026-03-09"))
        var text = TextBuffer()
        text.add(hexadecimal: 0x0123_4567_89AB_CDEF)
        text.add(date)
        let written = text.text
        #expect(written == "0123456789abcdef2026-03-09")
    }
}
