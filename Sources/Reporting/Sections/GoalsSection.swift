import Basics
import Model
import ReportModel

/// The families' own goals: open, reached, partly, dropped; and those that are overdue.
struct GoalsSection: Section {
    static let kind = "goals"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let rows = request.programmes.compactMap { programme in
            request.context.row("goals", GroupName(programme).keys).map { (programme, $0) }
        }.filter { $0.1.number("goals") != 0 }
        guard !rows.isEmpty else { return [] }
        let words = request.words
        let columns = columns(words)
        let table = Table(
            words.say("Mål, som familierne har sat", "Goals that families have set"),
            columns: [.rowHeader(words.say("Indsats", "Programme"))]
                + columns.map { .figures($0.1) },
            rows: rows.map { programme, row in
                Row(
                    [Prose(programme.title[request.context.language])]
                        + columns.map { row.cell($0.0) })
            }, note: note(request, rows.map(\.0)))
        return [
            request.heading("Familiernes mål", "The families' goals", anchor: "goals"),
            .table(table),
        ]
    }

    private static func columns(_ words: Words) -> [(String, String)] {
        [
            ("families", words.say("Familier", "Families")), ("goals", words.say("Mål", "Goals")),
            ("open", words.say("Åbne", "Open")), ("reached", words.say("Nået", "Reached")),
            ("partly", words.say("Delvist", "Partly")),
            ("dropped", words.say("Opgivet", "Dropped")),
            ("overdue", words.say("Over fristen", "Overdue")),
            (
                "families_with_too_many",
                words.say("Familier med for mange", "Families with too many")
            ),
            ("follow_up_late", words.say("Opfølgning forsinket", "Follow-up late")),
        ]
    }

    private static func note(_ request: SectionRequest, _ programmes: [Programme]) -> Prose {
        let most = Set(programmes.map(\.goalRules.openAtMost)).sorted()
        let limit = request.words.list(most.map(String.init))
        return request.context.say(
            "For mange: flere åbne mål ad gangen, end indsatsen tillader (\(limit)).",
            "Too many: more goals open at a time than the programme allows (\(limit)).")
    }
}
