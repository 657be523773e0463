import Model

/// Parents' and children's change side by side: the table sides.
///
/// Families whose horizon is due fall into one cell by both sides; with those not yet due they
/// add up to the cases.
func sidesSheet(_ input: Disclosable, threshold: Int) -> PlainSheet {
    let groups = input.conclusions.groups
    let figures = completed(
        input.conclusions.sides, groups, group: \.group, kind: { Int($0.horizon.rawValue) }
    ) {
        SidesFigure(group: $1, programme: $0.programme, horizon: $0.horizon)
    }.sorted { ($0.group, $0.horizon) < ($1.group, $1.horizon) }
    var rows = GroupRows("sides", kind: "horizon", figures: sideColumns)
    rows.setKeys(
        input.groupKeys, figures.map { ($0.group, Int($0.horizon.rawValue)) },
        words: Horizon.allCases.map(\.name))
    rows.fill(figures.map(\.table))
    let notYetDue = NotYetDue(input.conclusions, threshold: threshold)
    var places: [GroupHorizon: Int32] = [:]
    for (row, figure) in figures.enumerated() {
        places[GroupHorizon(group: figure.group, horizon: figure.horizon)] = Int32(row)
    }
    let ofProgrammes = programmeSlices(groups, rows.rows)
    let linked = notYetDue.links(0, ofProgrammes.map(\.domain)) { horizon, group in
        places[GroupHorizon(group: group, horizon: horizon)] ?? -1
    }
    var slices: [Slice] = []
    var links: [[SliceLink]] = []
    for each in ofProgrammes {
        guard let first = each.rows.first else { continue }
        let shape = input.shape(of: figures[Int(first.row)])
        slices.append(
            slice(each, shape, figures, input, threshold: threshold))
        links.append(linked.links(of: shape.notYetDue, each.domain))
    }
    return PlainSheet(
        tables: [rows.table], slices: slices, linkSlices: linked.slices, links: links)
}

/// Not yet due, then for each change of the parents their families and these by the children's.
private let sideColumns: [(String, FigureKind)] =
    [("not_yet_due", .count)]
    + SideChange.allCases.flatMap { parents in
        [("parents_\(parents.name)", .count)]
            + SideChange.allCases.map {
                ("parents_\(parents.name)_children_\($0.name)", FigureKind.count)
            }
    }

private struct GroupHorizon: Hashable {
    var group: Int
    var horizon: Horizon
}

private func slice(
    _ rows: ProgrammeSlice, _ shape: SidesShape, _ figures: [SidesFigure], _ input: Disclosable,
    threshold: Int
) -> Slice {
    var slice = rows.slice(shape.shape, groups: input.conclusions.groups.count)
    for (group, row) in rows.rows {
        let counts = figures[Int(row)].table
        slice[shape.all, Int(group)] = figures[Int(row)].total
        for (column, count) in zip(shape.columns, counts) { slice[column, Int(group)] = count }
    }
    if let first = rows.rows.first {
        let figure = figures[Int(first.row)]
        slice.headings = input.headings(of: figure, shape)
        slice.totalInCommon = .due(programme: slice.domain.lowerBound, horizon: figure.horizon)
    }
    slice.hideWithFewDue(all: shape.all, notYetDue: shape.notYetDue, threshold: threshold)
    return slice
}

extension Disclosable {
    /// Whether nobody's change on a scale is ever judged, so that anybody can see that all are
    /// not measured.
    fileprivate func isNeverJudged(_ side: ComparedSides.Side?) -> Bool {
        let scales = instruments.flatMap(\.scales).filter { $0.name == side?.scale }
        return !scales.isEmpty && scales.allSatisfy(\.change.isEmpty)
    }

    fileprivate func shape(of figure: SidesFigure) -> SidesShape {
        let sides = programme(figure.programme)?.parentsAndChildren
        return SidesShape(
            parentsAreJudged: !isNeverJudged(sides?.parents),
            childrenAreJudged: !isNeverJudged(sides?.children))
    }

    fileprivate func headings(of figure: SidesFigure, _ shape: SidesShape) -> [Heading] {
        guard let sides = programme(figure.programme)?.parentsAndChildren else { return [] }
        let judged = SideChange.allCases.filter { $0 != .notMeasured }
        return headings(
            of: sides, at: figure.horizon, parents: judged.map(shape.total),
            children: judged.map { children in
                SideChange.allCases.map { shape.cell($0, children) }
            })
    }
}

/// How the families of both sides' change hang together.
private struct SidesShape {
    private(set) var shape = SliceShape()
    let all: Int
    /// In the order of the table.
    let columns: [Int]

    /// Where a side is never judged, all its other changes are zero by definition.
    init(parentsAreJudged: Bool, childrenAreJudged: Bool) {
        all = shape.add()
        var columns: [Int] = []
        for figure in sideColumns.indices {
            columns.append(shape.add(CellPlace(table: 0, figure: figure)))
        }
        self.columns = columns
        shape.casesColumns = [
            SliceShape.CasesColumn(column: all, ofCases: 0),
            SliceShape.CasesColumn(column: notYetDue, ofCases: 0, isEqual: false),
        ]
        shape.shared = SliceShape.bits([notYetDue])
        shape.falling = shape.shared
        let parents = parentsAreJudged ? SideChange.allCases : [.notMeasured]
        let children = childrenAreJudged ? SideChange.allCases : [.notMeasured]
        addSums(parents, children)
        addZeros(parents, children)
    }

    /// Given up first what says least about change: not yet due and not measured.
    private mutating func addSums(_ parents: [SideChange], _ children: [SideChange]) {
        if parents.count == 1 {
            shape.follow(total(parents[0]), from: [all, notYetDue])
        } else {
            shape.sums.append(
                PartsOfTotal(total: all, parts: [notYetDue] + parents.reversed().map(total)))
        }
        for parents in parents {
            if children.count == 1 {
                shape.follow(
                    cell(parents, children[0]), from: shape.needs(of: total(parents)))
            } else {
                shape.sums.append(
                    PartsOfTotal(
                        total: total(parents),
                        parts: children.reversed().map { cell(parents, $0) }))
            }
        }
    }

    private mutating func addZeros(_ parents: [SideChange], _ children: [SideChange]) {
        for parent in SideChange.allCases {
            if !parents.contains(parent) { shape.zeros |= 1 << UInt64(total(parent)) }
            for child in SideChange.allCases
            where !parents.contains(parent) || !children.contains(child) {
                shape.zeros |= 1 << UInt64(cell(parent, child))
            }
        }
    }

    var notYetDue: Int { columns[0] }

    private static let width = SideChange.allCases.count + 1

    /// The column of the families with a change of the parents.
    func total(_ parents: SideChange) -> Int {
        columns[1 + Int(parents.rawValue) * SidesShape.width]
    }

    /// The column of the families with a change of both.
    func cell(_ parents: SideChange, _ children: SideChange) -> Int {
        total(parents) + 1 + Int(children.rawValue)
    }
}

extension SidesFigure {
    /// The counts of a row of the table.
    fileprivate var table: [Int] {
        var counts = [notYetDue]
        for parents in SideChange.allCases {
            let row = SideChange.allCases.map { self[parents, $0] }
            counts.append(row.reduce(0, +))
            counts += row
        }
        return counts
    }

    fileprivate var total: Int { notYetDue + counts.reduce(0, +) }
}

extension SideChange {
    /// The word in names of columns.
    var name: String {
        switch self {
        case .better: "better"
        case .unchanged: "unchanged"
        case .worse: "worse"
        case .mixed: "mixed"
        case .notMeasured: "not_measured"
        }
    }
}
