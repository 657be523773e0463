import Basics
import Model

/// Change by group, scale, informant and horizon: the tables outcomes, clinical, zones,
/// attrition and funnels, which share their counts.
struct OutcomeSheet: Sheet {
    var tables: [FigureTable]
    let grid: MeasureGrid
    private let conclusions: Conclusions
    private let changeAt: [Int32]
    private let rowDecimals: [UInt8]
    /// Whether each slice has classes, clinical classes, zones and pairs.
    private let features: [OutcomeShape.Features]
    private let threshold: Int
    private let funnels: FunnelTable

    init(_ input: Disclosable, threshold: Int) {
        self.threshold = threshold
        conclusions = input.conclusions
        let grid = MeasureGrid(input.conclusions)
        self.grid = grid
        var changeAt = [Int32](repeating: -1, count: grid.rowCount)
        var features = Array(repeating: OutcomeShape.Features(), count: grid.sliceCount)
        for (index, change) in input.conclusions.changes.enumerated() {
            let row = grid.row(change.group, change.measure, change.horizon)
            changeAt[row] = Int32(index)
            features[grid.slice(change.measure, change.horizon)].note(change)
        }
        self.changeAt = changeAt
        self.features = features
        rowDecimals = grid.perRow { measure in
            UInt8(input.decimals(instrument: input.conclusions.measures[measure].instrument))
        }
        var tables = OutcomeSheet.emptyTables()
        for index in tables.indices { grid.appendKeys(to: &tables[index]) }
        funnels = FunnelTable(input.conclusions, grid, outcomes: tables[0])
        self.tables = tables + [funnels.table]
        fill()
    }

    var sliceCount: Int { grid.sliceCount }

    func decimals(table: Int) -> [UInt8] { rowDecimals }

    /// Funnels show what the outcomes show.
    func finish(_ states: inout SheetStates) {
        states.states[4] = funnels.states(
            measured: states.states[0][0], improved: states.states[0][14])
    }

    /// A funnel's limits come from exact counts: only the number of units is left.
    func finishRounded(_ states: inout SheetStates) {
        for column in states.states[4].indices where column != 3 {
            for row in states.states[4][column].indices { states.states[4][column][row] = .hidden }
        }
    }

    func slice(_ index: Int) -> Slice {
        let shape = OutcomeShape(features[index])
        let groups = conclusions.groups.count
        var slice = Slice(shape.shape, groups: groups, tables: tables.count)
        let rows = grid.rows(slice: index)
        slice.rows = Array(repeating: rows, count: tables.count)
        for group in 0..<groups where rows[group] >= 0 {
            let at = changeAt[Int(rows[group])]
            guard at >= 0 else { continue }
            shape.count(
                conclusions.changes[Int(at)], group: group, threshold: threshold, in: &slice)
        }
        return slice
    }

    private static func emptyTables() -> [FigureTable] {
        let keys = GroupKeys.names + ["scale", "informant", "horizon"]
        return [
            FigureTable(name: "outcomes", keys: keys, figures: OutcomeColumns.outcomes),
            FigureTable(name: "clinical", keys: keys, figures: OutcomeColumns.clinical),
            FigureTable(name: "zones", keys: keys, figures: OutcomeColumns.zones),
            FigureTable(name: "attrition", keys: keys, figures: OutcomeColumns.attrition),
        ]
    }

    private mutating func fill() {
        for row in changeAt.indices where changeAt[row] >= 0 {
            fill(conclusions.changes[Int(changeAt[row])], row)
        }
        for slice in 0..<sliceCount {
            let nobody = features[slice].nobody
            for row in grid.rows(slice: slice) where row >= 0 && changeAt[Int(row)] < 0 {
                fill(nobody, Int(row))
            }
        }
    }

    private mutating func fill(_ change: GroupChange, _ row: Int) {
        let outcomes = OutcomeColumns.outcomes(change)
        for column in outcomes.indices { tables[0].set(column, row, outcomes[column]) }
        let clinical = OutcomeColumns.clinical(change)
        for column in clinical.indices { tables[1].set(column, row, clinical[column]) }
        let zones = OutcomeColumns.zones(change)
        for column in zones.indices { tables[2].set(column, row, zones[column]) }
        let attrition = OutcomeColumns.attrition(change)
        for column in attrition.indices { tables[3].set(column, row, attrition[column]) }
    }
}

/// The columns of the tables of change, and how a group's change fills them.
enum OutcomeColumns {
    static let outcomes: [(String, FigureKind)] = [
        ("n_measured", .count), ("n_missing", .count), ("n_no_baseline", .count),
        ("n_ended", .count), ("n_not_yet_due", .count),
        ("mean_baseline", .points), ("mean_follow_up", .points), ("mean_improvement", .points),
        ("mean_improvement_low", .points), ("mean_improvement_high", .points),
        ("sd_improvement", .points), ("d", .number), ("d_low", .number), ("d_high", .number),
        ("improved", .count), ("no_change", .count), ("deteriorated", .count),
        ("share_improved", .share), ("share_improved_low", .share),
        ("share_improved_high", .share), ("share_bound_low", .share), ("share_bound_high", .share),
    ]
    static let clinical: [(String, FigureKind)] = [
        ("recovered", .count), ("improved", .count), ("unchanged", .count),
        ("deteriorated", .count), ("harmed", .count),
    ]
    static let zones: [(String, FigureKind)] = [
        ("better", .count), ("same", .count), ("worse", .count),
    ]
    static let attrition: [(String, FigureKind)] = [
        ("n_measured", .count), ("n_missing", .count), ("mean_baseline_measured", .points),
        ("mean_baseline_missing", .points), ("standardised_difference", .number),
        ("expected_regression", .points),
    ]

    static func outcomes(_ change: GroupChange) -> [Double?] {
        let standings = change.standings
        let classes = change.classes
        return [
            Double(standings.measured), Double(standings.missing), Double(standings.noBaseline),
            Double(standings.ended), Double(standings.notYetDue),
            change.meanBaseline, change.meanFollowUp, change.meanImprovement?.value,
            change.meanImprovement?.low, change.meanImprovement?.high, change.sdImprovement,
            change.standardisedChange?.value, change.standardisedChange?.low,
            change.standardisedChange?.high,
            classes.map { Double($0.improved) }, classes.map { Double($0.noChange) },
            classes.map { Double($0.deteriorated) },
            change.shareImproved?.value, change.shareImproved?.low, change.shareImproved?.high,
            change.bounds?.low, change.bounds?.high,
        ]
    }

    static func clinical(_ change: GroupChange) -> [Double?] {
        guard let counts = change.clinical else { return [] }
        return [
            counts.recovered, counts.improved, counts.unchanged, counts.deteriorated,
            counts.harmed,
        ].map(Double.init)
    }

    static func zones(_ change: GroupChange) -> [Double?] {
        guard let counts = change.zones else { return [] }
        return [counts.better, counts.same, counts.worse].map(Double.init)
    }

    static func attrition(_ change: GroupChange) -> [Double?] {
        [
            Double(change.standings.measured), Double(change.standings.missing),
            change.attrition?.meanMeasured, change.attrition?.meanMissing,
            change.attrition?.standardisedDifference, change.expectedRegression,
        ]
    }
}
