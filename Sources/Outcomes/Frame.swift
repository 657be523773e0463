import Basics
import CLinux
import Model

/// Everything made ready once, that the reading of every case shares.
///
/// Nothing of it changes while workers read; that it may be let go of afterwards is why it has
/// variables at all, and why access to them need not be checked.
final class Frame: @unchecked Sendable {
    /// All but the scored assessments, which the sheets have.
    let input: OutcomeInput
    @exclusivity(unchecked) private(set) var sheets: [Sheet]
    /// The scales of all instruments, in declared order.
    let scales: [ScaleReading]
    /// The same without counted references, and the sheet of each.
    private let lent: UnsafeMutableBufferPointer<Lent>
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
    /// Every case's windows.
    private let windows: [CaseWindows]
    /// Which parent each informant is, by instrument and code.
    private let parents: [[Parents]]

    private typealias Lent = (scale: Unmanaged<ScaleReading>, sheet: Unmanaged<Sheet>)

    init(_ input: OutcomeInput, workers: Int = 1) {
        var rest = input
        rest.scored = []
        self.input = rest
        let definitions = input.cases.programmeNames.map { name in
            input.programmes.firstIndex { $0.name == name } ?? -1
        }
        self.definitions = definitions
        let sheets = input.scored.map(Sheet.init)
        let grouping = Later<Grouping>()
        let identities = Later<Identities>()
        let windows = Later<[CaseWindows]>()
        let indicators = Later<IndicatorRows>()
        gathering = Gathering(
            input, sheets,
            beside: [
                { identities.set(Identities(input.persons, input.cases)) },
                {
                    grouping.set(
                        Grouping(
                            input.cases, asOf: input.asOf.days, mostTeams: input.mostTeams))
                },
                { windows.set(CaseWindows.all(input, definitions)) },
                { indicators.set(IndicatorRows(input)) },
            ], workers: workers)
        var measures: [Measure] = []
        (scales, scalesOfInstrument) = Frame.scales(
            of: input.instruments, gathering.surveys, &measures)
        lent = .allocate(capacity: scales.count)
        _ = lent.initialize(
            from: scales.map { (.passUnretained($0), .passUnretained(sheets[$0.instrument])) })
        self.sheets = sheets
        self.measures = measures
        self.grouping = grouping.take()
        self.identities = identities.take()
        self.windows = windows.take()
        self.indicators = indicators.take()
        let catalogue = Catalogue(scales: scales, measures: measures, input: input)
        programmes = input.programmes.map { ProgrammeReading($0, catalogue) }
        parents = input.instruments.map { $0.informants.map { Parents(informant: $0) } }
    }

    deinit { lent.deallocate() }

    /// Lets go of the assessments, now that every case is read: conclusions take as much room.
    func forgetAssessments() {
        sheets = []
        gathering.strands.forgetEntries()
    }

    /// Makes the scales ready and numbers the measures: every scale by every informant that has
    /// rows, in declared order.
    private static func scales(
        of instruments: [Instrument], _ surveys: [SheetSurvey], _ measures: inout [Measure]
    ) -> ([ScaleReading], [Range<Int>]) {
        var scales: [ScaleReading] = []
        var ranges: [Range<Int>] = []
        for (index, instrument) in instruments.enumerated() {
            let from = scales.count
            let present = surveys[index].informantsPresent
            let units = surveys[index].units
            for (at, declared) in instrument.scales.enumerated() {
                var numbers = [Int32](repeating: -1, count: 256)
                for (offset, code) in present.enumerated() {
                    numbers[Int(code)] = Int32(measures.count + offset)
                }
                let scale = ScaleReading(
                    declared, at: at, instrument: index, measures: numbers,
                    unit: units[at])
                measures += present.map { measure(scale, $0, instrument) }
                scales.append(scale)
            }
            ranges.append(from..<scales.count)
        }
        return (scales, ranges)
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

    /// Lends a scale and its sheet for the length of a call.
    ///
    /// Workers that count references to the same object wait for one another, which costs more
    /// than a series' reading. The frame keeps both as long as anybody reads.
    @inline(__always)
    func lending<Result>(_ scale: Int, _ body: (ScaleReading, Sheet) -> Result) -> Result {
        lent[scale].scale._withUnsafeGuaranteedRef { scale_ in
            lent[scale].sheet._withUnsafeGuaranteedRef { body(scale_, $0) }
        }
    }

    /// The definition of a case's programme, or nothing.
    func programme(of caseIndex: Int) -> ProgrammeReading? {
        let index = definitions[Int(input.cases.programmes[caseIndex])]
        return index < 0 ? nil : programmes[index]
    }

    /// A case's windows by its programme's timing.
    func windows(of caseIndex: Int) -> CaseWindows { windows[caseIndex] }

    /// Which parent an informant of an instrument is, if one.
    func parent(_ instrument: Int, _ informant: UInt8) -> Parents {
        let known = parents[instrument]
        return Int(informant) < known.count ? known[Int(informant)] : []
    }

    /// The strands of a case.
    func strands(of caseIndex: Int) -> Range<Int> {
        gathering.strands.strands(of: caseIndex)
    }

    /// Has what will be read of the next cases in the order of the groups fetched: they stand
    /// anywhere in large tables, and each step tells where the next one leads.
    func fetchAhead(after at: Int) {
        let order = grouping.order
        if at + 3 < order.count {
            let caseIndex = Int(order[at + 3])
            windows.withUnsafeBufferPointer { fetch_ahead($0.baseAddress! + caseIndex) }
            gathering.strands.fetchStarts(of: caseIndex)
        }
        if at + 2 < order.count { gathering.strands.fetchStrands(of: Int(order[at + 2])) }
        if at + 1 < order.count { gathering.strands.fetchEntries(of: Int(order[at + 1])) }
    }

    /// The rows of a strand, by date.
    func rows(of strand: Int) -> StrandRows { gathering.strands.rows(of: strand) }
}
