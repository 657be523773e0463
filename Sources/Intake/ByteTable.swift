import Basics
import CLinux

/// A hash table from short byte strings, each within a scope, to indices in order of arrival.
///
/// Open addressing. A slot holds the first 16 bytes themselves and two slots are a cache line,
/// which is searched before the next, so that rows in no order of persons mostly cost one wait
/// for memory each; longer strings are compared in the arena.
struct ByteTable: ~Copyable {
    private struct Slot {
        var key: ByteKey
        /// Of the entry, or -1.
        var index: Int32
    }

    /// Where the bytes of an entry stand in the arena.
    private var offsets: [Int] = [0]
    /// The scope of each entry.
    private(set) var scopes: [Int32] = []
    private var arena: [UInt8] = []
    private var slots: UnsafeMutablePointer<Slot>
    private var capacity: Int

    init(expecting count: Int = 512) {
        capacity = 1024
        while capacity * 3 < count * 4 { capacity *= 2 }
        slots = ByteTable.empty(capacity)
    }

    deinit {
        slots.deallocate()
    }

    var count: Int { scopes.count }

    /// The scope of an entry.
    func scope(_ index: Int) -> Int32 { scopes[index] }

    /// The bytes of an entry.
    func bytes(_ index: Int) -> ArraySlice<UInt8> { arena[offsets[index]..<offsets[index + 1]] }

    /// Where the bytes of an entry stand.
    func range(_ index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }

    /// Lends the bytes of all entries.
    func withArena<Result>(_ body: (Cell) -> Result) -> Result {
        arena.withUnsafeBufferPointer(body)
    }

    /// The text of an entry.
    func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    /// The index of some bytes in a scope, or -1; 16 bytes must be readable from `start`.
    @inline(__always)
    func find(_ start: UnsafePointer<UInt8>, _ length: Int, scope: Int32 = 0) -> Int32 {
        slots[slot(of: ByteKey(start, length, scope), start)].index
    }

    /// Has memory fetched that finding some bytes will read; 16 bytes must be readable.
    @inline(__always)
    func fetchAhead(_ start: UnsafePointer<UInt8>, _ length: Int, scope: Int32 = 0) {
        fetchAhead(ByteKey(start, length, scope))
    }

    /// Has memory fetched that finding a key will read.
    @inline(__always)
    func fetchAhead(_ key: ByteKey) {
        fetch_ahead(slots + firstSlot(of: key))
    }

    /// The index of some bytes in a scope, new or known; 16 bytes must be readable.
    @inline(__always)
    mutating func intern(
        _ start: UnsafePointer<UInt8>, _ length: Int, scope: Int32 = 0
    ) -> Int32 {
        let key = ByteKey(start, length, scope)
        let at = slot(of: key, start)
        return slots[at].index < 0 ? add(key, start, at: at) : slots[at].index
    }

    /// The index of a key that holds all of its bytes, new or known.
    @inline(__always)
    mutating func intern(whole key: ByteKey) -> Int32 {
        let at = slot(of: key, nil)
        if slots[at].index >= 0 { return slots[at].index }
        return withUnsafeBytes(of: (key.first, key.second)) { bytes in
            add(key, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), at: at)
        }
    }

    /// The first of the two slots that a key is looked for in before all others.
    @inline(__always)
    private func firstSlot(of key: ByteKey) -> Int { Int(key.hash) & (capacity - 2) }

    /// The slot of a key, or the empty one that it would have.
    @inline(__always)
    private func slot(of key: ByteKey, _ start: UnsafePointer<UInt8>?) -> Int {
        var at = firstSlot(of: key)
        while true {
            if slots[at].index < 0 || matches(slots[at], key, start) { return at }
            if slots[at + 1].index < 0 || matches(slots[at + 1], key, start) { return at + 1 }
            at = (at + 2) & (capacity - 2)
        }
    }

    @inline(__always)
    private func matches(_ slot: Slot, _ key: ByteKey, _ start: UnsafePointer<UInt8>?) -> Bool {
        guard slot.key.isAlike(key) else { return false }
        return key.isWhole || holds(Int(slot.index), start, Int(key.length))
    }

    private func holds(_ index: Int, _ start: UnsafePointer<UInt8>?, _ length: Int) -> Bool {
        bytes(index).elementsEqual(UnsafeBufferPointer(start: start, count: length))
    }

    private mutating func add(
        _ key: ByteKey, _ start: UnsafePointer<UInt8>?, at slot: Int
    ) -> Int32 {
        let index = Int32(count)
        arena.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(key.length)))
        offsets.append(arena.count)
        scopes.append(key.scope)
        slots[slot] = Slot(key: key, index: index)
        if count * 4 > capacity * 3 { grow() }
        return index
    }

    private mutating func grow() {
        let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
        capacity *= 2
        slots = ByteTable.empty(capacity)
        for slot in old where slot.index >= 0 {
            var at = firstSlot(of: slot.key)
            while slots[at].index >= 0 { at = (at + 1) & (capacity - 1) }
            slots[at] = slot
        }
        old.deallocate()
    }

    /// Numbers all entries anew, by the order that they are to have.
    mutating func arrange(in order: [Int]) {
        var places = [Int32](repeating: 0, count: count)
        var (bytes, ends, newScopes): ([UInt8], [Int], [Int32]) = ([], [0], [])
        bytes.reserveCapacity(arena.count)
        for (place, index) in order.enumerated() {
            places[index] = Int32(place)
            bytes += self.bytes(index)
            ends.append(bytes.count)
            newScopes.append(scopes[index])
        }
        (arena, offsets, scopes) = (bytes, ends, newScopes)
        for at in 0..<capacity where slots[at].index >= 0 {
            slots[at].index = places[Int(slots[at].index)]
        }
    }

    private static func empty(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
        let bytes = capacity * MemoryLayout<Slot>.stride
        // So that no slot lies on two cache lines, and a large table on large pages.
        let slots = UnsafeMutableRawPointer.allocate(
            byteCount: bytes, alignment: bytes < LargePages.size ? 64 : LargePages.size)
        LargePages.use(for: UnsafeMutableRawBufferPointer(start: slots, count: bytes))
        return slots.initializeMemory(
            as: Slot.self, repeating: Slot(key: ByteKey(), index: -1), count: capacity)
    }
}
