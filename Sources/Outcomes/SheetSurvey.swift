import Model

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
