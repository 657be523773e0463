import Basics
@_spi(Disclosure) import Model

/// A table that has passed, and what is hidden of it.
struct ProtectedTable: Sendable {
    let table: DisclosedTable
    let hidden: HiddenCounts
    let reasons: [[HiddenLedger.Reason]]

    /// A table of which everything is shown.
    init(open table: FigureTable) {
        let states = table.figures.map { column in
            column.values.map { $0.isNaN ? DisclosedTable.State.empty : .shown }
        }
        hidden = table.hiddenCounts([])
        reasons = []
        self.table = DisclosedTable(table, states: states)
    }

    /// A table with what was decided about it, and how many decimals the means in its rows have.
    init(
        _ figures: consuming FigureTable, _ states: [[DisclosedTable.State]],
        _ reasons: [[HiddenLedger.Reason]], _ decimals: [UInt8], _ kept: KeptDays = KeptDays()
    ) {
        figures.round(decimals, states)
        hidden = figures.hiddenCounts(reasons)
        self.reasons = reasons
        table = DisclosedTable(consume figures, states: states, kept: kept)
    }
}

/// The tables of sheets whose slices are protected, in their order.
func protectedTables(
    of sheets: inout [SheetAtWork], _ rules: SmallNumbers, _ workers: Int
) -> [ProtectedTable] {
    let finished = finishedStates(sheets, workers)
    var items: [TableAtWork?] = []
    for (index, states) in finished.enumerated() {
        var tables = sheets[index].sheet.tables
        let decimals = tables.indices.map { sheets[index].sheet.decimals(table: $0) }
        sheets[index].sheet.tables = []
        for table in tables.indices {
            items.append(
                TableAtWork(
                    table: tables[table], states: states.states[table],
                    reasons: states.reasons[table], before: sheets[index].before[table],
                    decimals: decimals[table]))
            // Held once, its columns need not be copied to be changed.
            tables[table].figures = []
        }
    }
    return sideBySide(taking: &items, workers) { item in
        protectedTable(item, keepsEarlier: rules.smallChange == .keepPrevious)
    }
}

private func protectedTable(_ item: consuming TableAtWork, keepsEarlier: Bool) -> ProtectedTable {
    if keepsEarlier { item.keepEarlier() }
    return item.takeProtected()
}

/// The states of all figures, column by column, and then what no single slice could tell.
private func finishedStates(_ sheets: [SheetAtWork], _ workers: Int) -> [SheetStates] {
    let uses = sheets.map { columnUses($0.sheet.tables, $0.slices) }
    let columns = sheets.indices.flatMap { sheet in
        uses[sheet].indices.flatMap { table in
            uses[sheet][table].indices.map { (sheet: sheet, table: table, figure: $0) }
        }
    }
    var made = sideBySide(columns.count, workers) { index in
        let (sheet, table, figure) = columns[index]
        return ColumnStates(
            sheets[sheet].sheet.tables[table].figures[figure], uses[sheet][table][figure],
            sheets[sheet].slices)
    }[...]
    var states: [(sheet: Int, states: SheetStates)?] = uses.enumerated().map { index, tables in
        (index, SheetStates(tables.map { figures in figures.map { _ in made.removeFirst() } }))
    }
    return sideBySide(taking: &states, workers) { item in
        var (sheet, states) = item
        sheets[sheet].sheet.finish(&states)
        return states
    }
}

/// A table on its way out.
private struct TableAtWork: Sendable {
    var table: FigureTable
    var states: [[DisclosedTable.State]]
    let reasons: [[HiddenLedger.Reason]]
    let before: EarlierFigures
    let decimals: [UInt8]
    /// The days of the figures that are kept.
    var kept = KeptDays()

    /// Shows what was last published wherever nothing newer may be shown.
    mutating func keepEarlier() {
        guard before.isKnown else { return }
        kept = KeptDays(
            days: before.days,
            places: table.figures.map { _ in Array(repeating: 0, count: table.rowCount) })
        // Some rows at a time, since those of the earlier table lie one behind the other.
        for first in stride(from: 0, to: table.rowCount, by: TableAtWork.rowsAtOnce) {
            let rows = first..<min(first + TableAtWork.rowsAtOnce, table.rowCount)
            for column in table.figures.indices { keepEarlier(column, rows) }
        }
    }

    private static let rowsAtOnce = 256

    private mutating func keepEarlier(_ column: Int, _ rows: Range<Int>) {
        states[column].withUnsafeMutableBufferPointer { states in
            table.figures[column].values.withUnsafeMutableBufferPointer { values in
                kept.places[column].withUnsafeMutableBufferPointer { places in
                    for row in rows where states[row] == .hidden {
                        guard let number = before.number(column, row) else { continue }
                        states[row] = .earlier
                        values[row] = number
                        places[row] = before.place(column, row)
                    }
                }
            }
        }
    }

    /// The table as it goes out; its columns are handed over, to be changed in place.
    mutating func takeProtected() -> ProtectedTable {
        var table = FigureTable(name: "", keys: [], figures: [])
        swap(&table, &self.table)
        return ProtectedTable(consume table, states, reasons, decimals, kept)
    }
}

extension FigureTable {
    /// Counts the table's counts by why they are hidden.
    fileprivate func hiddenCounts(_ reasons: [[HiddenLedger.Reason]]) -> HiddenCounts {
        var hidden = HiddenCounts(table: name)
        for column in figures where column.kind == .count {
            hidden.counts += column.values.count { !$0.isNaN }
        }
        for reasons in reasons {
            hidden.primary += reasons.count { $0 == .small }
            hidden.complementary += reasons.count { $0 == .complementary }
            hidden.withheld += reasons.count { $0 == .changedLittle }
        }
        return hidden
    }

    /// Rounds the means and spreads that are shown to each row's decimals, half away from zero.
    fileprivate mutating func round(_ decimals: [UInt8], _ states: [[DisclosedTable.State]]) {
        for column in figures.indices where figures[column].kind == .points {
            let states = states[column]
            figures[column].values.withUnsafeMutableBufferPointer { values in
                for row in values.indices
                where states[row] == .shown || states[row] == .earlier {
                    let scale: Double = decimals[row] == 2 ? 100 : 10
                    values[row] = (values[row] * scale).rounded(.toNearestOrAwayFromZero) / scale
                }
            }
        }
    }
}
