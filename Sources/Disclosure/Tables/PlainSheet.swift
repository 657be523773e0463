import Model

/// A table whose slices are few enough to be held.
struct PlainSheet: Sheet {
    var tables: [FigureTable]
    var slices: [Slice]
    /// Slices to be linked to, and what each slice is linked to.
    var linkSlices: [Slice] = []
    var links: [[SliceLink]] = []

    var sliceCount: Int { slices.count }

    func slice(_ index: Int) -> Slice { slices[index] }

    var linkCount: Int { linkSlices.count }

    func link(_ index: Int) -> Slice { linkSlices[index] }

    func links(of slice: Int) -> [SliceLink] { links.isEmpty ? [] : links[slice] }

    /// Both sides' change, the only such table with links, is of all cases.
    var linksAreOfCases: Bool { !links.isEmpty }

    /// Means of ratings and differences: one decimal.
    func decimals(table: Int) -> [UInt8] {
        Array(repeating: 1, count: tables[table].rowCount)
    }
}

/// Figures of groups on their way into a table with at most one row a group and kind.
struct GroupRows {
    var table: FigureTable
    private(set) var rows: [(row: Int, group: Int, kind: Int)] = []

    init(
        _ name: String, kind: String? = nil, figures: [(String, FigureKind)]
    ) {
        let kinds = kind.map { [$0] } ?? []
        table = FigureTable(name: name, keys: GroupKeys.names + kinds, figures: figures)
    }

    /// Sets the keys: groups, and a word of `words` where the table has a kind. Rows must come
    /// by group, then kind.
    mutating func setKeys(
        _ groupKeys: GroupKeys, _ keys: [(group: Int, kind: Int)], words: [String]
    ) {
        groupKeys.append(keys.map { Int32($0.group) }, to: &table)
        table.blankFigures()
        if table.keys.count > GroupKeys.names.count {
            table.keys[3].words = words
            table.keys[3].indices = keys.map { Int32($0.kind) }
        }
        rows = keys.enumerated().map { (row: $0, group: $1.group, kind: $1.kind) }
    }

    /// One slice a programme and kind, of a shape; or one a kind where everything is summed too.
    func slices(
        _ shape: SliceShape, _ groups: [Group], _ count: (inout Slice, Int, Int) -> Void
    ) -> [Slice] {
        programmeSlices(groups, rows).map { each in
            var slice = each.slice(shape, groups: groups.count)
            for (group, row) in each.rows { count(&slice, Int(group), Int(row)) }
            return slice
        }
    }

    /// One slice a kind, over all groups.
    func slicesOverAll(
        _ shape: SliceShape, _ groups: [Group], _ count: (inout Slice, Int, Int) -> Void
    ) -> [Slice] {
        let kinds = Set(rows.map(\.kind)).sorted()
        return kinds.map { kind in
            let mine = rows.filter { $0.kind == kind }
            let all = ProgrammeSlice(
                domain: 0..<groups.count, rows: mine.map { (Int32($0.group), Int32($0.row)) })
            var slice = all.slice(shape, groups: groups.count)
            for each in mine { count(&slice, each.group, each.row) }
            return slice
        }
    }
}
