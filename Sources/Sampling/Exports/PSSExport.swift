import Basics

/// The Parental Stress Scale (Berry & Jones 1995).
struct PSSExport: Export {
    let name = "pss.csv"
    let columns = ["case_id", "respondent_id", "date"] + numbered("pss", 18)
    let breakable = Breakable(dateColumn: 2, answers: 3..<21, alternatives: ["1", "2"])

    /// Items that tell of satisfaction and are reversed in scoring (Berry & Jones 1995).
    private static let satisfactions: Set<Int> = [1, 2, 5, 6, 7, 8, 17, 18]

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.pss) else { return }
        let isShort = family.programme.measures.contains(.infants)
        let months = isShort ? [0, 1, 3, 6, 12] : [0, 3, 6, 12, 18, 24]
        for parent in family.parents {
            for day in family.occasions(months, &random) {
                write(parent, day, of: family, to: &table, &random)
            }
        }
    }

    private func write(
        _ parent: Person, _ day: CalendarDate, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        table.field(family.identifier)
        table.field(parent.identifier)
        table.field(day)
        let burden = family.burden(parent, on: day, &random)
        let hand = Handwriting(&random)
        for item in 1...18 {
            let stress = random.near(1.9 + 0.85 * burden, reach: 1.4, in: 1...5)
            let answer = PSSExport.satisfactions.contains(item) ? 6 - stress : stress
            table.answer(hand.answer(answer, &random))
        }
        table.endRecord()
    }
}
