import Basics
import Model
import ReportModel

/// The names of footnotes, which a section marks and the page explains once.
enum FootnoteName {
    /// A figure that is shown as last published.
    static let earlier = "earlier"
    /// What every change of a scale with an unconfirmed number bears.
    static let provisional = "provisional-"

    /// The footnote of a scale whose cut-off or rule of change is not yet confirmed.
    static func provisional(_ scale: String) -> String { provisional + kebab(scale) }
}

extension ReportContext {
    /// The texts behind the marks in these blocks, in the order of the marks.
    func footnotes(for blocks: [Block]) -> [Block] {
        var seen: Set<String> = []
        return blocks.flatMap(marks).filter { seen.insert($0).inserted }
            .map { .footnote(Footnote($0, text(ofFootnote: $0))) }
    }

    private func text(ofFootnote name: String) -> Prose {
        if name == FootnoteName.earlier { return earlierText() }
        guard let scale = scales.first(where: { FootnoteName.provisional($0.name) == name }) else {
            preconditionFailure("no footnote '\(name)'")
        }
        let title = scale.title[language]
        return say(
            """
            \(title): Grænsen eller reglen for forandring er foreløbig, indtil stedet har \
            bekræftet den.
            """,
            """
            \(title): The cut-off or the rule of change is provisional until the site has \
            confirmed it.
            """)
    }

    private func earlierText() -> Prose {
        let date = disclosed.earlierAsOf.map(Quantity.date) ?? .notComputed("")
        return say(
            """
            Tallet står, som det blev offentliggjort i opgørelsen pr. \(date). Siden er der sket \
            så lidt, at et nyt tal kunne røbe enkelte familier.
            """,
            """
            The figure stands as published in the statement as of \(date). So little has happened \
            since that a new figure could give single families away.
            """)
    }

    private func marks(_ block: Block) -> [String] {
        switch block {
        case .heading(_, let prose, _), .paragraph(let prose): marks(prose)
        case .list(let items, _): items.flatMap { marks($0) }
        case .table(let table):
            table.rows.flatMap { $0.cells.flatMap { marks($0) } } + (table.note.map(marks) ?? [])
        case .chart(let chart): chart.note.map(marks) ?? []
        case .tiles(let tiles):
            tiles.flatMap { marks($0.reading) + ($0.caution.map(marks) ?? []) }
        case .callout(_, _, let inner), .details(_, let inner): inner.flatMap { marks($0) }
        case .footnote: []
        }
    }

    private func marks(_ prose: Prose) -> [String] {
        prose.inlines.flatMap { inline -> [String] in
            switch inline {
            case .footnote(let name): [name]
            case .strong(let inner), .emphasis(let inner), .link(let inner, _): marks(inner)
            case .text, .code, .quantity: []
            }
        }
    }
}

extension Chart {
    /// The chart with a note where any figure of its rows stands as last published.
    func noting(_ rows: [FigureRow], _ context: ReportContext) -> Chart {
        guard rows.contains(where: \.keepsAny) else { return self }
        let kept =
            context.say(
                "Nogle af tallene står, som de sidst blev offentliggjort",
                "Some of the figures stand as last published")
            + Prose([.footnote(FootnoteName.earlier)]) + "."
        var chart = self
        chart.note = note.map { $0 + " " + kept } ?? kept
        return chart
    }
}
