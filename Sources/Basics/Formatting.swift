/// How numbers, shares, money and dates are written in a language; no locale, no clock.
///
/// Danish follows Dansk Sprognævn, Retskrivningsordbogen (§§ on figures): point between
/// thousands, decimal comma, a blank before the per cent sign. A blank inside a figure is a
/// no-break space (U+00A0) and a minus is U+2212, so that no line ever splits a figure.
public struct Formatting: Sendable, Hashable {
    /// The blank inside a figure.
    public static let noBreakSpace = "\u{A0}"
    /// The minus sign.
    public static let minus = "\u{2212}"

    /// The language written in.
    public var language: Language

    /// Makes the formatting of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// The sign between thousands.
    public var groupSeparator: String { language == .danish ? "." : "," }

    /// The sign before decimals.
    public var decimalSeparator: String { language == .danish ? "," : "." }

    /// Writes a whole number, such as `1.234.567`.
    public func integer(_ value: Int) -> String {
        number(RoundedDecimal(value))
    }

    /// Writes a finite number with a fixed count of decimals, half away from zero: `1.234,5`.
    public func number(_ value: Double, decimals: Int) -> String {
        number(RoundedDecimal(value, decimals: decimals))
    }

    /// Writes a finite number with its sign, also the plus; nought has none.
    public func difference(_ value: Double, decimals: Int) -> String {
        let rounded = RoundedDecimal(value, decimals: decimals)
        return (rounded.isNegative || rounded.isZero ? "" : "+") + number(rounded)
    }

    /// Writes a share, 0 to 1, as per cent: `12,3 %` or `12.3%`.
    public func percent(_ share: Double, decimals: Int) -> String {
        number(RoundedDecimal(share, decimals: decimals, shift: 2)) + percentSign
    }

    /// Writes a difference of shares as percentage points: `+12 procentpoint`.
    public func percentagePoints(_ difference: Double, decimals: Int) -> String {
        let rounded = RoundedDecimal(difference, decimals: decimals, shift: 2)
        let sign = rounded.isNegative || rounded.isZero ? "" : "+"
        let unit = language == .danish ? "procentpoint" : "percentage points"
        return sign + number(rounded) + Formatting.noBreakSpace + unit
    }

    /// The per cent sign with the blank that the language sets before it.
    public var percentSign: String {
        language == .danish ? Formatting.noBreakSpace + "%" : "%"
    }

    /// Writes a rounded number.
    public func number(_ rounded: RoundedDecimal) -> String {
        let body = grouped(rounded.whole)
        let tail = rounded.fraction.isEmpty ? "" : decimalSeparator + rounded.fraction
        return (rounded.isNegative ? Formatting.minus : "") + body + tail
    }

    private func grouped(_ digits: String) -> String {
        if digits.utf8.count <= 3 { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += groupSeparator }
            result.append(digit)
        }
        return result
    }
}
