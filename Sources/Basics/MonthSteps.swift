/// Days some calendar months after a date, which is taken apart once for all of them.
public struct MonthSteps: Sendable {
    /// Months since the year 0.
    private let month: Int
    private let day: Int

    /// Begins at a date.
    public init(from date: CalendarDate) {
        let (year, month, day) = date.civil
        self.month = year * 12 + (month - 1)
        self.day = day
    }

    /// The day `count` months later; the day of month is clamped to the month's last.
    public func date(after count: Int) -> CalendarDate {
        let index = month + count
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - year * 12 + 1
        // The clamp is asked for only where it can matter.
        let last = day > 28 ? CalendarDate.length(ofMonth: newMonth, year: year) : day
        return CalendarDate(days: CalendarDate.daysFromCivil(year, newMonth, min(day, last)))
    }
}
