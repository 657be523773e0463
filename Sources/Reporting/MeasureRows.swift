import Basics
import Model
import ReportModel

/// The scales of a group at one horizon, each as each kind of informant fills it in.
struct MeasureRows {
    /// How series may stand, in the order of the columns.
    static let standings = ["n_measured", "n_missing", "n_no_baseline", "n_ended", "n_not_yet_due"]

    let request: SectionRequest
    let horizon: Horizon
    /// Rows with a figure that may be shown, the axes of the wheel left out.
    let rows: [FigureRow]
    /// Rows of which nothing may be shown.
    let hiddenRows: [FigureRow]

    init(_ request: SectionRequest, _ table: String = "outcomes", at horizon: Horizon) {
        self.request = request
        self.horizon = horizon
        let all = request.context.rows(table, request.group.keys).filter {
            $0.key("horizon") == horizon.name && !WheelOrder.isAxis($0.key("scale"))
                && (table != "outcomes" || !$0.areNought(MeasureRows.standings))
        }
        let columns = table == "outcomes" ? MeasureRows.standings : all.first?.columnNames ?? []
        rows = all.filter { $0.showsAny(columns) }
        hiddenRows = all.filter { !$0.showsAny(columns) && $0.hasAny(columns) }
    }

    /// Rows that have or hide a figure in one of these columns.
    func having(_ columns: [String]) -> [FigureRow] { rows.filter { $0.hasAny(columns) } }

    /// The scale's name with its footnote mark, and who filled it in.
    func names(_ row: FigureRow) -> [Prose] {
        [
            request.context.markedTitle(ofScale: row.key("scale"), in: request.programme),
            Prose(request.words.informant(row.key("informant"))),
        ]
    }

    /// The columns of `names`.
    var nameColumns: [Column] {
        [
            .rowHeader(request.words.say("Skala", "Scale")),
            .text(request.words.say("Udfyldt af", "Filled in by")),
        ]
    }

    /// A scale with its informant in one line: `SDQ i alt (forælder)`.
    func label(_ row: FigureRow) -> String {
        let title = request.context.title(ofScale: row.key("scale"), in: request.programme)
        return "\(title) (\(request.words.informant(row.key("informant"))))"
    }

    /// Names the scales of which nothing may be shown, each once with its informants; nothing
    /// where there is none.
    var hiddenNote: Prose? {
        guard !hiddenRows.isEmpty else { return nil }
        let words = request.words
        if rows.isEmpty {
            return request.context.say(
                "Alle tal er skjult, fordi små tal kunne røbe enkelte familier.",
                "All figures are hidden, because small numbers could give single families away.")
        }
        var order: [String] = []
        let byScale = Dictionary(grouping: hiddenRows) { row -> String in
            if order.last != row.key("scale") { order.append(row.key("scale")) }
            return row.key("scale")
        }
        let names = order.map { scale in
            let who = byScale[scale, default: []].map { words.informant($0.key("informant")) }
            let title = request.context.title(ofScale: scale, in: request.programme)
            return "\(title) (\(words.list(who)))"
        }
        return Prose(words.hiddenSentence + words.list(names) + ".")
    }

    /// A table of the rows with figures in these columns, or nothing.
    func table(
        _ caption: String, _ columns: [(name: String, header: String)], note: Prose? = nil
    ) -> Block? {
        let rows = having(columns.map(\.name))
        guard !rows.isEmpty else { return nil }
        return .table(
            Table(
                caption, columns: nameColumns + columns.map { .figures($0.header) },
                rows: rows.map { row in Row(names(row) + columns.map { row.cell($0.name) }) },
                note: note))
    }
}
