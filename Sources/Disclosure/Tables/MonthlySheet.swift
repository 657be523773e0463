import Basics
import Model

/// Control charts over months: the table monthly.
///
/// Each month of a kind of series is a slice; teams have no series. What is known over all
/// months must not tell of a single one, so a group hides at least two months or none.
struct MonthlySheet: Sheet {
    var tables: [FigureTable]
    private let series: [MonthlySeries]
    /// For each series, its first row.
    private let starts: [Int]
    private let shapes: [SliceShape]
    private let places: MonthPlaces

    static let rules = ControlChart.Rule.allCases.map(\.rawValue)
    static let figures: [(String, FigureKind)] = [
        ("numerator", .count), ("denominator", .count), ("value", .number), ("mean", .number),
        ("low", .number), ("high", .number), ("trial", .plain), ("signal", .word(rules)),
    ]

    init(_ input: Disclosable) {
        let groups = input.conclusions.groups
        series = completed(
            input.conclusions.monthly, groups, group: \.group, kind: \.kind.ordinal
        ) {
            MonthlySeries(group: $1, kind: $0.kind, points: $0.points.map(\.ofNobody))
        }.filter { groups[$0.group].level != .team }.sorted {
            ($0.group, $0.kind.ordinal) < ($1.group, $1.kind.ordinal)
        }
        var starts: [Int] = []
        var next = 0
        for each in series {
            starts.append(next)
            next += each.points.count
        }
        self.starts = starts
        places = MonthPlaces(series, starts, groups: groups.count)
        shapes = MonthlySeries.Kind.allCases.map { MonthShape($0).shape }
        tables = [MonthlySheet.table(series, input.groupKeys, places.months)]
    }

    private var kindCount: Int { MonthlySeries.Kind.allCases.count }

    var sliceCount: Int { kindCount * places.months.count }
    var hasTeams: Bool { false }

    /// One slice a month, by kind.
    func slice(_ index: Int) -> Slice {
        let shape = shapes[index / places.months.count]
        let rows = places.rows(index)
        var slice = Slice(shape, groups: rows.count, tables: 1)
        let (numerators, denominators) = (tables[0].figures[0].values, tables[0].figures[1].values)
        for (group, row) in rows.enumerated() where row >= 0 {
            let (numerator, denominator) = (numerators[Int(row)], denominators[Int(row)])
            if denominator.isNaN {
                slice[0, group] = Int(numerator)
            } else {
                slice[0, group] = Int(denominator)
                slice[1, group] = Int(numerator)
                slice[2, group] = Int(denominator - numerator)
            }
        }
        slice.rows = [rows]
        return slice
    }

    func decimals(table: Int) -> [UInt8] { [] }

    /// The months of a kind add up to what other tables show.
    var slicesThatAddUp: [Range<Int>] {
        let months = places.months.count
        return (0..<kindCount).map { ($0 * months)..<(($0 + 1) * months) }
    }

    /// The limits, and whether there are any, are worked out of all months: they are hidden where
    /// one of these is.
    func finish(_ states: inout SheetStates) {
        let rows = zip(series, starts).map { $1..<($1 + $0.points.count) }
        let isWhole = rows.map { rows in !states.states[0][2][rows].contains(.hidden) }
        for column in 3...7 {
            let values = tables[0].figures[column].values
            states.states[0][column].withUnsafeMutableBufferPointer { states in
                for (rows, isWhole) in zip(rows, isWhole) {
                    for row in rows {
                        states[row] = !isWhole ? .hidden : values[row].isNaN ? .empty : .shown
                    }
                }
            }
        }
    }

    /// A chart's limits come from exact counts: only the points are left.
    func finishRounded(_ states: inout SheetStates) {
        for column in 3...7 {
            for row in states.states[0][column].indices { states.states[0][column][row] = .hidden }
        }
    }
}

extension MonthlySheet {
    private static func table(
        _ series: [MonthlySeries], _ groupKeys: GroupKeys, _ months: [CalendarDate]
    ) -> FigureTable {
        var table = FigureTable(
            name: "monthly", keys: GroupKeys.names + ["series", "month"], figures: figures)
        groupKeys.append(perRow(series) { Int32($0.group) }, to: &table)
        table.keys[3].words = MonthlySeries.Kind.allCases.map(\.rawValue)
        table.keys[3].indices = perRow(series) { Int32($0.kind.ordinal) }
        table.keys[4].words = months.map(\.iso)
        table.keys[4].indices = monthPerRow(series, months)
        table.figures[0].values = perPoint(series) { Double($0.numerator) }
        table.figures[1].values = perPoint(series) { $0.denominator.map(Double.init) ?? .nan }
        table.figures[2].values = perPoint(series) { $0.value ?? .nan }
        table.figures[3].values = perRow(series) { $0.chart?.mean ?? .nan }
        table.figures[4].values = perRow(series) { $0.chart?.low ?? .nan }
        table.figures[5].values = perRow(series) { $0.chart?.high ?? .nan }
        table.figures[6].values = perRow(series) { $0.chart.map { $0.isTrial ? 1 : 0 } ?? .nan }
        table.figures[7].values = signalPerRow(series)
        return table
    }

