import Basics
import Model

/// Reads cases one after another and adds them up by team, municipality and programme.
///
/// Municipalities are read in the order of the groups. What is added up is whole numbers, so that
/// the order of cases and rows changes no sum.
struct CaseReader: Sendable {
    let frame: Frame
    let calendar: Months
    let pairs: [RaterPair]
    let outgrown: [OutgrownScale]
    /// The measures of each: most families lack one, and need look no further.
    private let pairMeasures: [(Int32, Int32)]
    private let outgrownMeasures: [(Int32, Int32)]
    let addedValue: AddedValueReading?
    /// The programmes read, each with its sum and its parts' figures in the order of the groups.
    private(set) var programmes: [ProgrammePart] = []
    private(set) var families = Families()

    /// The family read last, whose room the next one takes.
    private var family: FamilyReading?
    private var scratch: [FamilyTally]
    private var touched: [Int] = []

    init(_ frame: Frame, calendar: Months, pairs: [RaterPair], addedValue: AddedValueReading?) {
        self.frame = frame
        self.calendar = calendar
        self.pairs = pairs
        outgrown = OutgrownScale.all(frame)
        pairMeasures = pairs.map { ($0.first, $0.second) }
        outgrownMeasures = outgrown.map { ($0.earlierMeasure, $0.laterMeasure) }
        self.addedValue = addedValue
        scratch = Array(repeating: FamilyTally(), count: frame.measures.count * 3)
    }

    /// What a reader has read of one programme; another reader may hold the rest.
    struct ProgrammePart: Sendable {
        let group: Int
        var sum: GroupTally
        /// In the order of the groups; held in pieces, so that joining readers copies nothing.
        var figures: [Figures] = []
    }

    /// Reads the leaves of one municipality in one programme.
    mutating func read(municipality leaves: ArraySlice<Grouping.Leaf>) {
        guard let first = leaves.first else { return }
        let sample = Int(frame.grouping.order[first.cases.lowerBound])
        let programme = frame.programme(of: sample)
        if programmes.last?.group != first.programme {
            programmes.append(ProgrammePart(group: first.programme, sum: tally(programme)))
        }
        var sum = tally(programme)
        var figures = Figures()
        var parts = Figures()
        for leaf in leaves {
            guard let group = leaf.team else {
                add(leaf, to: &sum, programme)
                continue
            }
            var team = tally(programme)
            add(leaf, to: &team, programme)
            parts.add(team, group: group, self, programme)
            sum.merge(team)
        }
        let last = programmes.count - 1
        programmes[last].sum.merge(sum)
        // As much room as is needed: a nation's figures would leave a third of it empty.
        figures.changes.reserveCapacity(
            sum.cells.count { !$0.isEmpty } + parts.changes.count)
        figures.add(sum, group: first.municipality, self, programme)
        figures.merge(parts)
        programmes[last].figures.append(figures)
    }

    /// Hands the programmes over; nothing is kept of them.
    mutating func takeProgrammes() -> [ProgrammePart] {
        defer { programmes = [] }
        return programmes
    }

    /// Adds a part that another reader holds.
    mutating func append(_ part: ProgrammePart) {
        guard let last = programmes.indices.last, programmes[last].group == part.group else {
            programmes.append(part)
            return
        }
        programmes[last].sum.merge(part.sum)
        programmes[last].figures += part.figures
    }

    /// Adds series and outcomes that another reader holds.
    mutating func append(_ other: Families) {
        families.append(other)
    }

    /// A tally of nothing for a group of one programme.
    func tally(_ programme: ProgrammeReading?) -> GroupTally {
        GroupTally(
            frame, calendar, pairs: pairs.count, outgrown: outgrown.count, programme: programme)
    }

    // MARK: One case

    private mutating func add(
        _ leaf: Grouping.Leaf, to tally: inout GroupTally, _ programme: ProgrammeReading?
    ) {
        for at in leaf.cases { add(Int(frame.grouping.order[at]), to: &tally, programme) }
    }

