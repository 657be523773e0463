import Basics
import Model

/// Draws every conclusion about change from scored assessments, for all groups and families.
///
/// A pure function: the same input gives the same conclusions, whatever the order of rows.
/// `workers` says how many read side by side and changes nothing else.
public func conclude(_ input: OutcomeInput, workers: Int = 1) -> Conclusions {
    let frame = Frame(input)
    var conclusions = Conclusions(asOf: input.asOf)
    conclusions.groups = frame.grouping.groups
    conclusions.measures = frame.measures
    let first = frame.grouping.order.map { input.cases.starts[Int($0)] }.min()
    let calendar = Months(from: first ?? input.asOf.days, through: input.asOf.days)
    let followUps = addSeries(frame, calendar, workers, to: &conclusions)
    addOnTime(frame, calendar, followUps, to: &conclusions)
    addPeople(frame, to: &conclusions)
    addWhatWasNotUsed(frame, to: &conclusions)
    addUndefinedProgrammes(frame, to: &conclusions)
    return conclusions
}

/// Reads every case, and adds change, outcomes, sides, raters and private series.
///
/// Gives each group's improved follow-ups by month.
private func addSeries(
    _ frame: Frame, _ calendar: Months, _ workers: Int, to conclusions: inout Conclusions
) -> [(group: Int, months: [GroupTally.MonthCount])] {
    let blank = CaseReader(
        frame, calendar: calendar, pairs: RaterPair.all(frame),
        addedValue: AddedValueReading(frame))
    let reader = readSideBySide(frame, workers: workers, blank)
    let families = reader.families
    let figures = Figures(of: reader.programmes, reader, frame)
    conclusions.changes = figures.changes
    conclusions.outcomes = figures.outcomes
    conclusions.sides = figures.sides
    conclusions.addedValues = figures.addedValues
    conclusions.raters = figures.raters
    conclusions.targetsTested = figures.outcomes.count { figure in
        figure.verdict != nil && figure.verdict != .tooFew
    }
    conclusions.families = families
    if frame.input.keepsFamilies, frame.input.keepsSeries {
        conclusions.families.strands = frame.gathering.strands
    }
    conclusions.families.courses = frame.identities.courses
    return figures.followUps
}

/// Follows schedules, goals, phases and exit criteria, and charts months and units.
private func addOnTime(
    _ frame: Frame, _ calendar: Months,
    _ followUps: [(group: Int, months: [GroupTally.MonthCount])],
    to conclusions: inout Conclusions
) {
    let onTime = OnTimeReader(frame, calendar)
    let goals = GoalReader(frame)
    let phases = PhaseReader(frame)
    let exits = ExitReader(frame)
    conclusions.adherence = onTime.figures
    conclusions.goals = goals.figures
    conclusions.phases = phases.figures
    conclusions.exits = exits.figures
    conclusions.ratedElements = RatedElementReader(frame).figures
    conclusions.monthly = MonthlyCharts(frame, calendar).series(followUps, onTime)
    conclusions.funnels = Funnels(frame.grouping.groups).figures(conclusions.changes)
    guard frame.input.keepsFamilies else { return }
    let alerts = AlertReader(frame).alerts() + onTime.alerts + goals.alerts + phases.alerts
    conclusions.families.notOnTrack = alerts.sorted(by: frame.comesBefore)
    conclusions.families.dueNext = onTime.dueNext
    conclusions.families.exits = exits.families
    conclusions.families.phases = phases.families
}

extension Frame {
    /// The order of a private list: by case, then person, reason and date.
    fileprivate func comesBefore(_ a: Alert, _ b: Alert) -> Bool {
        let first = (a.caseIndex, name(a.person), a.reason.rawValue, a.date)
        let second = (b.caseIndex, name(b.person), b.reason.rawValue, b.date)
        return first < second
    }

    private func name(_ person: Int32) -> String {
        person < 0 ? "" : input.persons.identifiers[Int(person)]
    }
}

/// Counts the persons of each group; one who has several cases counts once.
private func addPeople(_ frame: Frame, to conclusions: inout Conclusions) {
    var mentions = [[Int32]](repeating: [], count: conclusions.groups.count)
    for leaf in frame.grouping.leaves {
        for at in leaf.cases {
            let persons = frame.gathering.family[Int(frame.grouping.order[at])]
            let shared = persons.map { frame.identities.identity[Int($0)] }.filter { $0 >= 0 }
            for group in leaf.groups {
                conclusions.groups[group].people += persons.count
                mentions[group] += shared
            }
        }
    }
    for group in mentions.indices {
        conclusions.groups[group].people -= Identities.repeats(mentions[group])
    }
}

extension Figures {
    /// Puts the figures of everything before each programme's, and those before their parts'.
    fileprivate init(of read: [CaseReader.ProgrammePart], _ reader: CaseReader, _ frame: Frame) {
        var total = reader.tally(nil)
        for part in read { total.merge(part.sum) }
        self.init()
        add(total, group: 0, frame, reader.pairs, nil)
        for part in read {
            let name = frame.grouping.groups[part.group].programme
            let programme = frame.programmes.first { $0.programme.name == name }
            add(part.sum, group: part.group, frame, reader.pairs, programme)
            merge(part.figures)
        }
    }
}

extension Grouping {
    /// The leaves of one municipality in one programme, in order.
    var municipalities: [ArraySlice<Leaf>] {
        var slices: [ArraySlice<Leaf>] = []
        var from = 0
        for at in leaves.indices
        where at + 1 == leaves.count || leaves[at + 1].municipality != leaves[at].municipality {
            slices.append(leaves[from...at])
            from = at + 1
        }
        return slices
    }
}

private func addWhatWasNotUsed(_ frame: Frame, to conclusions: inout Conclusions) {
    let tables = zip(frame.input.instruments.map(\.name), frame.gathering.unused)
    for (name, counts) in Array(tables) + [("indicators", frame.indicators.unused)] {
        for reason in UnusedCount.Reason.allCases where counts[reason.ordinal] > 0 {
            conclusions.unused.append(
                UnusedCount(instrument: name, reason: reason, count: counts[reason.ordinal]))
        }
    }
    conclusions.casesNotStarted = frame.input.cases.count - frame.grouping.order.count
}

private func addUndefinedProgrammes(_ frame: Frame, to conclusions: inout Conclusions) {
    let names = frame.grouping.groups.filter { $0.level == .programme }.compactMap(\.programme)
    for name in names where !frame.input.programmes.contains(where: { $0.name == name }) {
        conclusions.undefinedProgrammes.append(name)
        let summary =
            name.isEmpty
            ? "cases without a programme have no change theory"
            : "programme '\(name)' has no definition"
                + NearMiss.hint(name, among: frame.input.programmes.map(\.name))
        conclusions.findings.append(
            Finding(.programmeNotDefined, .warning, at: Place("cases.csv"), summary))
    }
}
