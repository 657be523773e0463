/// A number rounded to a fixed count of decimals, half away from zero, as decimal digits.
///
/// Rounded is what a reader sees: the shortest decimal that reads back as the same double
/// (Swift's `description`). So 2.675 becomes 2.68 and 0.285 becomes 28.5 %, although the
/// doubles nearest to them lie a hair below; binary rounding would give 2.67.
public struct RoundedDecimal: Sendable, Hashable {
    /// Whether the number lies below zero after rounding; zero itself never does.
    public let isNegative: Bool
    /// The digits before the decimal sign, at least one.
    public let whole: String
    /// The digits after it, as many as were asked for.
    public let fraction: String

    /// Whether every digit is nought.
    public var isZero: Bool { (whole + fraction).utf8.allSatisfy { $0 == UInt8(ascii: "0") } }

    /// The number with a point for decimals and a hyphen for minus, for machines.
    public var plain: String {
        (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The nearest double.
    public var value: Double { Double(plain) ?? 0 }

    /// Makes a whole number.
    public init(_ value: Int) {
        isNegative = value < 0
        whole = String(value.magnitude)
        fraction = ""
    }

    /// Rounds a finite number, moved `shift` places to the left (2 for per cent, −6 for
    /// millions) without arithmetic on it, to `decimals` decimals.
    public init(_ value: Double, decimals: Int, shift: Int = 0) {
        precondition(value.isFinite, "a number to write must be finite, this one is \(value)")
        precondition(decimals >= 0, "\(decimals) decimals; at least 0 are wanted")
        var (digits, point) = RoundedDecimal.digits(of: value.magnitude)
        point += shift
        let kept = point + decimals
        let rounded = RoundedDecimal.rounded(digits, keeping: kept)
        digits = rounded.digits
        point += rounded.carried ? 1 : 0
        let padded = RoundedDecimal.padded(digits, point: point, decimals: decimals)
        whole = String(decoding: padded.whole, as: UTF8.self)
        fraction = String(decoding: padded.fraction, as: UTF8.self)
        isNegative = value < 0 && digits.contains { $0 != UInt8(ascii: "0") }
    }

    /// The significant digits of a number and how many of them stand before the point.
    private static func digits(of magnitude: Double) -> (digits: [UInt8], point: Int) {
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let digits = mantissa.flatMap { Array($0.utf8) }
        return (digits, mantissa[0].utf8.count + exponent)
    }

    /// The first `count` digits, the last of them rounded; a carry adds one in front.
    private static func rounded(
        _ digits: [UInt8], keeping count: Int
    ) -> (digits: [UInt8], carried: Bool) {
        guard count >= 0 else { return ([], false) }
        guard count < digits.count else { return (digits, false) }
        var kept = Array(digits[..<count])
        guard digits[count] >= UInt8(ascii: "5") else { return (kept, false) }
        var at = count - 1
        while at >= 0, kept[at] == UInt8(ascii: "9") {
            kept[at] = UInt8(ascii: "0")
            at -= 1
        }
        guard at < 0 else {
            kept[at] += 1
            return (kept, false)
        }
        return ([UInt8(ascii: "1")] + kept, true)
    }

    /// The digits split at the point, filled with noughts, without noughts in front.
    private static func padded(
        _ digits: [UInt8], point: Int, decimals: Int
    ) -> (whole: [UInt8], fraction: [UInt8]) {
        let nought = UInt8(ascii: "0")
        func digit(at place: Int) -> UInt8 {
            digits.indices.contains(place) ? digits[place] : nought
        }
        let whole = (0..<max(point, 0)).map(digit).drop { $0 == nought }
        let fraction = (0..<decimals).map { digit(at: point + $0) }
        return (whole.isEmpty ? [nought] : Array(whole), fraction)
    }
}
