/// Cuts a line without quotes into its fields where it stands.
///
/// In such a line every delimiter ends a field and nothing else does, so that it needs no parser
/// and no copy. Eight bytes are looked at together.
struct PlainLine {
    private let pattern: UInt64
    private let mostFields: Int

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// Makes a cutter; `mostFields` is how many ends may be written.
    init(delimiter: UInt8, mostFields: Int) {
        pattern = PlainLine.ones &* UInt64(delimiter)
        self.mostFields = mostFields
    }

    /// Writes where the fields of a line end and gives their number, or nothing where there may be
    /// too many; seven bytes past the line must be readable.
    @inline(__always)
    func cut(
        _ line: UnsafePointer<UInt8>, _ count: Int, into ends: UnsafeMutablePointer<Int32>
    ) -> Int? {
        let raw = UnsafeRawPointer(line)
        var fields = 0
        var at = 0
        while at < count {
            guard fields + 9 <= mostFields else { return nil }
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            var marks = PlainLine.zeros(of: word ^ pattern)
            if count - at < 8 { marks &= 1 << UInt64((count - at) * 8) - 1 }
            let found = Int(truncatingIfNeeded: (marks >> 7 &* PlainLine.ones) >> 56)
            // Four at a time, whether there are as many or not: a jump for each would cost more.
            let target = ends + fields
            for offset in 0..<4 { target[offset] = PlainLine.next(&marks, from: at) }
            if found > 4 {
                for offset in 4..<8 { target[offset] = PlainLine.next(&marks, from: at) }
            }
            fields += found
            at += 8
        }
        ends[fields] = Int32(truncatingIfNeeded: count)
        return fields + 1
    }

    /// What may be the first field of a line, empty where it is longer than 15 bytes; 16 bytes
    /// must be readable.
    @inline(__always)
    func firstField(_ line: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let raw = UnsafeRawPointer(line)
        for at in [0, 8] {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let marks = PlainLine.zeros(of: word ^ pattern)
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

    /// Where the first mark stands, which is taken away.
    @inline(__always)
    private static func next(_ marks: inout UInt64, from start: Int) -> Int32 {
        let place = Int32(truncatingIfNeeded: start &+ marks.trailingZeroBitCount >> 3)
        marks &= marks &- 1
        return place
    }
}
