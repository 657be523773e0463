import Basics
import Model

/// The figures of the groups that are finished.
struct Figures {
    var changes: [GroupChange] = []
    var outcomes: [OutcomeFigure] = []
    var sides: [SidesFigure] = []
    var addedValues: [AddedValueFigure] = []
    var raters: [RaterAgreement] = []
    var formChanges: [FormChangeFigure] = []

    /// Adds the figures of one group, now that all its cases are added up.
    mutating func add(
        _ tally: GroupTally, group: Int, _ reader: CaseReader, _ programme: ProgrammeReading?
    ) {
        let frame = reader.frame
        addChanges(tally, group, frame)
        if let programme { addTheory(tally, group, programme) }
        if let figure = tally.addedValue.figure(group: group) { addedValues.append(figure) }
        for (scales, counts) in zip(reader.comparisons.outgrown, tally.formChanges) {
            addFormChanges(counts, group, scales)
        }
        for (pair, sums) in zip(reader.comparisons.pairs, tally.raters) where sums.first.count > 0 {
            raters.append(
                sums.agreement(group: group, pair, unit: frame.scales[pair.scale].unit))
        }
    }

    private mutating func addChanges(_ tally: GroupTally, _ group: Int, _ frame: Frame) {
        for scale in frame.scales {
            for (code, measure) in scale.present {
                let first = Int(measure) * 3
                // By index: a cell is large.
                for at in first..<first + 3 where !tally.cells[at].isEmpty {
                    var change = GroupChange(
                        group: group, measure: Int(measure),
                        horizon: Horizon.allCases[at - first])
                    tally.cells[at].fill(&change, scale, informant: code)
                    changes.append(change)
                }
            }
        }
    }

    private mutating func addFormChanges(
        _ counts: [ZoneCounts], _ group: Int, _ scales: OutgrownScale
    ) {
        for (horizon, counts) in zip(Horizon.allCases, counts) where counts.total > 0 {
            formChanges.append(
                FormChangeFigure(
                    group: group, earlier: Int(scales.earlierMeasure),
                    later: Int(scales.laterMeasure), horizon: horizon, counts: counts))
        }
    }

    private mutating func addTheory(
        _ tally: GroupTally, _ group: Int, _ programme: ProgrammeReading
    ) {
        let name = programme.programme.name
        for (index, outcome) in programme.programme.outcomes.enumerated() {
            var figure = OutcomeFigure(
                group: group, programme: name, outcome: index, name: outcome.name,
                horizon: outcome.horizon, whom: outcome.whom,
                hasEvidence: !outcome.evidence.isEmpty, target: outcome.target)
            figure.counts = tally.outcomes[index]
            figure.judge()
            outcomes.append(figure)
        }
        guard programme.hasSides else { return }
        for horizon in Horizon.allCases {
            var figure = SidesFigure(group: group, programme: name, horizon: horizon)
            figure.counts = tally.sides[Int(horizon.rawValue)].counts
            figure.notYetDue = tally.sides[Int(horizon.rawValue)].notYetDue
            sides.append(figure)
        }
    }

    /// Adds the figures of the groups that follow.
    mutating func merge(_ other: Figures) {
        changes += other.changes
        outcomes += other.outcomes
        sides += other.sides
        addedValues += other.addedValues
        raters += other.raters
        formChanges += other.formChanges
    }
}

/// A group's follow-ups by month: how many were judged, and how many of them had improved.
struct FollowUps: Sendable {
    var group: Int
    var months: [GroupTally.MonthCount]

    /// Adds a part of the group.
    mutating func merge(_ other: [GroupTally.MonthCount]) {
        for month in months.indices { months[month].merge(other[month]) }
    }
}
