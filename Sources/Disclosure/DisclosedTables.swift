import Basics
@_spi(Disclosure) import Model

/// Tables that have passed, on their way to the outputs.
struct DisclosedTables: Sendable {
    private var tables: [DisclosedTable] = []
    private var hidden: [HiddenCounts] = []
    private var reasons: [[[HiddenLedger.Reason]]] = []

    init() {}

    /// All of several sets, in their order.
    init(_ parts: [DisclosedTables]) {
        for part in parts { add(part) }
    }

    /// Adds a sheet's tables with what was decided about them, and how many decimals the means
    /// in their rows have.
    mutating func add(
        _ figures: consuming [FigureTable], _ decimals: [[UInt8]], _ states: SheetStates
    ) {
        for index in figures.indices where figures[index].rowCount > 0 {
            figures[index].round(decimals[index])
            hidden.append(HiddenCounts(figures[index], states.reasons[index]))
            reasons.append(states.reasons[index])
            let table = figures[index]
            // Held once, its columns need not be copied to be blanked.
            figures[index].figures = []
            tables.append(DisclosedTable(table, states: states.states[index]))
        }
    }

    /// Adds tables that come after these.
    mutating func add(_ others: DisclosedTables) {
        tables += others.tables
        hidden += others.hidden
        reasons += others.reasons
    }

    /// The table of a name, if it has rows.
    subscript(_ name: String) -> DisclosedTable? { tables.first { $0.name == name } }

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
    /// Rounds means and spreads to each row's decimals, half away from zero.
    fileprivate mutating func round(_ decimals: [UInt8]) {
        for column in figures.indices where figures[column].kind == .points {
            figures[column].values.withUnsafeMutableBufferPointer { values in
                for row in values.indices {
                    let scale: Double = decimals[row] == 2 ? 100 : 10
                    values[row] = (values[row] * scale).rounded(.toNearestOrAwayFromZero) / scale
                }
            }
        }
    }
}
