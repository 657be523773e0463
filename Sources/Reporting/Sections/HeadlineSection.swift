import Basics
import Model
import ReportModel

/// Page one in a minute: tiles that say how many families there are, whether they are measured
/// and how many are better off, each as a sentence.
struct HeadlineSection: Section {
    static let kind = "headline"
    /// Change as tiles, or as sentences on a page that must be short.
    static let settings = ["changes": ["tiles", "sentences"]]

    static func blocks(_ request: SectionRequest) -> [Block] {
        var tiles = HeadlineTiles(request: request)
        tiles.general = [
            caseTile(request), AdherenceReading(request).tile, targetTile(request),
        ].compactMap(\.self)
        for programme in request.programmes {
            tiles.changes += changeTiles(request, programme).map { (programme, $0.who, $0.tile) }
        }
        return absent(request.context) + tiles.blocks
    }

    /// What is absent from the input stands on page one.
    private static func absent(_ context: ReportContext) -> [Block] {
        guard !context.absentFiles.isEmpty else { return [] }
        let names = context.words.list(context.absentFiles.map(\.name))
        return [
            .callout(
                .caution, title: context.words.say("Ikke alt er med", "Not everything is here"),
                [
                    .paragraph(
                        context.say(
                            "Disse filer indgår ikke i tallene: \(names). Se siden om datakvalitet.",
                            "These files are not in the figures: \(names). See data quality."))
                ])
        ]
    }

    private static func caseTile(_ request: SectionRequest) -> HeadlineTile? {
        let context = request.context
        guard let row = context.row("cases", request.group.keys) else { return nil }
        let title = context.words.say("Familier i gang", "Families under way")
        let open = row.quantity("open")
        return HeadlineTile(
            title,
            Tile(
                title, figure: open, reading: caseReading(context, row),
                trend: Movement(context, "cases", request.group.keys, "open").trend()),
            isShown: open.isShown)
    }

    private static func caseReading(_ context: ReportContext, _ row: FigureRow) -> Prose {
        let cases = row.quantity("cases")
        let open = row.quantity("open")
        let begun: Prose =
            cases.isShown
            ? context.say(", og \(cases) er begyndt i alt", ", and \(cases) have begun in all")
                + row.earlierMark("cases") : ""
        return context.say("\(open) forløb er i gang", "\(open) cases are under way")
            + row.earlierMark("open") + begun + "."
    }

    private static func targetTile(_ request: SectionRequest) -> HeadlineTile? {
        let context = request.context
        let reading = TargetReading(context, request.programme)
        guard reading.tested > 0 else { return nil }
        let tested: Prose =
            "\(.count(reading.tested))"
            + context.provisionalMark(ofTargets: request.programmes.flatMap(\.outcomes))
        let hidden: Prose =
            reading.hidden == 0
            ? ""
            : context.say(
                " Skjult: \(.count(reading.hidden)).", " Hidden: \(.count(reading.hidden)).")
        let title = context.words.say("Mål klart under", "Targets clearly missed")
        return HeadlineTile(
            title,
            Tile(
                title, figure: .count(reading[.below]),
                reading: context.say(
                    """
                    Mål holdt op mod tallene: \(tested). Klart over: \(.count(reading[.above])). \
                    Klart under: \(.count(reading[.below])). Resten kan ikke afgøres.
                    """,
                    """
                    Targets compared: \(tested). Clearly met: \(.count(reading[.above])). Clearly \
                    missed: \(.count(reading[.below])). The rest cannot be told.
                    """) + hidden),
            isShown: true)
    }

    private static func changeTiles(
        _ request: SectionRequest, _ programme: Programme
    ) -> [(who: String, tile: HeadlineTile)] {
        guard let sides = programme.parentsAndChildren else { return [] }
        let words = request.words
        return [
            (sides.parents, words.say("Forældre", "Parents")),
            (sides.children, words.say("Børn", "Children")),
        ].compactMap { side, who in
            ChangeReading(request.context, programme, side).map {
                (who, $0.tile(who, link: request.programme == nil))
            }
        }
    }
}
