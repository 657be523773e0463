/// Writes numbers as the shortest decimal with at most twelve significant digits.
///
/// Only multiplication and division by exact powers of ten and one rounding, so the bytes are
/// the same on every machine. Worked value: 2 / 3 is 0.666666666667.
enum NumberText {
    private static let digits = 12
    /// The greatest power of ten that is exact as a double is 10²².
    private static let powers: [Double] = (0...22).reduce(into: []) { powers, exponent in
        powers.append((0..<exponent).reduce(1.0) { power, _ in power * 10 })
    }

    /// Appends a finite number.
    static func append(_ number: Double, point: UInt8, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = number.magnitude
        if size < 1e12, size == size.rounded(.towardZero) {
            append(UInt64(size), to: &bytes)
        } else {
            appendFraction(size, point, &bytes)
        }
    }

    /// Appends a whole number.
    static func append(_ whole: UInt64, to bytes: inout [UInt8]) {
        if whole >= 10 { append(whole / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(whole % 10))
    }

    private static func appendFraction(_ size: Double, _ point: UInt8, _ bytes: inout [UInt8]) {
        // Nothing that is published is as small as 10⁻¹¹ or as great as 10¹⁵.
        guard size >= 1e-11 else { return bytes.append(UInt8(ascii: "0")) }
        guard size < 1e15 else { return append(UInt64(min(size, 1e18)), to: &bytes) }
        var decimals = digits - 1 - exponent(of: size)
        var scaled = UInt64(scale(size, decimals).rounded(.toNearestOrEven))
        while decimals > 0, scaled % 10 == 0 {
            scaled /= 10
            decimals -= 1
        }
        guard decimals > 0 else {
            for _ in decimals..<0 { scaled *= 10 }
            return append(scaled, to: &bytes)
        }
        appendDecimal(scaled, decimals, point, &bytes)
    }

    private static func scale(_ size: Double, _ decimals: Int) -> Double {
        decimals >= 0 ? size * powers[decimals] : size / powers[-decimals]
    }

    /// The greatest whole e with 10ᵉ ≤ size.
    private static func exponent(of size: Double) -> Int {
        if size >= 1 { return (powers.firstIndex { $0 > size } ?? powers.count) - 1 }
        return -(powers.firstIndex { size * $0 >= 1 } ?? 0)
    }

    private static func appendDecimal(
        _ scaled: UInt64, _ decimals: Int, _ point: UInt8, _ bytes: inout [UInt8]
    ) {
        let unit = UInt64(powers[decimals])
        append(scaled / unit, to: &bytes)
        bytes.append(point)
        var rest = scaled % unit
        var place = unit / 10
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
            rest %= place
            place /= 10
        }
    }
}
