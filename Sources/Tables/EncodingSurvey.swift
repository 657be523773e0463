import Glibc

/// What the bytes of a whole file say about its encoding.
///
/// The whole file is looked at, never a prefix: a byte order mark decides, else strict UTF-8,
/// else Windows-1252.
public struct EncodingSurvey: Sendable, Hashable {
    /// The encoding that fits every byte, or the nearest.
    public var encoding = TextEncoding.utf8
    /// Whether the file starts with a byte order mark.
    public var hasByteOrderMark = false
    /// The first byte that is no UTF-8, where the file is not UTF-8.
    public var notUTF8: Spot?
    /// The first byte that Windows-1252 has no character for, where the file is taken for that.
    public var undefined: Spot?
    /// How many letters are written in UTF-8 twice over, such as `Ã¸` for `ø`.
    public var doubleEncoded = 0
    /// How many bytes are 0, which no text has outside UTF-16.
    public var zeros = 0
    /// The first byte that is 0.
    public var firstZero: Spot?
    /// Whether the file is UTF-16 by where its zero bytes stand, and has no byte order mark.
    public var isUnmarkedUTF16 = false
    /// How many bytes the file has.
    public var byteCount = 0

    /// A byte and where it stands.
    public struct Spot: Sendable, Hashable {
        /// The byte itself.
        public var byte: UInt8
        /// From 0.
        public var offset: Int
        /// The physical line, from 1.
        public var line: Int
    }

    /// Looks through a source; throws when it cannot be read.
    public static func of(_ source: ByteSource) throws(ReadFailure) -> EncodingSurvey {
        var scan = UTF8Scan()
        var zeros = ZeroScan()
        try eachChunk(of: source) {
            scan.take($0)
            zeros.take($0)
        }
        scan.finish()
        var survey = EncodingSurvey()
        survey.byteCount = scan.position
        survey.doubleEncoded = scan.doubleEncoded
        survey.hasByteOrderMark = scan.mark != nil
        survey.encoding = scan.mark ?? .utf8
        survey.zeros = zeros.count
        if let first = zeros.first { survey.firstZero = try spot(at: first, in: source) }
        if scan.mark == nil, let pairs = zeros.pairs(of: scan.position) {
            survey.encoding = pairs
            survey.isUnmarkedUTF16 = true
            return survey
        }
        guard scan.mark != .utf16LittleEndian, scan.mark != .utf16BigEndian,
            let fault = scan.fault
        else { return survey }
        survey.notUTF8 = try spot(at: fault, in: source)
        survey.encoding = .windows1252
        survey.doubleEncoded = 0
        if let undefined = try firstUndefined(in: source) {
            survey.undefined = try spot(at: undefined, in: source)
        }
        return survey
    }

    private static func firstUndefined(in source: ByteSource) throws(ReadFailure) -> Int? {
        var found: Int?
        var before = 0
        try eachChunk(of: source) { bytes in
            if found == nil, let at = bytes.firstIndex(where: Windows1252.isUndefined) {
                found = before + at
            }
            before += bytes.count
        }
        return found
    }

    private static func spot(at offset: Int, in source: ByteSource) throws(ReadFailure) -> Spot {
        var spot = Spot(byte: 0, offset: offset, line: 1)
        var before = 0
        try eachChunk(of: source) { bytes in
            let part = bytes.prefix(max(0, offset - before))
            spot.line += part.count { $0 == 10 }
            if offset >= before, offset < before + bytes.count {
                spot.byte = bytes[offset - before]
            }
            before += bytes.count
        }
        return spot
    }

    private static func eachChunk(
        of source: ByteSource, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws(ReadFailure) {
        var stream = try ByteStream(source)
        let size = 256 << 10
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        defer { buffer.deallocate() }
        while true {
            let got = try stream.read(into: buffer, count: size)
            if got == 0 { return }
            body(UnsafeBufferPointer(start: buffer, count: got))
        }
    }
}

/// Where zero bytes stand.
private struct ZeroScan {
    private(set) var count = 0
    private(set) var first: Int?
    private var atOdd = 0
    private var position = 0

    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        defer { position += bytes.count }
        var at = 0
        while at < bytes.count, let start = bytes.baseAddress,
            let found = memchr(start + at, 0, bytes.count - at)
        {
            at = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            count += 1
            atOdd += (position + at) & 1
            first = first ?? position + at
            at += 1
        }
    }

    /// The order of the bytes of UTF-16, whose every second byte is 0 in western text; nothing
    /// where a tenth of those are not, or others are.
    func pairs(of size: Int) -> TextEncoding? {
        guard size > 1, 20 * count >= 9 * size else { return nil }
        if atOdd == count { return .utf16LittleEndian }
        return atOdd == 0 ? .utf16BigEndian : nil
    }
}

/// A strict UTF-8 check that takes chunks; the well-formed sequences are Unicode's table 3-7.
private struct UTF8Scan {
    private(set) var position = 0
    /// Where the first byte stands that is no UTF-8.
    private(set) var fault: Int?
    private(set) var mark: TextEncoding?
    private(set) var doubleEncoded = 0
    /// How many continuation bytes are still to come, and what the next may be.
    private var pending = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF
    /// The last bytes that were not ASCII, for finding what is encoded twice.
    private var recent: UInt32 = 0

    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        if position == 0 { mark = UTF8Scan.byteOrderMark(of: bytes) }
        defer { position += bytes.count }
        guard fault == nil else { return }
        var at = 0
        while at < bytes.count {
            if pending == 0 {
                let next = UTF8Scan.firstBeyondASCII(bytes, from: at)
                if next > at { recent = 0 }
                at = next
                if at == bytes.count { return }
            }
            guard step(bytes[at]) else {
                fault = position + at
                return
            }
            at += 1
        }
    }

    mutating func finish() {
        if fault == nil, pending > 0 { fault = max(0, position - 1) }
    }

    private static func byteOrderMark(of bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
    }

    private static func firstBeyondASCII(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var at = start
        while at + 32 <= bytes.count {
            let a = raw.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
            guard (a[0] | a[1] | a[2] | a[3]) & 0x8080_8080_8080_8080 == 0 else { break }
            at += 32
        }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        return at
    }

    /// Takes one byte; gives false when no sequence has it there.
    private mutating func step(_ byte: UInt8) -> Bool {
        recent = recent << 8 | UInt32(byte)
        if pending > 0 {
            guard byte >= low, byte <= high else { return false }
            pending -= 1
            (low, high) = (0x80, 0xBF)
            if pending == 0 { noteDoubleEncoding() }
            return true
        }
        return lead(byte)
    }

    /// Counts Ã (C3 83) before the second half of a letter: UTF-8's ø read as Windows-1252.
    private mutating func noteDoubleEncoding() {
        let isPair = recent >> 16 == 0xC383 && (0xC280...0xC2BF).contains(recent & 0xFFFF)
        // Ø, Å and Æ, whose second byte Windows-1252 reads as ˜, … and †.
        let isCapital = recent == 0xC383_CB9C || recent == 0x83E2_80A6 || recent == 0x83E2_80A0
        if isPair || isCapital { doubleEncoded += 1 }
    }

    private mutating func lead(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, low) = (2, 0xA0)
        case 0xED: (pending, high) = (2, 0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, low) = (3, 0x90)
        case 0xF4: (pending, high) = (3, 0x8F)
        case 0xF1...0xF3: pending = 3
        default: return false
        }
        return true
    }
}
