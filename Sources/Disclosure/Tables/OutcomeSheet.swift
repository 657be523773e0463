import Basics
import Model

/// Change by group, scale, informant and horizon: the tables outcomes, clinical, zones,
/// attrition and funnels, which share their counts.
struct OutcomeSheet: Sheet {
    var tables: [FigureTable]
    let grid: MeasureGrid
    let changes: [GroupChange]
    /// One a table but the last; scales without clinical classes or zones have no rows there.
    private let grids: [MeasureGrid]
    private let groupCount: Int
    /// The change of each row, or -1.
    private let changeAt: [Int32]
    private let rowDecimals: [UInt8]
    /// Whether each slice has classes, clinical classes, zones and pairs.
    private let features: [OutcomeShape.Features]
    /// The shape of each slice.
    private let shapes: [OutcomeShape]
    /// Whether any group has a series in a slice.
    private let hasSeries: [Bool]
    private let threshold: Int
    private let funnels: FunnelTable

    init(_ input: Disclosable, threshold: Int) {
        self.threshold = threshold
        let conclusions = input.conclusions
        changes = conclusions.changes
        groupCount = conclusions.groups.count
        let inUse = MeasuresInUse(conclusions)
        let grid = MeasureGrid(conclusions, inUse)
        self.grid = grid
        var changeAt = [Int32](repeating: -1, count: grid.rowCount)
        var features = Array(repeating: OutcomeShape.Features(), count: grid.sliceCount)
        var hasSeries = Array(repeating: false, count: grid.sliceCount)
        changes.withUnsafeBufferPointer { changes in
            for index in changes.indices {
                let (measure, horizon) = (changes[index].measure, changes[index].horizon)
                let slice = grid.slice(measure, horizon)
                changeAt[grid.row(changes[index].group, measure, horizon)] = Int32(index)
                features[slice].note(changes[index])
                hasSeries[slice] = true
            }
        }
        self.changeAt = changeAt
        self.hasSeries = hasSeries
        features = OutcomeShape.Features.atEveryHorizon(features)
        self.features = features
        let ofFeatures = Dictionary(
            uniqueKeysWithValues: Set(features).map { ($0, OutcomeShape($0)) })
        shapes = features.map { ofFeatures[$0] ?? OutcomeShape($0) }
        let has = { (feature: KeyPath<OutcomeShape.Features, Bool>, measure: Int) in
            Horizon.allCases.contains { features[grid.slice(measure, $0)][keyPath: feature] }
        }
        let clinical = MeasureGrid(conclusions, inUse) { has(\.hasClinical, $0) }
        let zones = MeasureGrid(conclusions, inUse) { has(\.hasZones, $0) }
        grids = [grid, clinical, zones, grid]
        rowDecimals = grid.perRow { measure in
            UInt8(input.decimals(instrument: conclusions.measures[measure].instrument))
        }
        tables = OutcomeSheet.emptyTables()
        funnels = FunnelTable(conclusions, grid)
        for index in 0..<3 { grids[index].appendKeys(input.groupKeys, to: &tables[index]) }
        tables[3].keys = tables[0].keys
        tables[3].rowCount = tables[0].rowCount
        tables.append(funnels.table(tables[0].keys))
        fill()
        for index in 1...2 { tables[index].blankFigures() }
        fillClasses()
    }

