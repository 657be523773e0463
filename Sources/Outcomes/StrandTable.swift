import CLinux
import Model

/// One assessment among its person's: where it stands in its instrument's table, when it was, its
/// form, whether it tells the date of birth, and which scales it has a score on.
struct StrandEntry {
    /// Instrument, edition, informant, date and session: strands in order, then by date.
    var key: UInt64
    /// The row of the instrument's sheet.
    var row: Int32
    /// The form; below it a bit for the date of birth, and one a scale that has a score, for as
    /// many as there are bits.
    private var marks: UInt32

    /// How many scales have a bit, and those bits.
    static let scalesMarked = 23
    static let allScales: UInt32 = 1 << 23 - 1
    private static let birth: UInt32 = 1 << 23

    // 2²⁰ days are 2,870 years; a session has at most six figures.
    private static let daysBefore1970: Int64 = 1 << 19
    private static let number: UInt64 = 0xF_FFFF

    init(instrument: Int, _ row: Int, of table: ScoredAssessments, scored: UInt32) {
        let date = Int64(table.dates[row]) + StrandEntry.daysBefore1970
        let day = UInt64(max(0, date)) & StrandEntry.number
        let session = UInt64(max(0, table.sessions[row])) & StrandEntry.number
        key =
            UInt64(UInt8(clamping: instrument)) << 56 | UInt64(table.editions[row]) << 48
            | UInt64(table.informants[row]) << 40 | day << 20 | session
        self.row = Int32(row)
        let birth = table.birthDates[row] == AssessmentBatch.none ? 0 : StrandEntry.birth
        marks = UInt32(table.forms[row]) << 24 | birth | scored
    }

    /// Whether the date of birth is known.
    var hasBirth: Bool { marks & StrandEntry.birth != 0 }

    /// The form as coded.
    var form: UInt8 { UInt8(truncatingIfNeeded: marks >> 24) }

    /// One bit a scale that has a score, for as many as have a bit.
    var scored: UInt32 { marks & StrandEntry.allScales }

    /// Days since 1970-01-01.
    var date: Int32 {
        Int32(truncatingIfNeeded: Int64(key >> 20 & StrandEntry.number))
            - Int32(StrandEntry.daysBefore1970)
    }

    /// The session's number, or 0.
    var session: Int32 { Int32(truncatingIfNeeded: key & StrandEntry.number) }

    /// What entries of one strand share.
    var strand: UInt64 { key >> 40 }
}

/// The assessments of one strand, by date.
typealias StrandRows = UnsafeBufferPointer<StrandEntry>

/// The assessments of one person by one informant with one edition.
struct Strand {
    /// Index of the case.
    var caseIndex: Int32
    /// Index of the person.
    var person: Int32
    /// Where its entries begin and end.
    var start: Int32
    var end: Int32
    /// Index among the instruments of the run.
    var instrument: Int16
    var edition: UInt8
    /// Index among the instrument's informants, or `AssessmentBatch.noCode`.
    var informant: UInt8
}

/// Room for strands, which workers fill in side by side, each at its own places.
struct StrandBuffer: @unchecked Sendable {
    let elements: UnsafeMutableBufferPointer<Strand>

    init(capacity: Int) { elements = .allocate(capacity: capacity) }
}

/// Every assessment that counts, in strands sorted by case and person.
///
/// It stands in plain memory, which nobody writes to once it is made: every worker asks for every
/// family's strands, and counting references to arrays that all share costs more than the reading.
final class StrandTable: @unchecked Sendable {
    private let strands: UnsafeMutableBufferPointer<Strand>
    @exclusivity(unchecked) private var entries: UnsafeMutableBufferPointer<StrandEntry>
    /// Where each case's strands begin; one more than there are cases.
    private let starts: UnsafeMutableBufferPointer<Int32>

    /// Takes strands and entries over; `starts` has where each case's strands begin.
    init(
        _ strands: StrandBuffer, starts: [Int32],
        _ entries: UnsafeMutableBufferPointer<StrandEntry>
    ) {
        self.strands = strands.elements
        self.starts = .allocate(capacity: starts.count)
        _ = self.starts.initialize(from: starts)
        self.entries = entries
    }

    deinit {
        strands.deallocate()
        entries.deallocate()
        starts.deallocate()
    }

    /// Lets go of the entries, now that nobody reads them any more.
    func forgetEntries() {
        entries.deallocate()
        entries = UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    /// The strands of a case.
    func strands(of caseIndex: Int) -> Range<Int> {
        Int(starts[caseIndex])..<Int(starts[caseIndex + 1])
    }

    subscript(_ strand: Int) -> Strand { strands[strand] }

    /// The entries of a strand, by date; lent as long as the table stands.
    func rows(of strand: Int) -> StrandRows {
        StrandRows(rebasing: entries[Int(strands[strand].start)..<Int(strands[strand].end)])
    }

    // MARK: What will be read soon

    /// Has it fetched where a case's strands stand.
    func fetchStarts(of caseIndex: Int) {
        fetch_ahead(starts.baseAddress! + caseIndex)
    }

    /// Has a case's strands fetched.
    func fetchStrands(of caseIndex: Int) {
        let strands = strands(of: caseIndex)
        fetch_ahead(self.strands.baseAddress! + strands.lowerBound)
        fetch_ahead(self.strands.baseAddress! + strands.upperBound - 1)
    }

    /// Has the first and last entries of a case's strands fetched.
    func fetchEntries(of caseIndex: Int) {
        for strand in strands(of: caseIndex) {
            fetch_ahead(entries.baseAddress! + Int(strands[strand].start))
            fetch_ahead(entries.baseAddress! + Int(strands[strand].end) - 1)
        }
    }

    /// The strands as others may keep them.
    var kept: Strands {
        var kept = Strands()
        kept.cases = strands.map(\.caseIndex)
        kept.persons = strands.map(\.person)
        kept.instruments = strands.map(\.instrument)
        kept.editions = strands.map(\.edition)
        kept.informants = strands.map(\.informant)
        for strand in strands.indices {
            kept.rows += rows(of: strand).map(\.row)
            kept.starts.append(Int32(kept.rows.count))
        }
        return kept
    }
}
