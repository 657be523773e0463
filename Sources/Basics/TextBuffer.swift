import Glibc

/// A text in UTF-8 that is written a piece at a time, in memory that nobody shares.
///
/// An array would have its references counted and its accesses checked for every piece.
public struct TextBuffer: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline var end = 0

    /// How many bytes have been written.
    @inlinable public var count: Int { end }

    /// Makes an empty text with room for so many bytes; it grows when they are not enough.
    public init(capacity: Int = 1 << 12) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { free(start) }

    /// Adds one byte.
    @inlinable @inline(__always)
    public mutating func add(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        end &+= 1
    }

    /// Adds bytes.
    @inlinable @inline(__always)
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        if capacity &- count < bytes.count { grow(by: bytes.count) }
        (start + count).update(from: first, count: bytes.count)
        end &+= bytes.count
    }

    /// Adds one byte several times.
    public mutating func add(_ byte: UInt8, times: Int) {
        if capacity - count < times { grow(by: times) }
        (start + count).update(repeating: byte, count: times)
        end += times
    }

    /// Adds bytes.
    @inlinable
    public mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { add($0) }
    }

    /// Adds a text.
    @inlinable
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// Adds a whole number in decimal digits.
    public mutating func add(number: Int) {
        if number < 0 { add(UInt8(ascii: "-")) }
        add(number: number.magnitude)
    }

    /// Adds a whole number in decimal digits, with noughts in front up to a width of 24.
    public mutating func add(number: UInt, width: Int = 1) {
        if capacity - count < 24 { grow(by: 24) }
        let room = start + count
        var first = 24
        var rest = number
        while rest >= 10 {
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            let tens = UInt8(truncatingIfNeeded: pair / 10)
            room[first - 2] = UInt8(ascii: "0") + tens
            room[first - 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair) - 10 * tens
            first -= 2
            rest = quotient
        }
        if rest > 0 || first == 24 {
            first -= 1
            room[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
        }
        while 24 - first < width {
            first -= 1
            room[first] = UInt8(ascii: "0")
        }
        room.update(from: room + first, count: 24 - first)
        end += 24 - first
    }

    /// Adds a number in sixteen hexadecimal digits.
    public mutating func add(hexadecimal number: UInt64) {
        if capacity - count < 16 { grow(by: 16) }
        for place in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
            start[end + place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
        end += 16
    }

    /// Adds a date as `yyyy-mm-dd`.
    public mutating func add(_ date: CalendarDate) {
        let (year, month, day) = date.civil
        guard (0...9999).contains(year) else { return add(date.iso) }
        add(number: UInt(year), width: 4)
        add(UInt8(ascii: "-"))
        add(number: UInt(month), width: 2)
        add(UInt8(ascii: "-"))
        add(number: UInt(day), width: 2)
    }

    /// Puts a byte before the last bytes that were written; gives its place.
    @inlinable @discardableResult
    public mutating func insert(_ byte: UInt8, beforeLast moved: Int) -> Int {
        precondition(moved >= 0 && moved <= count, "\(moved) bytes of \(count)")
        if count == capacity { grow(by: 1) }
        let place = count - moved
        (start + place + 1).update(from: start + place, count: moved)
        start[place] = byte
        end += 1
        return place
    }

    /// A byte that has been written.
    @inlinable
    public subscript(place: Int) -> UInt8 {
        get {
            precondition(place >= 0 && place < count, "place \(place) of \(count)")
            return start[place]
        }
        set {
            precondition(place >= 0 && place < count, "place \(place) of \(count)")
            start[place] = newValue
        }
    }

    /// Forgets what has been written, and keeps its room.
    public mutating func removeAll() { end = 0 }

    /// Hands out what has been written.
    @inlinable
    public func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// What has been written, as an array.
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// What has been written, as a text.
    public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    @usableFromInline @inline(never)
    mutating func grow(by more: Int) {
        let wanted = max(count + more, 2 * capacity)
        guard let grown = realloc(start, wanted) else {
            preconditionFailure("no memory for a text of \(wanted) bytes")
        }
        start = grown.assumingMemoryBound(to: UInt8.self)
        capacity = wanted
    }
}
