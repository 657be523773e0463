import Basics
import Model

/// Control charts over months: the table monthly.
///
/// Each month of a kind of series is a slice; teams have no series. What is known over all
/// months must not tell of a single one, so a group hides at least two months or none.
struct MonthlySheet: Sheet {
    var tables: [FigureTable]
    private let slices: [Slice]
    private let series: [MonthlySeries]
    /// For each series, its first row.
    private let starts: [Int]

    static let rules = ControlChart.Rule.allCases.map(\.rawValue)
    static let figures: [(String, FigureKind)] = [
        ("numerator", .count), ("denominator", .count), ("value", .number), ("mean", .number),
        ("low", .number), ("high", .number), ("trial", .plain), ("signal", .word(rules)),
    ]

    init(_ input: Disclosable, threshold: Int) {
        let groups = input.conclusions.groups
        series = input.conclusions.monthly.sorted {
            ($0.group, $0.kind.ordinal) < ($1.group, $1.kind.ordinal)
        }
        var starts: [Int] = []
        var next = 0
        for each in series {
            starts.append(next)
            next += each.points.count
        }
        self.starts = starts
        let months = Set(series.flatMap { $0.points.map(\.month) }).sorted { $0.days < $1.days }
        tables = [MonthlySheet.table(series, groups, months)]
        slices = MonthlySheet.slices(series, starts, groups, months, threshold)
    }

    var sliceCount: Int { slices.count }
    var hasTeams: Bool { false }

    func slice(_ index: Int) -> Slice { slices[index] }

    func decimals(table: Int) -> [UInt8] { [] }

    /// The limits are worked out of all months: they are hidden where one of these is.
    func finish(_ states: inout SheetStates) {
        for (each, start) in zip(series, starts) {
            let rows = start..<(start + each.points.count)
            let isWhole = rows.allSatisfy { states.states[0][2][$0] != .hidden }
            for column in [3, 4, 5, 7] {
                let values = tables[0].figures[column].values
                for row in rows {
                    states.states[0][column][row] =
                        !isWhole ? .hidden : values[row].isNaN ? .empty : .shown
                }
            }
        }
    }

    /// A chart's limits come from exact counts: only the points are left.
    func finishRounded(_ states: inout SheetStates) {
        for column in [3, 4, 5, 7] {
            for row in states.states[0][column].indices { states.states[0][column][row] = .hidden }
        }
    }
}

extension MonthlySheet {
    private static func table(
        _ series: [MonthlySeries], _ groups: [Group], _ months: [CalendarDate]
    ) -> FigureTable {
        var table = FigureTable(
            name: "monthly", keys: GroupKeys.names + ["series", "month"], figures: figures)
        let rows = series.flatMap { each in each.points.indices.map { (each, $0) } }
        GroupKeys(groups).append(rows.map { Int32($0.0.group) }, to: &table)
        let places = Dictionary(uniqueKeysWithValues: zip(months.map(\.days), Int32(0)...))
        table.keys[3].words = MonthlySeries.Kind.allCases.map(\.rawValue)
        table.keys[3].indices = rows.map { Int32($0.0.kind.ordinal) }
        table.keys[4].words = months.map(\.iso)
        table.keys[4].indices = rows.map { places[$0.0.points[$0.1].month.days] ?? 0 }
        for (row, (series, point)) in rows.enumerated() { fill(&table, row, series, point) }
        return table
    }

    private static func fill(
        _ table: inout FigureTable, _ row: Int, _ series: MonthlySeries, _ index: Int
    ) {
        let point = series.points[index]
        table.set(0, row, point.numerator)
        table.set(1, row, point.denominator.map(Double.init))
        table.set(2, row, point.value)
        guard let chart = series.chart else { return }
        table.set(3, row, chart.mean)
        table.set(4, row, chart.low)
        table.set(5, row, chart.high)
        table.set(6, row, chart.isTrial ? 1 : 0)
        if let signal = chart.signals.first(where: { $0.point == index }) {
            table.set(7, row, rules.firstIndex(of: signal.rule.rawValue).map(Double.init))
        }
    }

