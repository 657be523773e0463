import Model

/// Some rows of a table, one after another: its columns lie far apart in memory.
struct TableRows: ~Copyable {
    static let most = 256

    let keyCount: Int
    let figureCount: Int
    /// How many rows have been taken.
    private(set) var count = 0
    /// Whether any figure of the table may be kept.
    private var keepsAny = false
    private let keys: UnsafeMutablePointer<Int32>
    private let values: UnsafeMutablePointer<Double>
    private let states: UnsafeMutablePointer<DisclosedTable.State>
    /// The places of the days that kept figures are of.
    private let days: UnsafeMutablePointer<UInt16>
    /// The places of the rows taken in the table.
    private let places: UnsafeMutablePointer<Int>

    /// Makes room for rows of a table.
    init(of table: DisclosedTable) {
        keyCount = table.keys.count
        figureCount = table.figures.count
        keys = .allocate(capacity: TableRows.most * keyCount)
        values = .allocate(capacity: TableRows.most * figureCount)
        states = .allocate(capacity: TableRows.most * figureCount)
        days = .allocate(capacity: TableRows.most * figureCount)
        places = .allocate(capacity: TableRows.most)
    }

    deinit {
        keys.deallocate()
        values.deallocate()
        states.deallocate()
        days.deallocate()
        places.deallocate()
    }

    /// Takes rows of a table in place of those taken before, perhaps only those in which some
    /// figure is there to be shown.
    mutating func take(_ rows: Range<Int>, of table: DisclosedTable, onlyShown: Bool) {
        precondition(rows.count <= TableRows.most, "\(rows.count) rows, not \(TableRows.most)")
        choose(rows, table, onlyShown: onlyShown)
        for (place, column) in table.keys.enumerated() {
            lay(column.indices, in: keys + place, step: keyCount)
        }
        for (place, column) in table.figures.enumerated() {
            lay(column.values, in: values + place, step: figureCount)
            lay(table.states[place], in: states + place, step: figureCount)
        }
        keepsAny = !table.kept.places.isEmpty
        for (place, column) in table.kept.places.enumerated() {
            lay(column, in: days + place, step: figureCount)
        }
    }

    private mutating func choose(_ rows: Range<Int>, _ table: DisclosedTable, onlyShown: Bool) {
        count = 0
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: rows.count) { isWanted in
            isWanted.initialize(repeating: !onlyShown)
            if onlyShown {
                for column in table.states { TableRows.mark(column[rows], in: isWanted) }
            }
            for row in isWanted.indices where isWanted[row] {
                (places + count).initialize(to: rows.lowerBound + row)
                count += 1
            }
        }
    }

    /// Marks the rows in which a column shows something.
    private static func mark(
        _ states: ArraySlice<DisclosedTable.State>, in rows: UnsafeMutableBufferPointer<Bool>
    ) {
        states.withUnsafeBufferPointer { states in
            for row in rows.indices {
                rows[row] = rows[row] || states[row].isShown
            }
        }
    }

    private func lay<Cell>(
        _ column: [Cell], in cells: UnsafeMutablePointer<Cell>, step: Int
    ) {
        column.withUnsafeBufferPointer { column in
            for row in 0..<count { (cells + row * step).initialize(to: column[places[row]]) }
        }
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

    /// Whether the figure of a row in a column is kept and of the day at a place.
    @inline(__always)
    func isKept(_ row: Int, _ column: Int, of day: Int) -> Bool {
        let at = row * figureCount + column
        return states[at] == .earlier && Int(days[at]) == day
    }

    /// The place of the first day, from one on, that a kept figure of a row is of.
    @inline(__always)
    func firstKept(_ row: Int, from day: Int) -> Int? {
        guard keepsAny else { return nil }
        var first = Int.max
        for at in (row * figureCount)..<((row + 1) * figureCount)
        where states[at] == .earlier && Int(days[at]) >= day {
            first = min(first, Int(days[at]))
        }
        return first == Int.max ? nil : first
    }

    /// Whether all that a row shows is kept and of one day.
    @inline(__always)
    func showsOnlyKept(_ row: Int, of day: Int) -> Bool {
        (0..<figureCount).allSatisfy { column in
            isKept(row, column, of: day) || !state(row, column).isShown
        }
    }
}

extension DisclosedTable.State {
    @inline(__always)
    fileprivate var isShown: Bool { self == .shown || self == .earlier }
}
