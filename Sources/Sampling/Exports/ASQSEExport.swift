import Basics

/// The second edition of the Ages & Stages Questionnaires: Social-Emotional.
struct ASQSEExport: Export {
    let name = "asqse.csv"
    let columns =
        ["case_id", "child_id", "birth_date", "gest_weeks", "date", "interval"]
        + numbered("q", 36) + numbered("c", 36)
    let breakable = Breakable(dateColumn: 4, answers: 6..<22, alternatives: ["0", "5"])

    /// An interval of the form: up to which corrected age in months, and how many items count.
    private struct Interval {
        var name: Int
        var before: Int
        var items: Int
    }

    private static let intervals = [
        Interval(name: 2, before: 3, items: 16), Interval(name: 6, before: 9, items: 23),
        Interval(name: 12, before: 15, items: 27), Interval(name: 18, before: 21, items: 31),
        Interval(name: 24, before: 27, items: 31), Interval(name: 30, before: 33, items: 33),
        Interval(name: 36, before: 42, items: 35), Interval(name: 48, before: 54, items: 36),
    ]

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.infants) else { return }
        for child in family.children {
            for day in family.occasions([0, 1, 3, 6, 12, 18], &random) {
                write(child, day, of: family, to: &table, &random)
            }
        }
    }

    /// Writes one form, unless the child is too young for the first.
    private func write(
        _ child: Person, _ day: CalendarDate, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        guard let birth = child.birth else { return }
        let early = birth.completedMonths(to: day) < 24 ? 40 - child.gestationWeeks : 0
        let months = birth.adding(days: 7 * early).completedMonths(to: day)
        guard months >= 1,
            let interval = ASQSEExport.intervals.first(where: { months < $0.before })
        else { return }
        table.field(family.identifier)
        table.field(child.identifier)
        table.field(birth)
        table.field(child.gestationWeeks)
        table.field(day)
        table.field(interval.name)
        answers(
            family.burden(child, on: day, &random), count: interval.items, to: &table, &random)
        table.endRecord()
    }

    private func answers(
        _ burden: Double, count: Int, to table: inout RecordText, _ random: inout SeededRandom
    ) {
        let hand = Handwriting(&random)
        for item in 1...36 {
            let answer = 5 * random.near(0.1 + 0.35 * burden, reach: 1, in: 0...2)
            table.answer(item <= count ? hand.answer(answer, &random) : nil)
        }
        for item in 1...36 {
            let concern = random.happens(4) ? 1 : 0
            table.answer(item <= count ? concern : nil)
        }
    }
}
