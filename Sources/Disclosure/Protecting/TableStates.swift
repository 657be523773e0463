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
            if let column = use.column {
                decide(column, use, slices[use.slice])
            } else {
                decide(use, slices[use.slice], values)
            }
        }
    }

    /// Decides about a count.
    private mutating func decide(_ column: Int, _ use: ColumnUse, _ each: ProtectedSlice) {
        let (slice, protection) = (each.slice, each.protection)
        let rows = slice.rows[use.place.table]
        let first = use.place.variant * slice.groupCount
        for group in slice.domain where rows[first + group] >= 0 {
            let row = Int(rows[first + group])
            let isHidden = protection.hidden[group] & use.bits != 0
            states[row] = isHidden ? .hidden : .shown
            if isHidden { reasons[row] = protection.reason(column, group) }
        }
    }

    /// Decides about a figure that is worked out from counts.
    private mutating func decide(_ use: ColumnUse, _ each: ProtectedSlice, _ values: [Double]) {
        let (slice, protection) = (each.slice, each.protection)
        let rows = slice.rows[use.place.table]
        let first = use.place.variant * slice.groupCount
        for group in slice.domain where rows[first + group] >= 0 {
            let row = Int(rows[first + group])
            let isHidden = protection.hidden[group] & use.bits != 0
            states[row] = isHidden ? .hidden : values[row].isNaN ? .empty : .shown
        }
    }
}
