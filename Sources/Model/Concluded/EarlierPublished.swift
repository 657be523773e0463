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
    /// The days that its figures were kept from, the newest first.
    public var days: [CalendarDate]
    /// Row after row, one place in `days` a column, counted from 1, 0 where a figure is of the
    /// period itself; empty where all are.
    public var places: [UInt16]

    /// Makes a table.
    public init(
        name: String, keys: [KeyColumn], figures: [String], numbers: [Double], rowCount: Int,
        days: [CalendarDate] = [], places: [UInt16] = []
    ) {
        precondition(
            places.isEmpty || places.count == numbers.count,
            "\(name) has \(numbers.count) figures and days of \(places.count)")
        self.name = name
        self.keys = keys
        self.figures = figures
        self.numbers = numbers
        self.rowCount = rowCount
        self.days = days
        self.places = places
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

    /// The earlier day that the figure of a row in a column was kept from, or nothing where it was
    /// of the period itself.
    public func keptDay(_ row: Int, _ column: String) -> CalendarDate? {
        guard let column = figures.firstIndex(of: column), !places.isEmpty else { return nil }
        let place = Int(places[row * figures.count + column])
        return place == 0 ? nil : days[place - 1]
    }
}
