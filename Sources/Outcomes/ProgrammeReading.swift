import Basics
import Model

/// A programme made ready: its evidence by index instead of by name.
///
/// An object, since every family asks for its programme, and a copy would count a reference for
/// every list in it.
final class ProgrammeReading: Sendable {
    let programme: Programme
    let evidence: Evidence
    /// Whether both sides' scales are declared.
    let hasSides: Bool
    /// The measures of the parents' and the children's side.
    let parents: [Int32]
    let children: [Int32]
    /// The lines of the schedule.
    let lines: [LineReading]
    /// Who is to fill in the instruments of all lines.
    let owing: [Owing]
    /// The exit criteria.
    let exits: [ExitReading]

    init(_ programme: Programme, _ catalogue: Catalogue) {
        self.programme = programme
        evidence = Evidence(programme, catalogue)
        hasSides = programme.parentsAndChildren != nil
        func measures(_ side: ComparedSides.Side?) -> [Int32] {
            guard let side else { return [] }
            let scale = catalogue.scale(named: side.scale, in: programme)
            return catalogue.measures(of: scale, informant: side.informant)
        }
        parents = measures(programme.parentsAndChildren?.parents)
        children = measures(programme.parentsAndChildren?.children)
        var owing: [Owing] = []
        lines = programme.schedule.map { LineReading($0, catalogue.input.instruments, &owing) }
        self.owing = owing
        exits = programme.exitCriteria.map { ExitReading($0.test, catalogue) }
    }
}

/// A line of the schedule by index.
struct LineReading: Sendable {
    /// Index among the instruments, or -1.
    let instrument: Int
    /// Which of those who owe measurements.
    let informants: Range<Int>
    /// Whether one of them is somebody that a family may lack.
    let asksParents: Bool
    let rhythm: ScheduleLine.Rhythm

    init(_ line: ScheduleLine, _ instruments: [Instrument], _ owing: inout [Owing]) {
        rhythm = line.rhythm
        let instrument = instruments.firstIndex { $0.name == line.instrument } ?? -1
        let own =
            instrument < 0 ? [] : line.informants.map { Owing($0, instruments[instrument]) }
        self.instrument = instrument
        informants = owing.count..<owing.count + own.count
        asksParents = own.contains { !$0.parent.isEmpty }
        owing += own
    }
}

/// Somebody who is to fill in an instrument.
struct Owing: Sendable {
    /// As coded.
    let informant: UInt8
    let parent: Parents

    init(_ name: String, _ instrument: Instrument) {
        informant =
            instrument.informants.firstIndex(of: name).map { UInt8($0) }
            ?? AssessmentBatch.noCode
        parent = Parents(informant: name)
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
}
