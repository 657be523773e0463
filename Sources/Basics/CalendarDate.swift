/// A day of the proleptic Gregorian calendar, without a clock or a time zone.
///
/// Stored as days since 1970-01-01, so that comparing and subtracting are integer arithmetic.
/// The conversions follow Hinnant (2013), "chrono-compatible low-level date algorithms".
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before it.
    public var days: Int32

    /// Makes the date that lies `days` after 1970-01-01.
    public init(days: Int32) {
        self.days = days
    }

    /// Makes the date of a year, month and day, or nothing when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.length(ofMonth: month, year: year)
        else { return nil }
        days = CalendarDate.daysFromCivil(year, month, day)
    }

    /// Reads `yyyy-mm-dd`, or gives nothing.
    public init?(iso text: some StringProtocol) {
        var number = 0
        var place = 0
        for byte in text.utf8 {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte &- 48 < 10, place < 10 else { return nil }
                number = 10 * number + Int(byte) - 48
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.days < b.days }

    /// The number of days in a month, 28 to 31.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days since 1970-01-01 of a date that is known to exist.
    static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension CalendarDate {
    /// The year, the month 1 to 12 and the day 1 to 31.
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(days) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthPart = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthPart + 2) / 5 + 1
        let month = monthPart < 10 ? monthPart + 3 : monthPart - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The calendar year.
    public var year: Int { civil.year }

    /// The month, 1 to 12.
    public var month: Int { civil.month }

    /// The date as `yyyy-mm-dd`.
    public var iso: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return CalendarDate.padded(year, 4) + "-" + CalendarDate.padded(month, 2) + "-"
                + CalendarDate.padded(day, 2)
        }
        return String(unsafeUninitializedCapacity: 10) { text in
            var rest = year * 10_000 + month * 100 + day
            for place in [9, 8, 6, 5, 3, 2, 1, 0] {
                text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            return 10
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// The day `count` calendar months later; the day of month is clamped to the month's last.
    public func adding(months count: Int) -> CalendarDate {
        MonthSteps(from: self).date(after: count)
    }

    /// The day `count` days later.
    public func adding(days count: Int) -> CalendarDate {
        CalendarDate(days: days + Int32(count))
    }

    /// The last day of this date's month.
    public var endOfMonth: CalendarDate {
        let (year, month, _) = civil
        let last = CalendarDate.length(ofMonth: month, year: year)
        return CalendarDate(days: CalendarDate.daysFromCivil(year, month, last))
    }

    /// Completed calendar months from this date to a later one; negative when it lies earlier.
    ///
    /// A person born on the 31st completes a month on the last day of a shorter month's
    /// successor day, as Danish law counts: on the 1st of the next month at the latest.
    public func completedMonths(to later: CalendarDate) -> Int {
        let a = civil
        let b = later.civil
        let months = (b.year - a.year) * 12 + (b.month - a.month)
        return b.day < a.day ? months - 1 : months
    }

    /// Completed calendar years from this date to a later one; negative when it lies earlier.
    public func completedYears(to later: CalendarDate) -> Int {
        let months = completedMonths(to: later)
        return months >= 0 ? months / 12 : (months - 11) / 12
    }

    /// Days from an earlier date to this one.
    public static func - (later: CalendarDate, earlier: CalendarDate) -> Int {
        Int(later.days) - Int(earlier.days)
    }
}
