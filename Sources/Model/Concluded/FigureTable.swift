import Basics

/// A tidy table of figures before disclosure control: one row a combination of keys, in columns.
///
/// Everything that may leave the program as a figure stands in such a table first, so that one
/// stage can protect all of it by the same rules. Nothing renders a `FigureTable`.
public struct FigureTable: Sendable {
    /// The file's name under `data/`, without its ending.
    public var name: String
    /// Key columns in their order; groups are keyed by `programme`, `municipality`, `team`.
    public var keys: [KeyColumn]
    public var figures: [FigureColumn]
    /// Sums that hold in every row, which somebody could subtract by.
    public var sums: [ColumnSum]
    public var rowCount: Int

    /// Makes an empty table.
    public init(name: String, keys: [String], figures: [(String, FigureKind)], sums: [ColumnSum]) {
        self.name = name
        self.keys = keys.map { KeyColumn(name: $0) }
        self.figures = figures.map { FigureColumn(name: $0.0, kind: $0.1) }
        self.sums = sums
        rowCount = 0
    }
}

/// A key column: distinct words and one index a row.
public struct KeyColumn: Sendable {
    /// What stands where a column is summed over.
    public static let all = "*"
    /// What stands for a blank group.
    public static let blank = "-"

    public var name: String
    public var words: [String] = []
    /// Index into `words`, one a row.
    public var indices: [Int32] = []

    /// Makes an empty column.
    public init(name: String) {
        self.name = name
    }

    /// The key of a row.
    public func word(_ row: Int) -> String { words[Int(indices[row])] }
}

/// A column of figures, one number a row; NaN where a figure is not computed.
public struct FigureColumn: Sendable {
    public var name: String
    public var kind: FigureKind
    public var values: [Double] = []

    /// Makes an empty column.
    public init(name: String, kind: FigureKind) {
        self.name = name
        self.kind = kind
    }
}

/// What a figure is, which decides how it is protected and how it is written.
public enum FigureKind: Sendable, Hashable {
    /// How many people, families or series: hidden when small.
    case count
    /// How many of something that is no person, such as months: never hidden for being small.
    case plain
    /// Worked out from the counts of these columns of its row: hidden when one of them is.
    case from([String], Derived)
    /// An index into a closed list of words, worked out from these columns.
    case word([String], of: [String])

    /// How a derived figure is rounded where it is published.
    public enum Derived: Sendable, Hashable {
        /// 0 to 1.
        case share
        /// A mean or a spread in points: shown with at most so many decimals.
        case points(decimals: Int)
        /// A pure number, such as a standardised change.
        case number
        /// Danish kroner.
        case money
    }
}

/// Columns of counts that add up to another column of the same row.
public struct ColumnSum: Sendable, Hashable {
    /// Nothing where the total itself is no column but may be worked out elsewhere.
    public var total: String?
    public var parts: [String]

    /// Makes a sum.
    public init(total: String?, parts: [String]) {
        self.total = total
        self.parts = parts
    }
}
