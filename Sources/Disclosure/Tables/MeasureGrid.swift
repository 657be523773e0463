import Model

/// Which measures each programme has any series of.
struct MeasuresInUse: Sendable {
    /// For each group, which list holds for it: the groups of a programme share one; everything
    /// has one of its own.
    let lists: [Int32]
    /// By list, then measure.
    let isUsed: [[Bool]]

    init(_ conclusions: Conclusions) {
        var lists: [Int32] = []
        let groups = conclusions.groups
        for index in groups.indices {
            let isNew = index == 0 || groups[index].programme != groups[index - 1].programme
            lists.append((lists.last ?? -1) + (isNew ? 1 : 0))
        }
        let none = Array(repeating: false, count: conclusions.measures.count)
        var isUsed = Array(repeating: none, count: Int(lists.last ?? -1) + 1)
        let changes = conclusions.changes
        for index in changes.indices {
            isUsed[Int(lists[changes[index].group])][changes[index].measure] = true
        }
        self.lists = lists
        self.isUsed = isUsed
    }
}

/// The rows of a table by group, measure and horizon.
///
/// Every group has a row for each measure that its programme has any series of, whether the
/// group has some or not: a missing row would say that it has none.
struct MeasureGrid: Sendable {
    /// Measures by scale and informant in byte order.
    let order: [Int]
    let rowCount: Int
    private let conclusions: Conclusions
    /// For each group, where its rows begin.
    private let starts: [Int32]
    /// For each group, which list of places holds for it.
    private let lists: [Int32]
    /// Places of each measure's first row after a group's start, or -1; by list, then measure.
    private let places: [[Int32]]

    /// Rows for the measures in use that a test holds for.
    init(
        _ conclusions: Conclusions, _ inUse: MeasuresInUse,
        where isIn: (Int) -> Bool = { _ in true }
    ) {
        self.conclusions = conclusions
        let measures = conclusions.measures
        let order = measures.indices.sorted {
            let (a, b) = (measures[$0], measures[$1])
            if a.scaleName != b.scaleName {
                return a.scaleName.utf8.lexicographicallyPrecedes(b.scaleName.utf8)
            }
            return a.informant.utf8.lexicographicallyPrecedes(b.informant.utf8)
        }
        self.order = order
        lists = inUse.lists
        let isWanted = measures.indices.map(isIn)
        var sizes: [Int32] = []
        places = inUse.isUsed.map { isUsed in
            var places = [Int32](repeating: -1, count: measures.count)
            var next: Int32 = 0
            for measure in order where isUsed[measure] && isWanted[measure] {
                places[measure] = next
                next += Int32(Horizon.allCases.count)
            }
            sizes.append(next)
            return places
        }
        var starts: [Int32] = []
        var next: Int32 = 0
        for list in lists {
            starts.append(next)
            next += sizes[Int(list)]
        }
        self.starts = starts
        rowCount = Int(next)
    }

    var sliceCount: Int { conclusions.measures.count * Horizon.allCases.count }

    /// The slice of a measure at a horizon.
    func slice(_ measure: Int, _ horizon: Horizon) -> Int {
        measure * Horizon.allCases.count + Int(horizon.rawValue)
    }

    /// The row of a group's measure at a horizon; there must be one.
    func row(_ group: Int, _ measure: Int, _ horizon: Horizon) -> Int {
        Int(starts[group] + places[Int(lists[group])][measure]) + Int(horizon.rawValue)
    }

    /// A group's row in a slice, or -1.
    func rows(slice: Int, group: Int) -> Int32 {
        let place = places[Int(lists[group])][slice / Horizon.allCases.count]
        return place < 0 ? -1 : starts[group] + place + Int32(slice % Horizon.allCases.count)
    }

    /// Each group's row in a slice, or -1.
    func rows(slice: Int) -> [Int32] {
        let measure = slice / Horizon.allCases.count
        let horizon = Int32(slice % Horizon.allCases.count)
        return starts.indices.map { group in
            let place = places[Int(lists[group])][measure]
            return place < 0 ? -1 : starts[group] + place + horizon
        }
    }

    /// Something of each row's measure, in the order of the rows.
    func perRow<Value>(_ value: (Int) -> Value) -> [Value] {
        let values = order.indices.map { value($0) }
        var rows: [Value] = []
        rows.reserveCapacity(rowCount)
        forEachRow { _, measure, _ in rows.append(values[measure]) }
        return rows
    }

    /// The slice of each row, in the order of the rows.
    func slicePerRow() -> [Int32] {
        var slices: [Int32] = []
        slices.reserveCapacity(rowCount)
        forEachRow { slices.append(Int32(slice($1, $2))) }
        return slices
    }

    private func forEachRow(_ body: (Int, Int, Horizon) -> Void) {
        for group in starts.indices {
            let places = places[Int(lists[group])]
            for measure in order where places[measure] >= 0 {
                for horizon in Horizon.allCases { body(group, measure, horizon) }
            }
        }
    }

    /// Appends the keys of all rows to a table keyed by group, scale, informant and horizon.
    func appendKeys(_ keys: GroupKeys, to table: inout FigureTable) {
        var groups: [Int32] = []
        var measures: [Int32] = []
        groups.reserveCapacity(rowCount)
        measures.reserveCapacity(rowCount)
        forEachRow { group, measure, _ in
            groups.append(Int32(group))
            measures.append(Int32(measure))
        }
        keys.append(groups, to: &table)
        let scales = ranked(conclusions.measures.map(\.scaleName))
        let informants = ranked(conclusions.measures.map(\.informant))
        table.keys[3].words = scales.words
        table.keys[3].indices = measures.map { scales.ranks[Int($0)] }
        table.keys[4].words = informants.words
        table.keys[4].indices = measures.map { informants.ranks[Int($0)] }
        table.keys[5].words = Horizon.allCases.map(\.name)
        table.keys[5].indices = (0..<Int32(groups.count)).map {
            $0 % Int32(Horizon.allCases.count)
        }
    }
}

/// The distinct words in byte order, and the place of each word among them.
func ranked(_ words: [String]) -> (words: [String], ranks: [Int32]) {
    let distinct = Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, Int32(0)...))
    return (distinct, words.map { places[$0] ?? 0 })
}
