import Basics

/// The progression wheel: ten axes, by each parent every third month.
struct WheelExport: Export {
    let name = "wheel.csv"
    let columns = ["case_id", "respondent_id", "date"] + numbered("w", 10) + ["comment"]
    let breakable = Breakable(
        dateColumn: 2, answers: 3..<13, alternatives: ["4", "5"],
        kinds: BreakKind.ofAnswers + [.civilNumber], proseColumn: 13)

    private static let months = [0, 3, 6, 9, 12, 15, 18, 21, 24]

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.wheel) else { return }
        for parent in family.parents {
            let tastes = (0..<10).map { _ in random.spread() }
            for day in family.occasions(WheelExport.months, &random) {
                table.field(family.identifier)
                table.field(parent.identifier)
                table.field(day)
                let burden = family.burden(parent, on: day, &random)
                axes(around: 7 - 2.2 * burden, tastes, to: &table, &random)
                table.prose(random.happens(20) ? random.pick(WheelExport.comments) : "")
                table.endRecord()
            }
        }
    }

    private func axes(
        around level: Double, _ tastes: [Double], to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        let hand = Handwriting(&random)
        for taste in tastes {
            let answer = random.near(level + 1.5 * taste, reach: 1.4, in: 0...10)
            table.answer(hand.answer(answer, &random))
        }
    }

    private static let comments = [
        "Søvnen er bedre end sidst.", "Morgenerne er stadig svære.",
        "Vi har fået en fast aftale med skolen.", "Økonomien fylder meget lige nu.",
        "Mormor henter to gange om ugen; det hjælper.", "Der er mere ro ved spisebordet.",
        "Siger selv: \"Jeg tør godt ringe til skolen nu\".", "Ingen ændring siden sidst.",
        "Har været syg; skemaet er udfyldt i telefonen.", "Vil gerne arbejde videre med netværket.",
        "Samtalen blev flyttet en uge.", "Er begyndt i praktik tre dage om ugen.",
    ]
}
