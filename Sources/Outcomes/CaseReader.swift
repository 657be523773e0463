import Basics
import Model

/// Reads cases one after another and adds them up by team, municipality and programme.
///
/// Municipalities are read in the order of the groups. What is added up is whole numbers, so that
/// the order of cases and rows changes no sum.
struct CaseReader: Sendable {
    let frame: Frame
    let comparisons: Comparisons
    /// The programmes read, each with its sum and its parts' figures in the order of the groups.
    private(set) var programmes: [ProgrammePart] = []
    private(set) var families = Families()

    /// The family read last and the one after it, whose room the next ones take.
    private var family: FamilyReading
    private var next: FamilyReading

    init(_ frame: Frame, _ comparisons: Comparisons) {
        self.frame = frame
        self.comparisons = comparisons
        family = FamilyReading(measures: frame.measures.count)
        next = family
    }

    /// What a reader has read of one programme; another reader may hold the rest.
    struct ProgrammePart: Sendable {
        let group: Int
        var sum: GroupTally
        /// In the order of the groups; held in pieces, so that joining readers copies nothing.
        var figures: [Figures] = []
        /// The municipalities' follow-ups by month, in the order of the groups.
        var followUps: [FollowUps] = []
    }

    /// Reads the leaves of one municipality in one programme.
    mutating func read(municipality leaves: ArraySlice<Grouping.Leaf>) {
        guard let first = leaves.first else { return }
        // Held here and handed down: workers that count references to the same object wait for
        // one another.
        let (frame, comparisons) = (frame, comparisons)
        let programme = frame.programme(of: Int(frame.grouping.order[first.cases.lowerBound]))
        if programmes.last?.group != first.programme {
            programmes.append(ProgrammePart(group: first.programme, sum: tally(programme)))
        }
        var sum = tally(programme)
        var figures = Figures()
        var parts = Figures()
        for leaf in leaves {
            guard let group = leaf.team else {
                add(leaf, to: &sum, programme, frame, comparisons)
                continue
            }
            var team = tally(programme)
            add(leaf, to: &team, programme, frame, comparisons)
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
        programmes[last].followUps.append(
            FollowUps(group: first.municipality, months: sum.followUps))
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
        programmes[last].followUps += part.followUps
    }

    /// The follow-ups by month of all groups that are charted, in their order.
    var followUps: [FollowUps] {
        var total = FollowUps(group: 0, months: tally(nil).followUps)
        for part in programmes { total.merge(part.sum.followUps) }
        return [total]
            + programmes.flatMap { part in
                [FollowUps(group: part.group, months: part.sum.followUps)] + part.followUps
            }
    }

    /// Adds series and outcomes that another reader holds.
    mutating func append(_ other: Families) {
        families.append(other)
    }

    /// A tally of nothing for a group of one programme.
    func tally(_ programme: ProgrammeReading?) -> GroupTally {
        GroupTally(frame, comparisons, programme)
    }

    // MARK: One case

    private mutating func add(
        _ leaf: Grouping.Leaf, to tally: inout GroupTally, _ programme: ProgrammeReading?,
        _ frame: Frame, _ comparisons: Comparisons
    ) {
        begin(leaf.cases.lowerBound, frame)
        for at in leaf.cases {
            swap(&family, &next)
            if at + 1 < leaf.cases.upperBound { begin(at + 1, frame) }
            family.read(frame)
            tally.add(family, frame.identities, comparisons.calendar)
            comparisons.add(family, frame, to: &tally)
            if let programme { add(family, programme, frame, to: &tally) }
            if frame.input.keepsFamilies, frame.input.keepsSeries { keep(family) }
        }
    }

    /// Begins the family after the one to be read.
    private mutating func begin(_ at: Int, _ frame: Frame) {
        frame.fetchAhead(after: at)
        next.begin(Int(frame.grouping.order[at]), frame)
    }

    // MARK: Change theory

    private mutating func add(
        _ family: FamilyReading, _ programme: ProgrammeReading, _ frame: Frame,
        to tally: inout GroupTally
    ) {
        for index in programme.evidence.outcomes.indices {
            let status = family.status(of: index, in: programme.evidence, frame)
            tally.outcomes[index].count(status)
            guard frame.input.keepsFamilies, frame.input.keepsSeries else { continue }
            families.outcomes.append(
                FamilyOutcome(
                    caseIndex: Int32(family.caseIndex), outcome: Int16(index), status: status))
        }
        guard programme.hasSides else { return }
        addSides(family, programme, .short, frame, to: &tally.sides[0])
        addSides(family, programme, .medium, frame, to: &tally.sides[1])
        addSides(family, programme, .long, frame, to: &tally.sides[2])
    }

    private func addSides(
        _ family: FamilyReading, _ programme: ProgrammeReading, _ horizon: Horizon,
        _ frame: Frame, to tally: inout SidesTally
    ) {
        guard !family.windows[horizon].isNotYetDue else {
            tally.notYetDue += 1
            return
        }
        let parents = family.change(on: programme.parents, of: .parent, at: horizon, frame)
        let children = family.change(on: programme.children, of: .child, at: horizon, frame)
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
        var counts = KindCounts<ChangeClass>()
        for measure in measures {
            forEach(of: measure) { series in
                guard frame.isCounted(series.person, among: role) else { return }
                counts.count(series[horizon].change)
            }
        }
        switch counts.total - counts[.none] {
        case 0: return .notMeasured
        case counts[.improved]: return .better
        case counts[.noChange]: return .unchanged
        case counts[.deteriorated]: return .worse
        default: return .mixed
        }
    }
}
