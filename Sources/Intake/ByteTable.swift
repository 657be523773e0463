import CLinux

/// A hash table from short byte strings, each within a scope, to indices in order of arrival.
///
/// Open addressing. A slot holds the first 16 bytes themselves and is half a cache line, so that
/// rows in no order of persons cost one wait for memory each; longer strings are compared in the
/// arena.
struct ByteTable: ~Copyable {
    private struct Slot {
        var key: Key
        /// Of the entry, or -1.
        var index: Int32
    }

    /// Where the bytes of an entry stand in the arena.
    private var offsets: [Int] = [0]
    /// The scope of each entry.
    private(set) var scopes: [Int32] = []
    private var arena: [UInt8] = []
    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int

    init(expecting count: Int = 512) {
        var capacity = 1024
        while capacity * 3 < count * 4 { capacity *= 2 }
        mask = capacity - 1
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
        let key = Key(start, length, scope)
        var at = Int(key.hash) & mask
        while slots[at].index >= 0 {
            if matches(slots[at], key, start) { return slots[at].index }
            at = (at + 1) & mask
        }
        return -1
    }

    /// Has memory fetched that finding some bytes will read; 16 bytes must be readable.
    @inline(__always)
    func fetchAhead(_ start: UnsafePointer<UInt8>, _ length: Int, scope: Int32 = 0) {
        fetch_ahead(slots + (Int(Key(start, length, scope).hash) & mask))
    }

    /// The index of some bytes in a scope, new or known; 16 bytes must be readable.
    @inline(__always)
    mutating func intern(
        _ start: UnsafePointer<UInt8>, _ length: Int, scope: Int32 = 0
    ) -> Int32 {
        let key = Key(start, length, scope)
        var at = Int(key.hash) & mask
        while slots[at].index >= 0 {
            if matches(slots[at], key, start) { return slots[at].index }
            at = (at + 1) & mask
        }
        return add(key, start, at: at)
    }

    @inline(__always)
    private func matches(_ slot: Slot, _ key: Key, _ start: UnsafePointer<UInt8>) -> Bool {
        guard slot.key == key else { return false }
        return key.length <= 16 || holds(Int(slot.index), start, Int(key.length))
    }

    private func holds(_ index: Int, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        bytes(index).elementsEqual(UnsafeBufferPointer(start: start, count: length))
    }

    private mutating func add(
        _ key: Key, _ start: UnsafePointer<UInt8>, at slot: Int
    ) -> Int32 {
        let index = Int32(count)
        arena.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(key.length)))
        offsets.append(arena.count)
        scopes.append(key.scope)
        slots[slot] = Slot(key: key, index: index)
        if count * 4 > mask * 3 { grow() }
        return index
    }

    private mutating func grow() {
        let old = slots
        let capacity = mask + 1
        mask = capacity * 2 - 1
        slots = ByteTable.empty(capacity * 2)
        for at in 0..<capacity where old[at].index >= 0 {
            var target = Int(old[at].key.hash) & mask
            while slots[target].index >= 0 { target = (target + 1) & mask }
            slots[target] = old[at]
        }
        old.deallocate()
    }

    private static func empty(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
        // On a boundary of its own size, so that no slot lies on two cache lines.
        let slots = UnsafeMutableRawPointer.allocate(
            byteCount: capacity * MemoryLayout<Slot>.stride, alignment: 64)
        return slots.initializeMemory(
            as: Slot.self, repeating: Slot(key: Key(), index: -1), count: capacity)
    }
}

/// The first bytes of a string and a hash of all of them.
private struct Key: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length: Int32 = 0
    var scope: Int32 = 0
    var hash: UInt32 = 0

    init() {}

    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, _ length: Int, _ scope: Int32) {
        let raw = UnsafeRawPointer(start)
        self.length = Int32(truncatingIfNeeded: length)
        self.scope = scope
        if length <= 8 {
            first = raw.loadUnaligned(as: UInt64.self) & Key.lowBytes(length)
            second = 0
        } else {
            first = raw.loadUnaligned(as: UInt64.self)
            second =
                raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                & Key.lowBytes(min(length, 16) - 8)
        }
        var mixed = Mixer(
            seed: UInt64(truncatingIfNeeded: length) << 32 ^ UInt64(UInt32(bitPattern: scope)))
        mixed.add(first)
        mixed.add(second)
        if length > 16 { mixed.add(start + 16, length - 16) }
        hash = UInt32(truncatingIfNeeded: mixed.value >> 16)
    }

    /// A mask of the lowest 0 to 8 bytes.
    @inline(__always)
    private static func lowBytes(_ count: Int) -> UInt64 {
        count == 0 ? 0 : UInt64.max >> UInt64(64 - count * 8)
    }
}

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
