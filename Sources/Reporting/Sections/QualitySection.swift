import Basics
import Model
import ReportModel

/// What came in, what was not used and why: counts, never values.
struct QualitySection: Section {
    static let kind = "quality"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let words = context.words
        return [.heading(level: 2, Prose(words.say("Datakvalitet", "Data quality")), anchor: "quality")]
            + absent(context) + table(context)
    }

    private static func absent(_ context: ReportContext) -> [Block] {
        guard !context.absentFiles.isEmpty else { return [] }
        let words = context.words
        return [
            .callout(
                .caution, title: words.say("Mangler i rapporten", "Absent from this report"),
                [
                    .list(
                        context.absentFiles.map {
                            Prose("\($0.name): \($0.reason[context.language])")
                        })
                ])
        ]
    }

    private static func table(_ context: ReportContext) -> [Block] {
        let rows = context.rows("quality")
        guard !rows.isEmpty else { return [] }
        let words = context.words
        let counts = [
            ("rows", words.say("Rækker", "Rows")), ("used", words.say("Brugt", "Used")),
            ("rejected", words.say("Afvist", "Rejected")),
            ("duplicates", words.say("Dubletter", "Duplicates")),
            ("cells_unused", words.say("Felter ikke brugt", "Cells not used")),
        ]
        return [
            .table(
                Table(
                    words.say("Hvad der kom ind", "What came in"),
                    columns: [.rowHeader(words.say("Fil", "File"))]
                        + counts.map { .figures($0.1) },
                    rows: rows.map { row in
                        Row(
                            [Prose(row.key("file"))]
                                + counts.map { .quantity(row.quantity($0.0, .count)) })
                    },
                    note: context.say(
                        """
                        Rækker = brugt + afvist + dubletter. Et felt, der ikke kan læses, tæller \
                        som manglende, og resten af rækken bruges.
                        """,
                        """
                        Rows = used + rejected + duplicates. A cell that cannot be read counts as \
                        missing, and the rest of its row is used.
                        """)))
        ]
    }
}
