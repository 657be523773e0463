import Basics

/// Writes the number of a cell as a person would see it.
struct CellNumber {
    /// What stands before decimals.
    var decimalMark: UInt8
    /// Whether days count from 1904 rather than 1900.
    var countsFrom1904 = false

    /// The text of a number as the file has it, such as `7.2999999999999998`.
    func text(_ raw: ArraySlice<UInt8>, _ meaning: CellFormats.Meaning) -> [UInt8] {
        if meaning == .number, raw.count <= 15, raw.allSatisfy({ $0 &- 48 < 10 }) {
            return Array(raw)
        }
        guard let value = Double(String(decoding: raw, as: UTF8.self)), value.isFinite else {
            return Array(raw)
        }
        switch meaning {
        case .number: return decimal(value)
        case .date: return date(value) ?? decimal(value)
        case .digits(let places): return digits(value, places) ?? decimal(value)
        }
    }

    /// A number with at most 15 significant digits, as many as a spreadsheet keeps.
    private func decimal(_ value: Double) -> [UInt8] {
        let magnitude = value.magnitude
        guard magnitude > 0 else { return [48] }
        let sign: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
        guard magnitude < 1e15 else {
            return sign + Array((Int64(exactly: magnitude).map { "\($0)" } ?? "\(magnitude)").utf8)
        }
        var decimals = 14
        var bound = 10.0
        while decimals > 0, magnitude >= bound {
            decimals -= 1
            bound *= 10
        }
        while magnitude * CellNumber.power(decimals) < 1e14, decimals < 22 { decimals += 1 }
        let scaled = (magnitude * CellNumber.power(decimals)).rounded()
        return sign + placed(Array(String(Int64(scaled)).utf8), decimals: decimals)
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    /// Digits with the decimal mark set in, without zeros at the end.
    private func placed(_ digits: [UInt8], decimals: Int) -> [UInt8] {
        let padded = [UInt8](repeating: 48, count: max(0, decimals + 1 - digits.count)) + digits
        var fraction = padded.suffix(decimals)
        while fraction.last == 48 { fraction.removeLast() }
        let whole = padded.dropLast(decimals)
        return Array(whole) + (fraction.isEmpty ? [] : [decimalMark] + fraction)
    }

    /// Days as `yyyy-mm-dd`, with a time after them where there is one; nothing where the number
    /// is no day.
    private func date(_ value: Double) -> [UInt8]? {
        guard value >= 0, value < 2_958_466 else { return nil }
        var days = Int32(value)
        var seconds = Int((value - Double(days)) * 86_400 + 0.5)
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        if days == 0, !countsFrom1904 { return seconds > 0 ? Array(clock(seconds).utf8) : nil }
        guard let day = day(days) else { return nil }
        return Array((day.iso + (seconds > 0 ? " " + clock(seconds) : "")).utf8)
    }

    /// Day 25,569 of the 1900 system is 1970-01-01; the one of 1904 starts 1,462 days later.
    ///
    /// The 1900 system has a 29 February 1900, day 60, that never was: days before it lie one
    /// day later than those after it suggest.
    private func day(_ days: Int32) -> CalendarDate? {
        if countsFrom1904 { return CalendarDate(days: days - 25_569 + 1_462) }
        if days == 60 { return nil }
        return CalendarDate(days: days - 25_569 + (days < 60 ? 1 : 0))
    }

    private func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// A whole number at fixed places; nothing where it does not fit them.
    private func digits(_ value: Double, _ places: [UInt8]) -> [UInt8]? {
        guard let whole = Int64(exactly: value), whole >= 0 else { return nil }
        var digits = Array(String(whole).utf8)
        var text: [UInt8] = []
        for place in places.reversed() {
            text.append(place == UInt8(ascii: "-") ? place : digits.popLast() ?? 48)
        }
        return digits.isEmpty ? text.reversed() : nil
    }
}
