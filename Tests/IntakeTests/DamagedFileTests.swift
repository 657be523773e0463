import Basics
import Intake
import Loading
import Model
import Scoring
import Tables
import Testing

/// Damage of every kind: nothing crashes, no row vanishes, and what is not damaged is read.
@Suite struct DamagedFileTests {
    /// 10,000 files in all.
    private static let filesOfEach = 1000

    @Test(.timeLimit(.minutes(5)), arguments: DamagedOriginal.allCases)
    func everyRowOfADamagedFileIsScoredOrRejected(_ original: DamagedOriginal) throws {
        #expect(DamagedOriginal.allCases.count * Self.filesOfEach == 10_000)
        let reading = try DamagedReading(original)
        let whole = try original.bytes()
        #expect(reading.read(whole).reception.counts.used > 0)
        var random = SeededRandom(seed: 20_261_121, stream: original.rawValue)
        for _ in 0..<Self.filesOfEach {
            let damaged = Damage.applied(to: whole, &random)
            let (reception, scored) = reading.read(damaged)
            let counts = reception.counts
            #expect(counts.addUp)
            #expect(scored == counts.used)
            #expect(!reception.isRefused || counts.rows == 0)
            let rejected = try RejectedLines(reception)
            #expect(rejected.rows == counts.rejected)
            #expect(rejected.lacking == 0)
            if let lines = original.lines(of: damaged), !reception.isRefused {
                #expect(counts.rows + counts.blank == lines)
            }
        }
    }

    @Test func oneStrayQuoteCostsAtMostTheRowsItTouches() throws {
        let reading = try DamagedReading(.quoted)
        let whole = try DamagedOriginal.quoted.bytes()
        let header = whole.firstIndex(of: 10)!
        for at in stride(from: header + 1, to: whole.count, by: 3) {
            var damaged = whole
            damaged.insert(UInt8(ascii: "\""), at: at)
            #expect(
                reading.read(damaged).reception.counts.used >= DamagedOriginal.rowsOfWheel - 2)
        }
    }
}

/// `rejected.csv` of one file, read back.
private struct RejectedLines {
    var rows = 0
    /// How many lines lack a place or a reason.
    var lacking = 0

    private final class Reader: RecordHandler {
        var records: [[String]] = []

        func receive(_ record: borrowing Record) -> ReadingStep {
            records.append(record.texts)
            return .goOn
        }

        func receive(malformed: borrowing MalformedRecord) { records.append([]) }
    }

    private static let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))

    init(_ reception: FileReception) throws {
        guard reception.rejections.count > 0 else { return }
        var text: [UInt8] = []
        writeRejected([reception], pseudonyms: Self.pseudonyms, language: .english) { text += $0 }
        let reader = Reader()
        var records = try RecordReader(.bytes(text))
        try records.read(into: reader)
        for record in reader.records.dropFirst() {
            let isWhole =
                record.count == rejectedHeader.count && record.prefix(6).allSatisfy { !$0.isEmpty }
            if !isWhole { lacking += 1 }
            if record.count > 3, record[3] == "row" { rows += 1 }
        }
    }
}
