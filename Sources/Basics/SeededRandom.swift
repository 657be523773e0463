/// A generator whose numbers are the same for the same seed on every machine.
///
/// SplitMix64 (Steele, Lea & Flood 2014): integer arithmetic only.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// Makes an independent generator for a named part of the work.
    public init(seed: UInt64, stream: String) {
        state = seed ^ StableHash.of(stream)
        _ = next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number from 0 up to, not including, `bound`; `bound` is at least 1.
    public mutating func below(_ bound: Int) -> Int {
        Int((UInt64(next() >> 32) &* UInt64(bound)) >> 32)
    }

    /// A number in [0, 1) with 53 random bits.
    public mutating func unit() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }

    /// A nearly normal number with mean 0 and variance 1: twelve uniform numbers added, minus 6.
    ///
    /// Additions only, so the bits are the same on every machine; its tails end at ±6.
    public mutating func nearlyNormal() -> Double {
        var sum = 0.0
        for _ in 0..<12 { sum += unit() }
        return sum - 6
    }
}

/// A hash that is the same in every run and on every machine: FNV-1a, 64 bits.
public enum StableHash {
    /// The hash of a text's UTF-8 bytes.
    public static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
