import Model

/// The table funnels: municipalities compared on the share improved.
///
/// Its counts are those of the table outcomes and are hidden where they are. What is worked out
/// of all units together is hidden where it could tell of a hidden unit.
struct FunnelTable: Sendable {
    static let figures: [(String, FigureKind)] = [
        ("improved", .count), ("measured", .count), ("share", .share), ("units", .plain),
        ("expected", .share), ("overdispersion", .number), ("low_95", .share),
        ("high_95", .share), ("low_998", .share), ("high_998", .share),
    ]

    /// For each row, the funnel and the unit that it shows, and the row in the table outcomes.
    private let units: [(funnel: Int, unit: Int, outcome: Int)]
    private let funnels: [FunnelFigure]
    /// For each funnel, the row of its programme in the table outcomes.
    private let programmeRows: [Int]

    init(_ conclusions: Conclusions, _ grid: MeasureGrid) {
        funnels = conclusions.funnels
        programmeRows = funnels.map { grid.row($0.group, $0.measure, $0.horizon) }
        var units: [(funnel: Int, unit: Int, outcome: Int)] = []
        for (index, funnel) in funnels.enumerated() {
            for (place, unit) in funnel.units.enumerated() {
                units.append((index, place, grid.row(unit.group, funnel.measure, funnel.horizon)))
            }
        }
        units.sort { $0.outcome < $1.outcome }
        self.units = units
    }

    /// The table with all its figures, by the keys of the table outcomes.
    func table(_ outcomes: [KeyColumn]) -> FigureTable {
        var table = FigureTable(
            name: "funnels", keys: outcomes.map(\.name), figures: FunnelTable.figures)
        for key in outcomes.indices {
            table.keys[key].words = outcomes[key].words
            table.keys[key].indices = units.map { outcomes[key].indices[$0.outcome] }
        }
        table.rowCount = units.count
        for column in table.figures.indices {
            table.figures[column].values = units.map { value(column, funnels[$0.funnel], $0.unit) }
        }
        return table
    }

    private func value(_ column: Int, _ funnel: FunnelFigure, _ place: Int) -> Double {
        let unit = funnel.units[place]
        return switch column {
        case 0: Double(unit.improved)
        case 1: Double(unit.measured)
        case 2: unit.share
        case 3: Double(funnel.units.count)
        case 4: funnel.expected
        case 5: funnel.overdispersion
        case 6: unit.limits95.low
        case 7: unit.limits95.high
        case 8: unit.limits998.low
        default: unit.limits998.high
        }
    }

    /// The states of the table, given those of the table outcomes.
    func states(
        measured: [DisclosedTable.State], improved: [DisclosedTable.State]
    ) -> [[DisclosedTable.State]] {
        let isShown = { (row: Int) in measured[row] == .shown && improved[row] == .shown }
        var hiddenUnits = Array(repeating: 0, count: funnels.count)
        for unit in units where !isShown(unit.outcome) { hiddenUnits[unit.funnel] += 1 }
        return FunnelTable.figures.indices.map { column in
            units.map { unit in
                let own = isShown(unit.outcome)
                let whole = hiddenUnits[unit.funnel] == 0
                let expected = whole || isShown(programmeRows[unit.funnel])
                let plainLimits = whole || funnels[unit.funnel].overdispersion == 1
                return switch column {
                case 0...2: own ? .shown : .hidden
                case 3: .shown
                case 4: expected ? .shown : .hidden
                case 5: whole ? .shown : .hidden
                default: own && expected && plainLimits ? .shown : .hidden
                }
            }
        }
    }
}
