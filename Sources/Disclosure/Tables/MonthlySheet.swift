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
        tables = [MonthlySheet.table(series, groups, places.months)]
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
        _ series: [MonthlySeries], _ groups: [Group], _ months: [CalendarDate]
    ) -> FigureTable {
        var table = FigureTable(
            name: "monthly", keys: GroupKeys.names + ["series", "month"], figures: figures)
        let ofRows = series.indices.flatMap { each in
            repeatElement(each, count: series[each].points.count)
        }
        GroupKeys(groups).append(ofRows.map { Int32(series[$0].group) }, to: &table)
        let places = Dictionary(uniqueKeysWithValues: zip(months.map(\.days), Int32(0)...))
        let kinds = series.map { Int32($0.kind.ordinal) }
        table.keys[3].words = MonthlySeries.Kind.allCases.map(\.rawValue)
        table.keys[3].indices = ofRows.map { kinds[$0] }
        table.keys[4].words = months.map(\.iso)
        table.keys[4].indices = series.flatMap { $0.points.map { places[$0.month.days] ?? 0 } }
        fillPoints(&table, series)
        fillCharts(&table, series)
        return table
    }

    private static func fillPoints(_ table: inout FigureTable, _ series: [MonthlySeries]) {
        let columns: [(MonthlySeries.Point) -> Double] = [
            { Double($0.numerator) }, { $0.denominator.map(Double.init) ?? .nan },
            { $0.value ?? .nan },
        ]
        for (column, number) in columns.enumerated() {
            table.figures[column].values = series.flatMap { $0.points.map(number) }
        }
    }

    private static func fillCharts(_ table: inout FigureTable, _ series: [MonthlySeries]) {
        let columns: [(ControlChart) -> Double] = [
            \.mean, \.low, \.high, { $0.isTrial ? 1 : 0 },
        ]
        for (column, number) in columns.enumerated() {
            table.figures[3 + column].values = series.flatMap { each in
                repeatElement(each.chart.map(number) ?? .nan, count: each.points.count)
            }
        }
        var start = 0
        for each in series {
            // Of several signals at a point the first is shown.
            for signal in each.chart?.signals.reversed() ?? [] {
                table.set(
                    7, start + signal.point,
                    rules.firstIndex(of: signal.rule.rawValue).map(Double.init))
            }
            start += each.points.count
        }
    }
}

/// Where the months of each kind of series stand.
private struct MonthPlaces {
    /// All months, ascending.
    let months: [CalendarDate]
    private let groups: Int
    /// Each group's row, or -1, by kind, then month.
    private var rows: [Int32]

    init(_ series: [MonthlySeries], _ starts: [Int], groups: Int) {
        self.groups = groups
        var days: Set<Int32> = []
        var last: [MonthlySeries.Point] = []
        // Nearly all series have the same months.
        for each in series where !each.points.elementsEqual(last, by: { $0.month == $1.month }) {
            last = each.points
            for point in last { days.insert(point.month.days) }
        }
        let sorted = days.sorted()
        months = sorted.map { CalendarDate(days: $0) }
        let kinds = MonthlySeries.Kind.allCases.count
        rows = Array(repeating: -1, count: kinds * months.count * groups)
        for (each, start) in zip(series, starts) {
            let first = each.kind.ordinal * months.count
            var month = 0
            for (index, point) in each.points.enumerated() {
                while sorted[month] < point.month.days { month += 1 }
                rows[(first + month) * groups + each.group] = Int32(start + index)
            }
        }
    }

    /// Each group's row in a slice, or -1.
    func rows(_ slice: Int) -> [Int32] { Array(rows[(slice * groups)..<((slice + 1) * groups)]) }
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
