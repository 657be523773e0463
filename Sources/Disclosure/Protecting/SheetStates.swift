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
    for index in slices.indices {
        let (shape, rows) = (slices[index].slice.shape, slices[index].slice.rows)
        for (column, places) in shape.columns.enumerated() {
            for place in places where !rows[place.table].isEmpty {
                uses[place.table][place.figure].append(
                    ColumnUse(slice: index, place: place, column: column, bits: 1 << column))
            }
        }
        for derived in shape.derived where !rows[derived.place.table].isEmpty {
            uses[derived.place.table][derived.place.figure].append(
                ColumnUse(slice: index, place: derived.place, column: nil, bits: derived.needs))
        }
    }
    return uses
}
