/// A cheap 64-bit hash, the same on every machine of one byte order.
///
/// Each word is mixed in by a full 64 × 64 bit product whose halves are folded (the step of
/// wyhash; Wang Yi, 2019).
struct Mixer {
    private(set) var value: UInt64

    @inline(__always)
    init(seed: UInt64 = 0) {
        value = seed ^ 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    mutating func add(_ word: UInt64) {
        let product = (value ^ word ^ 0xA076_1D64_78BD_642F)
            .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB ^ value)
        value = product.high ^ product.low ^ word
    }

    /// Mixes in bytes and their number; reads none beyond the last.
    @inline(__always)
    mutating func add(_ start: UnsafePointer<UInt8>, _ count: Int) {
        let raw = UnsafeRawPointer(start)
        var at = 0
        while at + 8 <= count {
            add(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest = UInt64(count) << 56
        while at < count {
            rest = rest << 8 ^ UInt64(start[at]) ^ rest >> 56
            at += 1
        }
        add(rest)
    }
}
