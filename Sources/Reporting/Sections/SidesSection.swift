import Basics
import Model
import ReportModel

/// Parents' and children's change in the same families, side by side.
struct SidesSection: Section {
    static let kind = "parents-and-children"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let tables = request.programmes.flatMap { programme in
            request.horizons.compactMap { SidesReading(request, programme, $0)?.table }
        }
        guard !tables.isEmpty else { return [] }
        return [
            request.heading(
                "Forældre og børn i samme familie", "Parents and children of one family",
                anchor: "parents-and-children"),
            .paragraph(
                request.context.say(
                    """
                    Forældres og børns udvikling hænger sammen (Social- og Boligstyrelsen, \
                    Familiens vej – på tværs af velfærdsområder). Tabellen tæller familier, hvor \
                    begge, den ene eller ingen er i fremgang på én fast skala på hver side.
                    """,
                    """
                    Parents' and children's progress depend on each other (Social- og \
                    Boligstyrelsen, Familiens vej – på tværs af velfærdsområder). The table counts \
                    families in which both, one or neither improve on one fixed scale a side.
                    """)),
        ] + tables.map { .table($0) }
    }
}

/// One programme's table of both sides at one horizon.
private struct SidesReading {
    let request: SectionRequest
    let programme: Programme
    let sides: ComparedSides
    let horizon: Horizon
    let row: FigureRow

    /// Gives nothing where no scales are declared or no family is measured.
    init?(_ request: SectionRequest, _ programme: Programme, _ horizon: Horizon) {
        guard let sides = programme.parentsAndChildren,
            let row = request.context.row("sides", GroupName(programme).keys + [horizon.name]),
            row.hasAny(row.table.figures.map(\.name))
        else { return nil }
        self.request = request
        self.programme = programme
        self.sides = sides
        self.horizon = horizon
        self.row = row
        let counted = row.table.figures.map(\.name).filter { $0.contains("_children_") }
        if row.areNought(counted) { return nil }
    }

    private var words: Words { request.words }

    var table: Table {
        let suffix =
            request.programme == nil ? ", \(programme.title[request.context.language])" : ""
        return Table(
            words.say("Familier ", "Families ") + words.atHorizon(horizon) + suffix,
            columns: [.rowHeader(words.say("Forældrene er", "The parents are"))]
                + SideChange.allCases.map {
                    .figures(words.say("Børnene: ", "Children: ") + words.side($0))
                } + [.figures(words.say("I alt", "In all"))],
            rows: SideChange.allCases.map(tableRow), note: note)
    }

    private func tableRow(_ parents: SideChange) -> Row {
        Row(
            [Prose(words.side(parents))]
                + SideChange.allCases.map { row.cell(column(parents, $0)) }
                + [row.cell(column(parents, nil))])
    }

    private func column(_ parents: SideChange, _ children: SideChange?) -> String {
        "parents_\(parents.columnName)" + (children.map { "_children_\($0.columnName)" } ?? "")
    }

    private var note: Prose {
        let parents = request.context.markedTitle(ofScale: sides.parents.scale, in: programme)
        let children = request.context.markedTitle(ofScale: sides.children.scale, in: programme)
        let ours =
            sides.reading == .ours
            ? words.say(" Valget af skalaer er vores.", " The choice of scales is ours.") : ""
        return request.context.say(
            "Forældre måles på \(parents), børn på \(children).",
            "Parents are measured on \(parents), children on \(children).") + ours.prose
    }
}

extension SideChange {
    /// The word in the names of columns.
    var columnName: String {
        switch self {
        case .better: "better"
        case .unchanged: "unchanged"
        case .worse: "worse"
        case .mixed: "mixed"
        case .notMeasured: "not_measured"
        }
    }
}

extension Words {
    /// How one side of a family has moved.
    func side(_ change: SideChange) -> String {
        switch change {
        case .better: say("bedre", "better")
        case .unchanged: say("uændret", "unchanged")
        case .worse: say("dårligere", "worse")
        case .mixed: say("blandet", "mixed")
        case .notMeasured: say("ikke målt", "not measured")
        }
    }
}
