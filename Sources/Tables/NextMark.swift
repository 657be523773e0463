import Glibc

/// Where the next of some byte stands, found once and remembered until the reading has passed it.
struct NextMark {
    private let byte: UInt8
    /// Where it stands, or how far there is none.
    private var place = 0
    private var isFound = false

    init(_ byte: UInt8) {
        self.byte = byte
    }

    /// The next place from `start` on, or `end` where none is before it; `text` starts at `start`.
    @inline(__always)
    mutating func next(
        from start: Int, to end: Int, in text: UnsafePointer<UInt8>
    ) -> Int {
        if place >= start, isFound || place == end { return place }
        return search(from: start, to: end, in: text)
    }

    private mutating func search(
        from start: Int, to end: Int, in text: UnsafePointer<UInt8>
    ) -> Int {
        let from = max(place, start)
        let found = memchr(text + (from - start), Int32(byte), end - from)
        isFound = found != nil
        place = found.map { start + ($0 - UnsafeMutableRawPointer(mutating: text)) } ?? end
        return place
    }
}
