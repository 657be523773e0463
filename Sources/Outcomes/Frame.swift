import Basics
import Model

/// Everything made ready once, that the reading of every case shares.
struct Frame: Sendable {
    let input: OutcomeInput
    let sheets: [Sheet]
    /// The scales of all instruments, in declared order.
    let scales: [ScaleReading]
    /// Which of `scales` belong to each instrument.
    let scalesOfInstrument: [Range<Int>]
    let measures: [Measure]
    let gathering: Gathering
    let grouping: Grouping
    let indicators: IndicatorRows
    let programmes: [ProgrammeReading]
    /// The definition of each of the cases' programmes, or -1; by index of programme name.
    let definitions: [Int]
    /// Who is the same person in several cases.
    let identities: Identities

    init(_ input: OutcomeInput) {
        self.input = input
        let sheets = input.scored.map(Sheet.init)
        var (scales, ranges) = Frame.scales(of: input.instruments)
        measures = Frame.number(&scales, input.instruments, sheets)
        self.sheets = sheets
        self.scales = scales
        scalesOfInstrument = ranges
        gathering = Gathering(input, sheets)
        grouping = Grouping(input.cases, asOf: input.asOf.days)
        indicators = IndicatorRows(input)
        let catalogue = Catalogue(scales: scales, measures: measures, input: input)
        programmes = input.programmes.map { ProgrammeReading($0, catalogue) }
        definitions = input.cases.programmeNames.map { name in
            input.programmes.firstIndex { $0.name == name } ?? -1
        }
        identities = Identities(input.persons, input.cases)
    }

    private static func scales(
        of instruments: [Instrument]
    ) -> ([ScaleReading], [Range<Int>]) {
        var scales: [ScaleReading] = []
        var ranges: [Range<Int>] = []
        for (index, instrument) in instruments.enumerated() {
            let from = scales.count
            for (at, scale) in instrument.scales.enumerated() {
                scales.append(ScaleReading(scale, at: at, instrument: index))
            }
            ranges.append(from..<scales.count)
        }
        return (scales, ranges)
    }

    /// Numbers the measures: every scale by every informant that has rows, in declared order.
    private static func number(
        _ scales: inout [ScaleReading], _ instruments: [Instrument], _ sheets: [Sheet]
    ) -> [Measure] {
        var measures: [Measure] = []
        let present = sheets.map(\.informantsPresent)
        for index in scales.indices {
            let instrument = scales[index].instrument
            scales[index].unit = sheets[instrument].unit(of: scales[index].scale)
            scales[index].measures = Array(repeating: -1, count: 256)
            for code in present[instrument] {
                scales[index].measures[Int(code)] = Int32(measures.count)
                measures.append(measure(scales[index], code, instruments[instrument]))
            }
        }
        return measures
    }

    private static func measure(
        _ scale: ScaleReading, _ code: UInt8, _ instrument: Instrument
    ) -> Measure {
        let names = instrument.informants
        let applies = scale.change.entries.first {
            $0.informant == nil || $0.informant == Int(code)
        }
        return Measure(
            instrument: scale.instrument, scale: scale.scale, scaleName: scale.name,
            informant: Int(code) < names.count ? names[Int(code)] : "-", better: scale.better,
            judgement: applies?.value.judgement ?? .none)
    }

    /// The definition of a case's programme, or nothing.
    func programme(of caseIndex: Int) -> ProgrammeReading? {
        let index = definitions[Int(input.cases.programmes[caseIndex])]
        return index < 0 ? nil : programmes[index]
    }

    /// A case's windows by its programme's timing.
    func windows(of caseIndex: Int) -> CaseWindows {
        let index = definitions[Int(input.cases.programmes[caseIndex])]
        let end = input.cases.ends[caseIndex]
        return CaseWindows(
            start: input.cases.starts[caseIndex], end: end == AssessmentBatch.none ? nil : end,
            timing: index < 0 ? .standard : programmes[index].programme.timing,
            asOf: input.asOf.days)
    }

    /// The strands of a case.
    func strands(of caseIndex: Int) -> Range<Int> {
        Int(gathering.strandStarts[caseIndex])..<Int(gathering.strandStarts[caseIndex + 1])
    }

    /// The rows of a strand, by date.
    func rows(of strand: Int) -> ArraySlice<Int32> {
        gathering.strands.rows[gathering.strands.range(strand)]
    }
}

extension Sheet {
    /// The informant codes that occur, ascending.
    var informantsPresent: [UInt8] {
        var seen = [Bool](repeating: false, count: 256)
        for code in informants { seen[Int(code)] = true }
        return (0..<256).filter { seen[$0] }.map { UInt8($0) }
    }
}
