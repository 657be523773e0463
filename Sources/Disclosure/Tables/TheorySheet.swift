import Basics
import Model

/// Outcomes of the change theories by group: the table change-theory.
///
/// Every family of a programme has one status for each outcome, so the statuses of a group add
/// up to its cases.
struct TheorySheet: Sheet {
    var tables: [FigureTable]
    private let input: Disclosable
    /// The figure of each row.
    private let figureAt: [Int32]
    private let slices: [ProgrammeSlice]
    /// The shape of each slice.
    private let shapes: [TheoryShape]
    private let programmes: [String: Programme]
    private let threshold: Int
    private let notYetDue: NotYetDueLinks

    /// The column of families that had ended before they were due.
    static let ended = 5
    static let figures: [(String, FigureKind)] = [
        ("achieved", .count), ("partly", .count), ("not_achieved", .count),
        ("already_there", .count), ("not_measured", .count), ("ended", .count),
        ("not_yet_due", .count), ("share_achieved", .share), ("share_low", .share),
        ("share_high", .share), ("target", .plain),
        ("verdict", .word(Verdict.allCases.map(\.rawValue))),
    ]

    init(_ input: Disclosable, threshold: Int) {
        self.threshold = threshold
        self.input = input
        let programmes = Dictionary(
            input.programmes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.programmes = programmes
        let rows = TheorySheet.rows(input.conclusions)
        figureAt = rows.map(\.figure)
        slices = programmeSlices(
            input.conclusions.groups,
            rows.enumerated().map { row, each in
                let figure = input.conclusions.outcomes[Int(each.figure)]
                return (row: row, group: figure.group, kind: figure.outcome)
            })
        shapes = slices.map { slice in
            let figures = slice.rows.map { rows[Int($0.row)].figure }
            return TheoryShape(zeros: TheorySheet.zeros(figures, input.conclusions, programmes))
        }
        let firstRows = TheorySheet.firstRows(rows, input.conclusions)
        notYetDue = NotYetDue(input.conclusions, threshold: threshold).links(
            6, slices.map(\.domain)
        ) { horizon, group in firstRows[Int(horizon.rawValue)][group] }
        var table = FigureTable(
            name: "change-theory", keys: GroupKeys.names + ["horizon", "whom", "outcome"],
            figures: TheorySheet.figures)
        TheorySheet.appendKeys(rows, input, to: &table)
        for row in rows.indices {
            TheorySheet.fill(&table, row, input.conclusions.outcomes[Int(rows[row].figure)])
        }
        tables = [table]
    }

    private struct Row {
        var figure: Int32
        var name: Int32
    }

    /// Rows by group, horizon, whom and name.
    private static func rows(_ conclusions: Conclusions) -> [Row] {
        let names = ranked(conclusions.outcomes.map(\.name)).ranks
        let keys = conclusions.outcomes.enumerated().map { index, figure in
            (figure.group, Int(figure.horizon.rawValue), figure.whom.ordinal, names[index])
        }
        return keys.indices.sorted { keys[$0] < keys[$1] }.map {
            Row(figure: Int32($0), name: names[$0])
        }
    }

    /// The first row of each group at each horizon, by horizon and group.
    private static func firstRows(_ rows: [Row], _ conclusions: Conclusions) -> [[Int32]] {
        let none = Array(repeating: Int32(-1), count: conclusions.groups.count)
        var first = Array(repeating: none, count: Horizon.allCases.count)
        for (row, each) in rows.enumerated().reversed() {
            let figure = conclusions.outcomes[Int(each.figure)]
            first[Int(figure.horizon.rawValue)][figure.group] = Int32(row)
        }
        return first
    }

    private static func appendKeys(
        _ rows: [Row], _ input: Disclosable, to table: inout FigureTable
    ) {
        let figures = rows.map { input.conclusions.outcomes[Int($0.figure)] }
        input.groupKeys.append(figures.map { Int32($0.group) }, to: &table)
        table.blankFigures()
        table.keys[3].words = Horizon.allCases.map(\.name)
        table.keys[3].indices = figures.map { Int32($0.horizon.rawValue) }
        table.keys[4].words = Beneficiary.allCases.map(\.rawValue)
        table.keys[4].indices = figures.map { Int32($0.whom.ordinal) }
        table.keys[5].words = ranked(input.conclusions.outcomes.map(\.name)).words
        table.keys[5].indices = rows.map(\.name)
    }

    private static func fill(_ table: inout FigureTable, _ row: Int, _ figure: OutcomeFigure) {
        let counts = figure.counts
        let byColumn = [
            counts.achieved, counts.partly, counts.notAchieved, counts.alreadyThere,
            counts.notMeasured, counts.ended, counts.notYetDue,
        ]
        for (column, count) in byColumn.enumerated() { table.set(column, row, count) }
        table.set(7, row, figure.share?.value)
        table.set(8, row, figure.share?.low)
        table.set(9, row, figure.share?.high)
        table.set(10, row, figure.target?.value.value)
        let verdict = figure.verdict.flatMap { Verdict.allCases.firstIndex(of: $0) }
        table.set(11, row, verdict.map(Double.init))
    }

    func group(ofRow row: Int) -> Int { input.conclusions.outcomes[Int(figureAt[row])].group }

    var sliceCount: Int { slices.count }

    func decimals(table: Int) -> [UInt8] { [] }

    func slice(_ index: Int) -> Slice {
        let shape = shapes[index]
        var slice = slices[index].slice(shape.shape, groups: input.conclusions.groups.count)
        for (group, row) in slices[index].rows {
            let counts = input.conclusions.outcomes[Int(figureAt[Int(row)])].counts
            slice[shape.all, Int(group)] = counts.total
            slice[shape.measured, Int(group)] = counts.measured
            for (place, status) in OutcomeStatus.allCases.enumerated() {
                slice[shape.statuses[place], Int(group)] = counts[status]
            }
        }
        slice.headings = headings(slices[index], Array(shape.statuses[..<3]))
        slice.totalInCommon = slices[index].rows.first.map { _, row in
            let figure = input.conclusions.outcomes[Int(figureAt[Int(row)])]
            return .due(programme: slice.domain.lowerBound, horizon: figure.horizon)
        }
        slice.hideWithFewDue(
            all: shape.all, notYetDue: shape.statuses[6], threshold: threshold)
        return slice
    }

    var linkCount: Int { notYetDue.slices.count }

    func link(_ index: Int) -> Slice { notYetDue.slices[index] }

    func links(of slice: Int) -> [SliceLink] {
        notYetDue.links(of: shapes[slice].statuses[6], slices[slice].domain)
    }

    var linksAreOfCases: Bool { true }

    private func headings(_ slice: ProgrammeSlice, _ columns: [Int]) -> [Heading] {
        guard let first = slice.rows.first else { return [] }
        let figure = input.conclusions.outcomes[Int(figureAt[Int(first.row)])]
        guard let programme = programmes[figure.programme],
            programme.outcomes.indices.contains(figure.outcome)
        else { return [] }
        return input.headings(
            of: programme.outcomes[figure.outcome], in: programme, columns)
    }

    /// The statuses that nobody can have, and nobody has, given the figures of an outcome.
    private static func zeros(
        _ figures: [Int32], _ conclusions: Conclusions, _ programmes: [String: Programme]
    ) -> [OutcomeStatus] {
        guard let first = figures.first.map({ conclusions.outcomes[Int($0)] }),
            let outcomes = programmes[first.programme]?.outcomes,
            outcomes.indices.contains(first.outcome)
        else { return [] }
        return outcomes[first.outcome].impossibleStatuses.filter { status in
            figures.allSatisfy { conclusions.outcomes[Int($0)].counts[status] == 0 }
        }
    }
}

/// How the statuses of an outcome hang together.
///
/// The measured families are no column of the table, but anybody can add them up; the share is
/// of them.
private struct TheoryShape: Sendable {
    private(set) var shape = SliceShape()
    let all: Int
    let measured: Int
    let statuses: [Int]

