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
    public var isZero: Bool {
        whole.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
            && fraction.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// The number with a point for decimals and a hyphen for minus, for machines.
    public var plain: String {
        (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The nearest double.
    public var value: Double {
        // So few digits, and such a power of ten, are exact as doubles: their quotient is rounded
        // once, as the text would be.
        guard whole.utf8.count + fraction.utf8.count <= 15 else { return Double(plain) ?? 0 }
        var units = 0
        for digit in whole.utf8 { units = 10 * units + Int(digit) - 48 }
        for digit in fraction.utf8 { units = 10 * units + Int(digit) - 48 }
        let size = Double(units) / powersOfTen[fraction.utf8.count]
        return isNegative ? -size : size
    }

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
        if let units = RoundedDecimal.units(value.magnitude, decimals: decimals, shift: shift) {
            let (whole, rest) = units.quotientAndRemainder(
                dividingBy: Int(powersOfTen[decimals]))
            self.whole = String(whole)
            fraction = decimals == 0 ? "" : RoundedDecimal.padded(rest, decimals)
            isNegative = value < 0 && units != 0
            return
        }
        var digits = DecimalDigits(value.magnitude)
        digits.point += shift
        digits.round(keeping: digits.point + decimals)
        whole = digits.point > 0 ? digits.text(from: 0, to: digits.point) : "0"
        fraction = digits.text(from: digits.point, to: digits.point + decimals)
        isNegative = value < 0 && !digits.isZero
    }

    /// The number in units of its last decimal, where plain arithmetic tells how it is rounded:
    /// it is not great, and lies further from the middle of two units than its own digits do.
    private static func units(_ size: Double, decimals: Int, shift: Int) -> Int? {
        let places = decimals + shift
        guard decimals <= 15, places.magnitude <= 15 else { return nil }
        let exact = places >= 0 ? size * powersOfTen[places] : size / powersOfTen[-places]
        guard exact < 1e9 else { return nil }
        let below = exact.rounded(.down)
        let rest = exact - below
        guard abs(rest - 0.5) > 1e-6 else { return nil }
        return Int(below) + (rest > 0.5 ? 1 : 0)
    }

    private static func padded(_ units: Int, _ decimals: Int) -> String {
        String(unsafeUninitializedCapacity: decimals) { text in
            var rest = units
            for place in (0..<decimals).reversed() {
                text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            return decimals
        }
    }
}

/// Powers of ten that are exact as doubles.
private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]

/// The significant digits of a number: at most 17, and a carry.
private struct DecimalDigits {
    /// Digits 0 to 9; only the first `count` are of the number.
    private var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    private var count = 0
    /// How many of the digits stand before the decimal sign; may lie outside them.
    var point = 0

    /// Takes the shortest decimal that reads back as the same double.
    init(_ magnitude: Double) {
        var text = magnitude.description
        text.withUTF8 { take($0) }
    }

    private mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        var hasPoint = false
        while at < text.count, text[at] != UInt8(ascii: "e") {
            if text[at] == UInt8(ascii: ".") {
                hasPoint = true
            } else {
                append(text[at] - UInt8(ascii: "0"), isWhole: !hasPoint)
            }
            at += 1
        }
        guard at < text.count else { return }
        point += Int(String(decoding: text[(at + 1)...], as: UTF8.self)) ?? 0
    }

    /// Noughts in front of the first other digit only move the point.
    private mutating func append(_ digit: UInt8, isWhole: Bool) {
        if count == 0, digit == 0 {
            if !isWhole { point -= 1 }
            return
        }
        digits[count] = digit
        count += 1
        if isWhole { point += 1 }
    }

    /// Whether nothing but noughts is left.
    var isZero: Bool { (0..<count).allSatisfy { digits[$0] == 0 } }

    /// Keeps the first digits and rounds the last of them half away from zero; a carry may add
    /// one in front.
    mutating func round(keeping kept: Int) {
        guard kept < count else { return }
        let isUp = kept >= 0 && digits[kept] >= 5
        count = max(kept, 0)
        if isUp { carry() }
    }

    private mutating func carry() {
        var at = count - 1
        while at >= 0, digits[at] == 9 {
            digits[at] = 0
            at -= 1
        }
        guard at < 0 else {
            digits[at] += 1
            return
        }
        for place in stride(from: count, to: 0, by: -1) { digits[place] = digits[place - 1] }
        digits[0] = 1
        count += 1
        point += 1
    }

    /// The digits of some places, counted from the first, noughts where there are none.
    func text(from first: Int, to end: Int) -> String {
        String(unsafeUninitializedCapacity: end - first) { text in
            for place in first..<end {
                let digit = (0..<count).contains(place) ? digits[place] : 0
                text[place - first] = UInt8(ascii: "0") + digit
            }
            return end - first
        }
    }
}
