import Basics
import Intake
import Model
import Tables
import Testing

/// Damage of every kind: nothing crashes, no row vanishes, and what is not damaged is read.
@Suite struct DamagedFileTests {
    private static let rows = 60

    /// A well-formed file with quoted comments, some over two lines.
    private static func whole() -> [UInt8] {
        var text = "case_id;respondent_id;date;" + (1...10).map { "w\($0)" }.joined(separator: ";")
        text += ";comment\n"
        for row in 1...rows {
            let answers = (0..<10).map { String(($0 * row) % 11) }.joined(separator: ";")
            let day = row % 28 + 1
            let date = (day < 10 ? "0" : "") + "\(day)-03-2024"
            let comment = row % 3 == 0 ? "\"en; \"\"to\"\"\ntre\"" : "åben"
            text += "S\(row % 3 + 1);P\(row);\(date);\(answers);\(comment)\n"
        }
        return Array(text.utf8)
    }

    @Test func everyRowOfADamagedFileIsUsedOrRejected() throws {
        let layout = try Samples.layout("standard")
        let cases = try Samples.cases()
        let original = Self.whole()
        var random = SeededRandom(seed: 20_261_121)
        for _ in 0..<4000 {
            let damaged = Self.damaged(original, &random)
            let file = SourceFile(
                name: "wheel.csv", source: .bytes(damaged),
                kind: Samples.kind("wheel", in: layout), layout: layout)
            let read = TypedRows.read(file, Samples.wheel, cases.index)
            #expect(read.reception.counts.addUp)
            #expect(read.rows.count == read.reception.counts.used)
            let rejections = read.reception.rejections.countsByCode
            #expect(
                rejections.filter(\.code.isRow).reduce(0) { $0 + $1.count }
                    == read.reception.counts.rejected)
            for answer in read.rows.flatMap(\.answers) {
                #expect(answer.map { (0...10).contains($0) } ?? true)
            }
        }
    }

    @Test func oneStrayQuoteCostsAtMostTheRowsItTouches() throws {
        let layout = try Samples.layout("standard")
        let cases = try Samples.cases()
        let original = Self.whole()
        let header = original.firstIndex(of: 10)!
        for at in stride(from: header + 1, to: original.count, by: 7) {
            var damaged = original
            damaged.insert(UInt8(ascii: "\""), at: at)
            let file = SourceFile(
                name: "wheel.csv", source: .bytes(damaged),
                kind: Samples.kind("wheel", in: layout), layout: layout)
            let read = TypedRows.read(file, Samples.wheel, cases.index)
            #expect(read.reception.counts.used >= Self.rows - 2)
        }
    }

    private static func damaged(_ original: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(4) {
            let at = random.below(bytes.count)
            switch random.below(7) {
            case 0: bytes[at] ^= 1 << UInt8(random.below(8))
            case 1: bytes.insert(UInt8(ascii: "\""), at: at)
            case 2: bytes.insert(UInt8(ascii: ";"), at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(20)))
            case 4: bytes.insert([0, 10, 13, 0xFF, 0xE5][random.below(5)], at: at)
            case 5: bytes.removeSubrange(max(1, at)...)
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
            }
            if bytes.isEmpty { bytes = [10] }
        }
        return bytes
    }
}
