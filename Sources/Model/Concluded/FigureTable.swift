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
    public var rowCount: Int

    /// Makes an empty table.
    public init(name: String, keys: [String], figures: [(String, FigureKind)]) {
        self.name = name
        self.keys = keys.map { KeyColumn(name: $0) }
        self.figures = figures.map { FigureColumn(name: $0.0, kind: $0.1) }
        rowCount = 0
    }
}

/// A key column: distinct words in the order of the rows, and one index a row.
///
/// Names stand in byte order, after `*` and the blank; words of a closed list, such as horizons,
/// in the order of their list.
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

/// What a figure is, which decides how it is rounded and written.
public enum FigureKind: Sendable, Hashable {
    /// How many people, families, series or measurements: hidden when small.
    case count
    /// How many of something that is no person, such as rows of a file: never hidden for being
    /// small.
    case plain
    /// 0 to 1.
    case share
    /// A mean or a spread in points of a scale: published rounded.
    case points
    /// A pure number, such as a standardised change.
    case number
    /// Danish kroner.
    case money
    /// An index into a closed list of words.
    case word([String])
}
