import Model

/// The states of one column of a table, and why its counts are hidden.
struct ColumnStates: Sendable {
    private(set) var states: [DisclosedTable.State]
    private(set) var reasons: [HiddenLedger.Reason]

    init(_ figure: FigureColumn, _ uses: [ColumnUse], _ slices: [ProtectedSlice]) {
        let (values, isOpen) = (figure.values, figure.kind == .plain)
        states = values.map { $0.isNaN ? .empty : isOpen ? .shown : .hidden }
        reasons = figure.kind == .count ? Array(repeating: .none, count: values.count) : []
        for use in uses {
            let protection = slices[use.slice].protection
            let cells = slices[use.slice].slice.cells(use.place)
            if let column = use.column {
                decide(protection, column, cells)
            } else {
                hide(protection, use.bits, cells, values)
            }
        }
    }

    /// Hides the counts of a column that are hidden, shows the others, and says why.
    private mutating func decide(_ protection: Protection, _ column: Int, _ cells: SliceCells) {
        states.withUnsafeMutableBufferPointer { states in
            reasons.withUnsafeMutableBufferPointer { reasons in
                protection.withReasons(column) { reason in
                    cells.forEach { group, row in
                        reasons[row] = reason(group)
                        states[row] = reasons[row] == .none ? .shown : .hidden
                    }
                }
            }
        }
    }

    /// Hides the figures that are hidden with some columns.
    private mutating func hide(
        _ protection: Protection, _ bits: UInt64, _ cells: SliceCells, _ values: [Double]
    ) {
        states.withUnsafeMutableBufferPointer { states in
            protection.hidden.withUnsafeBufferPointer { hidden in
                cells.forEach { group, row in
                    let isHidden = hidden[group] & bits != 0
                    states[row] = isHidden ? .hidden : values[row].isNaN ? .empty : .shown
                }
            }
        }
    }
}

/// The cells of one column that a slice is about.
private struct SliceCells {
    /// Each group's row, or -1, from a place on.
    let rows: [Int32]
    let first: Int
    let groups: Range<Int>

    @inline(__always)
    func forEach(_ body: (_ group: Int, _ row: Int) -> Void) {
        rows.withUnsafeBufferPointer { rows in
            for group in groups where rows[first + group] >= 0 {
                body(group, Int(rows[first + group]))
            }
        }
    }
}

extension Slice {
    /// The cells at a place of each group.
    fileprivate func cells(_ place: CellPlace) -> SliceCells {
        SliceCells(
            rows: rows[place.table], first: place.variant * groupCount, groups: domain)
    }
}
