import Basics
import Model

/// The persons of one file, in order of arrival, each in a case.
public struct FilePersons: Sendable {
    /// Index of each person's case.
    var cases: [Int32] = []
    var roles: [FamilyRole] = []
    /// Identifiers' bytes, and where each ends.
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// How many persons there are.
    public var count: Int { cases.count }

    init() {}

    init(_ table: borrowing ByteTable, roles: [FamilyRole]) {
        self.roles = roles
        cases = table.scopes
        bytes = table.withArena(Array.init)
        ends = (0..<table.count).map { table.range($0).upperBound }
    }
}

extension Persons {
    /// Joins the persons of all files, in the order of case and identifier's bytes.
    ///
    /// Gives the persons and, for each file, the index of each of its persons among them.
    public static func joined(
        _ files: [FilePersons]
    ) -> (persons: Persons, indices: [[Int32]]) {
        var table = ByteTable(expecting: 2 * (files.map(\.count).max() ?? 0))
        var roles: [FamilyRole] = []
        var indices = files.map { file in
            table.intern(file) { index, role in
                if index == roles.count { roles.append(role) }
                roles[index] = FamilyRole.joined(roles[index], role)
            }
        }
        let order = table.sortedIndices()
        var persons = Persons()
        var places = [Int32](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() {
            places[index] = Int32(place)
            persons.cases.append(table.scope(index))
            persons.roles.append(roles[index])
        }
        persons.identifiers = table.texts(order)
        for file in indices.indices {
            for person in indices[file].indices {
                indices[file][person] = places[Int(indices[file][person])]
            }
        }
        return (persons, indices)
    }
}

extension FamilyRole {
    /// What somebody is who is called both: a child before a parent before unknown.
    static func joined(_ a: FamilyRole, _ b: FamilyRole) -> FamilyRole {
        if a == .child || b == .child { return .child }
        return a == .parent || b == .parent ? .parent : .unknown
    }
}

extension ByteTable {
    /// Interns bytes that nothing readable need follow.
    mutating func intern(padded bytes: some Sequence<UInt8>, scope: Int32 = 0) -> Int32 {
        let bytes = Array(bytes)
        let copy = bytes + [UInt8](repeating: 0, count: 16)
        return copy.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { intern($0, bytes.count, scope: scope) } ?? -1
        }
    }

    /// Interns the persons of a file, telling the index and role of each, and gives the indices.
    mutating func intern(
        _ file: FilePersons, _ tell: (_ index: Int, _ role: FamilyRole) -> Void
    ) -> [Int32] {
        // Short strings are loaded as two words, which must not run past the last.
        let padded = file.bytes + [UInt8](repeating: 0, count: 16)
        var indices: [Int32] = []
        indices.reserveCapacity(file.count)
        padded.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = 0
            for person in 0..<file.count {
                let end = file.ends[person]
                let index = intern(base + start, end - start, scope: file.cases[person])
                tell(Int(index), file.roles[person])
                indices.append(index)
                start = end
            }
        }
        return indices
    }

    /// The texts of some entries.
    func texts(_ order: [Int]) -> [String] {
        withArena { arena in
            order.map { String(decoding: Cell(rebasing: arena[range($0)]), as: UTF8.self) }
        }
    }

    /// Entries in the order of scope and bytes.
    func sortedIndices() -> [Int] {
        withArena { arena in
            var keys = (0..<count).map { index in
                let (first, second) = ByteTable.leadingWords(arena, range(index))
                return SortKey(scope: scope(index), first: first, second: second, index: index)
            }
            keys.sort { a, b in
                if a.scope != b.scope { return a.scope < b.scope }
                if a.first != b.first { return a.first < b.first }
                if a.second != b.second { return a.second < b.second }
                return arena[range(a.index)].lexicographicallyPrecedes(arena[range(b.index)])
            }
            return keys.map(\.index)
        }
    }

    private struct SortKey {
        var scope: Int32
        var first: UInt64
        var second: UInt64
        var index: Int
    }

    /// The first 16 bytes as words whose order is the bytes' order.
    private static func leadingWords(_ arena: Cell, _ range: Range<Int>) -> (UInt64, UInt64) {
        var words: (UInt64, UInt64) = (0, 0)
        for offset in 0..<8 {
            let first = range.lowerBound + offset
            let second = first + 8
            words.0 = words.0 << 8 | (first < range.upperBound ? UInt64(arena[first]) : 0)
            words.1 = words.1 << 8 | (second < range.upperBound ? UInt64(arena[second]) : 0)
        }
        return words
    }
}
