import Basics

/// What happens to files on their way: bits, quotes, delimiters, line ends, encodings, lost and
/// doubled stretches.
enum Damage {
    /// Damages a copy of some bytes once or several times.
    static func applied(to original: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(4) {
            damage(&bytes, &random)
            if bytes.isEmpty { bytes = [10] }
        }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        let at = random.below(bytes.count)
        let end = min(bytes.count, at + 1 + random.below(40))
        switch random.below(12) {
        case 0: bytes[at] ^= 1 << UInt8(random.below(8))
        case 1: bytes.insert(UInt8(ascii: "\""), at: at)
        case 2: bytes.insert([59, 44, 9, 124][random.below(4)], at: at)
        case 3: bytes.removeSubrange(at..<end)
        case 4: bytes.insert([0, 10, 13, 0xFF, 0xE5, 0xA0][random.below(6)], at: at)
        case 5: bytes.removeSubrange(max(1, at)...)
        case 6: bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
        case 7:
            replace([59, 44, 9][random.below(3)], by: [59, 44, 9, 34][random.below(4)], &bytes)
        case 8: changeLineEnds(from: at, to: [[13], [13, 10], [10, 13]][random.below(3)], &bytes)
        case 9: reencode(&bytes, random.below(6))
        case 10: bytes[at..<end].reverse()
        default: swapLines(at, random.below(bytes.count), &bytes)
        }
    }

    private static func replace(_ byte: UInt8, by other: UInt8, _ bytes: inout [UInt8]) {
        for index in bytes.indices where bytes[index] == byte { bytes[index] = other }
    }

    private static func changeLineEnds(from start: Int, to end: [UInt8], _ bytes: inout [UInt8]) {
        bytes = bytes[..<start] + bytes[start...].flatMap { $0 == 10 ? end : [$0] }
    }

    /// Writes the file in another encoding, or the wrong one.
    private static func reencode(_ bytes: inout [UInt8], _ way: Int) {
        switch way {
        case 0: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
        case 1: bytes = [0xFE, 0xFF] + bytes.flatMap { [0, $0] }
        case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
        case 3: bytes = bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
        case 4: bytes = [0xFE, 0xFF] + bytes
        default:
            bytes = String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
                UInt8(truncatingIfNeeded: $0.value)
            }
        }
    }

    private static func swapLines(_ first: Int, _ second: Int, _ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        lines.swapAt(first % lines.count, second % lines.count)
        bytes = Array(lines.joined(separator: [10]))
    }
}
