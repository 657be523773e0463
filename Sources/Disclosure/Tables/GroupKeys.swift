import Model

/// The names of groups as three key columns, in the order of the groups.
struct GroupKeys: Sendable {
    static let names = ["programme", "municipality", "team"]

    /// Words in byte order, after `*` and the blank; by column.
    let words: [[String]]
    /// Index of each group's word; by column, then group.
    let indices: [[Int32]]

    init(_ groups: [Group]) {
        let paths: [KeyPath<Group, String?>] = [\.programme, \.municipality, \.team]
        var words: [[String]] = []
        var indices: [[Int32]] = []
        for path in paths {
            let names = Set(groups.compactMap { $0[keyPath: path] }).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            let ranks = Dictionary(uniqueKeysWithValues: zip(names, Int32(1)...))
            words.append(
                [KeyColumn.all] + names.map { $0.isEmpty ? KeyColumn.blank : $0 })
            indices.append(
                groups.map { group in
                    group[keyPath: path].flatMap { ranks[$0] } ?? 0
                })
        }
        self.words = words
        self.indices = indices
    }

    /// Appends the keys of rows, given each row's group, to the first three columns.
    func append(_ rowGroups: [Int32], to table: inout FigureTable) {
        for column in words.indices {
            table.keys[column].words = words[column]
            table.keys[column].indices = rowGroups.map { indices[column][Int($0)] }
        }
        table.rowCount = rowGroups.count
    }
}

extension FigureTable {
    /// The index of a column of figures.
    func column(_ name: String) -> Int {
        guard let index = figures.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("\(self.name) has no column '\(name)'")
        }
        return index
    }

    /// Makes room for the figures of all rows.
    mutating func blankFigures() {
        for column in figures.indices {
            figures[column].values = Array(repeating: .nan, count: rowCount)
        }
    }

    /// Sets a figure; a count or a number.
    mutating func set(_ column: Int, _ row: Int, _ value: Double?) {
        if let value { figures[column].values[row] = value }
    }

    /// Sets a count.
    mutating func set(_ column: Int, _ row: Int, _ value: Int) {
        figures[column].values[row] = Double(value)
    }
}
