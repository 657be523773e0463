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
    /// NaN where no number was shown.
    public var figures: [Figures]
    public var rowCount: Int

    /// A column of numbers.
    public struct Figures: Sendable {
        public var name: String
        public var values: [Double]

        /// Makes a column.
        public init(name: String, values: [Double] = []) {
            self.name = name
            self.values = values
        }
    }

    /// Makes a table.
    public init(name: String, keys: [KeyColumn], figures: [Figures], rowCount: Int) {
        self.name = name
        self.keys = keys
        self.figures = figures
        self.rowCount = rowCount
    }
}
