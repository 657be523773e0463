import Basics
import Model
import ReportModel

/// Persons who outgrew a scale and went on with another, by zone.
struct FormChangeTable {
    let request: SectionRequest
    let horizon: Horizon

    /// The table, or nothing where nobody changed scale.
    var block: Block? {
        let rows = request.context.rows("form-changes", request.group.keys).filter {
            $0.key("horizon") == horizon.name && $0.number("n") != 0
        }
        guard !rows.isEmpty else { return nil }
        let words = request.words
        let counts = [
            ("n", words.say("Antal", "Number")), ("better", words.say("Bedre zone", "Better zone")),
            ("same", words.say("Samme zone", "Same zone")),
            ("worse", words.say("Dårligere zone", "Worse zone")),
        ]
        return .table(
            Table(
                words.say("Vokset ud af et skema, ", "Outgrew a form, ")
                    + words.horizon(horizon).lowercased(),
                columns: [
                    .rowHeader(words.say("Ved start", "At baseline")),
                    .text(words.say("Ved opfølgning", "At follow-up")),
                    .text(words.say("Hvem", "By whom")),
                ] + counts.map { .figures($0.1) },
                rows: rows.map { row in
                    Row(
                        [
                            title(row.key("scale")), title(row.key("later")),
                            Prose(words.informant(row.key("informant"))),
                        ] + counts.map { row.cell($0.0) })
                }, note: note))
    }

    private func title(_ scale: String) -> Prose {
        request.context.markedTitle(ofScale: scale, in: request.programme)
    }

    private var note: Prose {
        request.context.say(
            """
            Et barn, der bliver for stort til ét skema, følges op med det næste. Point kan ikke \
            trækkes fra hinanden, men det kan siges, på hvilken side af grænseværdien barnet ligger.
            """,
            """
            A child who outgrows one form is followed up with the next. Points cannot be \
            subtracted, but it can be said on which side of the cut-off the child lies.
            """)
    }
}
