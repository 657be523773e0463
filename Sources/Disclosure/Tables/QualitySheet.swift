import Model

/// What came in, by file: the table quality.
///
/// Rows of files are not people and are shown as they are. A few new rows, though, may be a few
/// people's since the last report, so under the threshold they are hidden, none included.
struct QualitySheet: Sheet {
    var tables: [FigureTable]
    let sliceCount = 0
    private let threshold: Double
    private static let newRows = 5

    init(_ input: Disclosable, threshold: Int) {
        self.threshold = Double(threshold)
        let files = input.quality.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        // Plain, so that no earlier count of new rows is ever kept in place of a hidden one.
        var table = FigureTable(
            name: "quality", keys: ["file"],
            figures: [
                ("rows", .plain), ("used", .plain), ("rejected", .plain), ("duplicates", .plain),
                ("cells_unused", .plain), ("new_rows", .plain),
            ])
        table.keys[0].words = files.map(\.file)
        table.keys[0].indices = files.indices.map(Int32.init)
        table.rowCount = files.count
        let counts: [(QualityCounts) -> Int?] = [
            \.rows, \.used, \.rejected, \.duplicates, \.cellsUnused, \.newRows,
        ]
        for (column, count) in counts.enumerated() {
            table.figures[column].values = files.map { count($0).map(Double.init) ?? .nan }
        }
        tables = [table]
    }

    func slice(_ index: Int) -> Slice { preconditionFailure("quality has no slice \(index)") }

    func decimals(table: Int) -> [UInt8] { Array(repeating: 0, count: tables[table].rowCount) }

    func finish(_ states: inout SheetStates) {
        for (row, count) in tables[0].figures[QualitySheet.newRows].values.enumerated()
        where count < threshold {
            states.states[0][QualitySheet.newRows][row] = .hidden
        }
    }

    func finishRounded(_ states: inout SheetStates) { finish(&states) }
}
