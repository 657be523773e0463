import Basics
import Model

/// Follows every started case through its programme's schedule.
struct OnTimeReader {
    private let frame: Frame
    private let calendar: Months
    /// The last day of the month after the as-of date.
    private let lastDueNext: Int32
    /// By group and line of the schedule.
    private var adherence: [[Tally]]
    /// Points due and done by month of the due day, by group.
    private(set) var monthly: [[GroupTally.MonthCount]]
    private(set) var alerts: [Alert] = []
    private(set) var dueNext: [DueMeasurement] = []
    private var sessions = SessionSet()

    private struct Tally {
        var due = 0
        var done = 0
        var families = 0

        mutating func merge(_ other: Tally) {
            due += other.due
            done += other.done
            families += other.families
        }
    }

    /// What is counted in the cases of one leaf.
    private struct LeafTally {
        /// By line of the schedule.
        var lines: [Tally]
        var months: [GroupTally.MonthCount]
    }

    /// What is due and done of one line in one family.
    private struct FamilyTally {
        var due = 0
        var done = 0
        /// The newest point whose time has run out unmeasured, if nothing has come since.
        var late: DuePoint?
    }

    init(_ frame: Frame, _ calendar: Months) {
        self.frame = frame
        self.calendar = calendar
        lastDueNext = frame.input.asOf.adding(months: 1).days
        adherence = frame.grouping.groups.map { group in
            let programme = frame.programmes.first { $0.programme.name == group.programme }
            return Array(repeating: Tally(), count: programme?.lines.count ?? 0)
        }
        let months = Array(repeating: GroupTally.MonthCount(), count: calendar.count)
        monthly = frame.grouping.groups.map { $0.level == .team ? [] : months }
        for leaf in frame.grouping.leaves { follow(leaf, frame) }
    }

    /// The share of due measurements done, by group and line.
    var figures: [AdherenceFigure] {
        adherence.indices.flatMap { group in
            adherence[group].enumerated().compactMap { line, tally in
                guard tally.families > 0 else { return nil }
                return AdherenceFigure(
                    group: group, programme: frame.grouping.groups[group].programme ?? "",
                    line: line, due: tally.due, done: tally.done, families: tally.families)
            }
        }
    }

    private mutating func follow(_ leaf: Grouping.Leaf, _ frame: Frame) {
        let sample = Int(frame.grouping.order[leaf.cases.lowerBound])
        guard let programme = frame.programme(of: sample) else { return }
        var tally = LeafTally(
            lines: Array(repeating: Tally(), count: programme.lines.count),
            months: Array(repeating: GroupTally.MonthCount(), count: calendar.count))
        for at in leaf.cases {
            frame.fetchAhead(after: at)
            follow(Int(frame.grouping.order[at]), programme, frame, &tally)
        }
        add(tally, to: leaf.groups)
    }

    private mutating func add(_ tally: LeafTally, to groups: [Int]) {
        for group in groups.dropFirst() {
            for line in tally.lines.indices { adherence[group][line].merge(tally.lines[line]) }
        }
        for group in groups where !monthly[group].isEmpty {
            for month in tally.months.indices { monthly[group][month].merge(tally.months[month]) }
        }
    }

    private mutating func follow(
        _ caseIndex: Int, _ programme: ProgrammeReading, _ frame: Frame,
        _ tally: inout LeafTally
    ) {
        let windows = frame.windows(of: caseIndex)
        for index in programme.lines.indices where programme.lines[index].instrument >= 0 {
            let line = FamilyLine(programme.lines[index], caseIndex, frame)
            var family = FamilyTally()
            if line.line.rhythm == .eachSession {
                countSessions(line, programme, frame, &family)
            } else {
                countPoints(line, index, windows, programme, frame, &family, &tally.months)
            }
            guard family.due > 0 else { continue }
            tally.lines[index].merge(
                Tally(due: family.due, done: min(family.done, family.due), families: 1))
            if let late = family.late, windows.end == nil, frame.input.keepsFamilies {
                raise(late, caseIndex)
            }
        }
    }

    private mutating func countSessions(
        _ line: FamilyLine, _ programme: ProgrammeReading, _ frame: Frame,
        _ family: inout FamilyTally
    ) {
        let last = line.lastSession(frame)
        if last == 0 { return }
        line.forEachInformant(programme) { informant in
            family.due += last
            family.done += line.sessions(by: informant, frame, &sessions)
        }
    }

    /// Counts a family's points up to the as-of date, while its case was open, and lists those of
    /// the month after.
    private mutating func countPoints(
        _ line: FamilyLine, _ index: Int, _ windows: CaseWindows, _ programme: ProgrammeReading,
        _ frame: Frame, _ family: inout FamilyTally, _ months: inout [GroupTally.MonthCount]
    ) {
        let asOf = frame.input.asOf.days
        let last = windows.end ?? (frame.input.keepsFamilies ? lastDueNext : asOf)
        line.line.rhythm.forEachPoint(of: windows, through: last) { point in
            if point.due > asOf { return list(point, line, index, programme, frame) }
            let month = calendar.index(of: point.due)
            line.forEachInformant(programme) { informant in
                let isDone = line.isDone(point, by: informant, frame)
                family.due += 1
                family.done += isDone ? 1 : 0
                if isDone {
                    family.late = nil
                } else if asOf > point.closes {
                    family.late = point
                }
                guard let month else { return }
                months[month].total += 1
                months[month].hits += isDone ? 1 : 0
            }
        }
    }

    private mutating func raise(_ late: DuePoint, _ caseIndex: Int) {
        alerts.append(
            Alert(
                caseIndex: Int32(caseIndex), person: -1, reason: .measurementLate,
                date: CalendarDate(days: late.due)))
    }

    /// Lists who is to fill in what falls due in the month after the as-of date: those who have
    /// filled it in before, or nobody by name where none has.
    private mutating func list(
        _ point: DuePoint, _ line: FamilyLine, _ index: Int, _ programme: ProgrammeReading,
        _ frame: Frame
    ) {
        line.forEachInformant(programme) { informant in
            var last: Int32?
            line.forEachStrand(by: informant, frame) { _, strand in
                if strand.person != last { list(point, line, index, programme, strand.person) }
                last = strand.person
            }
            if last == nil { list(point, line, index, programme, -1) }
        }
    }

    private mutating func list(
        _ point: DuePoint, _ line: FamilyLine, _ index: Int, _ programme: ProgrammeReading,
        _ person: Int32
    ) {
        dueNext.append(
            DueMeasurement(
                caseIndex: Int32(line.caseIndex), person: person,
                programme: programme.programme.name, line: index,
                instrument: programme.programme.schedule[index].instrument ?? "",
                due: CalendarDate(days: point.due), opens: CalendarDate(days: point.opens),
                closes: CalendarDate(days: point.closes)))
    }
}
