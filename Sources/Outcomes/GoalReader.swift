import Basics
import Model

/// Adds up where families' goals stand.
struct GoalReader {
    private(set) var figures: [GoalFigure] = []
    private(set) var alerts: [Alert] = []
    private let frame: Frame
    private let goals: Buckets

    init(_ frame: Frame) {
        self.frame = frame
        let goals = frame.input.goals
        let asOf = frame.input.asOf.days
        // A goal set after the as-of date is not known yet.
        let owners = goals.cases.indices.map { goals.setDates[$0] <= asOf ? goals.cases[$0] : -1 }
        self.goals = Buckets(of: owners, count: frame.input.cases.count)
        var sums = frame.grouping.groups.indices.map { GoalFigure(group: $0) }
        for leaf in frame.grouping.leaves {
            let groups = leaf.groups
            for at in leaf.cases {
                let family = read(Int(frame.grouping.order[at]))
                for group in groups { sums[group].merge(family) }
            }
        }
        figures = sums.filter { $0.families > 0 }
    }

    private mutating func read(_ caseIndex: Int) -> GoalFigure {
        var figure = GoalFigure(group: -1)
        if goals[caseIndex].isEmpty { return figure }
        let rules = frame.programme(of: caseIndex)?.programme.goalRules ?? GoalRules()
        let isOpen = frame.windows(of: caseIndex).end == nil
        for goal in goals[caseIndex] { count(Int(goal), rules, isOpen, caseIndex, in: &figure) }
        if figure.open + figure.reached + figure.partly + figure.dropped > 0 { figure.families = 1 }
        if isOpen, figure.open > rules.openAtMost {
            figure.familiesWithTooMany = 1
            raise(.tooManyGoals, caseIndex, frame.input.asOf.days)
        }
        return figure
    }

    private mutating func count(
        _ goal: Int, _ rules: GoalRules, _ isOpen: Bool, _ caseIndex: Int,
        in figure: inout GoalFigure
    ) {
        switch frame.input.goals.status(of: goal, asOf: frame.input.asOf.days) {
        case .reached: figure.reached += 1
        case .partly: figure.partly += 1
        case .dropped: figure.dropped += 1
        case .open:
            figure.open += 1
            guard isOpen else { return }
            countLate(goal, rules, caseIndex, in: &figure)
        }
    }

    private mutating func countLate(
        _ goal: Int, _ rules: GoalRules, _ caseIndex: Int, in figure: inout GoalFigure
    ) {
        let goals = frame.input.goals
        let asOf = frame.input.asOf.days
        let due = goals.dueDates[goal]
        if due != AssessmentBatch.none, due < asOf {
            figure.overdue += 1
            raise(.goalOverdue, caseIndex, due)
        }
        guard let weeks = rules.followUpWeeks else { return }
        let looked = goals.statusDates[goal]
        let last = looked == AssessmentBatch.none || looked > asOf ? goals.setDates[goal] : looked
        if asOf - last > Int32(weeks.through * 7) {
            figure.followUpLate += 1
            raise(.goalFollowUpLate, caseIndex, last + Int32(weeks.through * 7))
        }
    }

    private mutating func raise(_ reason: Alert.Reason, _ caseIndex: Int, _ day: Int32) {
        alerts.append(
            Alert(
                caseIndex: Int32(caseIndex), person: -1, reason: reason,
                date: CalendarDate(days: day)))
    }
}

extension GoalFigure {
    mutating func merge(_ other: GoalFigure) {
        families += other.families
        open += other.open
        reached += other.reached
        partly += other.partly
        dropped += other.dropped
        overdue += other.overdue
        familiesWithTooMany += other.familiesWithTooMany
        followUpLate += other.followUpLate
    }
}

extension Goals {
    /// Where a goal stands on a day; a status dated later is not known yet: the goal is open.
    func status(of goal: Int, asOf: Int32) -> GoalStatus {
        let date = statusDates[goal]
        return date != AssessmentBatch.none && date > asOf ? .open : statuses[goal]
    }
}
