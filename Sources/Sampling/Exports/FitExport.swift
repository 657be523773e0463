import Basics

/// Feedback-informed treatment: the outcome and session rating scales, session by session.
struct FitExport: Export {
    let name = "fit.csv"
    let columns =
        ["case_id", "respondent_id", "role", "session_no", "date"] + numbered("ors", 4)
        + numbered("srs", 4) + ["form", "birth_date"]
    let breakable = Breakable(dateColumn: 4, answers: 5..<13, alternatives: ["4,0", "4,1"])

    /// From six years on a child has a form of its own; the adults' form is used from 13.
    private static let childAges = 6...12
    private static let mostSessions = 24

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.fit) else { return }
        for parent in family.parents { write(parent, of: family, to: &table, &random) }
        for child in family.children where child.age(on: family.start) >= 6 {
            if random.happens(30) { write(child, of: family, to: &table, &random) }
        }
    }

    private func write(
        _ person: Person, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        var day = family.start.adding(days: random.below(14))
        let last = min(family.closing, family.asOf)
        var session = 1
        while day <= last, session <= FitExport.mostSessions {
            if !random.happens(8) {
                write((person, day, session), of: family, to: &table, &random)
            }
            day = day.adding(days: random.within(20...40))
            session += 1
        }
    }

    private func write(
        _ sitting: (person: Person, day: CalendarDate, session: Int), of family: Family,
        to table: inout RecordText, _ random: inout SeededRandom
    ) {
        let (person, day, session) = sitting
        table.field(family.identifier)
        table.field(person.identifier)
        table.field(person.role.rawValue)
        table.field(session)
        table.field(day)
        let burden = family.burden(person, on: day, &random)
        let trust = min(6, 0.5 * Double(session))
        let hand = Handwriting(&random)
        lines(around: 67 - 21 * burden, hand, to: &table, &random)
        lines(around: 91 - 6 * burden + trust, hand, to: &table, &random)
        let isChildForm = FitExport.childAges.contains(person.age(on: day))
        table.field(isChildForm ? "cors" : "ors")
        table.field(person.birth)
        table.endRecord()
    }

    /// Four lines of 10 cm, measured in millimetres.
    private func lines(
        around millimetres: Double, _ hand: Handwriting, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        for _ in 0..<4 {
            let mark = random.near(millimetres, reach: 16, in: 0...100)
            if let mark = hand.answer(mark, &random) {
                table.field(tenths: mark)
            } else {
                table.blank()
            }
        }
    }
}