    /// Something of each row's point, in the order of the rows.
    private static func perPoint(
        _ series: [MonthlySeries], _ value: (MonthlySeries.Point) -> Double
    ) -> [Double] {
        perSeries(series) { each, rows in
            for (row, point) in each.points.enumerated() { rows[row] = value(point) }
        }
    }

    /// Something of each row's series, in the order of the rows.
    private static func perRow<Value: BitwiseCopyable>(
        _ series: [MonthlySeries], _ value: (MonthlySeries) -> Value
    ) -> [Value] {
        perSeries(series) { each, rows in rows.initialize(repeating: value(each)) }
    }

    /// One value a row; each series fills its own rows.
    private static func perSeries<Value: BitwiseCopyable>(
        _ series: [MonthlySeries],
        _ fill: (MonthlySeries, UnsafeMutableBufferPointer<Value>) -> Void
    ) -> [Value] {
        let count = series.reduce(0) { $0 + $1.points.count }
        return Array(unsafeUninitializedCapacity: count) { rows, filled in
            for each in series {
                let next = filled + each.points.count
                fill(each, UnsafeMutableBufferPointer(rebasing: rows[filled..<next]))
                filled = next
            }
        }
    }

    private static func monthPerRow(
        _ series: [MonthlySeries], _ months: [CalendarDate]
    ) -> [Int32] {
        perSeries(series) { each, rows in
            var month = 0
            for (row, point) in each.points.enumerated() {
                while months[month] < point.month { month += 1 }
                rows[row] = Int32(month)
            }
        }
    }

    private static func signalPerRow(_ series: [MonthlySeries]) -> [Double] {
        var rows = perRow(series) { _ in Double.nan }
        var start = 0
        for each in series {
            // Of several signals at a point the first is shown.
            for signal in each.chart?.signals.reversed() ?? [] {
                rows[start + signal.point] =
                    rules.firstIndex(of: signal.rule.rawValue).map(Double.init) ?? .nan
            }
            start += each.points.count
        }
        return rows
    }
}

extension MonthlySeries.Point {
    /// The month of a group of which there is nobody to count.
    fileprivate var ofNobody: MonthlySeries.Point {
        MonthlySeries.Point(
            month: month, numerator: 0, denominator: denominator.map { _ in 0 },
            value: denominator == nil ? 0 : nil)
    }
}

/// How the counts of a month hang together.
private struct MonthShape {
    private(set) var shape = SliceShape()

    init(_ kind: MonthlySeries.Kind) {
        shape.isPast = true
        let numerator = CellPlace(table: 0, figure: 0)
        guard kind.isShare else {
            let count = shape.add(numerator)
            let ofCases = kind == .newCases ? 0 : 2
            shape.casesColumns = [
                SliceShape.CasesColumn(column: count, ofCases: ofCases, isEqual: false)
            ]
            shape.derive(
                CellPlace(table: 0, figure: 2), from: [count],
                quotient: SliceShape.Quotient(
                    numerator: SliceShape.bits([count]), denominator: 0))
            return
        }
        let all = shape.add(CellPlace(table: 0, figure: 1))
        let hits = shape.add(numerator)
        let rest = shape.add()
        shape.monthTerms = [(all, false), (hits, true)].map { column, isNumerator in
            SliceShape.MonthTerm(
                column: column, series: MonthSeries(kind: kind, isNumerator: isNumerator))
        }
        shape.sums.append(PartsOfTotal(total: all, parts: [rest, hits]))
        shape.derive(
            CellPlace(table: 0, figure: 2), from: [all, hits],
            quotient: SliceShape.Quotient(
                numerator: SliceShape.bits([hits]), denominator: SliceShape.bits([all])))
    }
}

extension MonthlySeries.Kind {
    /// The place in the list of all.
    var ordinal: Int {
        switch self {
        case .measurementsDone: 0
        case .followUpsImproved: 1
        case .newCases: 2
        case .endedCases: 3
        }
    }

    /// Whether the months are shares, with a denominator.
    var isShare: Bool { self == .measurementsDone || self == .followUpsImproved }
}
