import Basics
import Model
import ReportModel

/// Page one in a minute: tiles that say how many families there are and how many moved.
struct HeadlineSection: Section {
    static let kind = "headline"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let tiles = caseTiles(request) + request.programmes.flatMap { changeTiles(context, $0) }
        return absent(context) + (tiles.isEmpty ? [] : [.tiles(tiles)])
    }

    /// What is absent from the input stands on page one.
    private static func absent(_ context: ReportContext) -> [Block] {
        guard !context.absentFiles.isEmpty else { return [] }
        let names = context.absentFiles.map(\.name).joined(separator: ", ")
        return [
            .callout(
                .caution, title: context.words.say("Ikke alt er med", "Not everything is here"),
                [
                    .paragraph(
                        context.say(
                            "Disse filer er ikke med i tallene: \(names). Se datakvalitet.",
                            "These files are not in the figures: \(names). See data quality."))
                ])
        ]
    }

    private static func caseTiles(_ request: SectionRequest) -> [Tile] {
        let context = request.context
        guard
            let row = context.row(
                "cases", [request.programmeKey, KeyColumn.all, KeyColumn.all])
        else { return [] }
        let cases = row.quantity("cases", .count)
        let open = row.quantity("open", .count)
        return [
            Tile(
                context.words.say("Familier i gang", "Open cases"), figure: open,
                reading: context.say(
                    "\(open) forløb er i gang; \(cases) er startet i alt.",
                    "\(open) cases are open; \(cases) have started in all."))
        ]
    }

    private static func changeTiles(_ context: ReportContext, _ programme: Programme) -> [Tile] {
        guard let sides = programme.parentsAndChildren else { return [] }
        return [
            tile(context, programme, sides.parents, context.words.say("Forældre", "Parents")),
            tile(context, programme, sides.children, context.words.say("Børn", "Children")),
        ].compactMap(\.self)
    }

    private static func tile(
        _ context: ReportContext, _ programme: Programme, _ side: ComparedSides.Side, _ who: String
    ) -> Tile? {
        guard let row = furthest(context, programme, side) else { return nil }
        let title = context.title(ofScale: side.scale, in: programme)
        let share = row.quantity("share_improved", .share)
        guard share.isShown else { return nil }
        return Tile(
            "\(who): \(title)", figure: share,
            reading: reading(context, row), caution: caution(context, row, side.scale),
            link: .page("programmes/\(programme.name)"))
    }

    /// The furthest horizon at which a share improved may be shown.
    private static func furthest(
        _ context: ReportContext, _ programme: Programme, _ side: ComparedSides.Side
    ) -> FigureRow? {
        let rows = context.rows("outcomes").filter {
            $0.key("programme") == programme.name && $0.key("municipality") == KeyColumn.all
                && $0.key("scale") == side.scale
                && side.informant.map { [row = $0] informant in row.key("informant") == informant }
                    ?? true
        }
        for horizon in Horizon.allCases.reversed() {
            if let row = rows.first(where: {
                $0.key("horizon") == horizon.name && $0.number("share_improved") != nil
            }) {
                return row
            }
        }
        return rows.first
    }

    private static func reading(_ context: ReportContext, _ row: FigureRow) -> Prose {
        let improved = row.quantity("improved", .count)
        let measured = row.quantity("n_measured", .count)
        let interval = row.interval("share_improved", .share)
        let horizon = Horizon(name: row.key("horizon")).map(context.words.horizon) ?? ""
        return context.say(
            "\(.part(improved, of: measured)) målte er blevet bedre (\(horizon.lowercased())), "
                + "mellem \(interval).",
            "\(.part(improved, of: measured)) measured have improved (\(horizon.lowercased())), "
                + "between \(interval).")
    }

    private static func caution(
        _ context: ReportContext, _ row: FigureRow, _ scale: String
    ) -> Prose? {
        let missing = row.quantity("n_missing", .count)
        guard missing.isShown else { return nil }
        return context.say(
            "\(missing) mangler en opfølgning.", "\(missing) have no follow-up.")
    }
}
