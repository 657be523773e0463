import Model

/// Who outgrew a scale and went on with another: the table form-changes.
func formChangesSheet(_ input: Disclosable) -> PlainSheet {
    let groups = input.conclusions.groups
    let kinds = FormChangeKinds(input.conclusions)
    let figures = completed(
        input.conclusions.formChanges, groups, group: \.group, kind: kinds.kind
    ) {
        FormChangeFigure(
            group: $1, earlier: $0.earlier, later: $0.later, horizon: $0.horizon,
            counts: ZoneCounts())
    }
    let order = figures.indices.sorted {
        (figures[$0].group, kinds.kind(figures[$0])) < (figures[$1].group, kinds.kind(figures[$1]))
    }
    let sorted = order.map { figures[$0] }
    var rows = GroupRows(
        "form-changes",
        figures: [("n", .count), ("better", .count), ("same", .count), ("worse", .count)])
    rows.setKeys(input.groupKeys, sorted.map { ($0.group, kinds.kind($0)) }, words: [])
    kinds.appendKeys(of: sorted, to: &rows.table)
    for (row, figure) in sorted.enumerated() {
        for (column, count) in figure.allCounts.enumerated() { rows.table.set(column, row, count) }
    }
    return PlainSheet(tables: [rows.table], slices: slices(rows, sorted, groups))
}

private func slices(
    _ rows: GroupRows, _ figures: [FormChangeFigure], _ groups: [Group]
) -> [Slice] {
    var shape = SliceShape()
    let columns = (0..<4).map { shape.add(CellPlace(table: 0, figure: $0)) }
    // Given up first what says least: the same zone, worse, better.
    shape.sums.append(
        PartsOfTotal(total: columns[0], parts: [columns[2], columns[3], columns[1]]))
    return rows.slicesOverAll(shape, groups) { slice, group, row in
        for (column, count) in zip(columns, figures[row].allCounts) {
            slice[column, group] = count
        }
    }
}

extension FormChangeFigure {
    /// All, then better, same and worse.
    fileprivate var allCounts: [Int] { [counts.total, counts.better, counts.same, counts.worse] }
}

/// Pairs of scales by informant and horizon, in the order of the measures.
private struct FormChangeKinds: Sendable {
    private let measures: [Measure]

    init(_ conclusions: Conclusions) {
        measures = conclusions.measures
    }

    func kind(_ figure: FormChangeFigure) -> Int {
        (figure.earlier * measures.count + figure.later) * Horizon.allCases.count
            + Int(figure.horizon.rawValue)
    }

    func appendKeys(of figures: [FormChangeFigure], to table: inout FigureTable) {
        let words: [(String, (FormChangeFigure) -> String)] = [
            ("scale", { measures[$0.earlier].scaleName }),
            ("later", { measures[$0.later].scaleName }),
            ("informant", { measures[$0.earlier].informant }), ("horizon", { $0.horizon.name }),
        ]
        for (name, word) in words {
            let ranked = ranked(figures.map(word))
            var column = KeyColumn(name: name)
            column.words = ranked.words
            column.indices = ranked.ranks
            table.keys.append(column)
        }
    }
}
