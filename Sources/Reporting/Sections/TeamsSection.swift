import Basics
import Model
import ReportModel

/// Each team's course on one scale as a small panel of its own, in the order of the names: no
/// ranking.
struct TeamsSection: Section {
    static let kind = "teams"
    static let settings = ["scale": [String]()]

    /// More panels than this are not read side by side; the table then stands alone.
    private static let mostPanels = 24

    static func blocks(_ request: SectionRequest) -> [Block] {
        let blocks = request.programmes.flatMap { Self.blocks(request, $0) }
        guard !blocks.isEmpty else { return [] }
        return [
            request.heading(
                "Teamene hver for sig", "The teams each by themselves", anchor: "teams"),
            .paragraph(
                request.context.say(
                    """
                    Panelerne er til læring i det enkelte team. De må ikke bruges til at rangordne \
                    team eller medarbejdere: forskellene er oftest tilfældige.
                    """,
                    """
                    The panels are for learning in each team. They must not be used to rank teams \
                    or staff: the differences are mostly chance.
                    """)),
        ] + blocks
    }

    private static func blocks(_ request: SectionRequest, _ programme: Programme) -> [Block] {
        let groups = request.context.groups(of: programme, where: \.isTeam)
        guard groups.count > 1 else { return [] }
        let wanted = groups.count > mostPanels ? [] : sides(request, programme)
        let chart = wanted.lazy.compactMap {
            Self.chart(request, programme, $0, groups)
        }.first
        return (chart.map { [.chart($0)] } ?? []) + [.table(table(request, programme, groups))]
    }

    private static func sides(
        _ request: SectionRequest, _ programme: Programme
    ) -> [ComparedSides.Side] {
        if let scale = request.setting("scale") { return [ComparedSides.Side(scale: scale)] }
        return programme.parentsAndChildren.map { [$0.parents, $0.children] } ?? []
    }

    private static func label(_ group: GroupName) -> String {
        "\(group.municipality), \(group.team)"
    }

    private static func chart(
        _ request: SectionRequest, _ programme: Programme, _ side: ComparedSides.Side,
        _ groups: [GroupName]
    ) -> Chart? {
        guard let named = request.context.scale(side.scale),
            let informant = side.informant ?? named.instrument.informants.first
        else { return nil }
        let words = request.words
        let panels = groups.map { group in
            SmallMultiples.Panel(
                label(group), values(request.context, group, [side.scale, informant]))
        }
        guard panels.contains(where: { $0.values.contains(where: \.isShown) }) else { return nil }
        let title = request.context.title(ofScale: side.scale, in: programme)
        return Chart(
            "teams-\(kebab(programme.name))-\(kebab(side.scale))",
            title: "\(title) (\(words.informant(informant))), "
                + words.say("andel bedre pr. team", "share improved by team"),
            description: words.say(
                "Andelen i fremgang på hvert sigt, ét panel for hvert team, i navnenes orden.",
                "The share improved at each horizon, one panel a team, in the order of names."),
            note: request.notAnEffect,
            .smallMultiples(
                SmallMultiples(
                    periods: Horizon.allCases.map(words.horizon), panels: panels,
                    valueAxis: Axis(words.say("Andel bedre", "Share improved"), range: 0...1)))
        ).noting(
            groups.flatMap { request.context.rows("outcomes", $0.keys + [side.scale, informant]) },
            request.context)
    }

    private static func values(
        _ context: ReportContext, _ group: GroupName, _ measure: [String]
    ) -> [Quantity] {
        Horizon.allCases.map { horizon in
            context.row("outcomes", group.keys + measure + [horizon.name])?
                .quantity("share_improved", reason: context.words.noneMeasured)
                ?? .notComputed(context.words.noneMeasured)
        }
    }

    private static func table(
        _ request: SectionRequest, _ programme: Programme, _ groups: [GroupName]
    ) -> Table {
        let words = request.words
        return Table(
            words.say("Familier pr. team", "Families by team"),
            columns: [
                .rowHeader(words.say("Team", "Team")),
                .figures(words.say("Begyndt", "Begun")), .figures(words.say("I gang", "Under way")),
            ],
            rows: groups.compactMap { group in
                request.context.row("cases", group.keys).map { row in
                    [Prose(label(group)), row.cell("cases"), row.cell("open")]
                }
            })
    }
}
