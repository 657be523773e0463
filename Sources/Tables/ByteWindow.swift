import Glibc

/// The part of a text that is being read: everything from the start of the current record.
///
/// Positions count bytes of the decoded text from its start, so that they stay right when the
/// window moves on. Going back to a position inside the window costs nothing.
struct ByteWindow: ~Copyable {
    /// How many bytes are asked for at a time.
    static let chunk = 256 << 10

    /// The position of the next byte to read.
    var position = 0
    /// The position from which bytes must stay, for going back and for showing them.
    var keptFrom = 0

    private var stream: ByteStream
    private var transcoder: Transcoder
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity = 2 * ByteWindow.chunk
    private var origin = 0
    private var end = 0
    private var isAtEnd = false
    private var hasReturns = false
    private var nextQuote: NextMark
    private var nextSpace = NextMark(32)
    private var nextTab = NextMark(9)

    init(_ stream: consuming ByteStream, _ dialect: Dialect) {
        self.stream = stream
        transcoder = Transcoder(dialect.encoding)
        storage = ByteWindow.room(for: capacity)
        nextQuote = NextMark(dialect.quote)
    }

    /// Room for so many bytes and for reading a word that begins with the last.
    private static func room(for capacity: Int) -> UnsafeMutablePointer<UInt8> {
        .allocate(capacity: capacity + RowState.padding)
    }

    /// Reads the first bytes and passes over a byte order mark.
    mutating func start() throws(ReadFailure) {
        while end < 3, !isAtEnd { try fill() }
        if end >= 3, storage[0] == 0xEF, storage[1] == 0xBB, storage[2] == 0xBF { position = 3 }
        keptFrom = position
    }

    deinit {
        storage.deallocate()
    }

    /// How many bytes of decoded text have been seen so far.
    var seen: Int { end }

    /// A physical line, or the part of a very long one that is at hand.
    struct Piece {
        var bytes: UnsafeMutablePointer<UInt8>
        var count: Int
        /// Whether the line ends with this piece.
        var endsLine: Bool
    }

    /// The bytes from a position on; they stay until the next piece is asked for.
    func bytes(from start: Int, to stop: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + (start - origin), count: stop - start)
    }

    /// Gives the next piece without moving past it, or nothing at the end of the text.
    mutating func nextPiece() throws(ReadFailure) -> Piece? {
        while true {
            if let count = lineLength() { return piece(count, endsLine: true) }
            let left = end - position
            if isAtEnd { return left > 0 ? piece(left, endsLine: true) : nil }
            // A return at the very end may be the first half of a line end.
            if left > ByteWindow.chunk { return piece(left - 1, endsLine: false) }
            try fill()
        }
    }

    /// Whole lines at hand that have no quote.
    struct PlainLines {
        var bytes: UnsafeMutablePointer<UInt8>
        var count: Int
        /// Whether they may have spaces or tabs.
        var hasBlanks: Bool
    }

    /// The lines at hand from here on that have no quote, without moving past them; nothing where
    /// the next has one or is not at hand in whole.
    mutating func plainLines() -> PlainLines? {
        let base = storage + (position - origin)
        let quote = nextQuote.next(from: position, to: end, in: base)
        var count = min(quote - position, PlainRun.mostBytes)
        while count > 0, base[count - 1] != 10 { count -= 1 }
        guard count > 0 else { return nil }
        let blank = min(
            nextSpace.next(from: position, to: end, in: base),
            nextTab.next(from: position, to: end, in: base))
        return PlainLines(bytes: base, count: count, hasBlanks: blank < position + count)
    }

    private func piece(_ count: Int, endsLine: Bool) -> Piece {
        Piece(bytes: storage + (position - origin), count: count, endsLine: endsLine)
    }

    /// The length of the next line with its end, when the end is at hand.
    @inline(__always)
    private func lineLength() -> Int? {
        let base = storage + (position - origin)
        let left = end - position
        let feed = memchr(base, 10, left).map { $0 - UnsafeMutableRawPointer(base) }
        guard hasReturns else { return feed.map { $0 + 1 } }
        guard let mark = memchr(base, 13, feed ?? left) else { return feed.map { $0 + 1 } }
        let found = mark - UnsafeMutableRawPointer(base)
        if found + 1 < left { return base[found + 1] == 10 ? found + 2 : found + 1 }
        return isAtEnd ? found + 1 : nil
    }

    private mutating func fill() throws(ReadFailure) {
        makeRoom()
        let before = end
        if transcoder.encoding == .utf8 {
            end += try stream.read(into: storage + (end - origin), count: ByteWindow.chunk)
            isAtEnd = end == before
        } else {
            try fillDecoded()
        }
        let fresh = storage + (before - origin)
        if !hasReturns, memchr(fresh, 13, end - before) != nil { hasReturns = true }
    }

    private mutating func fillDecoded() throws(ReadFailure) {
        let raw = UnsafeMutablePointer<UInt8>.allocate(capacity: ByteWindow.chunk / 4)
        defer { raw.deallocate() }
        let got = try stream.read(into: raw, count: ByteWindow.chunk / 4)
        let target = storage + (end - origin)
        if got == 0 {
            end += transcoder.finish(into: target)
            isAtEnd = true
        } else {
            end += transcoder.decode(UnsafeBufferPointer(start: raw, count: got), into: target)
        }
    }

    /// Drops what need not stay and grows until a chunk fits.
    private mutating func makeRoom() {
        let kept = min(keptFrom, position)
        if kept > origin {
            memmove(storage, storage + (kept - origin), end - kept)
            origin = kept
        }
        let needed = end - origin + ByteWindow.chunk
        guard needed > capacity else { return }
        capacity = max(needed, capacity * 2)
        let larger = ByteWindow.room(for: capacity)
        larger.update(from: storage, count: end - origin)
        storage.deallocate()
        storage = larger
    }
}
