import Basics
import Model
import ReportModel

/// Measurements due and made, line by line of each programme's schedule.
struct AdherenceSection: Section {
    static let kind = "adherence"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let tables = request.programmes.compactMap { Self.table(request, $0) }
        guard !tables.isEmpty else { return [] }
        return [
            request.heading(
                "Måles der som aftalt?", "Are measurements made as agreed?", anchor: "adherence"),
            .paragraph(reading(request)),
        ] + tables
    }

    private static func reading(_ request: SectionRequest) -> Prose {
        let all = AdherenceReading(request)
        let context = request.context
        guard all.due.isShown, all.done.isShown else {
            return context.say(
                "Det samlede antal kan ikke vises uden at røbe små tal.",
                "The number in all cannot be shown without giving small counts away.")
        }
        if all.due == .count(0) {
            return context.say(
                "Ingen målinger skulle være foretaget endnu.", "No measurement was due yet.")
        }
        return context.say(
            """
            \(.part(all.done, of: all.due)) målinger er foretaget til tiden (\(all.share))\(all.mark). Jo \
            færre målinger, jo mindre siger tallene om forandring.
            """,
            """
            \(.part(all.done, of: all.due)) measurements were made on time (\(all.share))\(all.mark). The \
            fewer the measurements, the less the figures say about change.
            """)
    }

    private static func table(_ request: SectionRequest, _ programme: Programme) -> Block? {
        let context = request.context
        let words = request.words
        let rows = context.rows("adherence", GroupName(programme).keys)
            .filter { $0.number("due") != 0 }
        guard !rows.isEmpty else { return nil }
        return .table(
            Table(
                words.say("Planlagte målinger: ", "Scheduled measurements: ")
                    + programme.title[context.language],
                columns: [
                    .rowHeader(words.say("Måling", "Measurement")),
                    .figures(words.say("Familier", "Families")),
                    .figures(words.say("Skulle foretages", "Due")),
                    .figures(words.say("Foretaget", "Made")),
                    .figures(words.say("Andel", "Share")),
                ],
                rows: rows.map { row in
                    Row(
                        [Prose(title(row.key("line"), programme, context.language))]
                            + ["families", "due", "done", "share_done"].map { row.cell($0) })
                }))
    }

    private static func title(
        _ line: String, _ programme: Programme, _ language: Language
    ) -> String {
        programme.schedule.first { $0.name == line }?.title[language] ?? line
    }
}
