/// Turns bytes of an encoding into UTF-8, chunk by chunk.
struct Transcoder {
    let encoding: TextEncoding
    /// What is left of a unit cut in two by a chunk's end.
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// The most UTF-8 bytes that `count` bytes can become, with what was left of earlier ones.
    static func room(for count: Int) -> Int { count * 3 + 8 }

    /// Writes the UTF-8 of some bytes and gives its length.
    mutating func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var out = Output(target: target)
        switch encoding {
        case .utf8, .latin1: for byte in bytes { out.put(UInt32(byte)) }
        case .windows1252: for byte in bytes { out.put(Windows1252.scalar(of: byte)) }
        case .utf16LittleEndian, .utf16BigEndian: decodePairs(bytes, into: &out)
        }
        return out.count
    }

    /// Writes what an unfinished unit at the end of the file stands for.
    mutating func finish(into target: UnsafeMutablePointer<UInt8>) -> Int {
        var out = Output(target: target)
        if oddByte != nil || highSurrogate != nil { out.put(replacement) }
        oddByte = nil
        highSurrogate = nil
        return out.count
    }

    private mutating func decodePairs(
        _ bytes: UnsafeBufferPointer<UInt8>, into out: inout Output
    ) {
        for byte in bytes {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let isLittle = encoding == .utf16LittleEndian
            let unit =
                isLittle
                ? UInt16(first) | UInt16(byte) << 8 : UInt16(byte) | UInt16(first) << 8
            take(unit, into: &out)
        }
    }

    private mutating func take(_ unit: UInt16, into out: inout Output) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                out.put(0x10000 + (UInt32(high - 0xD800) << 10 | UInt32(unit - 0xDC00)))
                return
            }
            out.put(replacement)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: out.put(replacement)
        default: out.put(UInt32(unit))
        }
    }
}

/// U+FFFD, which stands where a byte means nothing.
private let replacement: UInt32 = 0xFFFD

private struct Output {
    let target: UnsafeMutablePointer<UInt8>
    var count = 0

    init(target: UnsafeMutablePointer<UInt8>) {
        self.target = target
    }

    mutating func put(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80: byte(scalar)
        case 0x80..<0x800:
            byte(0xC0 | scalar >> 6)
            byte(0x80 | scalar & 0x3F)
        case 0x800..<0x10000:
            byte(0xE0 | scalar >> 12)
            byte(0x80 | scalar >> 6 & 0x3F)
            byte(0x80 | scalar & 0x3F)
        default:
            byte(0xF0 | scalar >> 18)
            byte(0x80 | scalar >> 12 & 0x3F)
            byte(0x80 | scalar >> 6 & 0x3F)
            byte(0x80 | scalar & 0x3F)
        }
    }

    private mutating func byte(_ value: UInt32) {
        target[count] = UInt8(truncatingIfNeeded: value)
        count += 1
    }
}

/// Microsoft's code page 1252: Latin-1 with letters and signs in 0x80 to 0x9F.
///
/// The Unicode Consortium's mapping table CP1252.TXT (1998); five bytes mean nothing.
enum Windows1252 {
    /// The character of a byte; U+FFFD where the code page has none.
    static func scalar(of byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte)
    }

    /// Whether the code page has no character for the byte.
    static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    private static let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
