import Basics
import Model

@testable import Disclosure

extension Invented {
    static let lineNames = ["at-the-start", "every-third-month", "at-the-end"]

    /// The definitions of the programmes, as far as tables name their parts.
    func programmes() -> [Programme] {
        let title = LocalizedText(da: "x", en: "x")
        let rhythms: [ScheduleLine.Rhythm] = [.atStart, .months(3), .atEnd]
        return Set(families.map(\.programme)).sorted().map { index in
            var programme = Programme(
                name: Invented.name("p", index), title: title, targetGroup: title)
            programme.schedule = zip(Invented.lineNames, rhythms).map {
                ScheduleLine(name: $0, title: title, instrument: "test", rhythm: $1)
            }
            programme.phases = (0..<Invented.phases).map {
                Phase(name: "phase-\($0)", title: title, weeks: WeekRange(from: 4, through: 12))
            }
            programme.exitCriteria = (0..<Invented.criteria).map {
                ExitCriterion(name: "criterion-\($0)", title: title, test: .goalsReached)
            }
            return programme
        }
    }

    func addActivity(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        let programme = conclusions.groups[group].programme ?? ""
        for line in 0..<Invented.lines {
            if let figure = adherence(members, group, programme, line) {
                conclusions.adherence.append(figure)
            }
        }
        conclusions.phases += phases(members, group, programme)
        for criterion in 0..<Invented.criteria {
            conclusions.exits.append(exit(members, group, programme, criterion))
        }
        for element in 0..<Invented.elements {
            let ratings = members.compactMap { $0.ratings[element] }
            if ratings.isEmpty { continue }
            conclusions.ratedElements.append(
                RatedElementFigure(
                    group: group, programme: programme, element: "element-\(element)",
                    cases: ratings.count,
                    mean: Double(ratings.reduce(0, +)) / Double(ratings.count)))
        }
    }

    private func adherence(
        _ members: [Family], _ group: Int, _ programme: String, _ line: Int
    ) -> AdherenceFigure? {
        var figure = AdherenceFigure(
            group: group, programme: programme, line: line, due: 0, done: 0, families: 0)
        for family in members {
            let points = family.points(line, month)
            if points.isEmpty { continue }
            figure.families += 1
            figure.due += points.count
            figure.done += points.count { family.isDone(line, $0) }
        }
        return figure.families > 0 ? figure : nil
    }

    private func phases(_ members: [Family], _ group: Int, _ programme: String) -> [PhaseFigure] {
        var figures = (0..<Invented.phases).map {
            PhaseFigure(group: group, programme: programme, phase: $0)
        }
        for family in members {
            if family.isOpen(month) {
                if let phase = family.phase {
                    figures[phase].recorded += 1
                    if family.isSlow { figures[phase].overTime += 1 }
                }
                let expected = (month - family.start) / 3
                if expected < Invented.phases { figures[expected].expected += 1 }
            } else if let end = family.end, (1...3).contains(month - end) {
                figures[1].contactsDue += 1
            }
        }
        return figures
    }

    private func exit(
        _ members: [Family], _ group: Int, _ programme: String, _ criterion: Int
    ) -> ExitFigure {
        var figure = ExitFigure(group: group, programme: programme, criterion: criterion)
        for family in members {
            let isOpen = family.isOpen(month)
            if isOpen && month < family.start + 6 { continue }
            switch (isOpen, family.exits[criterion]) {
            case (true, true): figure.nearingMet += 1
            case (true, false): figure.nearingNotMet += 1
            case (true, nil): figure.nearingNotKnown += 1
            case (false, true): figure.closedMet += 1
            case (false, false): figure.closedNotMet += 1
            case (false, nil): figure.closedNotKnown += 1
            }
        }
        return figure
    }

    func addGoals(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        var figure = GoalFigure(group: group)
        for family in members {
            let goals = family.goals.filter { $0.set <= month }
            if !goals.isEmpty { figure.families += 1 }
            let open = goals.filter { $0.closed.map { $0 > month } ?? true }
            figure.open += open.count
            for goal in goals where !(goal.closed.map { $0 > month } ?? true) {
                switch goal.status {
                case 0: figure.reached += 1
                case 1: figure.partly += 1
                default: figure.dropped += 1
                }
            }
            guard family.isOpen(month) else { continue }
            figure.overdue += open.count { $0.isLate }
            figure.followUpLate += open.count { month - $0.set > 2 }
            if open.count > 3 { figure.familiesWithTooMany += 1 }
        }
        if figure.families > 0 { conclusions.goals.append(figure) }
    }
}

// MARK: - Months

extension Invented {
    private static let firstMonth = CalendarDate(year: 2026, month: 1, day: 1)

    private func date(_ month: Int) -> CalendarDate {
        guard let first = Invented.firstMonth else { preconditionFailure("no January") }
        return first.adding(months: month)
    }

    func addMonths(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        if conclusions.groups[group].level == .team { return }
        var (hits, totals) = (zeros, zeros)
        for family in members {
            for line in 0..<Invented.lines {
                for point in family.points(line, month) {
                    totals[point] += 1
                    hits[point] += family.isDone(line, point) ? 1 : 0
                }
            }
        }
        addShares(hits, totals, group, .measurementsDone, &conclusions)
        addFollowUps(members, group, &conclusions)
        var (new, ended) = (zeros, zeros)
        for family in members {
            new[family.start] += 1
            if let end = family.end, end <= month { ended[end] += 1 }
        }
        for (kind, counts) in [(MonthlySeries.Kind.newCases, new), (.endedCases, ended)] {
            add(
                counts.enumerated().map {
                    MonthlySeries.Point(
                        month: date($0), numerator: $1, denominator: nil, value: Double($1))
                }, group, kind, &conclusions)
        }
    }

    private var zeros: [Int] { Array(repeating: 0, count: month + 1) }

    private func addFollowUps(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        var (hits, totals) = (zeros, zeros)
        for family in members {
            for measure in 0..<2 {
                for horizon in 0..<3
                where family.standing(measure, horizon, month) == .measured {
                    let at = family.start + Invented.horizons[horizon]
                    totals[at] += family.series[measure]
                    if family.clinical[measure * 3 + horizon] < 2 {
                        hits[at] += family.series[measure]
                    }
                }
            }
        }
        addShares(hits, totals, group, .followUpsImproved, &conclusions)
    }

    private func addShares(
        _ hits: [Int], _ totals: [Int], _ group: Int, _ kind: MonthlySeries.Kind,
        _ conclusions: inout Conclusions
    ) {
        guard totals.contains(where: { $0 > 0 }) else { return }
        let points = zip(hits, totals).enumerated().map { month, counts in
            MonthlySeries.Point(
                month: date(month), numerator: counts.0, denominator: counts.1,
                value: counts.1 < 5 ? nil : Double(counts.0) / Double(counts.1))
        }
        add(points, group, kind, &conclusions)
    }

    private func add(
        _ points: [MonthlySeries.Point], _ group: Int, _ kind: MonthlySeries.Kind,
        _ conclusions: inout Conclusions
    ) {
        let values = points.compactMap(\.value)
        var series = MonthlySeries(group: group, kind: kind, points: points)
        if Set(values).count > 1 {
            let mean = values.reduce(0, +) / Double(values.count)
            series.chart = ControlChart(
                mean: mean, low: 0, high: 2 * mean, isTrial: values.count < 12, signals: [])
        }
        conclusions.monthly.append(series)
    }
}
