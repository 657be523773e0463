import Basics
import Model

/// Draws every conclusion about change from scored assessments, for all groups and families.
///
/// A pure function: the same input gives the same conclusions, whatever the order of rows.
/// `workers` says how many read side by side and changes nothing else.
///
/// The input is let go of as soon as it is read, where the caller does not keep it. `others` are
/// tasks of the caller's that are done while workers would have nothing to do.
public func conclude(
    _ input: consuming OutcomeInput, workers: Int = 1,
    beside others: [@Sendable () -> Void] = []
) -> Conclusions {
    let frame = Frame(input, workers: workers)
    return conclude(frame, workers: workers, beside: others)
}

private func conclude(
    _ frame: Frame, workers: Int, beside others: [@Sendable () -> Void]
) -> Conclusions {
    let input = frame.input
    var conclusions = Conclusions(asOf: input.asOf)
    conclusions.groups = frame.grouping.groups
    conclusions.measures = frame.measures
    let first = frame.grouping.order.map { input.cases.starts[Int($0)] }.min()
    let calendar = Months(from: first ?? input.asOf.days, through: input.asOf.days)
    let readings = Readings(frame, calendar, workers: workers)
    let sums = Sums(frame, readings, workers: workers, beside: others, to: &conclusions)
    add(sums, to: &conclusions)
    addOnTime(frame, readings, sums, to: &conclusions)
    for group in conclusions.groups.indices {
        conclusions.groups[group].people = readings.people.counts[group]
    }
    addWhatWasNotUsed(frame, to: &conclusions)
    addUndefinedProgrammes(frame, to: &conclusions)
    return conclusions
}

/// All that is read of single cases, each kind by itself.
private struct Readings {
    /// To be taken: it has as much in it as the figures made of it.
    let series = Later<CaseReader>()
    let onTime: OnTimeReader
    let goals: GoalReader
    let phases: PhaseReader
    let exits: ExitReader
    let elements: RatedElementReader
    let alerts: [Alert]
    let months: MonthlyCharts
    let people: People

    init(_ frame: Frame, _ calendar: Months, workers: Int) {
        let blank = CaseReader(frame, Comparisons(frame, calendar))
        let stretches = Stretches(frame, blank, workers: workers)
        let onTime = Later<OnTimeReader>()
        let goals = Later<GoalReader>()
        let phases = Later<PhaseReader>()
        let exits = Later<ExitReader>()
        let elements = Later<RatedElementReader>()
        let alerts = Later<[Alert]>()
        let months = Later<MonthlyCharts>()
        let people = Later<People>()
        sideBySide(
            [
                { onTime.set(OnTimeReader(frame, calendar)) },
                { alerts.set(frame.input.keepsFamilies ? AlertReader(frame).alerts() : []) },
                { phases.set(PhaseReader(frame)) }, { exits.set(ExitReader(frame)) },
                { goals.set(GoalReader(frame)) }, { elements.set(RatedElementReader(frame)) },
                { months.set(MonthlyCharts(frame, calendar)) },
                { people.set(People(frame)) },
            ] + stretches.tasks, workers: workers)
        series.set(stretches.joined())
        self.onTime = onTime.take()
        self.goals = goals.take()
        self.phases = phases.take()
        self.exits = exits.take()
        self.elements = elements.take()
        self.alerts = alerts.take()
        self.months = months.take()
        self.people = people.take()
    }
}

/// All that is made of what was read, each kind by itself.
private struct Sums {
    let figures: Figures
    let funnels: [FunnelFigure]
    let alerts: [Alert]
    let monthly: [MonthlySeries]

