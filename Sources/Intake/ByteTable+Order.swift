// What is done with a table once it is filled, or before.
extension ByteTable {
    /// Interns bytes that nothing readable need follow.
    mutating func intern(padded bytes: some Sequence<UInt8>, scope: Int32 = 0) -> Int32 {
        let bytes = Array(bytes)
        let copy = bytes + [UInt8](repeating: 0, count: 16)
        return copy.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { intern($0, bytes.count, scope: scope) } ?? -1
        }
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
