import Model

/// Some rows of a table, one after another: its columns lie far apart in memory.
struct TableRows: ~Copyable {
    static let most = 256

    let keyCount: Int
    let figureCount: Int
    private let keys: UnsafeMutablePointer<Int32>
    private let values: UnsafeMutablePointer<Double>
    private let states: UnsafeMutablePointer<DisclosedTable.State>

    /// Makes room for rows of a table.
    init(of table: DisclosedTable) {
        keyCount = table.keys.count
        figureCount = table.figures.count
        keys = .allocate(capacity: TableRows.most * keyCount)
        values = .allocate(capacity: TableRows.most * figureCount)
        states = .allocate(capacity: TableRows.most * figureCount)
    }

    deinit {
        keys.deallocate()
        values.deallocate()
        states.deallocate()
    }

    /// Takes rows of the table, in place of those taken before.
    mutating func take(_ rows: Range<Int>, of table: DisclosedTable) {
        precondition(rows.count <= TableRows.most, "\(rows.count) rows, not \(TableRows.most)")
        for (place, column) in table.keys.enumerated() {
            lay(column.indices, rows, in: keys + place, step: keyCount)
        }
        for (place, column) in table.figures.enumerated() {
            lay(column.values, rows, in: values + place, step: figureCount)
            lay(table.states[place], rows, in: states + place, step: figureCount)
        }
    }

    private func lay<Cell>(
        _ column: [Cell], _ rows: Range<Int>, in cells: UnsafeMutablePointer<Cell>, step: Int
    ) {
        column[rows].withUnsafeBufferPointer { column in
            for (row, cell) in column.enumerated() {
                (cells + row * step).initialize(to: cell)
            }
        }
    }

    /// Whether any figure of a row is there to be shown.
    func showsSomething(_ row: Int) -> Bool {
        (0..<figureCount).contains { state(row, $0) == .shown || state(row, $0) == .earlier }
    }

    /// The key of a row in a column.
    @inline(__always)
    func key(_ row: Int, _ column: Int) -> Int32 { keys[row * keyCount + column] }

    /// The figure of a row in a column.
    @inline(__always)
    func value(_ row: Int, _ column: Int) -> Double { values[row * figureCount + column] }

    /// Whether the figure of a row in a column is there to be shown.
    @inline(__always)
    func state(_ row: Int, _ column: Int) -> DisclosedTable.State {
        states[row * figureCount + column]
    }
}
