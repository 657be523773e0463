import Model

extension EarlierPublished {
    /// What a reader of a period's files has in hand a period later.
    public init(readingBack disclosed: Disclosed) {
        self.init(
            asOf: disclosed.asOf, tables: disclosed.tables.map(EarlierTable.init(readingBack:)))
    }
}

extension EarlierTable {
    /// A table as its file is read back.
    public init(readingBack table: DisclosedTable) {
        func place(_ row: Int, _ column: Int) -> UInt16 {
            table.states[column][row] == .earlier ? table.kept.places[column][row] + 1 : 0
        }
        let cells = (0..<table.rowCount).flatMap { row in
            table.figures.indices.map { (row: row, column: $0) }
        }
        self.init(
            name: table.name, keys: table.keys, figures: table.figures.map(\.name),
            numbers: cells.map { table.figures[$0.column].values[$0.row] },
            rowCount: table.rowCount, days: table.kept.days,
            places: cells.map { place($0.row, $0.column) })
    }
}