    /// Makes a shape in which some statuses are zero by definition.
    init(zeros: [OutcomeStatus]) {
        all = shape.add()
        measured = shape.add()
        var columns: [Int] = []
        for figure in 0..<7 { columns.append(shape.add(CellPlace(table: 0, figure: figure))) }
        statuses = columns
        shape.casesColumns = [
            SliceShape.CasesColumn(column: all, ofCases: 0),
            SliceShape.CasesColumn(
                column: columns[TheorySheet.ended], ofCases: SliceShape.CasesColumn.ended,
                isEqual: false),
            SliceShape.CasesColumn(column: columns[6], ofCases: 0, isEqual: false),
        ]
        let none = zeros.map { columns[Int($0.rawValue)] }
        let ofMeasured = [columns[1], columns[2], columns[0]].filter { !none.contains($0) }
        let nobodyMeasured = ofMeasured.isEmpty ? [measured] : []
        shape.zeros = SliceShape.bits(none + nobodyMeasured)
        // All outcomes at a horizon, and both sides' change, have the same families not yet due.
        shape.shared = SliceShape.bits([columns[6]])
        shape.falling = shape.shared
        // Given up first what says least about achievement.
        let ofAll = [columns[6], columns[5], columns[4], columns[3]] + [measured]
        let parts = ofAll.filter { !none.contains($0) && !nobodyMeasured.contains($0) }
        // Where nothing measures an outcome, all who are due are not measured.
        if parts == [columns[6], columns[4]] {
            shape.follow(columns[4], from: [all, columns[6]])
        } else {
            shape.sums.append(PartsOfTotal(total: all, parts: parts))
        }
        if !ofMeasured.isEmpty {
            shape.sums.append(PartsOfTotal(total: measured, parts: ofMeasured))
        }
        let needs = [measured, columns[0]]
        let quotient = SliceShape.Quotient(
            numerator: SliceShape.bits([columns[0]]),
            denominator: SliceShape.bits(Array(columns[0..<3])))
        shape.derive(CellPlace(table: 0, figure: 7), from: needs, quotient: quotient)
        for figure in 8...9 { shape.derive(CellPlace(table: 0, figure: figure), from: needs) }
        shape.derive(
            CellPlace(table: 0, figure: 11), from: needs + [columns[4], columns[5]])
    }
}

extension Beneficiary {
    /// The place in the list of all.
    var ordinal: Int { Beneficiary.allCases.firstIndex(of: self) ?? 0 }
}
