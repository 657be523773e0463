import Basics

/// The WHO-5 wellbeing index, by parents and by children from nine years.
struct WHO5Export: Export {
    let name = "who5.csv"
    let columns = ["case_id", "person_id", "date"] + numbered("who", 5)
    let breakable = Breakable(dateColumn: 2, answers: 3..<8, alternatives: ["2", "3"])

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.wellbeing) else { return }
        for person in family.parents + family.children {
            for day in family.occasions([0, 3, 6, 12, 24], &random) where person.age(on: day) >= 9 {
                write(person, day, of: family, to: &table, &random)
            }
        }
    }

    private func write(
        _ person: Person, _ day: CalendarDate, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        table.field(family.identifier)
        table.field(person.identifier)
        table.field(day)
        let burden = family.burden(person, on: day, &random)
        let hand = Handwriting(&random)
        for _ in 1...5 {
            let answer = random.near(3.4 - 1.2 * burden, reach: 1.2, in: 0...5)
            table.answer(hand.answer(answer, &random))
        }
        table.endRecord()
    }
}
