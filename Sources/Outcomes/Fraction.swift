import Basics

/// A score or a difference of two, exact and not in lowest terms; the denominator is positive.
struct Fraction {
    var numerator: Int64
    var denominator: Int64

    /// How far it lies above a ratio, as a whole number of some small part: 0 at the ratio itself.
    ///
    /// Products of two numbers of 64 bits cannot overflow.
    @inline(__always)
    func distance(from ratio: Ratio) -> Int128 {
        Int128(numerator) &* Int128(ratio.denominator)
            &- Int128(ratio.numerator) &* Int128(denominator)
    }

    /// Whether the fraction is at least a ratio.
    func isAtLeast(_ ratio: Ratio) -> Bool { distance(from: ratio) >= 0 }

    /// As a whole number of 1 / `unit`: exact where `unit` is a multiple of the denominator, else
    /// the nearest.
    @inline(__always)
    func inUnits(_ unit: Int64) -> Int64 {
        if unit == denominator { return numerator }
        if unit % denominator == 0 { return numerator * (unit / denominator) }
        let scaled = Int128(numerator) * Int128(unit)
        let half = Int128(denominator) / 2
        return Int64((scaled + (scaled < 0 ? -half : half)) / Int128(denominator))
    }

    @inline(__always)
    static func - (a: Fraction, b: Fraction) -> Fraction {
        a.denominator == b.denominator
            ? Fraction(numerator: a.numerator - b.numerator, denominator: a.denominator)
            : Fraction(
                numerator: a.numerator * b.denominator - b.numerator * a.denominator,
                denominator: a.denominator * b.denominator)
    }
}
