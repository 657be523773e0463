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
        for index in 0..<table.count {
            bytes += table.bytes(index)
            ends.append(bytes.count)
        }
    }

    func identifier(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
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
            (0..<file.count).map { person in
                let index = table.intern(padded: file.identifier(person), scope: file.cases[person])
                if Int(index) == roles.count {
                    roles.append(file.roles[person])
                } else {
                    roles[Int(index)] = FamilyRole.joined(roles[Int(index)], file.roles[person])
                }
                return index
            }
        }
        let order = table.sortedIndices()
        var persons = Persons()
        var places = [Int32](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() {
            places[index] = Int32(place)
            persons.identifiers.append(table.text(index))
            persons.cases.append(table.scopes[index])
            persons.roles.append(roles[index])
        }
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
    /// Interns bytes that nothing readable may follow.
    mutating func intern(padded bytes: ArraySlice<UInt8>, scope: Int32 = 0) -> Int32 {
        let copy = Array(bytes) + [UInt8](repeating: 0, count: 16)
        return copy.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { intern($0, bytes.count, scope: scope) } ?? -1
        }
    }

    /// Entries in the order of scope and bytes.
    func sortedIndices() -> [Int] {
        struct SortKey {
            var scope: Int32
            var first: UInt64
            var second: UInt64
            var index: Int
        }
        let keys = (0..<count).map { index in
            let (first, second) = leadingWords(index)
            return SortKey(scope: scopes[index], first: first, second: second, index: index)
        }
        let sorted = keys.sorted { a, b in
            if a.scope != b.scope { return a.scope < b.scope }
            if a.first != b.first { return a.first < b.first }
            if a.second != b.second { return a.second < b.second }
            return bytes(a.index).lexicographicallyPrecedes(bytes(b.index))
        }
        return sorted.map(\.index)
    }

    /// The first 16 bytes as words whose order is the bytes' order.
    private func leadingWords(_ index: Int) -> (UInt64, UInt64) {
        var words: (UInt64, UInt64) = (0, 0)
        let held = bytes(index)
        for offset in 0..<8 {
            let first = held.startIndex + offset
            let second = first + 8
            words.0 = words.0 << 8 | (first < held.endIndex ? UInt64(held[first]) : 0)
            words.1 = words.1 << 8 | (second < held.endIndex ? UInt64(held[second]) : 0)
        }
        return words
    }
}
