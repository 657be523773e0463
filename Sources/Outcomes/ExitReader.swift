import Basics
import Model

/// Looks at the exit criteria of cases that have closed or are nearing their end.
///
/// A case nears its end when it has been open for as long as its programme's phases before the
/// last one take at least; where a programme has no phases, after the medium horizon.
struct ExitReader {
    private(set) var figures: [ExitFigure] = []
    private(set) var families: [FamilyExit] = []
    private let frame: Frame
    private let goals: Buckets

    init(_ frame: Frame) {
        self.frame = frame
        goals = Buckets(of: frame.input.goals.cases, count: frame.input.cases.count)
        var sums = frame.grouping.groups.enumerated().map { group, declared in
            let programme = frame.programmes.first { $0.programme.name == declared.programme }
            return (programme?.programme.exitCriteria ?? []).indices.map {
                ExitFigure(group: group, programme: declared.programme ?? "", criterion: $0)
            }
        }
        for leaf in frame.grouping.leaves {
            let groups = Array(leaf.groups.dropFirst())
            for at in leaf.cases {
                frame.fetchAhead(after: at)
                read(Int(frame.grouping.order[at]), groups, &sums)
            }
        }
        figures = sums.flatMap(\.self)
    }

    private mutating func read(_ caseIndex: Int, _ groups: [Int], _ sums: inout [[ExitFigure]]) {
        guard let programme = frame.programme(of: caseIndex) else { return }
        let windows = frame.windows(of: caseIndex)
        guard windows.end != nil || isNearing(windows, programme) else { return }
        for index in programme.exits.indices {
            let isMet = isMet(programme.exits[index], caseIndex)
            for group in groups { sums[group][index].count(isMet, isClosed: windows.end != nil) }
            families.append(
                FamilyExit(
                    caseIndex: Int32(caseIndex), criterion: Int16(index), isMet: isMet,
                    isClosed: windows.end != nil))
        }
    }

    private func isNearing(_ windows: CaseWindows, _ programme: ProgrammeReading) -> Bool {
        let phases = programme.programme.phases
        guard phases.count > 1 else {
            return frame.input.asOf.days >= windows.medium.target && !windows.medium.isNotYetDue
        }
        let weeks = phases.dropLast().reduce(0) { $0 + $1.weeks.from }
        return frame.input.asOf.days - windows.start >= Int32(weeks * 7)
    }

    /// Whether a criterion is met, or nothing where it is not known.
    private func isMet(_ test: ExitReading, _ caseIndex: Int) -> Bool? {
        switch test {
        case .goalsReached: return goalsReached(caseIndex)
        case .indicator(let index, let rule):
            guard index >= 0, let newest = frame.indicators.newest(of: index, in: caseIndex)
            else { return nil }
            return rule.holds(from: nil, to: newest)
        case .functionalOn(let isNamed): return isFunctional(on: isNamed, caseIndex)
        }
    }

    private func goalsReached(_ caseIndex: Int) -> Bool? {
        let table = frame.input.goals
        let asOf = frame.input.asOf.days
        let kept = goals[caseIndex].filter { table.setDates[Int($0)] <= asOf }
            .map { table.status(of: Int($0), asOf: asOf) }.filter { $0 != GoalStatus.dropped }
        return kept.isEmpty ? nil : kept.allSatisfy { $0 == GoalStatus.reached }
    }

    /// Whether the newest score of every series on the named scales lies outside the clinical
    /// range; nothing where no series has a cut-off.
    private func isFunctional(on isNamed: [Bool], _ caseIndex: Int) -> Bool? {
        var isFunctional: Bool?
        fetchScores(on: isNamed, caseIndex)
        for strand in frame.strands(of: caseIndex) {
            let own = frame.gathering.strands[strand]
            let rows = frame.rows(of: strand)
            for index in frame.scalesOfInstrument[Int(own.instrument)] where isNamed[index] {
                let isClinical = frame.lending(index) { scale, sheet -> Bool? in
                    guard scale.isGiven(by: own.edition),
                        let last = rows.last(where: { sheet.hasScore($0, scale.scale) })
                    else { return nil }
                    return scale.isClinical(Int(last.row), in: sheet)
                }
                if let isClinical { isFunctional = (isFunctional ?? true) && !isClinical }
            }
        }
        return isFunctional
    }

    /// Has the newest scores of a case fetched, before any is read.
    private func fetchScores(on isNamed: [Bool], _ caseIndex: Int) {
        for strand in frame.strands(of: caseIndex) {
            let instrument = Int(frame.gathering.strands[strand].instrument)
            let scales = frame.scalesOfInstrument[instrument]
            guard scales.contains(where: { isNamed[$0] }),
                let last = frame.rows(of: strand).last
            else { continue }
            frame.lending(scales.lowerBound) { _, sheet in
                sheet.fetchAhead(Int(last.row))
            }
        }
    }
}

extension ExitFigure {
    mutating func count(_ isMet: Bool?, isClosed: Bool) {
        switch (isClosed, isMet) {
        case (true, true): closedMet += 1
        case (true, false): closedNotMet += 1
        case (true, nil): closedNotKnown += 1
        case (false, true): nearingMet += 1
        case (false, false): nearingNotMet += 1
        case (false, nil): nearingNotKnown += 1
        }
    }
}
