import Basics

/// What an earlier period published, as read back from its `data/*.csv`.
public struct EarlierPublished: Sendable {
    public var asOf: CalendarDate
    public var tables: [EarlierTable]

    /// Makes an earlier period.
    public init(asOf: CalendarDate, tables: [EarlierTable]) {
        self.asOf = asOf
        self.tables = tables
    }

    /// The table of a name, if the period published one.
    public subscript(_ name: String) -> EarlierTable? {
        tables.first { $0.name == name }
    }
}

/// A table of an earlier period: its keys and whatever numbers it showed.
public struct EarlierTable: Sendable {
    public var name: String
    public var keys: [KeyColumn]
    /// The names of the columns of numbers.
    public var figures: [String]
    /// Row after row, one number a column; NaN where no number was shown.
    public var numbers: [Double]
    public var rowCount: Int

    /// Makes a table.
    public init(
        name: String, keys: [KeyColumn], figures: [String], numbers: [Double], rowCount: Int
    ) {
        self.name = name
        self.keys = keys
        self.figures = figures
        self.numbers = numbers
        self.rowCount = rowCount
    }
}

extension EarlierTable {
    /// The rows whose first keys are these, in the order of the table.
    public func rows(_ words: [String]) -> [Int] {
        var rows = Array(0..<rowCount)
        for (column, word) in zip(keys, words) {
            guard let index = column.words.firstIndex(of: word) else { return [] }
            rows.removeAll { column.indices[$0] != Int32(index) }
        }
        return rows
    }

    /// The number that a row showed in a column, or nothing where it showed none.
    public func number(_ row: Int, _ column: String) -> Double? {
        guard let place = figures.firstIndex(of: column) else { return nil }
        let number = numbers[row * figures.count + place]
        return number.isNaN ? nil : number
    }
}
