import Basics
import Model

/// Places open cases in their programme's phases.
struct PhaseReader {
    private(set) var figures: [PhaseFigure] = []
    private(set) var families: [FamilyPhase] = []
    private(set) var alerts: [Alert] = []
    private let frame: Frame

    init(_ frame: Frame) {
        self.frame = frame
        var sums = frame.grouping.groups.enumerated().map { group, declared in
            let programme = frame.programmes.first { $0.programme.name == declared.programme }
            return (programme?.programme.phases ?? []).indices.map {
                PhaseFigure(group: group, programme: declared.programme ?? "", phase: $0)
            }
        }
        for leaf in frame.grouping.leaves {
            let groups = Array(leaf.groups.dropFirst())
            for at in leaf.cases { read(Int(frame.grouping.order[at]), groups, &sums) }
        }
        figures = sums.flatMap(\.self)
    }

    private mutating func read(_ caseIndex: Int, _ groups: [Int], _ sums: inout [[PhaseFigure]]) {
        guard let programme = frame.programme(of: caseIndex) else { return }
        let phases = programme.programme.phases
        if phases.isEmpty { return }
        let windows = frame.windows(of: caseIndex)
        if let end = windows.end {
            readContact(caseIndex, phases, end, groups, &sums)
        } else {
            place(
                caseIndex, phases, weeks: (frame.input.asOf.days - windows.start) / 7, groups, &sums
            )
        }
    }

    private mutating func place(
        _ caseIndex: Int, _ phases: [Phase], weeks: Int32, _ groups: [Int],
        _ sums: inout [[PhaseFigure]]
    ) {
        let position = FamilyPhase(
            caseIndex: Int32(caseIndex), recorded: recorded(caseIndex, phases),
            expected: phases.expected(after: Int(weeks)), weeks: Int(weeks),
            isOverTime: phases.isOver(after: Int(weeks), in: recorded(caseIndex, phases)))
        families.append(position)
        for group in groups {
            if let recorded = position.recorded {
                sums[group][recorded].recorded += 1
                if position.isOverTime { sums[group][recorded].overTime += 1 }
            }
            if let expected = position.expected { sums[group][expected].expected += 1 }
        }
        if position.isOverTime { raise(.phaseOverTime, caseIndex, frame.input.asOf) }
    }

    private func recorded(_ caseIndex: Int, _ phases: [Phase]) -> Int? {
        let index = Int(frame.input.cases.phases[caseIndex])
        guard index >= 0 else { return nil }
        return phases.firstIndex { $0.name == frame.input.cases.phaseNames[index] }
    }

    /// A later contact is due for three months from the day it falls on.
    private mutating func readContact(
        _ caseIndex: Int, _ phases: [Phase], _ end: Int32, _ groups: [Int],
        _ sums: inout [[PhaseFigure]]
    ) {
        for (index, phase) in phases.enumerated() {
            guard let contact = phase.contactAfter else { continue }
            let due = phases.contactDay(contact, after: index, end: end)
            let asOf = frame.input.asOf
            guard due <= asOf, asOf < due.adding(months: 3) else { continue }
            for group in groups { sums[group][index].contactsDue += 1 }
            raise(.contactDue, caseIndex, due)
        }
    }

    private mutating func raise(_ reason: Alert.Reason, _ caseIndex: Int, _ day: CalendarDate) {
        alerts.append(
            Alert(caseIndex: Int32(caseIndex), person: -1, reason: reason, date: day))
    }
}

extension [Phase] {
    /// The phase in which a case would be after so many weeks, were each as long as it may be;
    /// nothing when all have run out.
    func expected(after weeks: Int) -> Int? {
        var total = 0
        return firstIndex { phase in
            total += phase.weeks.through
            return weeks < total
        }
    }

    /// Whether a case has been open longer than all phases up to its own may take; a phase that
    /// may be repeated counts twice.
    func isOver(after weeks: Int, in recorded: Int?) -> Bool {
        let last = recorded ?? count - 1
        let allowed = prefix(last + 1).reduce(0) {
            $0 + $1.weeks.through * ($1.mayRepeat ? 2 : 1)
        }
        return weeks > allowed
    }

    /// The day of a contact some months after a phase: a case that ends is taken to have gone
    /// through the phases that follow in their shortest time.
    func contactDay(_ contact: Phase.LaterContact, after index: Int, end: Int32) -> CalendarDate {
        let following = self[(index + 1)...].reduce(0) { $0 + $1.weeks.from }
        return CalendarDate(days: end - Int32(following * 7)).adding(months: contact.months)
    }
}