    /// Keeps private series, and lets go of the assessments.
    init(
        _ frame: Frame, _ read: Readings, workers: Int, beside others: [@Sendable () -> Void],
        to conclusions: inout Conclusions
    ) {
        let parts = Later<CaseReader>()
        let series = read.series.take()
        conclusions.families = series.families
        if frame.input.keepsFamilies, frame.input.keepsSeries {
            conclusions.families.strands = frame.gathering.strands.kept
        }
        conclusions.families.courses = frame.identities.courses
        let charts = read.months.pieces(series.followUps, read.onTime, workers: workers)
        parts.set(consume series)
        let figures = Later<Figures>()
        let funnels = Later<[FunnelFigure]>()
        let alerts = Later<[Alert]>()
        sideBySide(
            [
                { frame.forgetAssessments() },
                {
                    let made = Figures(parts.take(), frame)
                    funnels.set(Funnels(frame.grouping.groups).figures(made.changes))
                    figures.set(made)
                },
                {
                    alerts.set(
                        frame.sorted(
                            read.alerts + read.onTime.alerts + read.goals.alerts
                                + read.phases.alerts))
                },
            ] + others + charts.map(\.task), workers: workers)
        self.figures = figures.take()
        self.funnels = funnels.take()
        self.alerts = alerts.take()
        monthly = charts.flatMap { $0.made.take() }
    }
}

/// Adds change, outcomes, sides and raters, and what is charted of units and months.
private func add(_ sums: Sums, to conclusions: inout Conclusions) {
    let figures = sums.figures
    conclusions.changes = figures.changes
    conclusions.outcomes = figures.outcomes
    conclusions.sides = figures.sides
    conclusions.addedValues = figures.addedValues
    conclusions.raters = figures.raters
    conclusions.formChanges = figures.formChanges
    conclusions.targetsTested = figures.outcomes.count { figure in
        figure.verdict != nil && figure.verdict != .tooFew
    }
    conclusions.monthly = sums.monthly
    conclusions.funnels = sums.funnels
}

/// Adds schedules, goals, phases and exit criteria.
private func addOnTime(
    _ frame: Frame, _ read: Readings, _ sums: Sums, to conclusions: inout Conclusions
) {
    conclusions.adherence = read.onTime.figures
    conclusions.goals = read.goals.figures
    conclusions.phases = read.phases.figures
    conclusions.exits = read.exits.figures
    conclusions.ratedElements = read.elements.figures
    guard frame.input.keepsFamilies else { return }
    conclusions.families.notOnTrack = sums.alerts
    conclusions.families.dueNext = read.onTime.dueNext
    conclusions.families.exits = read.exits.families
    conclusions.families.phases = read.phases.families
}

extension Frame {
    /// A private list in its order: by case, then person, reason and date.
    fileprivate func sorted(_ alerts: [Alert]) -> [Alert] {
        alerts.sorted { a, b in
            a.caseIndex == b.caseIndex ? comesBefore(a, b) : a.caseIndex < b.caseIndex
        }
    }

    private func comesBefore(_ a: Alert, _ b: Alert) -> Bool {
        (name(a.person), a.reason.rawValue, a.date) < (name(b.person), b.reason.rawValue, b.date)
    }

    private func name(_ person: Int32) -> String {
        person < 0 ? "" : input.persons.identifiers[Int(person)]
    }
}

extension Figures {
    /// Puts the figures of everything before each programme's, and those before their parts'.
    fileprivate init(_ read: consuming CaseReader, _ frame: Frame) {
        var total = read.tally(nil)
        for part in read.programmes { total.merge(part.sum) }
        self.init()
        add(total, group: 0, read, nil)
        // Each part is let go once it is added: a nation's take as much room as the whole.
        var parts = read.takeProgrammes()
        let count = parts.lazy.flatMap(\.figures).reduce(0) { $0 + $1.changes.count }
        changes.reserveLargePages(for: count + (parts.count + 1) * 3 * frame.measures.count)
        for at in parts.indices {
            let name = frame.grouping.groups[parts[at].group].programme
            let programme = frame.programmes.first { $0.programme.name == name }
            add(parts[at].sum, group: parts[at].group, read, programme)
            for piece in parts[at].figures.indices {
                merge(parts[at].figures[piece])
                parts[at].figures[piece] = Figures()
            }
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