    private mutating func add(
        _ caseIndex: Int, to tally: inout GroupTally, _ programme: ProgrammeReading?
    ) {
        let family = read(caseIndex)
        defer { self.family = family }
        for series in family.series { add(series, to: &tally) }
        closeFamily(in: &tally)
        addedValue?.add(family, frame, to: &tally.addedValue)
        for (index, measures) in pairMeasures.enumerated()
        where family.has(measures.0) && family.has(measures.1) {
            pairs[index].add(family, frame, to: &tally.raters[index])
        }
        for (index, measures) in outgrownMeasures.enumerated()
        where family.has(measures.0) && family.has(measures.1) {
            outgrown[index].add(family, frame, to: &tally.formChanges[index])
        }
        if let programme { add(family, programme, to: &tally) }
        if frame.input.keepsFamilies, frame.input.keepsSeries { keep(family) }
    }

    private mutating func read(_ caseIndex: Int) -> FamilyReading {
        let windows = frame.windows(of: caseIndex)
        var family =
            self.family.take()
            ?? FamilyReading(
                caseIndex: caseIndex, windows: windows, measures: frame.measures.count)
        family.begin(caseIndex: caseIndex, windows: windows)
        for at in frame.strands(of: caseIndex) {
            let strand = frame.gathering.strands[at]
            let rows = frame.rows(of: at)
            for index in frame.scalesOfInstrument[Int(strand.instrument)] {
                let series = frame.lending(index) { scale, sheet -> SeriesReading? in
                    guard scale.isGiven(by: strand.edition),
                        let read = scale.read(rows, in: sheet, windows)
                    else { return nil }
                    return SeriesReading(
                        person: strand.person, measure: scale.measures[Int(strand.informant)],
                        strand: Int32(at), scale: Int32(index), baseline: read.baseline,
                        short: read.horizons.0, medium: read.horizons.1, long: read.horizons.2)
                }
                if let series { family.append(series) }
            }
        }
        return family
    }

    private mutating func add(_ series: SeriesReading, to tally: inout GroupTally) {
        let cell = Int(series.measure) * 3
        frame.lending(Int(series.scale)) { scale, sheet in
            add(series, series.short, cell, scale, sheet, to: &tally)
            add(series, series.medium, cell + 1, scale, sheet, to: &tally)
            add(series, series.long, cell + 2, scale, sheet, to: &tally)
        }
    }

    private mutating func add(
        _ series: SeriesReading, _ reading: HorizonReading, _ cell: Int, _ scale: ScaleReading,
        _ sheet: Sheet, to tally: inout GroupTally
    ) {
        tally.cells[cell].standings.count(reading.standing)
        switch reading.standing {
        case .measured: addMeasured(series, reading, cell, scale, sheet, to: &tally)
        case .missing:
            tally.cells[cell].lost.add(
                sheet.units(Int(series.baseline), scale.scale, scale.unit))
        case .ended, .notYetDue, .noBaseline: break
        }
    }

    private mutating func addMeasured(
        _ series: SeriesReading, _ reading: HorizonReading, _ cell: Int, _ scale: ScaleReading,
        _ sheet: Sheet, to tally: inout GroupTally
    ) {
        if scratch[cell].measured == 0 { touched.append(cell) }
        scratch[cell].measured += 1
        tally.cells[cell].zones.count(reading.zone)
        tally.cells[cell].clinical.count(reading.clinical)
        let identity = frame.identities.identity[Int(series.person)]
        if identity >= 0 { tally.cells[cell].courses.append(identity) }
        if reading.isSubtracted {
            addPair(series, reading, cell, scale, sheet, to: &tally.cells[cell])
        }
        addClass(reading, cell, sheet, to: &tally)
    }

