import Basics
import Model

/// Where the months of each kind of series stand.
struct MonthPlaces {
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
