import Basics
import Model
import ReportModel

/// The change theory as a ladder: each promised outcome, how many families reached it and how
/// sure that is, and the counts behind.
struct ChangeTheorySection: Section {
    static let kind = "change-theory"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        request.programmes.flatMap { blocks(request.context, $0) }
    }

    private static func blocks(_ context: ReportContext, _ programme: Programme) -> [Block] {
        let rows = Dictionary(
            context.rows("change-theory").filter {
                $0.key("programme") == programme.name && $0.key("municipality") == KeyColumn.all
            }.map { ($0.key("outcome"), $0) }, uniquingKeysWith: { first, _ in first })
        guard !rows.isEmpty else { return [] }
        let words = context.words
        return [
            .heading(
                level: 2,
                Prose(
                    words.say("Forandringsteori: ", "Change theory: ")
                        + programme.title[context.language]),
                anchor: "change-theory-\(programme.name)"),
            .paragraph(reading(context)),
            .chart(ladder(context, programme, rows)),
            .table(table(context, programme, rows)),
        ]
    }

    private static func reading(_ context: ReportContext) -> Prose {
        context.say(
            """
            Andelen er af de familier, der er målt og ikke allerede var der ved start. \
            Manglende målinger tæller hverken som nået eller ikke nået.
            """,
            """
            The share is of the families that were measured and were not already there at the \
            start. Missing measurements count neither as reached nor as not reached.
            """)
    }

    private static func ladder(
        _ context: ReportContext, _ programme: Programme, _ rows: [String: FigureRow]
    ) -> Chart {
        let words = context.words
        let rungs = programme.outcomes.map { outcome in
            Ladder.Rung(
                outcome.title[context.language], whom: words.whom(outcome.whom),
                steps: Horizon.allCases.map {
                    $0 == outcome.horizon ? rows[outcome.name].map { step($0, words) } : nil
                })
        }
        return Chart(
            "change-theory-\(programme.name)",
            title: words.say("Hvor mange familier er nået hvortil", "How many families got how far"),
            description: words.say(
                "Hver virkning i forandringsteorien med andelen af familier, der har nået den.",
                "Each outcome of the change theory with the share of families that reached it."),
            .ladder(Ladder(horizons: Horizon.allCases.map(words.horizon), rungs: rungs)))
    }

    private static func step(_ row: FigureRow, _ words: Words) -> Ladder.Step {
        let achieved = row.quantity("achieved", .count)
        let measured = ["achieved", "partly", "not_achieved"].map { row.number($0) }
        let whole: Quantity =
            measured.contains(where: { $0 == nil })
            ? .hidden : .count(Int(measured.reduce(0) { $0 + ($1 ?? 0) }))
        return Ladder.Step(
            share: row.quantity("share_achieved", .share), reached: .part(achieved, of: whole),
            remark: row.word("verdict").map(words.verdict))
    }

    private static func table(
        _ context: ReportContext, _ programme: Programme, _ rows: [String: FigureRow]
    ) -> Table {
        let words = context.words
        let counts = [
            ("achieved", words.say("Nået", "Achieved")), ("partly", words.say("Delvist", "Partly")),
            ("not_achieved", words.say("Ikke nået", "Not achieved")),
            ("already_there", words.say("Var der allerede", "Already there")),
            ("not_measured", words.say("Ikke målt", "Not measured")),
            ("ended", words.say("Afsluttet før", "Ended before")),
            ("not_yet_due", words.say("Endnu ikke tid", "Not yet due")),
        ]
        let columns: [Column] =
            [
                .rowHeader(words.say("Virkning", "Outcome")), .text(words.say("For", "For")),
                .text(words.say("Sigt", "Horizon")),
            ] + counts.map { .figures($0.1) }
            + [
                .figures(words.say("Andel nået", "Share achieved")),
                .figures(words.say("95 %-interval", "95% interval")),
                .text(words.say("Mål", "Target")),
            ]
        let body = programme.outcomes.compactMap { outcome in
            rows[outcome.name].map { self.row(context, outcome, $0, counts.map(\.0)) }
        }
        return Table(
            words.say("Virkninger og antal familier", "Outcomes and numbers of families"),
            columns: columns, rows: body)
    }

    private static func row(
        _ context: ReportContext, _ outcome: Outcome, _ row: FigureRow, _ counts: [String]
    ) -> Row {
        let words = context.words
        return Row(
            [
                Prose(outcome.title[context.language]), Prose(words.whom(outcome.whom)),
                Prose(words.horizon(outcome.horizon)),
            ] + counts.map { .quantity(row.quantity($0, .count)) }
                + [
                    .quantity(row.quantity("share_achieved", .share)),
                    .quantity(row.interval("share_achieved", .share, ends: "share")),
                    Prose(row.word("verdict").map(words.verdict) ?? "–"),
                ])
    }
}
