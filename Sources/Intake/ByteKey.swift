/// The first bytes of a string and a hash of all of them.
struct ByteKey {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length: Int32 = 0
    var scope: Int32 = 0
    var hash: UInt32 = 0

    init() {}

    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, _ length: Int, _ scope: Int32) {
        let raw = UnsafeRawPointer(start)
        self.length = Int32(truncatingIfNeeded: length)
        self.scope = scope
        if length <= 8 {
            first = raw.loadUnaligned(as: UInt64.self) & ByteKey.lowBytes(length)
            second = 0
        } else {
            first = raw.loadUnaligned(as: UInt64.self)
            second =
                raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                & ByteKey.lowBytes(min(length, 16) - 8)
        }
        var mixed = Mixer(
            seed: UInt64(truncatingIfNeeded: length) << 32 ^ UInt64(UInt32(bitPattern: scope)))
        mixed.add(first)
        mixed.add(second)
        if length > 16 { mixed.add(start + 16, length - 16) }
        hash = UInt32(truncatingIfNeeded: mixed.value >> 16)
    }

    /// Whether all bytes of the string are the first ones.
    @inline(__always)
    var isWhole: Bool { length <= 16 }

    /// Whether first bytes, lengths and scopes are the same.
    @inline(__always)
    func isAlike(_ other: ByteKey) -> Bool {
        (first ^ other.first) | (second ^ other.second)
            | UInt64(UInt32(bitPattern: (length ^ other.length) | (scope ^ other.scope))) == 0
    }

    /// A mask of the lowest 0 to 8 bytes.
    @inline(__always)
    private static func lowBytes(_ count: Int) -> UInt64 {
        count == 0 ? 0 : UInt64.max >> UInt64(64 - count * 8)
    }
}
