import Basics
import Model

/// A programme made ready: its evidence by index instead of by name.
///
/// An object, since every family asks for its programme, and a copy would count a reference for
/// every list in it.
final class ProgrammeReading: Sendable {
    let programme: Programme
    let outcomes: [OutcomeReading]
    /// The measures of the parents' and the children's side; nothing where none is declared.
    let sides: (parents: [Int32], children: [Int32])?
    /// The lines of the schedule.
    let lines: [LineReading]
    /// The exit criteria.
    let exits: [ExitReading]

    init(_ programme: Programme, _ catalogue: Catalogue) {
        self.programme = programme
        outcomes = programme.outcomes.map { outcome in
            let pieces = outcome.evidence.map { catalogue.piece($0, in: programme) }
            let measurable = pieces.filter(\.isMeasurable)
            return OutcomeReading(
                horizon: outcome.horizon, achievedWhen: outcome.achievedWhen,
                pieces: measurable.isEmpty ? pieces : measurable)
        }
        sides = programme.parentsAndChildren.map { sides in
            func measures(_ side: ComparedSides.Side) -> [Int32] {
                let scale = catalogue.scale(named: side.scale, in: programme)
                return catalogue.measures(of: scale, informant: side.informant)
            }
            return (measures(sides.parents), measures(sides.children))
        }
        lines = programme.schedule.map { LineReading($0, catalogue.input.instruments) }
        exits = programme.exitCriteria.map { ExitReading($0.test, catalogue) }
    }
}

/// What is asked of each family about an outcome.
struct OutcomeReading: Sendable {
    let horizon: Horizon
    let achievedWhen: AchievedWhen
    let pieces: [PieceReading]
}

/// One piece of evidence by index.
enum PieceReading: Sendable {
    case scale(ScalePiece)
    /// Index among the indicators' names, or -1 where no row has it.
    case indicator(Int32, IndicatorRule)

    /// Whether the pipeline has an instrument for it. A piece without one is no evidence of this
    /// run: beside others it could only keep an outcome from ever being missed.
    var isMeasurable: Bool {
        if case .scale(let piece) = self { piece.isDeclared } else { true }
    }
}

/// A piece of evidence on scales.
struct ScalePiece: Sendable {
    /// The measures of each scale and the rule with that scale's bands.
    var scales: [(measures: [Int32], rule: PieceRule)] = []
    /// Whose series count.
    var persons: FamilyRole?
    /// Whether an instrument of the pipeline gives one of the scales.
    var isDeclared = false
}

/// A scale's rule with its bands looked up.
enum PieceRule: Sendable {
    case reliableImprovement
    case atLeastSteps(Ratio)
    case inBand(bounds: Lookup<[Ratio]>, bands: Set<Int>)
    case betterThanCutOff
    case notWorse
    /// The definition names a set of bands that the scale has not.
    case unknown
}

/// A line of the schedule by index.
struct LineReading: Sendable {
    /// Index among the instruments, or -1.
    let instrument: Int
    let informants: [UInt8]
    /// The informants as coded.
    let names: [String]
    let rhythm: ScheduleLine.Rhythm

    init(_ line: ScheduleLine, _ instruments: [Instrument]) {
        names = line.informants
        rhythm = line.rhythm
        guard let index = instruments.firstIndex(where: { $0.name == line.instrument }) else {
            (instrument, informants) = (-1, [])
            return
        }
        instrument = index
        informants = line.informants.map { name in
            instruments[index].informants.firstIndex(of: name).map { UInt8($0) }
                ?? AssessmentBatch.noCode
        }
    }
}

/// How an exit criterion is found met, by index.
enum ExitReading: Sendable {
    case goalsReached
    /// Index among the indicators' names, or -1 where no row has it.
    case indicator(Int32, IndicatorRule)
    /// Which of the scales made ready are named.
    case functionalOn([Bool])

    init(_ test: ExitCriterion.Test, _ catalogue: Catalogue) {
        switch test {
        case .goalsReached: self = .goalsReached
        case .indicator(let evidence):
            let names = catalogue.input.indicators.indicatorNames
            self = .indicator(
                Int32(names.firstIndex(of: evidence.indicator) ?? -1), evidence.rule)
        case .functionalOn(let names):
            self = .functionalOn(catalogue.scales.map { names.contains($0.name) })
        }
    }
}

/// Where names of scales and indicators are looked up.
struct Catalogue {
    let scales: [ScaleReading]
    let measures: [Measure]
    let input: OutcomeInput

    /// The scale of a name; `wheel.<axis>` may name one of the programme's own axes.
    func scale(named name: String, in programme: Programme) -> ScaleReading? {
        if let found = scales.first(where: { $0.name == name }) { return found }
        guard let axis = programme.wheelAxes.firstIndex(where: { "wheel.\($0.name)" == name })
        else { return nil }
        return scales.first { $0.name == "wheel.w\(axis + 1)" }
    }

    func measures(of scale: ScaleReading?, informant: String?) -> [Int32] {
        guard let scale else { return [] }
        return scale.measures.filter {
            $0 >= 0 && (informant == nil || measures[Int($0)].informant == informant)
        }
    }

    func piece(_ piece: EvidencePiece, in programme: Programme) -> PieceReading {
        switch piece {
        case .indicator(let evidence):
            let index = input.indicators.indicatorNames.firstIndex(of: evidence.indicator)
            return .indicator(Int32(index ?? -1), evidence.rule)
        case .scale(let evidence): return .scale(scalePiece(evidence, in: programme))
        }
    }

    private func scalePiece(_ evidence: ScaleEvidence, in programme: Programme) -> ScalePiece {
        var piece = ScalePiece(persons: evidence.persons)
        for name in evidence.scales {
            guard let scale = scale(named: name, in: programme) else { continue }
            let measures = scale.measures.filter {
                $0 >= 0
                    && (evidence.informants.isEmpty
                        || evidence.informants.contains(self.measures[Int($0)].informant))
            }
            piece.scales.append((measures, rule(evidence.rule, scale)))
            piece.isDeclared = true
        }
        return piece
    }

    private func rule(_ rule: ScaleRule, _ scale: ScaleReading?) -> PieceRule {
        switch rule {
        case .reliableImprovement: return .reliableImprovement
        case .atLeastSteps(let steps): return .atLeastSteps(steps)
        case .betterThanCutOff: return .betterThanCutOff
        case .notWorse: return .notWorse
        case .inBand(let set, let names): return bands(set, names, scale)
        }
    }

    private func bands(_ set: String?, _ names: [String], _ scale: ScaleReading?) -> PieceRule {
        guard let scale else { return .unknown }
        let sets = input.instruments[scale.instrument].scales[scale.scale].bandSets
        guard let found = set == nil ? sets.first : sets.first(where: { $0.name == set }) else {
            return .unknown
        }
        let indices = found.bands.indices.filter { names.contains(found.bands[$0].name) }
        return .inBand(bounds: Lookup(found.bounds) { $0 }, bands: Set(indices))
    }
}
