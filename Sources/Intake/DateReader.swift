import Basics
import Model

/// Reads dates from bytes, in the forms that an intake names.
struct DateReader: Sendable {
    /// What stands for no date.
    static let none = AssessmentBatch.none
    /// The years that a date may have; a year outside is taken for a slip of the pen.
    static let years = 1900...2099

    private let forms: [IntakeLayout.DateForm]
    private let takesDayFirst: Bool
    private let months = MonthTable.shared

    init(_ forms: [IntakeLayout.DateForm]) {
        self.forms = forms
        takesDayFirst = forms.first == .dayMonthYear
    }

    /// Days since 1970-01-01, or `none` when the cell is no date.
    @inline(__always)
    func days(_ cell: Cell) -> Int32 {
        if takesDayFirst, cell.count == 10, cell[2] == UInt8(ascii: "-"),
            cell[5] == UInt8(ascii: "-")
        {
            return dayMonthYear(cell)
        }
        return general(cell)
    }

    /// Ten bytes `dd-mm-yyyy`.
    @inline(__always)
    private func dayMonthYear(_ cell: Cell) -> Int32 {
        let raw = UnsafeRawPointer(cell.baseAddress.unsafelyUnwrapped)
        // What is left of `00-00-00` and `00` are the digits' values, and 0 for each mark.
        let dayToYear =
            UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ 0x3030_2D30_302D_3030
        let rest =
            UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)) ^ 0x3030
        // A digit's value and 118 stay below 128, and no value of a mark but 0 and 127 does.
        let sums = (dayToYear &+ 0x7676_7F76_767F_7676) | dayToYear
        let restSums = (rest &+ 0x7676) | rest
        guard (sums & 0x8080_8080_8080_8080) | UInt64(restSums & 0x8080) == 0 else {
            return DateReader.none
        }
        func digit(_ place: UInt64) -> Int { Int(dayToYear >> (8 * place) & 15) }
        let year = digit(6) * 1000 + digit(7) * 100 + Int(rest & 15) * 10 + Int(rest >> 8)
        return months.days(
            year: year, month: digit(3) * 10 + digit(4), day: digit(0) * 10 + digit(1))
    }

    private func general(_ cell: Cell) -> Int32 {
        let cell = cell.trimmed
        guard let groups = DigitGroups(cell) else { return DateReader.none }
        for form in forms {
            let found = days(groups, form)
            if found != DateReader.none { return found }
        }
        return DateReader.none
    }

    private func days(_ groups: DigitGroups, _ form: IntakeLayout.DateForm) -> Int32 {
        let (a, b, c) = (groups.values[0], groups.values[1], groups.values[2])
        let isTriple = groups.count == 3
        switch form {
        case .dayMonthYear where isTriple && groups.hasShortDay:
            return months.days(year: groups.year, month: b, day: a)
        case .monthDayYear where isTriple && groups.hasShortDay:
            return months.days(year: groups.year, month: a, day: b)
        case .yearMonthDay where isTriple && groups.widths[0] == 4:
            return months.days(year: a, month: b, day: c)
        case .digits where groups.count == 1 && (7...8).contains(groups.widths[0]):
            return months.days(year: a % 10_000, month: a / 10_000 % 100, day: a / 1_000_000)
        case .excelDays where groups.count == 1 && (3...5).contains(groups.widths[0]):
            // Excel's day 25,569 is 1970-01-01 in its 1900 date system.
            return months.inRange(Int32(a) - 25_569)
        default: return DateReader.none
        }
    }
}

/// The numbers of a date: one to three groups of digits, and perhaps a time after them.
struct DigitGroups {
    var values = [0, 0, 0]
    var widths = [0, 0, 0]
    var count = 0

    init?(_ cell: Cell) {
        var at = 0
        while at < cell.count, count < 3 {
            let start = at
            while at < cell.count, cell[at] &- 48 < 10, at - start < 9 {
                values[count] = values[count] * 10 + Int(cell[at] &- 48)
                at += 1
            }
            guard at > start else { return nil }
            widths[count] = at - start
            count += 1
            guard at < cell.count, count < 3, DigitGroups.isSeparator(cell[at]) else { break }
            at += 1
        }
        guard at == cell.count || DigitGroups.isTime(cell, from: at) else { return nil }
    }

    /// Whether day and month have one or two digits and the year two or four.
    var hasShortDay: Bool {
        (1...2).contains(widths[0]) && (1...2).contains(widths[1])
            && (widths[2] == 4 || widths[2] == 2)
    }

    /// The year at the end; two digits mean 2000 to 2049 or 1950 to 1999.
    var year: Int {
        guard widths[2] == 2 else { return values[2] }
        return values[2] < 50 ? 2000 + values[2] : 1900 + values[2]
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }

    /// Whether what follows is a time such as ` 14:05`, `T14:05:00Z` or `, 2:05 PM`.
    private static func isTime(_ cell: Cell, from start: Int) -> Bool {
        let lead = cell[start]
        guard lead == 32 || lead == UInt8(ascii: "T") || lead == UInt8(ascii: ",") else {
            return false
        }
        return cell[(start + 1)...].contains { $0 == UInt8(ascii: ":") }
            && cell[(start + 1)...].allSatisfy { byte in
                byte &- 48 < 10 || " :.,+-TZAPMapm".utf8.contains(byte)
            }
    }
}

/// The first day of every month of the years that dates may have.
private struct MonthTable: Sendable {
    static let shared = MonthTable()

    private let starts: [Int32]
    private let lengths: [UInt8]

    private init() {
        var starts: [Int32] = []
        var lengths: [UInt8] = []
        for year in DateReader.years {
            for month in 1...12 {
                starts.append(CalendarDate(year: year, month: month, day: 1)?.days ?? 0)
                lengths.append(UInt8(CalendarDate.length(ofMonth: month, year: year)))
            }
        }
        self.starts = starts
        self.lengths = lengths
    }

    @inline(__always)
    func days(year: Int, month: Int, day: Int) -> Int32 {
        let index = (year - 1900) * 12 + month - 1
        guard month >= 1, month <= 12, day >= 1, index >= 0, index < starts.count,
            day <= Int(lengths[index])
        else { return DateReader.none }
        return starts[index] + Int32(day - 1)
    }

    func inRange(_ days: Int32) -> Int32 {
        days >= starts[0] && days < starts[starts.count - 1] + 31 ? days : DateReader.none
    }
}