    private static func slices(
        _ series: [MonthlySeries], _ starts: [Int], _ groups: [Group], _ months: [CalendarDate],
        _ threshold: Int
    ) -> [Slice] {
        let tree = GroupTree(groups, hasTeams: false)
        var slices: [Slice] = []
        for kind in MonthlySeries.Kind.allCases {
            let mine = zip(series, starts).filter { $0.0.kind == kind }
            var ofKind = months.map { month in
                let shape = MonthShape(isShare: kind.isShare).shape
                var slice = Slice(shape, groups: groups.count, tables: 1)
                slice.rows = [Array(repeating: -1, count: groups.count)]
                for (each, start) in mine {
                    guard let at = each.points.firstIndex(where: { $0.month == month }) else {
                        continue
                    }
                    slice.count(each.points[at], each.group, row: start + at)
                }
                return slice
            }
            settle(&ofKind, tree, threshold)
            slices += ofKind
        }
        return slices
    }

    /// Hides further months, the smallest first, until every group hides none of a count or at
    /// least two that are together as many as the threshold.
    private static func settle(_ slices: inout [Slice], _ tree: GroupTree, _ threshold: Int) {
        guard let shape = slices.first?.shape else { return }
        var isSettled = false
        while !isSettled {
            isSettled = true
            let hidden = slices.map { protect($0, tree, threshold: threshold).hidden }
            for group in 0..<tree.count {
                for column in shape.columns.indices
                where hideMore(&slices, hidden, group, column, threshold) {
                    isSettled = false
                }
            }
        }
    }

    private static func hideMore(
        _ slices: inout [Slice], _ hidden: [[UInt64]], _ group: Int, _ column: Int,
        _ threshold: Int
    ) -> Bool {
        let bit: UInt64 = 1 << UInt64(column)
        let months = slices.indices.filter { slices[$0].rows[0][group] >= 0 }
        let isHidden = months.map { hidden[$0][group] & bit != 0 }
        let number = isHidden.count { $0 }
        let sum = zip(months, isHidden).reduce(0) { $0 + ($1.1 ? slices[$1.0][column, group] : 0) }
        guard number > 0, number < months.count, number < 2 || sum < threshold else { return false }
        let shown = zip(months, isHidden).filter { !$0.1 }.map(\.0)
        guard let next = shown.min(by: { slices[$0][column, group] < slices[$1][column, group] })
        else { return false }
        slices[next].alsoSmall[group] |= bit
        return true
    }
}

/// How the counts of a month hang together.
private struct MonthShape {
    private(set) var shape = SliceShape()

    init(isShare: Bool) {
        let numerator = CellPlace(table: 0, figure: 0)
        guard isShare else {
            let count = shape.add(numerator)
            shape.derive(
                CellPlace(table: 0, figure: 2), from: [count],
                quotient: SliceShape.Quotient(
                    numerator: SliceShape.bits([count]), denominator: 0))
            return
        }
        let all = shape.add(CellPlace(table: 0, figure: 1))
        let hits = shape.add(numerator)
        let rest = shape.add()
        shape.sums.append(PartsOfTotal(total: all, parts: [rest, hits]))
        shape.derive(
            CellPlace(table: 0, figure: 2), from: [all, hits],
            quotient: SliceShape.Quotient(
                numerator: SliceShape.bits([hits]), denominator: SliceShape.bits([all])))
    }
}

extension Slice {
    /// Counts one month of a group.
    fileprivate mutating func count(_ point: MonthlySeries.Point, _ group: Int, row: Int) {
        rows[0][group] = Int32(row)
        guard let denominator = point.denominator else {
            self[0, group] = point.numerator
            return
        }
        self[0, group] = denominator
        self[1, group] = point.numerator
        self[2, group] = denominator - point.numerator
    }
}

extension MonthlySeries.Kind {
    /// The place in the list of all.
    var ordinal: Int { MonthlySeries.Kind.allCases.firstIndex(of: self) ?? 0 }

    /// Whether the months are shares, with a denominator.
    var isShare: Bool { self == .measurementsDone || self == .followUpsImproved }
}
