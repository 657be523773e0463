import Basics
import Model
import ReportModel

/// The tables of change at one horizon.
struct ChangeTables {
    private let measures: MeasureRows
    private let request: SectionRequest
    private let horizon: Horizon

    init(_ request: SectionRequest, at horizon: Horizon) {
        measures = MeasureRows(request, at: horizon)
        self.request = request
        self.horizon = horizon
    }

    private var words: Words { request.words }

    /// A heading and the tables; nothing where there is no series.
    var blocks: [Block] {
        guard !measures.rows.isEmpty || !measures.hiddenRows.isEmpty else { return [] }
        let title = words.horizon(horizon, in: request.programme)
        return [.heading(level: 3, Prose(title), anchor: "change-\(horizon.name)")]
            + [standings, hidden, means, shares, attrition].compactMap(\.self)
    }

    private func caption(_ danish: String, _ english: String) -> String {
        "\(words.say(danish, english)), \(words.horizon(horizon).lowercased())"
    }

    private var standings: Block? {
        measures.table(
            caption("Hvem der er målt", "Who was measured"),
            [
                ("n_measured", words.say("Målt", "Measured")),
                ("n_missing", words.say("Mangler", "Missing")),
                ("n_no_baseline", words.say("Uden start", "No baseline")),
                ("n_ended", words.say("Afsluttet før", "Ended before")),
                ("n_not_yet_due", words.say("Ikke tid endnu", "Not yet due")),
            ])
    }

    private var hidden: Block? { measures.hiddenNote.map { .paragraph($0) } }

    private var means: Block? {
        let rows = measures.having(["mean_improvement"])
        guard !rows.isEmpty else { return nil }
        return .table(
            Table(
                caption("Fra start til opfølgning", "From baseline to follow-up"),
                columns: measures.nameColumns + meanColumns, rows: rows.map(mean),
                note: request.context.say(
                    """
                    Fremgang er regnet, så et positivt tal er bedre. Standardiseret forandring \
                    vises fra 15 par og er ikke en effekt.
                    """,
                    """
                    Improvement is signed so that positive is better. The standardised change is \
                    shown from 15 pairs and is not an effect.
                    """)))
    }

    private var meanColumns: [Column] {
        [
            .figures(words.say("Målt", "Measured")), .figures(words.say("Start", "Baseline")),
            .figures(words.say("Opfølgning", "Follow-up")),
            .figures(words.say("Fremgang", "Improvement")), .figures(words.interval),
            .figures(words.say("Ventet uden indsats", "Expected without")),
            .figures(words.say("Standardiseret forandring", "Standardised change")),
            .figures(words.interval),
        ]
    }

    private func mean(_ row: FigureRow) -> Row {
        let fewPairs = words.say("under 15 par", "under 15 pairs")
        return Row(
            measures.names(row) + [
                row.cell("n_measured"), row.cell("mean_baseline"), row.cell("mean_follow_up"),
                row.cell("mean_improvement", .difference),
                row.interval("mean_improvement", .difference), expected(row),
                row.cell("d", reason: fewPairs), row.interval("d"),
            ])
    }

    /// What untreated families with such a baseline would be expected to show.
    private func expected(_ row: FigureRow) -> Prose {
        let unknown = words.say("ikke offentliggjort", "not published")
        return attritionRow(of: row)?.cell("expected_regression", .difference, reason: unknown)
            ?? .quantity(.notComputed(unknown))
    }

    private func attritionRow(of row: FigureRow) -> FigureRow? {
        request.context.row(
            "attrition",
            request.group.keys + [row.key("scale"), row.key("informant"), horizon.name])
    }

    private var shares: Block? {
        let columns = ["improved", "no_change", "deteriorated"]
        let rows = measures.having(columns)
        guard !rows.isEmpty else { return nil }
        return .table(
            Table(
                caption("Bedre, uændret og dårligere", "Better, unchanged and worse"),
                columns: measures.nameColumns + shareColumns, rows: rows.map(share),
                note: request.context.say(
                    """
                    Yderpunkter: andelen, hvis ingen eller alle de manglende og afsluttede havde \
                    fået det bedre.
                    """,
                    """
                    Bounds: the share if none or all of the missing and ended had improved.
                    """)))
    }

    private var shareColumns: [Column] {
        [
            .text(words.say("Regel", "Rule")), .figures(words.say("Bedre", "Better")),
            .figures(words.say("Uændret", "Unchanged")), .figures(words.say("Dårligere", "Worse")),
            .figures(words.say("Andel bedre", "Share better")), .figures(words.interval),
            .figures(words.say("Yderpunkter", "Bounds")),
        ]
    }

    private func share(_ row: FigureRow) -> Row {
        Row(
            measures.names(row) + [
                Prose(rule(row)), row.cell("improved"), row.cell("no_change"),
                row.cell("deteriorated"), row.cell("share_improved"),
                row.interval("share_improved"), bounds(row),
            ])
    }

    private func bounds(_ row: FigureRow) -> Prose {
        let low = row.quantity("share_bound_low")
        let high = row.quantity("share_bound_high")
        return .quantity(low.isShown && high.isShown ? .interval(low: low, high: high) : low)
    }

    private func rule(_ row: FigureRow) -> String {
        guard let named = request.context.scale(row.key("scale")) else { return "" }
        return words.rule(named.judgement(row.key("informant")))
    }

    private var attrition: Block? {
        let rows = MeasureRows(request, "attrition", at: horizon)
            .rows.filter { $0.showsAny(["mean_baseline_missing"]) }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            caption("Begyndte de manglende et andet sted?", "Did the missing begin elsewhere?"),
            columns: measures.nameColumns + [
                .figures(words.say("Målt", "Measured")),
                .figures(words.say("Mangler", "Missing")),
                .figures(words.say("Start, målte", "Baseline, measured")),
                .figures(words.say("Start, manglende", "Baseline, missing")),
                .figures(words.say("Standardiseret forskel", "Standardised difference")),
            ], rows: rows.map(attrition))
        return .details(summary: words.say("Frafald", "Attrition"), [.table(table)])
    }

    private func attrition(_ row: FigureRow) -> Row {
        let columns = [
            "n_measured", "n_missing", "mean_baseline_measured", "mean_baseline_missing",
            "standardised_difference",
        ]
        return Row(measures.names(row) + columns.map { row.cell($0) })
    }
}

extension Words {
    /// What a change beyond the scale's threshold may be called.
    func rule(_ judgement: Judgement) -> String {
        switch judgement {
        case .reliable: say("sikker forandring", "reliable change")
        case .moved: say("flyttet", "moved")
        case .minimalImportantDifference:
            say("mindste relevante forskel", "minimal important difference")
        case .none: say("ingen regel", "no rule")
        }
    }
}
