/// An exact rational number with a positive denominator, small enough to copy by the million.
///
/// Scores are compared as ratios, never as rounded doubles: 2.5 × 5 items is exactly 12.5.
public struct Ratio: Sendable, Hashable, Comparable {
    /// The numerator, in lowest terms with the denominator.
    public let numerator: Int64
    /// The denominator, at least 1.
    public let denominator: Int64

    /// Makes a ratio in lowest terms; the denominator must not be zero.
    public init(_ numerator: Int64, over denominator: Int64 = 1) {
        precondition(denominator != 0, "a ratio of \(numerator) over zero")
        let divisor = Ratio.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int64 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int64(divisor)
        self.denominator = sign * denominator / Int64(divisor)
    }

    /// Makes a whole number.
    public init(_ whole: Int) {
        self.init(Int64(whole), over: 1)
    }

    /// Reads a plain decimal such as `6.82`, with a point, exactly; or gives nothing.
    public init?(decimal text: some StringProtocol) {
        var digits: Int64 = 0
        var scale: Int64 = 1
        var sawPoint = false
        var sawDigit = false
        var body = Substring(text)
        let negative = body.first == "-"
        if negative { body = body.dropFirst() }
        for byte in body.utf8 {
            switch byte {
            case 48...57:
                guard digits < 1_000_000_000_000, scale < 1_000_000_000_000 else { return nil }
                digits = digits * 10 + Int64(byte - 48)
                if sawPoint { scale *= 10 }
                sawDigit = true
            case UInt8(ascii: ".") where !sawPoint: sawPoint = true
            default: return nil
            }
        }
        guard sawDigit else { return nil }
        self.init(negative ? -digits : digits, over: scale)
    }

    private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var (x, y) = (a, b)
        while y != 0 { (x, y) = (y, x % y) }
        return max(x, 1)
    }

    /// The nearest double.
    public var value: Double { Double(numerator) / Double(denominator) }

    public static func < (a: Ratio, b: Ratio) -> Bool {
        a.numerator * b.denominator < b.numerator * a.denominator
    }

    public static func + (a: Ratio, b: Ratio) -> Ratio {
        Ratio(
            a.numerator * b.denominator + b.numerator * a.denominator,
            over: a.denominator * b.denominator)
    }

    public static func - (a: Ratio, b: Ratio) -> Ratio {
        a + Ratio(-b.numerator, over: b.denominator)
    }

    public static func * (a: Ratio, b: Ratio) -> Ratio {
        Ratio(a.numerator * b.numerator, over: a.denominator * b.denominator)
    }

    /// The ratio with its sign turned.
    public static prefix func - (a: Ratio) -> Ratio { Ratio(-a.numerator, over: a.denominator) }

    /// The distance from zero.
    public var magnitude: Ratio { numerator < 0 ? -self : self }
}

extension Ratio: CustomStringConvertible {
    public var description: String {
        denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
    }
}

extension Ratio: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
