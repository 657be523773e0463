import Model

/// The numbers that an earlier period showed, laid out as the rows and columns of a table now.
struct EarlierFigures: Sendable {
    /// By column, then row; NaN where nothing was shown. Empty where nothing is known.
    private(set) var values: [[Double]] = []

    init(_ table: FigureTable, _ earlier: EarlierTable?) {
        guard let earlier, earlier.keys.map(\.name) == table.keys.map(\.name),
            let rows = EarlierFigures.rows(table, earlier)
        else { return }
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

extension Slice {
    /// Notes the counts that changed by one to one less than the threshold since last shown: the
    /// difference would be a small count.
    mutating func noteChanges(since earlier: [EarlierFigures], threshold: Int) {
        for (column, places) in shape.columns.enumerated() {
            for place in places where !earlier[place.table].values.isEmpty {
                for group in domain {
                    guard let row = row(place, group),
                        let number = earlier[place.table].number(place.figure, row)
                    else { continue }
                    let change = (Double(self[column, group]) - number).magnitude
                    if change >= 1 && change < Double(threshold) {
                        changedLittle[group] |= 1 << UInt64(column)
                    }
                }
            }
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
