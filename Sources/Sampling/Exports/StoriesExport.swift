import Basics

/// Change stories, in invented sentences.
struct StoriesExport: Export {
    let name = "stories.csv"
    let columns = ["case_id", "date", "story"]
    let breakable = Breakable(
        dateColumn: 1, answers: 1..<1, alternatives: [], kinds: [.unreadableDate, .unknownCase])

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard random.happens(45) else { return }
        for day in family.occasions([3, 9, 15, 24], &random) where random.happens(60) {
            table.field(family.identifier)
            table.field(day)
            let isLighter = family.course.burden(after: day - family.start) < 0.6
            let change = random.pick(isLighter ? StoriesExport.easier : StoriesExport.harder)
            table.prose(change + " " + random.pick(StoriesExport.reasons))
            table.endRecord()
        }
    }

    private static let easier = [
        "Vi spiser sammen om aftenen nu, og der bliver talt i stedet for råbt.",
        "Min søn går selv ud ad døren om morgenen.",
        "Jeg ringer til skolen, før de ringer til mig.",
        "Pigerne har fået legeaftaler igen.",
        "Jeg kan mærke, når jeg er ved at koge over; så går jeg udenfor et øjeblik.",
        "Vi har en kalender på køleskabet, og den holder for det meste.",
    ]

    private static let harder = [
        "Det går op og ned, og denne måned mest ned.",
        "Vi er flyttet, og intet er på plads endnu.",
        "Jeg magter ikke flere møder lige nu.",
        "Skolen er stadig svær, og morgenerne ender tit i konflikt.",
    ]

    private static let reasons = [
        "Det hjalp, at der kom én fast person.",
        "Konsulenten gik med til mødet, og så turde jeg sige det.",
        "Min søster er begyndt at hente om torsdagen.",
        "Jeg ved ikke helt, hvad der gjorde forskellen.",
        "Det betød meget, at vi selv valgte målet.",
        "Vi fik sagt \"vi prøver igen i morgen\" uden at nogen blev vrede.",
    ]
}
