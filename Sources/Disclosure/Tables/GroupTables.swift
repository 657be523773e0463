import Model

/// How many cases and people there are: the table cases.
///
/// Open and ended cases add up to all; people are hidden where cases are.
func casesSheet(_ input: Disclosable, threshold: Int) -> PlainSheet {
    let groups = input.conclusions.groups
    var rows = GroupRows(
        "cases", figures: [("cases", .count), ("open", .count), ("people", .count)])
    rows.setKeys(input.groupKeys, groups.indices.map { ($0, 0) }, words: [])
    for (row, group) in groups.enumerated() {
        rows.table.set(0, row, group.cases)
        rows.table.set(1, row, group.open)
        rows.table.set(2, row, group.people)
    }
    var shape = SliceShape()
    let cases = shape.add(CellPlace(table: 0, figure: 0))
    let open = shape.add(CellPlace(table: 0, figure: 1))
    let ended = shape.add()
    shape.falling = SliceShape.bits([open])
    shape.sums.append(PartsOfTotal(total: cases, parts: [ended, open]))
    let people = shape.add(CellPlace(table: 0, figure: 2))
    shape.sums.append(PartsOfTotal(total: cases, parts: [people], amount: .other))
    let slices = rows.slicesOverAll(shape, groups) { slice, group, _ in
        slice[cases, group] = groups[group].cases
        slice[open, group] = groups[group].open
        slice[ended, group] = groups[group].cases - groups[group].open
        slice[people, group] = groups[group].people
        if groups[group].people < threshold { slice.alsoSmall[group] |= 1 << UInt64(cases) }
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

/// The SDQ's added value: the table added-value.
func addedValueSheet(_ input: Disclosable, threshold: Int) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(
        input.conclusions.addedValues, groups, group: \.group, kind: { _ in 0 }
    ) {
        AddedValueFigure(
            group: $1, count: 0, families: 0, people: 0, mean: Estimate(.nan), effectSize: .nan)
    }.sorted { $0.group < $1.group }
    var rows = GroupRows(
        "added-value",
        figures: [
            ("n", .count), ("families", .count), ("people", .count), ("mean", .points),
            ("mean_low", .points), ("mean_high", .points), ("effect_size", .number),
        ])
    rows.setKeys(input.groupKeys, figures.map { ($0.group, 0) }, words: [])
    for (row, figure) in figures.enumerated() {
        rows.table.set(0, row, figure.count)
        rows.table.set(1, row, figure.families)
        rows.table.set(2, row, figure.people)
        rows.table.set(3, row, figure.mean.value)
        rows.table.set(4, row, figure.mean.low)
        rows.table.set(5, row, figure.mean.high)
        rows.table.set(6, row, figure.effectSize)
    }
    var shape = SliceShape()
    let count = shape.add(CellPlace(table: 0, figure: 0))
    let members = (1...2).map { shape.add(CellPlace(table: 0, figure: $0)) }
    // Who has one child or more of those counted is hidden just where they are.
    shape.twins = members.map { SliceShape.Twin(column: count, people: $0) }
    shape.casesColumns = [
        SliceShape.CasesColumn(column: members[0], ofCases: 0, isEqual: false)
    ]
    for figure in 3...6 { shape.derive(CellPlace(table: 0, figure: figure), from: [count]) }
    let slices = rows.slicesOverAll(shape, groups) { slice, group, row in
        slice[count, group] = figures[row].count
        slice[members[0], group] = figures[row].families
        slice[members[1], group] = figures[row].people
        if min(figures[row].families, figures[row].people) < threshold {
            slice.alsoSmall[group] |= 1 << UInt64(count)
        }
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

/// How well the raters of one child agree: the table raters.
func ratersSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let measures = input.conclusions.measures
    let figures = completed(
        input.conclusions.raters, groups, group: \.group,
        kind: { $0.first * measures.count + $0.second }
    ) {
        RaterAgreement(
            group: $1, first: $0.first, second: $0.second, count: 0, meanDifference: .nan,
            agreement: nil)
    }
    var rows = GroupRows(
        "raters",
        figures: [("n", .count), ("mean_difference", .points), ("agreement", .number)])
    let scales = RankedMeasures(figures.map(\.first), measures, \.scaleName)
    let firsts = RankedMeasures(figures.map(\.first), measures, \.informant)
    let seconds = RankedMeasures(figures.map(\.second), measures, \.informant)
    let order = figures.indices.sorted { a, b in
        let (x, y) = (figures[a], figures[b])
        let (i, j) = (scales.ranks[x.first], scales.ranks[y.first])
        if (x.group, i) != (y.group, j) { return (x.group, i) < (y.group, j) }
        return (firsts.ranks[x.first], seconds.ranks[x.second])
            < (firsts.ranks[y.first], seconds.ranks[y.second])
    }
    let kinds = order.map { figures[$0].first * measures.count + figures[$0].second }
    rows.setKeys(input.groupKeys, zip(order, kinds).map { (figures[$0].group, $1) }, words: [])
    rows.table.keys += [
        scales.column("scale", order.map { figures[$0].first }),
        firsts.column("first", order.map { figures[$0].first }),
        seconds.column("second", order.map { figures[$0].second }),
    ]
    for (row, index) in order.enumerated() {
        rows.table.set(0, row, figures[index].count)
        rows.table.set(1, row, figures[index].meanDifference)
        rows.table.set(2, row, figures[index].agreement)
    }
    var shape = SliceShape()
    let count = shape.add(CellPlace(table: 0, figure: 0))
    for figure in 1...2 { shape.derive(CellPlace(table: 0, figure: figure), from: [count]) }
    let slices = rows.slicesOverAll(shape, groups) { slice, group, row in
        slice[count, group] = figures[order[row]].count
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

/// Words of the measures that figures are about, in byte order.
private struct RankedMeasures {
    private let words: [String]
    /// The place of each measure's word; -1 where no figure is about it.
    let ranks: [Int32]

    init(_ used: [Int], _ measures: [Measure], _ word: KeyPath<Measure, String>) {
        var isUsed = Array(repeating: false, count: measures.count)
        for measure in used { isUsed[measure] = true }
        let mine = measures.indices.filter { isUsed[$0] }
        let ranked = ranked(mine.map { measures[$0][keyPath: word] })
        var ranks = Array(repeating: Int32(-1), count: measures.count)
        for (measure, rank) in zip(mine, ranked.ranks) { ranks[measure] = rank }
        words = ranked.words
        self.ranks = ranks
    }

    /// A key column of some measures' words.
    func column(_ name: String, _ measures: [Int]) -> KeyColumn {
        var column = KeyColumn(name: name)
        column.words = words
        column.indices = measures.map { ranks[$0] }
        return column
    }
}

/// Staff's ratings of core elements and cooperation: the table elements.
func elementsSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let names = ranked(input.conclusions.ratedElements.map(\.element)).words
    let elements = completed(
        input.conclusions.ratedElements, groups, group: \.group,
        kind: { names.firstIndex(of: $0.element) ?? 0 }
    ) {
        RatedElementFigure(
            group: $1, programme: $0.programme, element: $0.element, cases: 0, mean: .nan)
    }
    let words = ranked(elements.map(\.element))
    let order = sortedByKind(elements.map(\.group), words.ranks)
    let figures = order.map { elements[$0] }
    var rows = GroupRows(
        "elements", kind: "element", figures: [("cases", .count), ("mean", .points)])
    rows.setKeys(
        input.groupKeys, order.map { (elements[$0].group, Int(words.ranks[$0])) },
        words: words.words)
    for (row, figure) in figures.enumerated() {
        rows.table.set(0, row, figure.cases)
        rows.table.set(1, row, figure.mean)
    }
    var shape = SliceShape()
    let count = shape.add(CellPlace(table: 0, figure: 0))
    shape.casesColumns = [SliceShape.CasesColumn(column: count, ofCases: 0, isEqual: false)]
    shape.derive(CellPlace(table: 0, figure: 1), from: [count])
    let slices = rows.slices(shape, groups) { slice, group, row in
        slice[count, group] = figures[row].cases
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}
