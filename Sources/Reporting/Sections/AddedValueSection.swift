import Basics
import Model
import ReportModel

/// The SDQ's added value: a group's mean against what is expected without treatment.
struct AddedValueSection: Section {
    static let kind = "added-value"

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let row = request.context.row("added-value", request.group.keys),
            row.number("n") != 0
        else { return [] }
        let words = request.words
        let table = Table(
            words.say("SDQ's merværdi (added value)", "SDQ added value"),
            columns: [
                .rowHeader(words.say("Gruppe", "Group")), .figures(words.say("Børn", "Children")),
                .figures(words.say("Familier", "Families")), .figures(words.say("Point", "Points")),
                .figures(words.interval), .figures(words.say("I spredninger", "In SDs")),
            ],
            rows: [
                [
                    Prose(name(request)), row.cell("n"), row.cell("families"),
                    row.cell("mean", .difference), row.interval("mean", .difference),
                    row.cell("effect_size"),
                ]
            ], note: note(request.context))
        return [
            request.heading("SDQ: merværdi", "SDQ: added value", anchor: "added-value"),
            .table(table),
        ]
    }

    private static func name(_ request: SectionRequest) -> String {
        request.programme?.title[request.context.language]
            ?? request.words.say("Alle indsatser", "All programmes")
    }

    private static func note(_ context: ReportContext) -> Prose {
        context.say(
            """
            Over nul: børnene har det efter et halvt år bedre end ventet for ubehandlede børn i \
            en britisk befolkningsundersøgelse (Ford m.fl. 2009). Tallet gælder en gruppe, aldrig \
            et enkelt barn, og den britiske formel er ikke efterprøvet i Danmark.
            """,
            """
            Above nought: after half a year the children are better off than expected of \
            untreated children in a British population survey (Ford et al. 2009). The figure is \
            of a group, never of one child, and the formula has not been tested in Denmark.
            """)
    }
}
