import Basics
import Testing

@Suite struct CalendarDateTests {
    @Test func everyDayOfFourHundredYearsGoesThereAndBack() throws {
        let first = try #require(CalendarDate(year: 1800, month: 1, day: 1))
        var expected = (year: 1800, month: 1, day: 1)
        for offset in 0..<146_097 {
            let date = first.adding(days: offset)
            #expect(date.civil == expected)
            expected = next(expected)
        }
    }

    /// The day after, counted as a wall calendar does.
    private func next(_ day: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int)
    {
        let leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if day.day < lengths[day.month - 1] { return (day.year, day.month, day.day + 1) }
        return day.month < 12 ? (day.year, day.month + 1, 1) : (day.year + 1, 1, 1)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
        ("2023-11-30", 3, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-03-15", -3, "2023-12-15"), ("2024-08-31", 24, "2026-08-31"),
    ])
    func addingMonthsClampsToTheMonthsLastDay(_ from: String, _ months: Int, _ to: String) throws {
        let date = try #require(CalendarDate(iso: from))
        #expect(date.adding(months: months).iso == to)
    }

    @Test(arguments: [
        ("2020-02-29", "2021-02-28", 0), ("2020-02-29", "2021-03-01", 1),
        ("2013-10-31", "2026-10-30", 12), ("2013-10-31", "2026-10-31", 13),
        ("2013-10-31", "2013-10-30", -1),
    ])
    func yearsAreCompletedOnTheBirthday(_ birth: String, _ day: String, _ years: Int) throws {
        let birth = try #require(CalendarDate(iso: birth))
        let day = try #require(CalendarDate(iso: day))
        #expect(birth.completedYears(to: day) == years)
    }

    @Test(arguments: [
        "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "23-01-01", "", "2023-01-01x",
    ])
    func whatTheCalendarDoesNotHaveIsNoDate(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func periodsAreNamedByTheirKind() throws {
        let date = try #require(CalendarDate(iso: "2026-10-31"))
        #expect(date.endOfMonth == date)
        #expect(date.adding(days: -30).endOfMonth == date)
    }
}
