import Basics
import Model

/// What is asked of each family about its programme's outcomes.
///
/// Lists beside one another instead of lists in lists: each list in a list would have its
/// references counted, by all workers at once, every time that a family is asked.
struct Evidence: Sendable {
    private(set) var outcomes: [OutcomeReading] = []
    private(set) var pieces: [PieceReading] = []
    /// The scales of all pieces.
    private(set) var scales: [EvidenceScale] = []
    /// The measures of all scales.
    private(set) var measures: [Int32] = []
    private(set) var bands: [BandRule] = []

    init(_ programme: Programme, _ catalogue: Catalogue) {
        for outcome in programme.outcomes {
            let measurable = outcome.evidence.filter { catalogue.canMeasure($0, in: programme) }
            let first = pieces.count
            for piece in measurable.isEmpty ? outcome.evidence : measurable {
                add(piece, of: programme, catalogue)
            }
            outcomes.append(
                OutcomeReading(
                    horizon: outcome.horizon, achievedWhen: outcome.achievedWhen,
                    pieces: first..<pieces.count))
        }
    }

    private mutating func add(
        _ piece: EvidencePiece, of programme: Programme, _ catalogue: Catalogue
    ) {
        switch piece {
        case .indicator(let evidence):
            let names = catalogue.input.indicators.indicatorNames
            let index = names.firstIndex(of: evidence.indicator)
            pieces.append(.indicator(Int32(index ?? -1), evidence.rule))
        case .scale(let evidence):
            let first = scales.count
            for scale in catalogue.scales(of: evidence, in: programme) {
                add(scale, evidence, catalogue)
            }
            pieces.append(
                .scale(ScalePiece(scales: first..<scales.count, persons: evidence.persons)))
        }
    }

    private mutating func add(
        _ scale: ScaleReading, _ evidence: ScaleEvidence, _ catalogue: Catalogue
    ) {
        let first = measures.count
        measures += scale.measures.filter {
            $0 >= 0
                && (evidence.informants.isEmpty
                    || evidence.informants.contains(catalogue.measures[Int($0)].informant))
        }
        scales.append(
            EvidenceScale(
                measures: first..<measures.count, rule: rule(evidence.rule, scale, catalogue)))
    }

    private mutating func rule(
        _ rule: ScaleRule, _ scale: ScaleReading, _ catalogue: Catalogue
    ) -> PieceRule {
        switch rule {
        case .reliableImprovement: return .reliableImprovement
        case .atLeastSteps(let steps): return .atLeastSteps(steps)
        case .betterThanCutOff: return .betterThanCutOff
        case .notWorse: return .notWorse
        case .inBand(let set, let names):
            guard let found = catalogue.bands(set, of: scale) else { return .unknown }
            bands.append(BandRule(found, names))
            return .inBand(bands.count - 1)
        }
    }
}

/// What is asked about an outcome.
struct OutcomeReading: Sendable {
    let horizon: Horizon
    let achievedWhen: AchievedWhen
    /// Which of the pieces.
    let pieces: Range<Int>
}

/// One piece of evidence by index.
enum PieceReading: Sendable {
    case scale(ScalePiece)
    /// Index among the indicators' names, or -1 where no row has it.
    case indicator(Int32, IndicatorRule)
}

/// A piece of evidence on scales.
struct ScalePiece: Sendable {
    /// Which of the scales.
    let scales: Range<Int>
    /// Whose series count.
    let persons: FamilyRole?
}

/// A scale of a piece of evidence.
struct EvidenceScale: Sendable {
    /// Which of the measures.
    let measures: Range<Int>
    let rule: PieceRule
}

/// A scale's rule by index.
enum PieceRule: Sendable {
    case reliableImprovement
    case atLeastSteps(Ratio)
    /// Index among the bands.
    case inBand(Int)
    case betterThanCutOff
    case notWorse
    /// The definition names a set of bands that the scale has not.
    case unknown
}

/// Some bands of a scale, looked up.
struct BandRule: Sendable {
    /// Where the lower bounds stand in `bounds`.
    let ranges: Lookup<Range<Int>>
    let bounds: [Ratio]
    /// Those that meet the rule.
    let bands: Set<Int>

    init(_ set: BandSet, _ names: [String]) {
        var bounds: [Ratio] = []
        ranges = Lookup(set.bounds) { own in
            bounds += own
            return bounds.count - own.count..<bounds.count
        }
        self.bounds = bounds
        bands = Set(set.bands.indices.filter { names.contains(set.bands[$0].name) })
    }
}

extension Catalogue {
    /// Whether the pipeline has an instrument for a piece. One without is no evidence of this run:
    /// beside others it could only keep an outcome from ever being missed.
    fileprivate func canMeasure(_ piece: EvidencePiece, in programme: Programme) -> Bool {
        guard case .scale(let evidence) = piece else { return true }
        return !scales(of: evidence, in: programme).isEmpty
    }

    /// The scales of a piece of evidence that the run has.
    fileprivate func scales(
        of evidence: ScaleEvidence, in programme: Programme
    ) -> [ScaleReading] {
        evidence.scales.compactMap { scale(named: $0, in: programme) }
    }

    /// A scale's bands of a set, or its first where none is named.
    fileprivate func bands(_ set: String?, of scale: ScaleReading) -> BandSet? {
        let sets = input.instruments[scale.instrument].scales[scale.scale].bandSets
        return set == nil ? sets.first : sets.first { $0.name == set }
    }
}
