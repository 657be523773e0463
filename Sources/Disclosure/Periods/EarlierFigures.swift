import Model

/// The numbers that an earlier period showed, laid out as the rows and columns of a table now.
struct EarlierFigures: Sendable {
    /// By column, then row; NaN where nothing was shown. Empty where nothing is known.
    private(set) var values: [[Double]] = []
    /// The earlier row of each row, or -1.
    private var rows: [Int32] = []

    init(_ table: FigureTable, _ earlier: EarlierTable?) {
        guard let earlier, earlier.keys.map(\.name) == table.keys.map(\.name),
            let rows = EarlierFigures.rows(table, earlier)
        else { return }
        self.rows = rows
        let columns = Dictionary(
            earlier.figures.map { ($0.name, $0.values) }, uniquingKeysWith: { first, _ in first })
        values = table.figures.map { column in
            guard let old = columns[column.name], column.kind != .plain else {
                return Array(repeating: .nan, count: table.rowCount)
            }
            return rows.map { $0 < 0 ? .nan : old[Int($0)] }
        }
    }

    /// The earlier row of each row, or -1; nothing where the keys are too many to compare.
    private static func rows(_ table: FigureTable, _ earlier: EarlierTable) -> [Int32]? {
        let sizes = table.keys.map { UInt64($0.words.count) + 1 }
        var size: UInt64 = 1
        for each in sizes {
            let (product, isTooMuch) = size.multipliedReportingOverflow(by: each)
            if isTooMuch { return nil }
            size = product
        }
        var places: [UInt64: Int32] = [:]
        places.reserveCapacity(earlier.rowCount)
        let numbers = zip(earlier.keys, table.keys).map { old, new in
            let ranks = Dictionary(
                zip(new.words, UInt64(1)...), uniquingKeysWith: { first, _ in first })
            return old.words.map { ranks[$0] ?? 0 }
        }
        for row in 0..<earlier.rowCount {
            var key: UInt64 = 0
            for (column, size) in sizes.enumerated() {
                key = key * size + numbers[column][Int(earlier.keys[column].indices[row])]
            }
            places[key] = Int32(row)
        }
        return (0..<table.rowCount).map { row in
            var key: UInt64 = 0
            for (column, size) in zip(table.keys, sizes) {
                key = key * size + UInt64(column.indices[row]) + 1
            }
            return places[key] ?? -1
        }
    }

    /// The number that stood here, if one did.
    func number(_ column: Int, _ row: Int) -> Double? {
        guard !values.isEmpty, !values[column][row].isNaN else { return nil }
        return values[column][row]
    }
}

extension EarlierFigures {
    /// Whether a count stood here that nobody could see.
    fileprivate func isHidden(_ column: Int, _ row: Int) -> Bool {
        !rows.isEmpty && rows[row] >= 0 && values[column][row].isNaN
    }
}

extension Slice {
    /// Notes what an earlier period says of the counts.
    ///
    /// A count that changed by one to one less than the threshold since last shown is hidden: the
    /// difference would be a small count. What a count was is what it is at least, if it only
    /// grows. And what was hidden stays so: if it were shown, what stood in for it then, and
    /// stands in for it no more, would tell what it was.
    mutating func noteChanges(since earlier: [EarlierFigures], threshold: Int) {
        guard earlier.contains(where: { !$0.values.isEmpty }) else { return }
        atLeast = Array(repeating: 0, count: counts.count)
        for group in domain {
            let known = known(group, earlier)
            for (column, number) in known.enumerated() {
                if let number { note(number, column, group, threshold) }
            }
        }
    }

    /// What was last shown of a group's counts, and what anybody could work out from it; a count
    /// that was hidden is marked as such.
    private mutating func known(_ group: Int, _ earlier: [EarlierFigures]) -> [Int32?] {
        var known: [Int32?] = shape.columns.map { _ in nil }
        for (column, places) in shape.columns.enumerated() {
            for place in places where !earlier[place.table].values.isEmpty {
                guard let row = row(place, group) else { continue }
                if let number = earlier[place.table].number(place.figure, row) {
                    known[column] = Int32(number)
                } else if earlier[place.table].isHidden(place.figure, row) {
                    changedLittle[group] |= 1 << UInt64(column) & ~shape.zeros
                }
            }
        }
        for sum in shape.sums.reversed() where known[sum.total] == nil {
            guard shape.columns[sum.total].isEmpty else { continue }
            let parts = sum.parts.compactMap { known[$0] }
            if parts.count == sum.parts.count { known[sum.total] = parts.reduce(0, +) }
        }
        for sum in shape.sums {
            let unknown = sum.parts.filter { known[$0] == nil }
            guard unknown.count == 1, shape.columns[unknown[0]].isEmpty,
                let total = known[sum.total]
            else { continue }
            known[unknown[0]] = sum.parts.reduce(total) { $0 - (known[$1] ?? 0) }
        }
        return known
    }

    private mutating func note(_ number: Int32, _ column: Int, _ group: Int, _ threshold: Int) {
        let at = column * groupCount + group
        let bit: UInt64 = 1 << UInt64(column)
        let change = abs(counts[at] - number)
        if change >= 1 && change < Int32(threshold) && isSeen(column) {
            changedLittle[group] |= bit
        }
        if shape.falling & bit == 0 { atLeast[at] = max(0, min(number, counts[at])) }
    }

    /// Whether a count is shown, or what is left of a total that is.
    private func isSeen(_ column: Int) -> Bool {
        !shape.columns[column].isEmpty
            || shape.sums.contains {
                $0.parts.contains(column) && !shape.columns[$0.total].isEmpty
            }
    }
}

extension SheetStates {
    /// Shows what was last published wherever nothing newer may be shown.
    mutating func keepEarlier(_ earlier: [EarlierFigures], in tables: inout [FigureTable]) {
        for (table, figures) in earlier.enumerated() where !figures.values.isEmpty {
            for column in tables[table].figures.indices {
                for row in 0..<tables[table].rowCount
                where states[table][column][row] == .hidden {
                    guard let number = figures.number(column, row) else { continue }
                    states[table][column][row] = .earlier
                    tables[table].figures[column].values[row] = number
                }
            }
        }
    }
}
