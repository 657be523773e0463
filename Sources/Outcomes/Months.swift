import Basics

/// The months of a run, from the first case's start to the as-of date, by day.
struct Months {
    /// The first day of each month, ascending.
    let firsts: [CalendarDate]
    private let firstDay: Int32
    private let monthOfDay: [Int16]

    init(from first: Int32, through last: Int32) {
        var firsts: [CalendarDate] = []
        var months: [Int16] = []
        var month = CalendarDate(days: first)
        month = month.adding(days: 1 - month.civil.day)
        firstDay = month.days
        while month.days <= last {
            let end = min(month.endOfMonth.days, last)
            months += Array(repeating: Int16(firsts.count), count: Int(end - month.days) + 1)
            firsts.append(month)
            month = month.adding(months: 1)
        }
        self.firsts = firsts
        monthOfDay = months
    }

    var count: Int { firsts.count }

    /// The index of a day's month, or nothing outside the run.
    func index(of day: Int32) -> Int? {
        let offset = Int(day) - Int(firstDay)
        return monthOfDay.indices.contains(offset) ? Int(monthOfDay[offset]) : nil
    }
}
