import Basics

/// Every scored assessment of one instrument, in columns; one row an assessment.
///
/// A score is `numerators[row * scaleCount + scale]` over `denominators[…]`; a denominator of 0
/// means that the scale could not be scored.
public struct ScoredAssessments: Sendable {
    /// The instrument's name, such as `sdq`.
    public let instrument: String
    /// How many scales a row has; the instrument's scales in their declared order.
    public let scaleCount: Int

    /// Index of the case among the cases received.
    public var cases: [Int32] = []
    /// Index of the person among the persons received.
    public var persons: [Int32] = []
    /// Days since 1970-01-01.
    public var dates: [Int32] = []
    /// Days since 1970-01-01, or `AssessmentBatch.none`.
    public var birthDates: [Int32] = []
    /// Session number, or `AssessmentBatch.none`.
    public var sessions: [Int32] = []
    /// The line on which the record starts.
    public var lines: [Int32] = []
    /// Index of the file among the files received.
    public var files: [Int16] = []
    /// Index among the instrument's informants, or `AssessmentBatch.noCode`.
    public var informants: [UInt8] = []
    /// Index among the instrument's editions.
    public var editions: [UInt8] = []
    /// Index among the edition's forms (an age version, an interval), or `noCode` when the
    /// instrument has none.
    public var forms: [UInt8] = []
    /// Hash of the typed content.
    public var contentHashes: [UInt64] = []
    /// Score numerators, row by row.
    public var numerators: [Int32] = []
    /// Score denominators, row by row; 0 where there is no score.
    public var denominators: [UInt16] = []

    /// Makes an empty table.
    public init(instrument: String, scaleCount: Int) {
        self.instrument = instrument
        self.scaleCount = scaleCount
    }

    /// How many assessments there are.
    public var count: Int { cases.count }

    /// The score of a scale in a row, or nothing.
    public func score(row: Int, scale: Int) -> Ratio? {
        let at = row * scaleCount + scale
        let denominator = denominators[at]
        return denominator == 0
            ? nil : Ratio(Int64(numerators[at]), over: Int64(denominator))
    }
}

extension ScoredAssessments {
    /// Gives each person the number at its old one's place.
    public mutating func number(persons indices: [Int32]) {
        for row in persons.indices where persons[row] >= 0 {
            persons[row] = indices[Int(persons[row])]
        }
    }

    /// Makes room for so many rows in an empty table, so that columns need not move as they grow.
    public mutating func reserveCapacity(_ rows: Int) {
        cases.reserveLargePages(for: rows)
        persons.reserveLargePages(for: rows)
        dates.reserveLargePages(for: rows)
        birthDates.reserveLargePages(for: rows)
        sessions.reserveLargePages(for: rows)
        lines.reserveLargePages(for: rows)
        files.reserveLargePages(for: rows)
        informants.reserveLargePages(for: rows)
        editions.reserveLargePages(for: rows)
        forms.reserveLargePages(for: rows)
        contentHashes.reserveLargePages(for: rows)
        numerators.reserveLargePages(for: rows * scaleCount)
        denominators.reserveLargePages(for: rows * scaleCount)
    }

    /// Adds the rows of another table of the same run.
    public mutating func append(_ other: consuming ScoredAssessments) {
        precondition(
            other.scaleCount == scaleCount,
            "\(other.scaleCount) scales a row beside \(scaleCount)")
        if count == 0 {
            self = other
            return
        }
        cases += other.cases
        persons += other.persons
        dates += other.dates
        birthDates += other.birthDates
        sessions += other.sessions
        lines += other.lines
        files += other.files
        informants += other.informants
        editions += other.editions
        forms += other.forms
        contentHashes += other.contentHashes
        numerators += other.numerators
        denominators += other.denominators
    }

    /// Puts what is known of a row of another table in the place of what was known of one here: the
    /// birth date, and all that follows from it.
    public mutating func replace(_ row: Int, by other: ScoredAssessments, _ otherRow: Int) {
        birthDates[row] = other.birthDates[otherRow]
        informants[row] = other.informants[otherRow]
        editions[row] = other.editions[otherRow]
        forms[row] = other.forms[otherRow]
        for scale in 0..<scaleCount {
            let (at, from) = (row * scaleCount + scale, otherRow * scaleCount + scale)
            numerators[at] = other.numerators[from]
            denominators[at] = other.denominators[from]
        }
    }

    /// Lets go of where rows stood and of their hashes, once what stands twice is settled.
    public mutating func forgetPlaces() {
        lines = []
        files = []
        contentHashes = []
    }

    /// The table with only the rows for which `kept` is true.
    public func keeping(_ kept: [Bool]) -> ScoredAssessments {
        precondition(kept.count == count, "\(kept.count) verdicts on \(count) rows")
        let rows = kept.indices.filter { kept[$0] }
        var table = ScoredAssessments(instrument: instrument, scaleCount: scaleCount)
        table.cases = rows.map { cases[$0] }
        table.persons = rows.map { persons[$0] }
        table.dates = rows.map { dates[$0] }
        table.birthDates = rows.map { birthDates[$0] }
        table.sessions = rows.map { sessions[$0] }
        table.lines = rows.map { lines[$0] }
        table.files = rows.map { files[$0] }
        table.informants = rows.map { informants[$0] }
        table.editions = rows.map { editions[$0] }
        table.forms = rows.map { forms[$0] }
        table.contentHashes = rows.map { contentHashes[$0] }
        table.numerators = scores(rows, numerators)
        table.denominators = scores(rows, denominators)
        return table
    }

    private func scores<Number>(_ rows: [Int], _ numbers: [Number]) -> [Number] {
        var kept: [Number] = []
        kept.reserveCapacity(rows.count * scaleCount)
        for row in rows { kept += numbers[(row * scaleCount)..<((row + 1) * scaleCount)] }
        return kept
    }
}
