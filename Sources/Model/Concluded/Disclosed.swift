import Basics

/// Every figure that may leave the program, table by table.
public struct Disclosed: Sendable {
    /// Whether small numbers are hidden; an internal edition shows everything.
    public let isProtected: Bool
    /// The tables in byte order of their names.
    public let tables: [DisclosedTable]
    /// How many cells are hidden in all.
    public let hiddenCells: Int

    /// Makes a set of tables that may be shown.
    @_spi(Disclosure)
    public init(isProtected: Bool, tables: [DisclosedTable], hiddenCells: Int) {
        self.isProtected = isProtected
        self.tables = tables
        self.hiddenCells = hiddenCells
    }

    /// A table by its name, or nothing.
    public func table(_ name: String) -> DisclosedTable? {
        tables.first { $0.name == name }
    }
}
