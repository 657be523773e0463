import Basics

/// The functional-level form: ten areas from 0 (no problem) to 4 (a total problem).
struct FunctionalExport: Export {
    let name = "functional.csv"
    let columns = ["case_id", "child_id", "rater", "date"] + numbered("f", 10)
    let breakable = Breakable(dateColumn: 3, answers: 4..<14, alternatives: ["1", "2"])

    private static let ownFormFrom = 11

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.functioning) else { return }
        for child in family.children {
            for day in family.occasions([0, 6, 12, 18, 24], &random)
            where child.birth.map({ $0 <= day }) ?? false {
                let burden = family.burden(child, on: day, &random)
                for rater in raters(of: child, in: family, on: day) where !random.happens(15) {
                    let rated = burden + 0.2 * random.spread()
                    write((child, rater, day), rated, of: family, to: &table, &random)
                }
            }
        }
    }

    private func raters(of child: Person, in family: Family, on day: CalendarDate) -> [String] {
        family.parents.map(\.role.rawValue) + ["professional"]
            + (child.age(on: day) >= FunctionalExport.ownFormFrom ? ["child"] : [])
    }

    private func write(
        _ form: (child: Person, rater: String, day: CalendarDate), _ burden: Double,
        of family: Family, to table: inout RecordText, _ random: inout SeededRandom
    ) {
        table.field(family.identifier)
        table.field(form.child.identifier)
        table.field(form.rater)
        table.field(form.day)
        let hand = Handwriting(&random)
        for _ in 1...10 {
            let answer = random.near(0.6 + 1.1 * burden, reach: 1.2, in: 0...4)
            table.answer(hand.answer(answer, &random))
        }
        table.endRecord()
    }
}
