import Model

/// The rows of a table by their keys, each row's taken together to one number.
struct RowKeys {
    private let columns: [KeyColumn]
    /// One more than each column has words: 0 stands for a word that it has not.
    private let sizes: [UInt64]
    private let keys: [UInt64]

    /// Numbers the keys of all rows; nothing where they are too many to be numbered.
    init?(_ columns: [KeyColumn]) {
        var product: UInt64 = 1
        for column in columns {
            let (next, isTooMuch) = product.multipliedReportingOverflow(
                by: UInt64(column.words.count) + 1)
            if isTooMuch { return nil }
            product = next
        }
        self.columns = columns
        sizes = columns.map { UInt64($0.words.count) + 1 }
        keys = RowKeys.numbers(
            columns, sizes, columns.map { Array(1...UInt64(max(1, $0.words.count))) })
    }

    /// One number a row, given one for each word of a column.
    private static func numbers(
        _ columns: [KeyColumn], _ sizes: [UInt64], _ words: [[UInt64]]
    ) -> [UInt64] {
        var keys = Array(repeating: UInt64(0), count: columns.first?.indices.count ?? 0)
        for ((column, size), words) in zip(zip(columns, sizes), words) {
            for row in keys.indices {
                keys[row] = keys[row] * size + words[Int(column.indices[row])]
            }
        }
        return keys
    }

    /// The row of an earlier table with the same words as each row, the last of several, or -1.
    ///
    /// Both stand in the same order as a rule, and then are gone through once.
    func rows(of earlier: EarlierTable) -> [Int32] {
        let numbers = zip(earlier.keys, columns).map { old, new in
            let places = Dictionary(
                zip(new.words, UInt64(1)...), uniquingKeysWith: { first, _ in first })
            return old.words.map { places[$0] ?? 0 }
        }
        let sorted = SortedKeys(RowKeys.numbers(earlier.keys, sizes, numbers))
        var at = 0
        return keys.map { key in
            at = sorted.firstNotBefore(key, from: at)
            return sorted.last(of: key, at: at)
        }
    }
}

/// Numbers in ascending order, with the rows that they belong to.
private struct SortedKeys {
    private let keys: [UInt64]
    private let rows: [Int32]

    init(_ keys: [UInt64]) {
        let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
        let order = isSorted ? Array(keys.indices) : keys.indices.sorted { keys[$0] < keys[$1] }
        self.keys = isSorted ? keys : order.map { keys[$0] }
        rows = order.map(Int32.init)
    }

    /// The first place whose key is not less than one; it is looked for from a place on, or from
    /// the start where that is too far already.
    func firstNotBefore(_ key: UInt64, from start: Int) -> Int {
        var place = start > 0 && keys[start - 1] >= key ? 0 : start
        while place < keys.count, keys[place] < key { place += 1 }
        return place
    }

    /// The row of the last of the equal keys that begin at a place, or -1 where there is none.
    func last(of key: UInt64, at place: Int) -> Int32 {
        var row: Int32 = -1
        var next = place
        while next < keys.count, keys[next] == key {
            row = max(row, rows[next])
            next += 1
        }
        return row
    }
}