    private mutating func addPair(
        _ series: SeriesReading, _ reading: HorizonReading, _ cell: Int, _ scale: ScaleReading,
        _ sheet: Sheet, to tally: inout ChangeTally
    ) {
        let first = sheet.units(Int(series.baseline), scale.scale, scale.unit)
        let last = sheet.units(Int(reading.followUp), scale.scale, scale.unit)
        let improvement = scale.better == .lower ? first - last : last - first
        tally.pairs += 1
        tally.baseline.add(first)
        tally.followUp.add(last)
        tally.improvement.add(improvement)
        scratch[cell].pairs += 1
        scratch[cell].total += improvement
    }

    private mutating func addClass(
        _ reading: HorizonReading, _ cell: Int, _ sheet: Sheet, to tally: inout GroupTally
    ) {
        tally.cells[cell].classes.count(reading.change)
        switch reading.change {
        case .improved: scratch[cell].improved += 1
        case .noChange: scratch[cell].unchanged += 1
        case .deteriorated: scratch[cell].deteriorated += 1
        case .none: return
        }
        guard let month = calendar.index(of: sheet.dates[Int(reading.followUp)]) else { return }
        tally.followUps[month].total += 1
        if reading.change == .improved { tally.followUps[month].hits += 1 }
    }

    private mutating func closeFamily(in tally: inout GroupTally) {
        for cell in touched {
            tally.cells[cell].close(scratch[cell])
            scratch[cell] = FamilyTally()
        }
        touched.removeAll(keepingCapacity: true)
    }

    // MARK: Change theory

    private mutating func add(
        _ family: FamilyReading, _ programme: ProgrammeReading, to tally: inout GroupTally
    ) {
        let reader = EvidenceReader(frame: frame, family: family)
        for index in programme.outcomes.indices {
            let status = reader.status(of: programme.outcomes[index])
            tally.outcomes[index].count(status)
            guard frame.input.keepsFamilies, frame.input.keepsSeries else { continue }
            families.outcomes.append(
                FamilyOutcome(
                    caseIndex: Int32(family.caseIndex), outcome: Int16(index), status: status))
        }
        guard let sides = programme.sides else { return }
        for horizon in Horizon.allCases {
            addSides(family, sides, horizon, to: &tally.sides[Int(horizon.rawValue)])
        }
    }

    private func addSides(
        _ family: FamilyReading, _ sides: (parents: [Int32], children: [Int32]),
        _ horizon: Horizon, to tally: inout SidesTally
    ) {
        guard !family.windows[horizon].isNotYetDue else {
            tally.notYetDue += 1
            return
        }
        let parents = family.change(on: sides.parents, of: .parent, at: horizon, frame)
        let children = family.change(on: sides.children, of: .child, at: horizon, frame)
        tally.counts[Int(parents.rawValue) * 5 + Int(children.rawValue)] += 1
    }

    // MARK: Private tables

    private mutating func keep(_ family: FamilyReading) {
        for series in family.series {
            families.series.cases.append(Int32(family.caseIndex))
            families.series.persons.append(series.person)
            families.series.measures.append(Int16(series.measure))
            families.series.strands.append(series.strand)
            families.series.baselines.append(series.baseline)
            for horizon in Horizon.allCases {
                families.series.followUps.append(series[horizon].followUp)
                families.series.standings.append(series[horizon].standing)
                families.series.classes.append(series[horizon].change)
                families.series.clinical.append(series[horizon].clinical)
            }
        }
    }
}

extension FamilyReading {
    /// How the persons of one side have moved on its declared scale.
    func change(
        on measures: [Int32], of role: FamilyRole, at horizon: Horizon, _ frame: Frame
    ) -> SideChange {
        var counts = ClassCounts()
        for measure in measures {
            forEach(of: measure) { series in
                guard frame.isCounted(series.person, among: role) else { return }
                counts.count(series[horizon].change)
            }
        }
        switch counts.total {
        case 0: return .notMeasured
        case counts.improved: return .better
        case counts.noChange: return .unchanged
        case counts.deteriorated: return .worse
        default: return .mixed
        }
    }
}
