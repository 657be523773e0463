import Basics
import Model

/// Control charts over months: the table monthly.
///
/// Each month of a kind of series is a slice; teams have no series. What is known over all
/// months must not tell of a single one, so a group hides at least two months or none.
struct MonthlySheet: Sheet {
    var tables: [FigureTable]
    private let slices: [Slice]
    /// The slices of each kind of series.
    private let kinds: [Range<Int>]
    private let series: [MonthlySeries]
    /// For each series, its first row.
    private let starts: [Int]

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
        let months = Set(series.flatMap { $0.points.map(\.month) }).sorted { $0.days < $1.days }
        tables = [MonthlySheet.table(series, groups, months)]
        let byKind = MonthlySheet.slices(series, starts, groups, months)
        slices = byKind.flatMap(\.self)
        kinds = byKind.indices.map { kind in
            let first = byKind[..<kind].reduce(0) { $0 + $1.count }
            return first..<(first + byKind[kind].count)
        }
    }

    var sliceCount: Int { slices.count }
    var hasTeams: Bool { false }

    func slice(_ index: Int) -> Slice { slices[index] }

    func decimals(table: Int) -> [UInt8] { [] }

    /// The months of a kind add up to what other tables show.
    var slicesThatAddUp: [Range<Int>] { kinds }

    /// The limits, and whether there are any, are worked out of all months: they are hidden where
    /// one of these is.
    func finish(_ states: inout SheetStates) {
        for (each, start) in zip(series, starts) {
            let rows = start..<(start + each.points.count)
            let isWhole = rows.allSatisfy { states.states[0][2][$0] != .hidden }
            for column in 3...7 {
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

    /// One slice a month, by kind.
    private static func slices(
        _ series: [MonthlySeries], _ starts: [Int], _ groups: [Group], _ months: [CalendarDate]
    ) -> [[Slice]] {
        MonthlySeries.Kind.allCases.map { kind in
            let mine = zip(series, starts).filter { $0.0.kind == kind }
            let shape = MonthShape(kind).shape
            return months.map { month in
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
        }
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
