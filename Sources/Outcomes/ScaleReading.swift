import Basics
import Model

/// A scale made ready for reading series: thresholds, cut-offs and bands by plain numbers.
final class ScaleReading: Sendable {
    let instrument: Int
    let scale: Int
    let name: String
    let better: Better
    let comparesAcrossForms: Bool
    /// One bit an edition that gives the scale.
    let editions: UInt64
    let change: Lookup<ChangeThreshold>
    let cutOffs: Lookup<CutOff>
    /// Where the zones' lower bounds stand in `zoneBounds`.
    let zones: Lookup<Range<Int>>?
    let zoneBounds: [Ratio]
    let norms: Lookup<Norm>
    /// Index among the measures by informant; -1 where no row has the informant.
    let measures: [Int32]
    /// The informants that have rows, ascending, each with its measure.
    let present: [(informant: Int, measure: Int32)]
    /// Sums are of whole numbers of 1 / `unit` points.
    let unit: Int64

    init(_ scale: Scale, at index: Int, instrument: Int, measures: [Int32], unit: Int64) {
        self.instrument = instrument
        self.scale = index
        name = scale.name
        better = scale.better
        comparesAcrossForms = scale.comparesAcrossForms
        editions = scale.editions.reduce(0) { $0 | 1 << UInt64($1) }
        change = Lookup(scale.change) { ChangeThreshold($0) }
        cutOffs = Lookup(scale.cutOffs) { $0 }
        var bounds: [Ratio] = []
        zones = scale.bandSets.first.map { set in
            Lookup(set.bounds) { own in
                bounds += own
                return bounds.count - own.count..<bounds.count
            }
        }
        zoneBounds = bounds
        norms = Lookup(scale.norms) { $0 }
        self.measures = measures
        present = measures.enumerated().filter { $1 >= 0 }.map { ($0, $1) }
        self.unit = unit
    }

    func isGiven(by edition: UInt8) -> Bool { editions & (1 << UInt64(edition)) != 0 }
}

/// Values by informant, form and age: the first that applies counts.
struct Lookup<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        let informant: Int?
        let form: Int?
        let ages: AgeRange?
        let value: Value
    }

    let entries: [Entry]

    /// Makes a lookup; entries for one sex are left out, since no export tells the sex.
    init<Declared>(_ keyed: [Keyed<Declared>], _ transform: (Declared) -> Value) {
        entries = keyed.filter { $0.key.sex == nil }.map {
            Entry(
                informant: $0.key.informant, form: $0.key.form, ages: $0.key.ages,
                value: transform($0.sourced.value))
        }
    }

    /// The value for a row of a sheet.
    func value(for row: Int, in sheet: Sheet) -> Value? {
        // By index: an entry taken out would be a copy, with references counted.
        for at in entries.indices where applies(entries[at], row, sheet) {
            return entries[at].value
        }
        return nil
    }

    private func applies(_ entry: Entry, _ row: Int, _ sheet: Sheet) -> Bool {
        if let informant = entry.informant, informant != Int(sheet.informants[row]) {
            return false
        }
        if let form = entry.form, form != Int(sheet.forms[row]) { return false }
        guard let ages = entry.ages else { return true }
        let birth = sheet.birthDates[row]
        guard birth != AssessmentBatch.none else { return false }
        return ages.contains(
            birth: CalendarDate(days: birth), on: CalendarDate(days: sheet.dates[row]))
    }
}

/// How far a score must move to count as changed, compared exactly.
struct ChangeThreshold: Sendable {
    let judgement: Judgement
    private let bound: Bound

    private enum Bound: Sendable {
        /// |improvement| ≥ this.
        case atLeast(Ratio)
        /// |improvement|² > this.
        case squareBeyond(Ratio)
    }

    /// Jacobson & Truax (1991): |improvement| / S_diff > 1.96 with S_diff = √2 · SD · √(1 − r),
    /// squared on both sides so that it is decided in whole numbers.
    init(_ rule: ChangeRule) {
        switch rule {
        case .points(let points): (judgement, bound) = (.reliable, .atLeast(points))
        case .steps(let steps): (judgement, bound) = (.moved, .atLeast(steps))
        case .minimalImportantDifference(let points):
            (judgement, bound) = (.minimalImportantDifference, .atLeast(points))
        case .jacobsonTruax(let sd, let reliability, _):
            let criterion = Ratio(196, over: 100)
            let square = criterion * criterion * sd * sd * 2 * (1 - reliability)
            (judgement, bound) = (.reliable, .squareBeyond(square))
        }
    }

    /// How an improvement is judged.
    func judge(_ improvement: Fraction) -> ChangeClass {
        guard isReached(by: improvement) else { return .noChange }
        return improvement.numerator > 0 ? .improved : .deteriorated
    }

    private func isReached(by improvement: Fraction) -> Bool {
        let numerator = Int128(improvement.numerator.magnitude)
        let denominator = Int128(improvement.denominator)
        switch bound {
        case .atLeast(let least):
            return numerator * Int128(least.denominator)
                >= Int128(least.numerator) * denominator && numerator > 0
        case .squareBeyond(let square):
            return numerator * numerator * Int128(square.denominator)
                > Int128(square.numerator) * denominator * denominator
        }
    }
}

/// A difference of two scores, exact and not in lowest terms; the denominator is positive.
struct Fraction {
    var numerator: Int64
    var denominator: Int64

    var value: Double { Double(numerator) / Double(denominator) }

    /// Whether the fraction is at least a ratio.
    func isAtLeast(_ ratio: Ratio) -> Bool {
        Int128(numerator) * Int128(ratio.denominator)
            >= Int128(ratio.numerator) * Int128(denominator)
    }
}
