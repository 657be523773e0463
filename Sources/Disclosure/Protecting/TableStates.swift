import Model

/// The states of a sheet's figures while its slices are protected.
struct SheetStates {
    /// By table, column and row; whatever no slice covers stays hidden.
    var states: [[[DisclosedTable.State]]]
    /// By table, column and row; empty where a column is no count.
    var reasons: [[[HiddenLedger.Reason]]]

    init(_ tables: [FigureTable]) {
        states = tables.map { table in
            table.figures.map { column in
                let isOpen = column.kind == .plain
                return column.values.map { $0.isNaN ? .empty : isOpen ? .shown : .hidden }
            }
        }
        reasons = tables.map { table in
            table.figures.map { column in
                column.kind == .count ? Array(repeating: .none, count: table.rowCount) : []
            }
        }
    }

    /// Writes what was decided about a slice.
    mutating func apply(_ protection: Protection, of slice: Slice, _ tables: [FigureTable]) {
        for (column, places) in slice.shape.columns.enumerated() {
            for place in places { apply(protection, of: slice, column, at: place) }
        }
        for derived in slice.shape.derived {
            apply(protection, of: slice, derived, tables[derived.place.table])
        }
    }

    private mutating func apply(
        _ protection: Protection, of slice: Slice, _ column: Int, at place: CellPlace
    ) {
        let bit: UInt64 = 1 << UInt64(column)
        let rows = slice.rows[place.table]
        let first = place.variant * slice.groupCount
        if rows.isEmpty { return }
        states[place.table][place.figure].withUnsafeMutableBufferPointer { states in
            for group in slice.domain where rows[first + group] >= 0 {
                let isHidden = protection.hidden[group] & bit != 0
                states[Int(rows[first + group])] = isHidden ? .hidden : .shown
            }
        }
        reasons[place.table][place.figure].withUnsafeMutableBufferPointer { reasons in
            for group in slice.domain
            where rows[first + group] >= 0 && protection.hidden[group] & bit != 0 {
                reasons[Int(rows[first + group])] = protection.reason(column, group)
            }
        }
    }

    private mutating func apply(
        _ protection: Protection, of slice: Slice, _ derived: SliceShape.DerivedFigure,
        _ table: FigureTable
    ) {
        let place = derived.place
        let rows = slice.rows[place.table]
        let first = place.variant * slice.groupCount
        if rows.isEmpty { return }
        let values = table.figures[place.figure].values
        states[place.table][place.figure].withUnsafeMutableBufferPointer { states in
            for group in slice.domain where rows[first + group] >= 0 {
                let row = Int(rows[first + group])
                let isHidden = protection.hidden[group] & derived.needs != 0
                states[row] = isHidden ? .hidden : values[row].isNaN ? .empty : .shown
            }
        }
    }
}
