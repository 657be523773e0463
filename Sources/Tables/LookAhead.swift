/// Looks at the start of a line that has not been parsed yet, so that what it will ask for can be
/// fetched in good time. It is a guess: nothing is taken from it.
struct LookAhead {
    private let pattern: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    init(delimiter: UInt8) {
        pattern = LookAhead.ones &* UInt64(delimiter)
    }

    /// What may be the first field of a line, empty where it is longer than 15 bytes; 16 bytes
    /// must be readable.
    @inline(__always)
    func firstField(_ line: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let raw = UnsafeRawPointer(line)
        for at in [0, 8] {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let marks = LookAhead.zeros(of: word ^ pattern)
            if marks != 0 {
                return UnsafeBufferPointer(
                    start: line, count: at + marks.trailingZeroBitCount >> 3)
            }
        }
        return UnsafeBufferPointer(start: line, count: 0)
    }

    /// The high bit of every byte that is 0.
    @inline(__always)
    private static func zeros(of word: UInt64) -> UInt64 {
        ~(((word & lowBits) &+ lowBits) | word | lowBits)
    }
}
