import Basics
import Model
import ReportModel

/// One series of months with its limits and what was seen in it.
struct MonthlyReading {
    let context: ReportContext
    let kind: MonthlySeries.Kind
    private let rows: [FigureRow]

    /// Gives nothing where no month may be shown.
    init?(_ context: ReportContext, _ group: GroupName, _ kind: MonthlySeries.Kind) {
        rows = context.rows("monthly", group.keys + [kind.rawValue])
        guard rows.contains(where: { $0.number("value") != nil }) else { return nil }
        self.context = context
        self.kind = kind
    }

    private var words: Words { context.words }

    /// What the series follows.
    var title: String {
        switch kind {
        case .measurementsDone:
            words.say("Målinger foretaget til tiden", "Measurements made on time")
        case .followUpsImproved:
            words.say("Opfølgninger, der viser fremgang", "Follow-ups that show improvement")
        case .newCases: words.say("Nye forløb", "New cases")
        case .endedCases: words.say("Afsluttede forløb", "Ended cases")
        }
    }

    private var isShare: Bool { kind == .measurementsDone || kind == .followUpsImproved }

    /// The signals that may be shown, oldest first.
    var signals: [(month: String, rule: Model.ControlChart.Rule)] {
        rows.compactMap { row in rule(row).map { (month(row), $0) } }
    }

    private func rule(_ row: FigureRow) -> Model.ControlChart.Rule? {
        row.word("signal").flatMap(Model.ControlChart.Rule.init(rawValue:))
    }

    /// The control chart; a month that is not shown is a gap.
    func chart(_ request: SectionRequest) -> Chart {
        Chart(
            "monthly-\(request.chartSuffix)-\(kind.rawValue)", title: title,
            description: description, note: note,
            .controlChart(
                ReportModel.ControlChart(
                    points: rows.map(point), phases: phases,
                    valueAxis: Axis(
                        isShare
                            ? words.say("Andel", "Share") : words.say("Antal", "Number"))))
        ).noting(rows, context)
    }

    /// Whether limits are drawn, and where none are, why.
    private enum Limits { case shown, hidden, notComputed }

    private var limits: Limits {
        if rows.contains(where: { $0.number("mean") != nil }) { return .shown }
        return rows.contains { $0.isHidden("mean") } ? .hidden : .notComputed
    }

    private var description: String {
        let monthByMonth = words.say("\(title) måned for måned", "\(title), month by month")
        switch limits {
        case .shown:
            return monthByMonth
                + words.say(
                    " med grænserne for almindelig variation. ",
                    ", with the limits of ordinary variation. ") + seen
        case .hidden:
            return monthByMonth
                + words.say(
                    ". Grænser og signaler er skjult.", ". Limits and signals are hidden.")
        case .notComputed:
            return monthByMonth
                + words.say(
                    ". Uden grænser kan signaler ikke ses.",
                    ". Without limits no signal can be seen.")
        }
    }

    private var seen: String {
        switch signals.count {
        case 0: words.say("Ingen signaler.", "No signals.")
        case 1: words.say("Ét signal.", "One signal.")
        default: words.say("\(signals.count) signaler.", "\(signals.count) signals.")
        }
    }

    private var note: Prose? {
        switch limits {
        case .shown:
            isTrial
                ? context.say(
                    "Grænserne er foreløbige: de bygger på færre end 12 måneder.",
                    "The limits are trial limits: they rest on fewer than 12 months.") : nil
        case .hidden:
            context.say(
                """
                Eventuelle grænser og signaler er skjult: De regnes ud af de præcise tal for alle \
                måneder, også dem, der ikke vises, og kunne røbe enkelte familier.
                """,
                """
                Any limits and signals are hidden: they are worked out of the exact figures of all \
                months, those not shown among them, and could give single families away.
                """)
        case .notComputed:
            context.say(
                "Der er for få måneder, eller de er for ens, til at beregne grænser.",
                "There are too few months, or they are too alike, to compute limits.")
        }
    }

    private var isTrial: Bool {
        rows.contains { row in
            let column = row.table.figures[row.table.column("trial")]
            if case .word = column.kind { return row.word("trial") == "yes" }
            return row.number("trial") == 1
        }
    }

    private func month(_ row: FigureRow) -> String {
        let key = row.key("month")
        guard let date = CalendarDate(iso: key.count == 7 ? key + "-01" : key) else { return key }
        let (year, month, _) = date.civil
        return Formatting(context.language).shortMonth(month, year: year)
    }

    private func quantity(
        _ row: FigureRow, _ column: String, reason: String = ""
    ) -> Quantity {
        let quantity = row.quantity(column, reason: reason)
        guard let number = row.number(column) else { return quantity }
        if isShare { return .share(min(1, max(0, number))) }
        return column == "value" ? .count(Int(number.rounded())) : .score(max(0, number))
    }

    private func point(_ row: FigureRow) -> ReportModel.ControlChart.Point {
        let value = quantity(row, "value", reason: words.say("under 5", "under 5"))
        return ReportModel.ControlChart.Point(month(row), value, judgement(row, value))
    }

    /// A month is judged by limits alone; one that has no figure for them is not.
    private func judgement(
        _ row: FigureRow, _ value: Quantity
    ) -> ReportModel.ControlChart.Judgement {
        if let rule = rule(row) { return .signal(.init(words.rule(rule), meaning(row))) }
        if row.isHidden("signal") { return .notJudged(.hidden) }
        return limits == .shown && value.isShown ? .ordinary : .notJudged(.notComputed(""))
    }

    /// More is better for shares; a count of cases is neither.
    private func meaning(_ row: FigureRow) -> Meaning {
        guard isShare, let value = row.number("value"), let mean = row.number("mean") else {
            return .neutral
        }
        return value >= mean ? .better : .worse
    }

    /// One phase, since the limits are locked after the first twelve months; its figures are
    /// absent where there are no limits to show.
    private var phases: [ReportModel.ControlChart.Phase] {
        let row = rows.first { $0.number("mean") != nil } ?? rows[0]
        return [
            ReportModel.ControlChart.Phase(
                from: 0, mean: quantity(row, "mean"), lower: quantity(row, "low"),
                upper: quantity(row, "high"))
        ]
    }
}

extension Words {
    /// The rule by which a special cause is seen.
    func rule(_ rule: Model.ControlChart.Rule) -> String {
        switch rule {
        case .outside: say("uden for grænserne", "outside the limits")
        case .sevenOnOneSide: say("syv på samme side", "seven on one side")
        case .sevenRisingOrFalling: say("syv stigende eller faldende", "seven rising or falling")
        case .twoOfThreeFarOut: say("to af tre langt ude", "two of three far out")
        }
    }
}
