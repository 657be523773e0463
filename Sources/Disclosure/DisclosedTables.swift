import Basics
@_spi(Disclosure) import Model

/// Tables that have passed, on their way to the outputs.
struct DisclosedTables {
    private var tables: [DisclosedTable] = []
    private var hidden: [HiddenCounts] = []
    private var reasons: [[[HiddenLedger.Reason]]] = []

    /// Adds a sheet's tables with what was decided about them.
    mutating func add(_ sheet: some Sheet, _ figures: [FigureTable], _ states: SheetStates) {
        for (index, table) in figures.enumerated() where table.rowCount > 0 {
            let rounded = table.rounded(sheet.decimals(table: index))
            tables.append(DisclosedTable(rounded, states: states.states[index]))
            hidden.append(HiddenCounts(table, states.reasons[index]))
            reasons.append(states.reasons[index])
        }
    }

    /// Adds a sheet's tables with everything shown.
    mutating func addOpenly(_ sheet: some Sheet) {
        for table in sheet.tables where table.rowCount > 0 {
            let states = table.figures.map { column in
                column.values.map { $0.isNaN ? DisclosedTable.State.empty : .shown }
            }
            tables.append(DisclosedTable(table, states: states))
            hidden.append(HiddenCounts(table, []))
            reasons.append([])
        }
    }

    /// All tables together.
    func disclosed(
        _ profile: Disclosed.Profile, _ rules: SmallNumbers, _ asOf: CalendarDate,
        _ earlierAsOf: CalendarDate?
    ) -> Disclosed {
        Disclosed(
            profile: profile, rules: rules, asOf: asOf, earlierAsOf: earlierAsOf, tables: tables,
            hidden: hidden, ledger: HiddenLedger(reasons: reasons))
    }
}

extension HiddenCounts {
    /// Counts a table's counts by why they are hidden.
    init(_ table: FigureTable, _ reasons: [[HiddenLedger.Reason]]) {
        self.init(table: table.name)
        for column in table.figures where column.kind == .count {
            counts += column.values.count { !$0.isNaN }
        }
        for reason in reasons.joined() {
            switch reason {
            case .none: break
            case .small: primary += 1
            case .complementary: complementary += 1
            case .changedLittle: withheld += 1
            }
        }
    }
}

extension FigureTable {
    /// The table with means and spreads rounded to each row's decimals, half away from zero.
    func rounded(_ decimals: [UInt8]) -> FigureTable {
        var table = self
        for column in figures.indices where figures[column].kind == .points {
            table.figures[column].values.withUnsafeMutableBufferPointer { values in
                for row in values.indices {
                    let scale: Double = decimals[row] == 2 ? 100 : 10
                    values[row] = (values[row] * scale).rounded(.toNearestOrAwayFromZero) / scale
                }
            }
        }
        return table
    }
}
