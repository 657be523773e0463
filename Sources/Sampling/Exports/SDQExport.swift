import Basics

/// The Strengths and Difficulties Questionnaire, by a parent, a teacher and the child.
struct SDQExport: Export {
    let name = "sdq.csv"
    let columns =
        ["case_id", "child_id", "informant", "birth_date", "date"] + numbered("sdq", 25)
        + numbered("imp", 8)
    let breakable = Breakable(dateColumn: 4, answers: 5..<30, alternatives: ["0", "1"])

    private static let months = [0, 3, 6, 12, 18, 24]
    /// Items on which a higher answer means fewer difficulties (www.sdqinfo.org).
    private static let strengths: Set<Int> = [1, 4, 7, 9, 11, 14, 17, 20, 21, 25]

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.sdq) else { return }
        for child in family.children {
            write("parent", ages: 2...17, of: (family, child), to: &table, &random)
            if random.happens(55) {
                write("teacher", ages: 2...17, of: (family, child), to: &table, &random)
            }
            write("self", ages: 11...17, of: (family, child), to: &table, &random)
        }
    }

    private func write(
        _ informant: String, ages: ClosedRange<Int>, of subject: (family: Family, child: Person),
        to table: inout RecordText, _ random: inout SeededRandom
    ) {
        let (family, child) = subject
        for day in family.occasions(SDQExport.months, &random)
        where ages.contains(child.age(on: day)) {
            table.field(family.identifier)
            table.field(child.identifier)
            table.field(informant)
            table.field(child.birth)
            table.field(day)
            let burden = family.burden(child, on: day, &random)
            answers(burden, to: &table, &random)
            impact(burden, to: &table, &random)
            table.endRecord()
        }
    }

    private func answers(
        _ burden: Double, to table: inout RecordText, _ random: inout SeededRandom
    ) {
        let hand = Handwriting(&random)
        for item in 1...25 {
            let difficulty = random.near(0.35 + 0.5 * burden, reach: 1.1, in: 0...2)
            let answer = SDQExport.strengths.contains(item) ? 2 - difficulty : difficulty
            table.answer(hand.answer(answer, &random))
        }
    }

    /// Any difficulties, since when, then six questions that are skipped when there are none.
    private func impact(_ burden: Double, to table: inout RecordText, _ random: inout SeededRandom)
    {
        let difficulties = random.near(0.4 + 1.1 * burden, reach: 1, in: 0...3)
        table.field(difficulties)
        let hand = Handwriting(&random)
        for _ in 2...8 {
            let answer = random.near(0.5 + 1.1 * burden, reach: 1, in: 0...3)
            table.answer(difficulties == 0 ? nil : hand.answer(answer, &random))
        }
    }
}
