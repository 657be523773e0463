import Basics

/// The Alarm Distress Baby Scale (Guedeney & Fermanian 2001), for infants of 2 to 24 months.
struct ADBBExport: Export {
    let name = "adbb.csv"
    let columns = ["case_id", "child_id", "birth_date", "date"] + numbered("a", 8)
    let breakable = Breakable(dateColumn: 3, answers: 4..<12, alternatives: ["0", "1"])

    private static let ages = 2...24

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.infants) else { return }
        for child in family.children {
            for day in family.occasions([0, 1, 2, 3, 4, 6, 8, 12], &random) {
                guard let birth = child.birth,
                    ADBBExport.ages.contains(birth.completedMonths(to: day))
                else { continue }
                write(child, day, of: family, to: &table, &random)
            }
        }
    }

    private func write(
        _ child: Person, _ day: CalendarDate, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        table.field(family.identifier)
        table.field(child.identifier)
        table.field(child.birth)
        table.field(day)
        let burden = family.burden(child, on: day, &random)
        let hand = Handwriting(&random)
        for _ in 1...8 {
            let answer = random.near(0.1 + 0.6 * burden, reach: 1.2, in: 0...4)
            table.answer(hand.answer(answer, &random))
        }
        table.endRecord()
    }
}