    /// The sheet for those who ask for its changes alone.
    var withoutTables: OutcomeSheet {
        var rest = self
        rest.tables = []
        return rest
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

    /// The place of a group's change in a slice among all changes, or -1.
    func change(slice: Int, group: Int) -> Int {
        let row = grid.rows(slice: slice, group: group)
        return row < 0 ? -1 : Int(changeAt[Int(row)])
    }

    func slice(_ index: Int) -> Slice {
        let shape = shapes[index]
        var slice = Slice(shape.shape, groups: groupCount, tables: tables.count)
        let first = index - index % Horizon.allCases.count
        let rows = Horizon.allCases.indices.map { grid.rows(slice: first + $0) }
        let own = rows[index - first]
        slice.rows = [own, grids[1].rows(slice: index), grids[2].rows(slice: index), own, []]
        slice.totalElsewhere = TotalElsewhere(
            column: shape.all, table: 0, figures: Array(0..<5), rows: rows)
        slice.totalInCommon = .series(measure: first)
        changes.withUnsafeBufferPointer { changes in
            guard let first = changes.baseAddress else { return }
            for group in 0..<groupCount where own[group] >= 0 {
                let at = Int(changeAt[Int(own[group])])
                if at >= 0 {
                    shape.count(first + at, group: group, threshold: threshold, in: &slice)
                }
            }
        }
        return slice
    }

    /// Two standings of each slice by themselves.
    var linkCount: Int { sliceCount * OutcomeShape.linkedFigures.count }

    /// One standing by itself. Who has no baseline is hidden beside few others that are due: all
    /// series, which another horizon may tell, would say how few.
    func link(_ index: Int) -> Slice {
        let (own, place) = index.quotientAndRemainder(dividingBy: OutcomeShape.linkedFigures.count)
        let figure = OutcomeShape.linkedFigures[place]
        let isNotYetDue = figure == OutcomeShape.notYetDue
        var shape = SliceShape()
        let column = shape.add(CellPlace(table: 0, figure: figure))
        if isNotYetDue { shape.falling = 1 }
        var slice = Slice(shape, groups: groupCount, tables: tables.count)
        guard hasSeries[own] else { return slice }
        let rows = grid.rows(slice: own)
        slice.rows[0] = rows
        for group in 0..<groupCount where rows[group] >= 0 {
            let at = Int(changeAt[Int(rows[group])])
            guard at >= 0 else { continue }
            let standings = changes[at].standings
            slice[column, group] = isNotYetDue ? standings.notYetDue : standings.noBaseline
            let others = standings.total - standings.notYetDue - standings.noBaseline
            if !isNotYetDue && others < threshold - 1 { slice.alsoSmall[group] = 1 }
        }
        return slice
    }

    /// Who is not yet due and who has no baseline, at all horizons: what is due at one is due at
    /// every earlier one, and a series without a baseline has none at any.
    func links(of slice: Int) -> [SliceLink] {
        let horizons = Horizon.allCases.count
        let first = slice - slice % horizons
        let standings = shapes[slice].linkedStandings
        return standings.indices.flatMap { place in
            (first..<(first + horizons)).filter { hasSeries[$0] }.map {
                SliceLink(column: standings[place], link: $0 * standings.count + place)
            }
        }
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

    /// Fills the tables some rows at a time, so that a change is read once for all its columns.
    private mutating func fill() {
        let nobody = features.map(\.nobody)
        let slices = grid.slicePerRow()
        var lines = OutcomeLines()
        lines.reserve(changeAt.count, in: &tables)
        changes.withUnsafeBufferPointer { changes in
            nobody.withUnsafeBufferPointer { nobody in
                guard let first = changes.baseAddress, let none = nobody.baseAddress else { return }
                for row in changeAt.indices {
                    let at = Int(changeAt[row])
                    lines.add(at >= 0 ? first + at : none + Int(slices[row]))
                    if lines.isFull { lines.pour(into: &tables) }
                }
            }
        }
        lines.pour(into: &tables)
    }

    /// Fills the tables of clinical classes and zones.
    private mutating func fillClasses() {
        for slice in 0..<sliceCount {
            let rows = grid.rows(slice: slice)
            let clinicalRows = grids[1].rows(slice: slice)
            let zoneRows = grids[2].rows(slice: slice)
            let nobody = features[slice].nobody
            for group in 0..<groupCount where rows[group] >= 0 {
                let at = Int(changeAt[Int(rows[group])])
                // A group in which nobody could be classed reads as one with nobody in it.
                if clinicalRows[group] >= 0,
                    let counts = (at >= 0 ? changes[at].clinical : nil) ?? nobody.clinical
                {
                    fill(counts, Int(clinicalRows[group]))
                }
                if zoneRows[group] >= 0,
                    let counts = (at >= 0 ? changes[at].zones : nil) ?? nobody.zones
                {
                    fill(counts, Int(zoneRows[group]))
                }
            }
        }
    }

    private mutating func fill(_ counts: ClinicalCounts, _ row: Int) {
        tables[1].set(0, row, counts.recovered)
        tables[1].set(1, row, counts.improved)
        tables[1].set(2, row, counts.unchanged)
        tables[1].set(3, row, counts.deteriorated)
        tables[1].set(4, row, counts.harmed)
    }

    private mutating func fill(_ counts: ZoneCounts, _ row: Int) {
        tables[2].set(0, row, counts.better)
        tables[2].set(1, row, counts.same)
        tables[2].set(2, row, counts.worse)
    }
}
