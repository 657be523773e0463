import Model

/// The persons of the last few rows: each waits until the memory that finding it reads is there.
struct WaitingPersons: ~Copyable {
    /// A row of a batch, whom it is about, and who that is.
    struct Entry {
        var person: ByteKey
        var row: Int
        var role: FamilyRole
    }

    /// How many wait: as many rows as memory takes to come.
    private static let most = 8

    private let entries = UnsafeMutablePointer<Entry>.allocate(capacity: most)
    private var first = 0
    private var count = 0

    deinit {
        entries.deallocate()
    }

    var isFull: Bool { count == WaitingPersons.most }

    @inline(__always)
    mutating func add(_ entry: Entry) {
        (entries + (first + count) % WaitingPersons.most).initialize(to: entry)
        count += 1
    }

    /// Takes the one that has waited longest; nothing where none does.
    @inline(__always)
    mutating func next() -> Entry? {
        guard count > 0 else { return nil }
        defer {
            first = (first + 1) % WaitingPersons.most
            count -= 1
        }
        return entries[first]
    }
}
