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

/// What must be known of all of a sheet's rows before any is read.
struct SheetSurvey {
    private let scaleCount: Int
    private var informants: [Bool]
    /// The denominators that occur on each scale, and each scale's newest.
    private var denominators: [Set<UInt16>]
    private var newest: [UInt16]

    init(_ sheet: Sheet) {
        scaleCount = sheet.scaleCount
        informants = Array(repeating: false, count: 256)
        denominators = Array(repeating: [], count: sheet.scaleCount)
        newest = Array(repeating: 0, count: sheet.scaleCount)
    }

    /// Looks at all rows, and hands out each with the scales that it has a score on, one bit each,
    /// for as many as have a bit.
    @inline(__always)
    mutating func add(_ sheet: Sheet, _ body: (Int, UInt32) -> Void) {
        sheet.denominators.withUnsafeBufferPointer { columns in
            for row in sheet.informants.indices {
                informants[Int(sheet.informants[row])] = true
                body(row, add(columns, from: row * scaleCount))
            }
        }
    }

    @inline(__always)
    private mutating func add(_ columns: UnsafeBufferPointer<UInt16>, from first: Int) -> UInt32 {
        newest.withUnsafeMutableBufferPointer { newest in
            var scored: UInt32 = 0
            for scale in 0..<scaleCount {
                let denominator = columns[first + scale]
                if denominator == 0 { continue }
                scored |= 1 << UInt32(scale)
                if denominator != newest[scale] {
                    newest[scale] = denominator
                    denominators[scale].insert(denominator)
                }
            }
            return scored & StrandEntry.allScales
        }
    }

    /// The informant codes that occur, ascending.
    var informantsPresent: [UInt8] {
        (0..<256).filter { informants[$0] }.map { UInt8($0) }
    }

    /// A common unit for each scale's scores: the least common multiple of the denominators that
    /// occur, or 2³⁶ where that would be too fine to add up.
    var units: [Int64] { denominators.map(SheetSurvey.unit) }

    private static func unit(of denominators: Set<UInt16>) -> Int64 {
        var unit: Int64 = 1
        for denominator in denominators.sorted() {
            unit = leastCommonMultiple(unit, Int64(denominator))
            if unit > 1 << 20 { return 1 << 36 }
        }
        return unit
    }
}

private func leastCommonMultiple(_ a: Int64, _ b: Int64) -> Int64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return a / x * b
}
