import Basics
import Model
import ReportModel

/// The names of footnotes, which a section marks and the page explains once.
enum FootnoteName {
    /// A figure that is shown as it was published for an earlier day.
    static let earlier = "earlier-"
    /// What every change of a scale with an unconfirmed number bears.
    static let provisional = "provisional-"
    /// What a verdict on a target bears that nobody has confirmed.
    static let provisionalTargets = "targets-provisional"

    /// The footnote of figures that are of an earlier day.
    static func earlier(_ day: CalendarDate) -> String { earlier + day.iso }

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
        if name.hasPrefix(FootnoteName.earlier),
            let day = CalendarDate(iso: name.dropFirst(FootnoteName.earlier.count))
        {
            return text(ofFiguresFrom: day)
        }
        if name == FootnoteName.provisionalTargets { return textOfProvisionalTargets }
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

    private var textOfProvisionalTargets: Prose {
        say(
            """
            Mål: Ét eller flere af de mål, tallene holdes op imod, er foreløbige, indtil stedet \
            har bekræftet dem.
            """,
            """
            Targets: one or more of those that figures are compared with are provisional until \
            the site has confirmed them.
            """)
    }

    private func text(ofFiguresFrom day: CalendarDate) -> Prose {
        say(
            """
            Tallet er fra opgørelsen pr. \(.date(day)). Et nyere tal kunne sammen med det, der \
            ellers er offentliggjort, røbe enkelte familier.
            """,
            """
            The figure is from the statement as of \(.date(day)). A newer one could, beside what \
            else has been published, give single families away.
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

extension Prose {
    /// The marks of figures that are of earlier days, the newest first and apart from each other.
    init(keptFrom days: [CalendarDate]) {
        self.init(marks: Set(days).sorted(by: >).map { FootnoteName.earlier($0) })
    }
}

extension Chart {
    /// The chart with a note where any figure of its rows is of an earlier day.
    func noting(_ rows: [FigureRow], _ context: ReportContext) -> Chart {
        let days = rows.flatMap(\.keptDays)
        guard !days.isEmpty else { return self }
        let kept =
            context.say(
                "Nogle af tallene er fra en tidligere opgørelse",
                "Some of the figures are from an earlier statement")
            + Prose(keptFrom: days) + "."
        var chart = self
        chart.note = note.map { $0 + " " + kept } ?? kept
        return chart
    }
}
