import Basics

/// Writes numbers as the shortest decimal with at most twelve significant digits.
///
/// Only multiplication and division by exact powers of ten and one rounding, so the bytes are
/// the same on every machine. Worked value: 2 / 3 is 0.666666666667.
enum NumberText {
    private static let digits = 12
    /// The greatest power of ten that is exact as a double is 10²².
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Adds a finite number; gives where its decimal point stands, if it has one.
    @discardableResult
    static func add(_ number: Double, to text: inout TextBuffer) -> Int? {
        if number < 0 { text.add(UInt8(ascii: "-")) }
        let size = number.magnitude
        if size < 1e12 {
            let whole = UInt(size)
            if size == Double(whole) {
                text.add(number: whole)
                return nil
            }
        }
        return addFraction(size, to: &text)
    }

    private static func addFraction(_ size: Double, to text: inout TextBuffer) -> Int? {
        // Nothing that is published is as small as 10⁻¹¹ or as great as 10¹⁵.
        guard size >= 1e-11 else {
            text.add(UInt8(ascii: "0"))
            return nil
        }
        guard size < 1e15 else {
            text.add(number: UInt(min(size, 1e18)))
            return nil
        }
        var decimals = digits - 1 - exponent(of: size)
        var scaled = UInt(scale(size, decimals).rounded(.toNearestOrEven))
        dropNoughts(&scaled, &decimals)
        guard decimals > 0 else {
            for _ in decimals..<0 { scaled *= 10 }
            text.add(number: scaled)
            return nil
        }
        text.add(number: scaled, width: decimals + 1)
        return text.insert(UInt8(ascii: "."), beforeLast: decimals)
    }

    /// Drops noughts at the end of a fraction, several at a time.
    private static func dropNoughts(_ scaled: inout UInt, _ decimals: inout Int) {
        while decimals >= 6, scaled % 1_000_000 == 0 {
            scaled /= 1_000_000
            decimals -= 6
        }
        while decimals > 0, scaled % 10 == 0 {
            scaled /= 10
            decimals -= 1
        }
    }

    private static func scale(_ size: Double, _ decimals: Int) -> Double {
        decimals >= 0 ? size * powers[decimals] : size / powers[-decimals]
    }

    /// The greatest whole e with 10ᵉ ≤ size, for a size from 10⁻¹¹ to 10¹⁵.
    private static func exponent(of size: Double) -> Int {
        // 1233 / 4096 is the logarithm of 2, a little too great: off by one at the most.
        let estimate = (Int(size.exponent) * 1233) >> 12
        if size >= 1 {
            var exponent = min(max(estimate, 0), 15)
            while powers[exponent] > size { exponent -= 1 }
            while powers[exponent + 1] <= size { exponent += 1 }
            return exponent
        }
        var places = min(max(-estimate, 1), 12)
        while size * powers[places] < 1 { places += 1 }
        while size * powers[places - 1] >= 1 { places -= 1 }
        return -places
    }
}
