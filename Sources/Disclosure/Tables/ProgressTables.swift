import Model

/// Exit criteria met, of closed cases and of those nearing their end: the table exits.
func exitsSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(input.conclusions.exits, groups, group: \.group, kind: \.criterion) {
        ExitFigure(group: $1, programme: $0.programme, criterion: $0.criterion)
    }
    var rows = GroupRows(
        "exits", kind: "criterion",
        figures: [
            ("closed_met", .count), ("closed_not_met", .count), ("closed_not_known", .count),
            ("nearing_met", .count), ("nearing_not_met", .count), ("nearing_not_known", .count),
        ])
    let names = declaredWords(figures.map { ($0.programme, $0.criterion) }) { name, index in
        input.programme(name)?.exitCriteria[index].name
    }
    let order = sortedByKind(figures.map(\.group), names.ranks)
    rows.setKeys(
        input.groupKeys, order.map { (figures[$0].group, Int(names.ranks[$0])) }, words: names.words
    )
    var shape = SliceShape()
    let closed = shape.add()
    let nearing = shape.add()
    shape.casesColumns = [
        SliceShape.CasesColumn(column: closed, ofCases: 2),
        SliceShape.CasesColumn(column: nearing, ofCases: 1, isEqual: false),
    ]
    let columns = (0..<6).map { shape.add(CellPlace(table: 0, figure: $0)) }
    shape.falling = SliceShape.bits(columns)
    shape.sums.append(PartsOfTotal(total: closed, parts: columns[0..<3].reversed()))
    shape.sums.append(PartsOfTotal(total: nearing, parts: columns[3..<6].reversed()))
    let counts = order.map { index in
        let figure = figures[index]
        return [
            figure.closedMet, figure.closedNotMet, figure.closedNotKnown, figure.nearingMet,
            figure.nearingNotMet, figure.nearingNotKnown,
        ]
    }
    rows.fill(counts)
    let slices = rows.slices(shape, groups) { slice, group, row in
        slice[closed, group] = counts[row][..<3].reduce(0, +)
        slice[nearing, group] = counts[row][3...].reduce(0, +)
        for (column, count) in zip(columns, counts[row]) { slice[column, group] = count }
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

/// Where open cases stand in their programme: the table phases.
///
/// The phases of a group's open cases add up, so all phases of a programme are one slice. What
/// is over time is a part of what is recorded.
func phasesSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(input.conclusions.phases, groups, group: \.group, kind: \.phase) {
        PhaseFigure(group: $1, programme: $0.programme, phase: $0.phase)
    }
    var rows = GroupRows(
        "phases", kind: "phase",
        figures: [
            ("recorded", .count), ("expected", .count), ("over_time", .count),
            ("contacts_due", .count),
        ])
    // Phases of one programme stand in its order: the first names them by number.
    let names = declaredWords(figures.map { ($0.programme, $0.phase) }) { name, index in
        input.programme(name)?.phases[index].name
    }
    let order = sortedByKind(figures.map(\.group), names.ranks)
    rows.setKeys(
        input.groupKeys, order.map { (figures[$0].group, Int(names.ranks[$0])) }, words: names.words
    )
    let counts = order.map { index in
        let figure = figures[index]
        return [figure.recorded, figure.expected, figure.overTime, figure.contactsDue]
    }
    rows.fill(counts)
    let domains = programmeDomains(groups)
    var programmes: [Int: [Int]] = [:]
    for row in order.indices {
        programmes[domains[figures[order[row]].group].lowerBound, default: []].append(row)
    }
    let slices = programmes.keys.sorted().map { start in
        phaseSlice(
            programmes[start] ?? [], domains[start], groups,
            phaseOf: { figures[order[$0]].phase }, groupOf: { figures[order[$0]].group },
            counts: counts)
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

private func phaseSlice(
    _ rows: [Int], _ domain: Range<Int>, _ groups: [Group], phaseOf: (Int) -> Int,
    groupOf: (Int) -> Int, counts: [[Int]]
) -> Slice {
    let phases = Set(rows.map(phaseOf)).sorted()
    var shape = SliceShape()
    let open = shape.add()
    shape.casesColumns = [SliceShape.CasesColumn(column: open, ofCases: 1)]
    let elsewhere = shape.add()
    let unexpected = shape.add()
    var columns: [[Int]] = []
    for variant in phases.indices {
        columns.append((0..<4).map { shape.add(CellPlace(table: 0, figure: $0, variant: variant)) })
    }
    for column in columns {
        shape.casesColumns.append(
            SliceShape.CasesColumn(column: column[3], ofCases: 2, isEqual: false))
    }
    let inTime = phases.map { _ in shape.add() }
    shape.falling = SliceShape.bits(columns.flatMap(\.self))
    shape.sums.append(PartsOfTotal(total: open, parts: [elsewhere] + columns.map { $0[0] }))
    shape.sums.append(PartsOfTotal(total: open, parts: [unexpected] + columns.map { $0[1] }))
    for (variant, column) in columns.enumerated() {
        shape.sums.append(PartsOfTotal(total: column[0], parts: [inTime[variant], column[2]]))
    }
    var slice = Slice(shape, groups: groups.count, tables: 1)
    slice.domain = domain
    slice.rows = [Array(repeating: -1, count: groups.count * phases.count)]
    for row in rows {
        guard let variant = phases.firstIndex(of: phaseOf(row)) else { continue }
        let group = groupOf(row)
        slice.rows[0][variant * groups.count + group] = Int32(row)
        for (place, column) in columns[variant].enumerated() {
            slice[column, group] = counts[row][place]
        }
        slice[inTime[variant], group] = counts[row][0] - counts[row][2]
    }
    for group in domain {
        slice[open, group] = groups[group].open
        slice[elsewhere, group] =
            groups[group].open - columns.reduce(0) { $0 + slice[$1[0], group] }
        slice[unexpected, group] =
            groups[group].open - columns.reduce(0) { $0 + slice[$1[1], group] }
    }
    return slice
}

extension Disclosable {
    /// The definition of a programme, if it has one.
    func programme(_ name: String) -> Programme? {
        programmes.first { $0.name == name }
    }
}

extension GroupRows {
    /// Sets the first columns of every row.
    mutating func fill(_ counts: [[Int]]) {
        for (row, counts) in counts.enumerated() {
            for (column, count) in counts.enumerated() { table.set(column, row, count) }
        }
    }
}

/// Indices sorted by group, then by the rank of a kind.
func sortedByKind(_ groups: [Int], _ ranks: [Int32]) -> [Int] {
    groups.indices.sorted { (groups[$0], ranks[$0]) < (groups[$1], ranks[$1]) }
}

/// Words for parts of programmes, in the order in which the programmes declare them; a part
/// without a declaration is named by its number.
func declaredWords(
    _ parts: [(programme: String, index: Int)], _ name: (String, Int) -> String?
) -> (words: [String], ranks: [Int32]) {
    let named = parts.map { name($0.programme, $0.index) ?? String($0.index + 1) }
    let distinct = Set(zip(parts, named).map { Part(index: $0.index, name: $1) }).sorted()
    var words: [String] = []
    for part in distinct where !words.contains(part.name) { words.append(part.name) }
    let places = Dictionary(uniqueKeysWithValues: zip(words, Int32(0)...))
    return (words, named.map { places[$0] ?? 0 })
}

private struct Part: Hashable, Comparable {
    var index: Int
    var name: String

    static func < (a: Part, b: Part) -> Bool {
        if a.index != b.index { return a.index < b.index }
        return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
}
