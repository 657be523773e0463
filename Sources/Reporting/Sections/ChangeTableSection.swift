import Basics
import Model
import ReportModel

/// Change per scale, informant and horizon: how many, from where to where, how many improved.
struct ChangeTableSection: Section {
    static let kind = "change-table"
    static let settings = ["horizon"]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let wanted = request.setting("horizon")
        let horizons = Horizon.allCases.filter { wanted == nil || wanted == $0.name }
        let tables = horizons.compactMap { table(request, $0) }
        guard !tables.isEmpty else { return [] }
        return [.heading(level: 2, Prose(title(context)), anchor: "change")]
            + tables.map { .table($0) }
            + [
                .callout(
                    .caution, title: context.words.say("Læs tallene sådan", "How to read this"),
                    [.paragraph(caution(context))])
            ] + footnotes(request)
    }

    private static func title(_ context: ReportContext) -> String {
        context.words.say("Forandring pr. skala", "Change per scale")
    }

    private static func caution(_ context: ReportContext) -> Prose {
        context.say(
            """
            Forandringen er sket sideløbende med indsatsen; uden en sammenligningsgruppe er den \
            ikke indsatsens virkning.
            """,
            """
            Change happened alongside the programme; without a comparison group it is not its \
            effect.
            """)
    }

    private static func table(_ request: SectionRequest, _ horizon: Horizon) -> Table? {
        let context = request.context
        let words = context.words
        let rows = context.rows("outcomes").filter {
            $0.key("programme") == request.programmeKey && $0.key("municipality") == KeyColumn.all
                && $0.key("team") == KeyColumn.all && $0.key("horizon") == horizon.name
                && !$0.key("scale").hasPrefix("wheel.w")
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            words.horizon(horizon), columns: columns(words),
            rows: rows.map { self.row($0, request) }, anchor: "change-\(horizon.name)")
    }

    private static func columns(_ words: Words) -> [Column] {
        [
            .rowHeader(words.say("Skala", "Scale")), .text(words.say("Udfyldt af", "Filled in by")),
            .figures(words.say("Målt", "Measured")), .figures(words.say("Mangler", "Missing")),
            .figures(words.say("Uden start", "No baseline")),
            .figures(words.say("Start", "Baseline")),
            .figures(words.say("Opfølgning", "Follow-up")),
            .figures(words.say("Fremgang", "Improvement")),
            .figures(words.say("95 %-interval", "95% interval")),
            .figures(words.say("Andel bedre", "Share improved")),
            .figures(words.say("95 %-interval", "95% interval")),
        ]
    }

    private static func row(_ row: FigureRow, _ request: SectionRequest) -> Row {
        let context = request.context
        let scale = row.key("scale")
        let mark: [Inline] = context.isProvisional(scale) ? [.footnote(footnoteName(scale))] : []
        let title = context.title(ofScale: scale, in: request.programme)
        return [
            Prose([.text(title)] + mark), Prose(context.words.informant(row.key("informant"))),
            .quantity(row.quantity("n_measured", .count)),
            .quantity(row.quantity("n_missing", .count)),
            .quantity(row.quantity("n_no_baseline", .count)),
            .quantity(row.quantity("mean_baseline", .score)),
            .quantity(row.quantity("mean_follow_up", .score)),
            .quantity(row.quantity("mean_improvement", .difference)),
            .quantity(row.interval("mean_improvement", .difference)),
            .quantity(row.quantity("share_improved", .share)),
            .quantity(row.interval("share_improved", .share)),
        ]
    }

    private static func footnoteName(_ scale: String) -> String {
        "provisional-" + scale.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    }

    /// One footnote for each scale whose cut-off or change rule is not yet confirmed.
    private static func footnotes(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let shown = Set(context.rows("outcomes").map { $0.key("scale") })
        return context.instruments.flatMap(\.scales).map(\.name)
            .filter { shown.contains($0) && context.isProvisional($0) }
            .map { name in
                .footnote(
                    Footnote(
                        footnoteName(name),
                        context.say(
                            """
                            Grænsen eller reglen for forandring på \(context.title(ofScale: name)) \
                            er foreløbig, indtil stedet har bekræftet den.
                            """,
                            """
                            The cut-off or the rule of change on \(context.title(ofScale: name)) is \
                            provisional until the site has confirmed it.
                            """)))
            }
    }
}
