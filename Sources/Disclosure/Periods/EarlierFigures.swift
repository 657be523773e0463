import Basics
import Model

/// The numbers that an earlier period showed, by the rows and columns of a table now.
struct EarlierFigures: Sendable {
    /// Whether the earlier period published such a table.
    let isKnown: Bool
    /// The days that its figures are of, the period's own first.
    private(set) var days: [CalendarDate] = []
    private var numbers: [Double] = []
    /// One place in `days` a number; empty where all are of the period itself.
    private var places: [UInt16] = []
    /// How many columns the earlier table has.
    private var width = 0
    /// The earlier column of each column, or -1.
    private var columns: [Int] = []
    /// The earlier row of each row, or -1.
    private var rows: [Int32] = []

    init(_ table: FigureTable, _ period: EarlierPublished?) {
        guard let period, let earlier = period[table.name],
            earlier.keys.map(\.name) == table.keys.map(\.name),
            let keys = RowKeys(table.keys)
        else {
            isKnown = false
            return
        }
        isKnown = true
        days = [period.asOf] + earlier.days
        numbers = earlier.numbers
        places = earlier.places
        width = earlier.figures.count
        columns = table.figures.map { column in
            column.kind == .plain ? -1 : earlier.figures.firstIndex(of: column.name) ?? -1
        }
        rows = keys.rows(of: earlier)
    }

    /// What stood here, if there was such a row; NaN where nobody could see it.
    @inline(__always)
    func value(_ column: Int, _ row: Int) -> Double? {
        guard isKnown, rows[row] >= 0 else { return nil }
        let place = columns[column]
        return place < 0 ? .nan : numbers[Int(rows[row]) * width + place]
    }

    /// The number that stood here, if one did.
    @inline(__always)
    func number(_ column: Int, _ row: Int) -> Double? {
        guard let value = value(column, row), !value.isNaN else { return nil }
        return value
    }

    /// The sum of some figures of a row, where all of them were shown.
    func sum(_ figures: [Int], _ row: Int) -> Double? {
        guard rows[row] >= 0 else { return nil }
        let first = Int(rows[row]) * width
        var sum = 0.0
        for figure in figures {
            let column = columns[figure]
            let number = column < 0 ? Double.nan : numbers[first + column]
            if number.isNaN { return nil }
            sum += number
        }
        return sum
    }

    /// Goes through what stood in a column for some groups, as `value` and `isKept` would say it,
    /// given each group's row, or -1.
    @inline(__always)
    func forEach(
        _ column: Int, _ groups: Range<Int>, rowsOf rowOf: ArraySlice<Int32>,
        _ body: (_ group: Int, _ value: Double, _ isKept: Bool) -> Void
    ) {
        let place = columns[column]
        let hasDays = !places.isEmpty
        numbers.withUnsafeBufferPointer { numbers in
            rows.withUnsafeBufferPointer { rows in
                rowOf.withUnsafeBufferPointer { rowOf in
                    for group in groups where rowOf[group] >= 0 {
                        let row = Int(rows[Int(rowOf[group])])
                        if row < 0 { continue }
                        let at = row * width + place
                        let value = place < 0 ? Double.nan : numbers[at]
                        body(group, value, hasDays && !value.isNaN && places[at] != 0)
                    }
                }
            }
        }
    }

    /// Whether what stood here had been kept from a period before.
    @inline(__always)
    func isKept(_ column: Int, _ row: Int) -> Bool {
        !places.isEmpty && number(column, row) != nil && place(column, row) != 0
    }

    /// The place in `days` of a number that stood here.
    @inline(__always)
    func place(_ column: Int, _ row: Int) -> UInt16 {
        places.isEmpty ? 0 : places[Int(rows[row]) * width + columns[column]]
    }
}
