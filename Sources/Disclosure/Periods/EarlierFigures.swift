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

/// What an earlier period said of the counts of a slice.
private struct EarlierCounts {
    /// What was shown, or could be worked out from it; by group, then column.
    private(set) var known: [[Int32?]]
    /// Columns that stood there and were hidden, one bit a column, by group.
    private(set) var hidden: [UInt64]

    init(_ slice: Slice, _ earlier: [EarlierFigures], _ cases: EarlierCases, _ tree: GroupTree) {
        let none = [Int32?](repeating: nil, count: slice.shape.columns.count)
        known = Array(repeating: none, count: slice.groupCount)
        hidden = Array(repeating: 0, count: slice.groupCount)
        for group in slice.domain {
            read(group, slice, earlier)
            readTotals(group, slice, earlier, cases)
            for derived in slice.shape.derived { readWhole(of: derived, group, slice, earlier) }
            workOut(group, slice.shape)
        }
        for column in slice.shape.columns.indices where slice.shape.columns[column].isEmpty {
            for parent in slice.domain { workOut(column, parent, tree) }
        }
        for group in slice.domain {
            workOut(group, slice.shape)
            markUnseen(group, slice.shape)
        }
    }

    /// A count that stands nowhere was hidden where one that it is left of was.
    private mutating func markUnseen(_ group: Int, _ shape: SliceShape) {
        for sum in shape.sums where hidden[group] & SliceShape.bits(sum.parts) != 0 {
            for column in sum.parts
            where shape.columns[column].isEmpty && known[group][column] == nil {
                hidden[group] |= 1 << UInt64(column) & ~shape.zeros
            }
        }
    }

    private mutating func read(_ group: Int, _ slice: Slice, _ earlier: [EarlierFigures]) {
        for (column, places) in slice.shape.columns.enumerated() {
            for place in places where !earlier[place.table].values.isEmpty {
                guard let row = slice.row(place, group) else { continue }
                if let number = earlier[place.table].number(place.figure, row) {
                    known[group][column] = Int32(number)
                } else if earlier[place.table].isHidden(place.figure, row) {
                    hidden[group] |= 1 << UInt64(column) & ~slice.shape.zeros
                }
            }
        }
    }

    /// Totals that stand nowhere but in other tables or other rows.
    private mutating func readTotals(
        _ group: Int, _ slice: Slice, _ earlier: [EarlierFigures], _ cases: EarlierCases
    ) {
        for each in slice.shape.casesColumns
        where each.isEqual && slice.shape.columns[each.column].isEmpty {
            known[group][each.column] = cases.number(group, ofCases: each.ofCases)
        }
        guard let elsewhere = slice.totalElsewhere else { return }
        for rows in elsewhere.rows where rows[group] >= 0 {
            let parts = elsewhere.figures.compactMap {
                earlier[elsewhere.table].number($0, Int(rows[group]))
            }
            if parts.count == elsewhere.figures.count {
                known[group][elsewhere.column] = Int32(parts.reduce(0, +))
            }
        }
    }

    /// What a share is of, from the share and its part.
    private mutating func readWhole(
        of derived: SliceShape.DerivedFigure, _ group: Int, _ slice: Slice,
        _ earlier: [EarlierFigures]
    ) {
        guard let quotient = derived.quotient, quotient.denominator != 0,
            let row = slice.row(derived.place, group),
            let share = earlier[derived.place.table].number(derived.place.figure, row), share > 0,
            let sum = slice.shape.sums.first(where: {
                SliceShape.bits($0.parts) == quotient.denominator
            }),
            let part = sum.parts.first(where: { quotient.numerator == SliceShape.bits([$0]) }),
            let number = known[group][part], known[group][sum.total] == nil
        else { return }
        known[group][sum.total] = Int32((Double(number) / share).rounded())
    }

    /// Totals that stand nowhere, from all their parts; and what is left of a known total.
    private mutating func workOut(_ group: Int, _ shape: SliceShape) {
        for sum in shape.sums.reversed() where known[group][sum.total] == nil {
            guard shape.columns[sum.total].isEmpty else { continue }
            let parts = sum.parts.compactMap { known[group][$0] }
            if parts.count == sum.parts.count { known[group][sum.total] = parts.reduce(0, +) }
        }
        for sum in shape.sums {
            let unknown = sum.parts.filter { known[group][$0] == nil }
            guard unknown.count == 1, shape.columns[unknown[0]].isEmpty,
                let total = known[group][sum.total]
            else { continue }
            known[group][unknown[0]] = sum.parts.reduce(total) { $0 - (known[group][$1] ?? 0) }
        }
    }

    /// A group from its parts, or a part from its group and the other parts.
    private mutating func workOut(_ column: Int, _ parent: Int, _ tree: GroupTree) {
        let parts = tree.parts(parent).map(Int.init)
        let unknown = parts.filter { known[$0][column] == nil }
        let sum = parts.reduce(Int32(0)) { $0 + (known[$1][column] ?? 0) }
        if known[parent][column] == nil, unknown.isEmpty, !parts.isEmpty {
            known[parent][column] = sum
        } else if let total = known[parent][column], unknown.count == 1 {
            known[unknown[0]][column] = total - sum
        }
    }
}

