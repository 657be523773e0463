import Basics
import Model

/// Measurements due and done: the table adherence.
///
/// What is done and what is not add up to what is due; few families make all of it small.
func adherenceSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(
        input.conclusions.adherence, groups, group: \.group, kind: \.line
    ) {
        AdherenceFigure(
            group: $1, programme: $0.programme, line: $0.line, due: 0, done: 0, families: 0)
    }
    var rows = GroupRows(
        "adherence", kind: "line",
        figures: [("families", .count), ("due", .count), ("done", .count), ("share_done", .share)])
    let names = declaredWords(figures.map { ($0.programme, $0.line) }) { name, index in
        input.programme(name)?.schedule[index].name
    }
    let order = sortedByKind(figures.map(\.group), names.ranks)
    rows.setKeys(
        input.groupKeys, order.map { (figures[$0].group, Int(names.ranks[$0])) }, words: names.words
    )
    rows.fill(order.map { [figures[$0].families, figures[$0].due, figures[$0].done] })
    for row in order.indices { rows.table.set(3, row, figures[order[row]].share) }
    var shape = SliceShape()
    let families = shape.add(CellPlace(table: 0, figure: 0))
    let due = shape.add(CellPlace(table: 0, figure: 1))
    let done = shape.add(CellPlace(table: 0, figure: 2))
    let late = shape.add()
    shape.twins = [SliceShape.Twin(column: due, people: families)]
    shape.sums.append(PartsOfTotal(total: due, parts: [late, done]))
    shape.derive(
        CellPlace(table: 0, figure: 3), from: [families, due, done],
        quotient: SliceShape.Quotient(
            numerator: SliceShape.bits([done]), denominator: SliceShape.bits([due])))
    let slices = rows.slices(shape, groups) { slice, group, row in
        let figure = figures[order[row]]
        slice.shape.casesColumns = input.casesColumns(of: figure, families)
        slice.shape.monthTerms = input.monthTerms(of: figure, due: due, done: done)
        slice[families, group] = figure.families
        slice[due, group] = figure.due
        slice[done, group] = figure.done
        slice[late, group] = figure.due - figure.done
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

extension Disclosable {
    /// At the start every case has a point, at the end every ended one.
    fileprivate func casesColumns(
        of figure: AdherenceFigure, _ families: Int
    ) -> [SliceShape.CasesColumn] {
        let schedule = programme(figure.programme)?.schedule ?? []
        let some = SliceShape.CasesColumn(column: families, ofCases: 0, isEqual: false)
        guard schedule.indices.contains(figure.line) else { return [some] }
        switch schedule[figure.line].rhythm {
        case .atStart: return [SliceShape.CasesColumn(column: families, ofCases: 0)]
        case .atEnd: return [SliceShape.CasesColumn(column: families, ofCases: 2)]
        case .weeks, .months, .eachSession: return [some]
        }
    }
}

extension Disclosable {
    /// Points at sessions have no days of their own, so no month counts them.
    fileprivate func monthTerms(
        of figure: AdherenceFigure, due: Int, done: Int
    ) -> [SliceShape.MonthTerm] {
        let schedule = programme(figure.programme)?.schedule ?? []
        if schedule.indices.contains(figure.line), schedule[figure.line].rhythm == .eachSession {
            return []
        }
        return [(due, false), (done, true)].map { column, isNumerator in
            SliceShape.MonthTerm(
                column: column,
                series: MonthSeries(kind: .measurementsDone, isNumerator: isNumerator))
        }
    }
}

/// Where goals stand: the table goals.
func goalsSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(input.conclusions.goals, groups, group: \.group, kind: { _ in 0 }) {
        GoalFigure(group: $1)
    }.sorted { $0.group < $1.group }
    var rows = GroupRows(
        "goals",
        figures: [
            ("families", .count), ("goals", .count), ("open", .count), ("reached", .count),
            ("partly", .count), ("dropped", .count), ("overdue", .count),
            ("families_with_too_many", .count), ("follow_up_late", .count),
        ])
    rows.setKeys(input.groupKeys, figures.map { ($0.group, 0) }, words: [])
    let counts = figures.map { figure in
        [
            figure.families, figure.open + figure.reached + figure.partly + figure.dropped,
            figure.open, figure.reached, figure.partly, figure.dropped, figure.overdue,
            figure.familiesWithTooMany, figure.followUpLate,
        ]
    }
    rows.fill(counts)
    var shape = SliceShape()
    shape.casesColumns = [SliceShape.CasesColumn(column: 0, ofCases: 0, isEqual: false)]
    let columns = (0..<9).map { shape.add(CellPlace(table: 0, figure: $0)) }
    shape.falling = SliceShape.bits(Array(columns[2...]))
    let rests = (0..<3).map { _ in shape.add() }
    shape.twins = [SliceShape.Twin(column: columns[1], people: columns[0])]
    shape.sums.append(PartsOfTotal(total: columns[1], parts: [5, 4, 2, 3].map { columns[$0] }))
    for (rest, pair) in zip(rests, [(2, 6), (0, 7), (2, 8)]) {
        shape.sums.append(PartsOfTotal(total: columns[pair.0], parts: [rest, columns[pair.1]]))
    }
    let slices = rows.slicesOverAll(shape, groups) { slice, group, row in
        let count = counts[row]
        for (column, count) in zip(columns, count) { slice[column, group] = count }
        for (rest, pair) in zip(rests, [(2, 6), (0, 7), (2, 8)]) {
            slice[rest, group] = count[pair.0] - count[pair.1]
        }
    }
    return PlainSheet(tables: [rows.table], slices: slices)
}

/// Assessments that were not used, by reason: the table unused.
func unusedSheet(_ input: Disclosable) -> PlainSheet {
    let words = ranked(input.conclusions.unused.map(\.instrument))
    let reasons = UnusedCount.Reason.allCases
    let unused = input.conclusions.unused
    let order = unused.indices.sorted { a, b in
        (words.ranks[a], reasons.firstIndex(of: unused[a].reason) ?? 0)
            < (words.ranks[b], reasons.firstIndex(of: unused[b].reason) ?? 0)
    }
    var table = FigureTable(
        name: "unused", keys: ["instrument", "reason"], figures: [("assessments", .plain)])
    table.keys[0].words = words.words
    table.keys[0].indices = order.map { words.ranks[$0] }
    table.keys[1].words = reasons.map(\.rawValue)
    table.keys[1].indices = order.map { Int32(reasons.firstIndex(of: unused[$0].reason) ?? 0) }
    table.figures[0].values = order.map { Double(unused[$0].count) }
    table.rowCount = order.count
    return PlainSheet(tables: [table], slices: [])
}
