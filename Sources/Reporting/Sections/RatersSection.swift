import Basics
import Model
import ReportModel

/// How well those who rate one child agree; never averaged together.
struct RatersSection: Section {
    static let kind = "raters"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let rows = request.context.rows("raters", request.group.keys).filter {
            $0.number("n") != 0
        }
        guard !rows.isEmpty else { return [] }
        let words = request.words
        let table = Table(
            words.say("Enighed ved start", "Agreement at baseline"),
            columns: [
                .rowHeader(words.say("Skala", "Scale")), .text(words.say("Første", "First")),
                .text(words.say("Anden", "Second")), .figures(words.say("Antal", "Number")),
                .figures(words.say("Forskel", "Difference")),
                .figures(words.say("Enighed, ICC(A,1)", "Agreement, ICC(A,1)")),
            ], rows: rows.map { row($0, request) }, note: note(request.context))
        return [
            request.heading(
                "Flere ser på samme barn", "Several raters of one child", anchor: "raters"),
            .table(table),
        ]
    }

    private static func row(_ row: FigureRow, _ request: SectionRequest) -> Row {
        [
            request.context.markedTitle(ofScale: row.key("scale"), in: request.programme),
            Prose(request.words.informant(row.key("first"))),
            Prose(request.words.informant(row.key("second"))), row.cell("n"),
            row.cell("mean_difference", .difference), row.cell("agreement"),
        ]
    }

    private static func note(_ context: ReportContext) -> Prose {
        context.say(
            """
            Forskel: den første minus den anden, i point. Enighed nær 1 er høj, nær 0 er lav \
            (McGraw og Wong 1996). Uenighed er viden om barnets forskellige hverdage, ikke en fejl.
            """,
            """
            Difference: the first minus the second, in points. Agreement near 1 is high, near 0 \
            is low (McGraw and Wong 1996). Disagreement tells of the child's different settings; \
            it is not an error.
            """)
    }
}
