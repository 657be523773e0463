import Basics
import CLinux
import Model

/// One instrument's scored rows, shared by all who read them.
final class Sheet: Sendable {
    let dates: [Int32]
    let birthDates: [Int32]
    let informants: [UInt8]
    let forms: [UInt8]
    let numerators: [Int32]
    let denominators: [UInt16]
    let scaleCount: Int

    init(_ table: ScoredAssessments) {
        dates = table.dates
        birthDates = table.birthDates
        informants = table.informants
        forms = table.forms
        numerators = table.numerators
        denominators = table.denominators
        scaleCount = table.scaleCount
    }

    func hasScore(_ row: Int, _ scale: Int) -> Bool {
        denominators[row * scaleCount + scale] != 0
    }

    /// Whether an entry of this sheet has a score on a scale.
    @inline(__always)
    func hasScore(_ entry: StrandEntry, _ scale: Int) -> Bool {
        scale < StrandEntry.scalesMarked
            ? entry.scored >> UInt32(scale) & 1 != 0 : hasScore(Int(entry.row), scale)
    }

    /// Who filled in which form in a row.
    func occasion(_ row: Int) -> Occasion {
        Occasion(
            row: row, informant: informants[row], form: forms[row],
            hasBirth: birthDates[row] != AssessmentBatch.none)
    }

    /// The score of a scale in a row that has one.
    @inline(__always)
    func score(_ row: Int, _ scale: Int) -> Fraction {
        let at = row * scaleCount + scale
        return Fraction(numerator: Int64(numerators[at]), denominator: Int64(denominators[at]))
    }

    /// The score as a whole number of 1 / `unit` points.
    func units(_ row: Int, _ scale: Int, _ unit: Int64) -> Int64 {
        score(row, scale).inUnits(unit)
    }

    /// What a scale's score has gained from one row to a later one; positive is better.
    func improvement(from baseline: Int, to followUp: Int, _ scale: ScaleReading) -> Fraction {
        scale.improvement(
            from: score(baseline, scale.scale), to: score(followUp, scale.scale))
    }

    /// Has a row's scores fetched, which will be read soon.
    @inline(__always)
    func fetchAhead(_ row: Int) {
        let first = row * scaleCount
        let last = first + scaleCount - 1
        numerators.withUnsafeBufferPointer {
            fetch_ahead($0.baseAddress! + first)
            fetch_ahead($0.baseAddress! + last)
        }
        denominators.withUnsafeBufferPointer {
            fetch_ahead($0.baseAddress! + first)
            fetch_ahead($0.baseAddress! + last)
        }
    }

    /// Has the date of birth in a row fetched.
    @inline(__always)
    func fetchBirth(_ row: Int) {
        birthDates.withUnsafeBufferPointer { fetch_ahead($0.baseAddress! + row) }
    }
}
