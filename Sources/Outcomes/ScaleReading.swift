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
    let zones: Lookup<Range<Int>>
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
        zones = Lookup(scale.bandSets.first?.bounds ?? []) { own in
            bounds += own
            return bounds.count - own.count..<bounds.count
        }
        zoneBounds = bounds
        norms = Lookup(scale.norms) { $0 }
        self.measures = measures
        present = measures.enumerated().filter { $1 >= 0 }.map { ($0, $1) }
        self.unit = unit
    }

    func isGiven(by edition: UInt8) -> Bool { editions & (1 << UInt64(edition)) != 0 }
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
            // Products of two numbers of 64 bits: they cannot overflow.
            return numerator &* Int128(least.denominator)
                >= Int128(least.numerator) &* denominator && numerator > 0
        case .squareBeyond(let square):
            return numerator * numerator * Int128(square.denominator)
                > Int128(square.numerator) * denominator * denominator
        }
    }
}
