import Model

/// The states of a sheet's figures.
struct SheetStates: Sendable {
    /// By table, column and row; whatever no slice covers stays hidden.
    var states: [[[DisclosedTable.State]]]
    /// By table, column and row; empty where a column is no count.
    var reasons: [[[HiddenLedger.Reason]]]

    /// Writes down what was decided about the slices of tables.
    init(_ tables: [FigureTable], _ slices: [ProtectedSlice]) {
        let uses = columnUses(tables, slices)
        self.init(
            tables.indices.map { table in
                tables[table].figures.indices.map { figure in
                    ColumnStates(tables[table].figures[figure], uses[table][figure], slices)
                }
            })
    }

    /// Takes the states of all columns together.
    init(_ columns: [[ColumnStates]]) {
        states = columns.map { $0.map(\.states) }
        reasons = columns.map { $0.map(\.reasons) }
    }
}

/// Where a slice decides about a column of a table.
struct ColumnUse: Sendable {
    var slice: Int
    var place: CellPlace
    /// The column of the slice, or nothing where the figure is worked out from some.
    var column: Int?
    /// The columns that the figure is hidden with, one bit a column.
    var bits: UInt64
}

/// Which slices decide about each column, by table and column.
func columnUses(_ tables: [FigureTable], _ slices: [ProtectedSlice]) -> [[[ColumnUse]]] {
    var uses = tables.map { Array(repeating: [ColumnUse](), count: $0.figures.count) }
    for (index, each) in slices.enumerated() {
        for (column, places) in each.slice.shape.columns.enumerated() {
            for place in places where !each.slice.rows[place.table].isEmpty {
                uses[place.table][place.figure].append(
                    ColumnUse(slice: index, place: place, column: column, bits: 1 << column))
            }
        }
        for derived in each.slice.shape.derived
        where !each.slice.rows[derived.place.table].isEmpty {
            uses[derived.place.table][derived.place.figure].append(
                ColumnUse(slice: index, place: derived.place, column: nil, bits: derived.needs))
        }
    }
    return uses
}

/// The states of one column of a table, and why its counts are hidden.
struct ColumnStates: Sendable {
    private(set) var states: [DisclosedTable.State]
    private(set) var reasons: [HiddenLedger.Reason]

    init(_ figure: FigureColumn, _ uses: [ColumnUse], _ slices: [ProtectedSlice]) {
        let (values, isOpen) = (figure.values, figure.kind == .plain)
        states = values.map { $0.isNaN ? .empty : isOpen ? .shown : .hidden }
        reasons = figure.kind == .count ? Array(repeating: .none, count: values.count) : []
        for use in uses {
            let slice = use.slice
            let cells = UsedCells(
                rows: slices[slice].slice.rows[use.place.table],
                first: use.place.variant * slices[slice].slice.groupCount,
                domain: slices[slice].slice.domain, hidden: slices[slice].protection.hidden,
                bits: use.bits)
            if let column = use.column {
                decide(column, cells, slices[slice].protection)
            } else {
                decide(cells, values)
            }
        }
    }

    /// Decides about a count.
    private mutating func decide(
        _ column: Int, _ cells: UsedCells, _ protection: borrowing Protection
    ) {
        for group in cells.domain {
            let row = cells.row(group)
            if row < 0 { continue }
            let isHidden = cells.isHidden(group)
            states[row] = isHidden ? .hidden : .shown
            if isHidden { reasons[row] = protection.reason(column, group) }
        }
    }

    /// Decides about a figure that is worked out from counts.
    private mutating func decide(_ cells: UsedCells, _ values: [Double]) {
        for group in cells.domain {
            let row = cells.row(group)
            if row < 0 { continue }
            states[row] = cells.isHidden(group) ? .hidden : values[row].isNaN ? .empty : .shown
        }
    }
}

/// The cells of a column that a slice decides about.
private struct UsedCells {
    /// Each group's row, or -1, from a place on.
    let rows: [Int32]
    let first: Int
    let domain: Range<Int>
    let hidden: [UInt64]
    /// The columns that the figure is hidden with, one bit a column.
    let bits: UInt64

    func row(_ group: Int) -> Int { Int(rows[first + group]) }

    func isHidden(_ group: Int) -> Bool { hidden[group] & bits != 0 }
}