/// How many cases an earlier period showed of each group.
struct EarlierCases: Sendable {
    private let cases: [Int32?]
    private let open: [Int32?]

    /// Reads them; the groups' rows of the table cases are in the order of the groups.
    init(_ table: FigureTable?, _ earlier: EarlierTable?, groups: Int) {
        let figures = table.map { EarlierFigures($0, earlier) }
        func column(_ index: Int) -> [Int32?] {
            (0..<groups).map { figures?.number(index, $0).map { Int32($0) } }
        }
        cases = column(0)
        open = column(1)
    }

    /// A number of a group: 0 for cases, 1 for open, 2 for ended ones.
    func number(_ group: Int, ofCases column: Int) -> Int32? {
        switch column {
        case 0: cases[group]
        case 1: open[group]
        default: cases[group].flatMap { all in open[group].map { all - $0 } }
        }
    }
}

extension Slice {
    /// Notes what an earlier period says of the counts.
    ///
    /// A count that changed by one to one less than the threshold since last shown is hidden: the
    /// difference would be a small count. What a count was is what it is at least, if it only
    /// grows. And parts that were hidden stay so until they have grown together.
    mutating func noteChanges(
        since earlier: [EarlierFigures], _ cases: EarlierCases, _ tree: GroupTree, threshold: Int
    ) {
        guard earlier.contains(where: { !$0.values.isEmpty }) else { return }
        atLeast = Array(repeating: 0, count: counts.count)
        let before = EarlierCounts(self, earlier, cases, tree)
        for group in domain {
            for (column, number) in before.known[group].enumerated() {
                if let number { note(number, column, group, threshold) }
            }
        }
        for group in domain.reversed() { raise(group, tree) }
        if shape.isPast {
            for group in domain { changedLittle[group] |= before.hidden[group] }
        }
        for group in domain {
            for sum in shape.sums where sum.parts.count > 1 {
                holdBack(sum, group, before, threshold)
            }
            for column in shape.columns.indices {
                holdBack(column, partsOf: group, tree, before, threshold)
            }
        }
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

    /// A group has at least what its parts have.
    private mutating func raise(_ group: Int, _ tree: GroupTree) {
        for column in shape.columns.indices {
            let ofParts = tree.parts(group).reduce(Int32(0)) {
                $0 + atLeast[column * groupCount + Int($1)]
            }
            let at = column * groupCount + group
            atLeast[at] = min(counts[at], max(atLeast[at], ofParts))
        }
    }

    /// Whether a count is shown, or what is left of a total that is.
    private func isSeen(_ column: Int) -> Bool {
        !shape.columns[column].isEmpty
            || shape.sums.contains {
                $0.parts.contains(column) && !shape.columns[$0.total].isEmpty
            }
    }

    /// Parts of a total that were hidden stay so while they have hardly grown together: none of
    /// them was more than it is now, so what they are now would tell what they were.
    private mutating func holdBack(
        _ sum: PartsOfTotal, _ group: Int, _ before: EarlierCounts, _ threshold: Int
    ) {
        guard var growth = before.known[group][sum.total] else { return }
        growth = -growth
        var bits: UInt64 = 0
        for column in sum.parts {
            if let known = before.known[group][column] {
                growth += known
            } else {
                growth += counts[column * groupCount + group]
                bits |= before.hidden[group] & 1 << UInt64(column)
            }
        }
        // One that may have been more than it is leaves the others open.
        if bits & shape.falling == 0, growth < Int32(threshold) - 1 {
            changedLittle[group] |= bits & ~shape.shared
        }
    }

    /// The same for the parts of a group.
    private mutating func holdBack(
        _ column: Int, partsOf parent: Int, _ tree: GroupTree, _ before: EarlierCounts,
        _ threshold: Int
    ) {
        let bit: UInt64 = 1 << UInt64(column)
        if shape.falling & bit != 0 { return }
        guard var growth = before.known[parent][column] else {
            return holdBack(column, parent, tree, before, threshold)
        }
        growth = -growth
        var hidden: [Int] = []
        for part in tree.parts(parent).map(Int.init) {
            if let known = before.known[part][column] {
                growth += known
            } else {
                growth += counts[column * groupCount + part]
                if before.hidden[part] & bit != 0 { hidden.append(part) }
            }
        }
        guard growth < Int32(threshold) - 1 else { return }
        for part in hidden { changedLittle[part] |= bit }
    }

    /// A group that was hidden was no more than it is now, and no less than the parts of it that
    /// were shown.
    private mutating func holdBack(
        _ column: Int, _ group: Int, _ tree: GroupTree, _ before: EarlierCounts, _ threshold: Int
    ) {
        let shown = tree.parts(group).reduce(Int32(0)) { $0 + (before.known[Int($1)][column] ?? 0) }
        let growth = counts[column * groupCount + group] - shown
        let bit: UInt64 = 1 << UInt64(column)
        if growth < Int32(threshold) - 1 { changedLittle[group] |= before.hidden[group] & bit }
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
