import Basics

/// The goals that a family sets: a new round each quarter, at most three at a time.
struct GoalsExport: Export {
    let name = "goals.csv"
    let columns = ["case_id", "goal_id", "set_date", "due_date", "status_date", "status"]
    let breakable = Breakable(
        dateColumn: 2, answers: 5..<6, alternatives: ["reached", "partly"],
        kinds: BreakKind.ofAnswers.filter { $0 != .outOfRange })

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        let last = min(family.closing, family.asOf)
        var day = family.start.adding(days: random.within(7...35))
        var number = 1
        while day <= last {
            for _ in 1...random.within(1...3) {
                write((number, day), of: family, to: &table, &random)
                number += 1
            }
            day = day.adding(days: random.within(95...200))
        }
    }

    private func write(
        _ goal: (number: Int, day: CalendarDate), of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        let last = min(family.closing, family.asOf)
        let due = goal.day.adding(days: random.within(42...70))
        let settled = due.adding(days: random.within(-14...20))
        let burden = family.course.burden(after: settled - family.start)
        let status = ["reached", "partly", "dropped"][
            random.near(0.9 * burden, reach: 1, in: 0...2)]
        let isOpen = settled > last || random.happens(5)
        table.field(family.identifier)
        table.field(family.identifier + "-G\(goal.number)")
        table.field(goal.day)
        table.field(due)
        table.field(isOpen ? nil : settled)
        table.field(isOpen ? "open" : status)
        table.endRecord()
    }
}
