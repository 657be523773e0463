import Basics
import Model

/// Follows every started case through its programme's schedule.
struct OnTimeReader {
    let frame: Frame
    let calendar: Months
    /// By group and line of the schedule.
    private var adherence: [[Tally]]
    /// Points due and done by month of the due day, by group.
    private(set) var monthly: [[GroupTally.MonthCount]]
    private(set) var alerts: [Alert] = []
    private(set) var dueNext: [DueMeasurement] = []

    private struct Tally {
        var due = 0
        var done = 0
        var families = 0
    }

    init(_ frame: Frame, _ calendar: Months) {
        self.frame = frame
        self.calendar = calendar
        adherence = frame.grouping.groups.map { group in
            let programme = frame.programmes.first { $0.programme.name == group.programme }
            return Array(repeating: Tally(), count: programme?.lines.count ?? 0)
        }
        let months = Array(repeating: GroupTally.MonthCount(), count: calendar.count)
        monthly = frame.grouping.groups.map { $0.level == .team ? [] : months }
        for leaf in frame.grouping.leaves {
            let groups = leaf.groups
            for at in leaf.cases { follow(Int(frame.grouping.order[at]), in: groups) }
        }
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

    private mutating func follow(_ caseIndex: Int, in groups: [Int]) {
        guard let programme = frame.programme(of: caseIndex) else { return }
        let windows = frame.windows(of: caseIndex)
        for index in programme.lines.indices where programme.lines[index].instrument >= 0 {
            let family = FamilyAdherence(programme.lines[index], windows, caseIndex, frame)
            add(family, line: index, to: groups)
            guard windows.end == nil, frame.input.keepsFamilies else { continue }
            addLate(family, caseIndex)
            addDueNext(programme, index, windows, caseIndex)
        }
    }

    private mutating func add(_ family: FamilyAdherence, line: Int, to groups: [Int]) {
        guard family.due > 0 else { return }
        for group in groups.dropFirst() {
            adherence[group][line].due += family.due
            adherence[group][line].done += min(family.done, family.due)
            adherence[group][line].families += 1
        }
        for (point, isDone) in family.points {
            guard let month = calendar.index(of: point.due) else { continue }
            for group in groups where !monthly[group].isEmpty {
                monthly[group][month].total += 1
                monthly[group][month].hits += isDone ? 1 : 0
            }
        }
    }

    private mutating func addLate(_ family: FamilyAdherence, _ caseIndex: Int) {
        guard let late = family.late else { return }
        alerts.append(
            Alert(
                caseIndex: Int32(caseIndex), person: -1, reason: .measurementLate,
                date: CalendarDate(days: late.due)))
    }

    /// Lists what falls due in the month after the as-of date.
    private mutating func addDueNext(
        _ programme: ProgrammeReading, _ index: Int, _ windows: CaseWindows, _ caseIndex: Int
    ) {
        let line = programme.programme.schedule[index]
        let reading = programme.lines[index]
        let asOf = frame.input.asOf
        let last = asOf.adding(months: 1).days
        let points = line.rhythm.points(of: windows, through: last).filter { $0.due > asOf.days }
        for point in points {
            for informant in FamilyAdherence.informants(reading, caseIndex, frame) {
                for person in persons(reading.instrument, informant, caseIndex) {
                    dueNext.append(
                        DueMeasurement(
                            caseIndex: Int32(caseIndex), person: person,
                            programme: programme.programme.name, line: index,
                            instrument: line.instrument ?? "",
                            due: CalendarDate(days: point.due),
                            opens: CalendarDate(days: point.opens),
                            closes: CalendarDate(days: point.closes)))
                }
            }
        }
    }

    /// Who has filled the instrument in before, or -1 where nobody has.
    private func persons(_ instrument: Int, _ informant: UInt8?, _ caseIndex: Int) -> [Int32] {
        let strands = frame.gathering.strands
        var persons: [Int32] = []
        for strand in frame.strands(of: caseIndex)
        where Int(strands[strand].instrument) == instrument
            && (informant == nil || strands[strand].informant == informant)
            && persons.last != strands[strand].person
        {
            persons.append(strands[strand].person)
        }
        return persons.isEmpty ? [-1] : persons
    }
}
