import Model

@testable import Disclosure

/// A hidden count of a published table, and what an attacker found.
struct Attacked: CustomStringConvertible {
    var table: String
    var row: Int
    var column: String
    var low: Int
    var high: Int

    var description: String { "\(table) row \(row) \(column): \(low)...\(high)" }
}

/// An attack on the tables cases, outcomes, clinical and change-theory together.
struct TableAttack {
    var attacker = Attacker()
    let disclosed: Disclosed
    private let groups: [Group]
    private let children: [[Int]]
    /// The variable of each cell, by table, column and row.
    var variables: [String: [String: [Int]]] = [:]

    init(_ disclosed: Disclosed, _ groups: [Group]) {
        self.disclosed = disclosed
        self.groups = groups
        let tree = GroupTree(groups)
        children = groups.indices.map { tree.parts($0).map(Int.init) }
        for table in disclosed.tables { addCells(table) }
        knowCases()
        knowOutcomes()
        knowClinical()
        knowTheory()
    }

    /// Hidden counts narrower than from 0 up to, not including, the threshold.
    mutating func narrowed(threshold: Int) -> [Attacked] {
        attacker.attack()
        var found: [Attacked] = []
        for table in disclosed.tables {
            for (index, column) in table.figures.enumerated() where column.kind == .count {
                for row in 0..<table.rowCount where !isKnown(table, row, index) {
                    guard let variable = variables[table.name]?[column.name]?[row] else { continue }
                    let (low, high) = (attacker.low[variable], attacker.high[variable])
                    if high - low < threshold - 1 {
                        found.append(
                            Attacked(
                                table: table.name, row: row, column: column.name, low: low,
                                high: high))
                    }
                }
            }
        }
        return found
    }

    private mutating func addCells(_ table: DisclosedTable) {
        for (index, column) in table.figures.enumerated() where column.kind == .count {
            variables[table.name, default: [:]][column.name] = (0..<table.rowCount).map { row in
                attacker.variable(known(table, row, index).map { Int($0) })
            }
        }
    }

    /// A figure of this period: what is kept from an earlier one tells nothing of this one.
    private func known(_ table: DisclosedTable, _ row: Int, _ column: Int) -> Double? {
        if case .value(let number) = table.figure(row, column) { number } else { nil }
    }

    private func isKnown(_ table: DisclosedTable, _ row: Int, _ column: Int) -> Bool {
        [.shown, .empty].contains(table.states[column][row])
    }

    private func cell(_ table: String, _ column: String, _ row: Int) -> Int {
        guard let variable = variables[table]?[column]?[row] else {
            preconditionFailure("no cell \(table) \(column) \(row)")
        }
        return variable
    }

    private func words(_ group: Int) -> [String] {
        [groups[group].programme, groups[group].municipality, groups[group].team].map { $0 ?? "*" }
    }

    /// Every count of a group is the sum of the counts of its parts.
    private mutating func knowHierarchy(_ name: String, _ rest: [[String]]) {
        guard let table = disclosed[name] else { return }
        for group in groups.indices where !children[group].isEmpty {
            for rest in rest {
                guard let row = table.rows(words(group) + rest).first else { continue }
                let parts = children[group].compactMap { table.rows(words($0) + rest).first }
                for column in table.figures where column.kind == .count {
                    if name == "cases" && column.name == "people" { continue }
                    attacker.know(
                        cell(name, column.name, row),
                        is: parts.map { cell(name, column.name, $0) })
                }
            }
        }
    }

    private mutating func knowCases() {
        knowHierarchy("cases", [[]])
    }

    private var slices: [[String]] {
        (0..<Invented.measures).flatMap { measure in
            Horizon.allCases.map { ["test.scale-\(measure)", "parent", $0.name] }
        }
    }

    private mutating func knowOutcomes() {
        guard let table = disclosed["outcomes"] else { return }
        knowHierarchy("outcomes", slices)
        let standings = ["n_measured", "n_missing", "n_no_baseline", "n_ended", "n_not_yet_due"]
        for group in groups.indices {
            for measure in 0..<Invented.measures {
                let series = attacker.variable(nil)
                for row in table.rows(words(group) + ["test.scale-\(measure)", "parent"]) {
                    attacker.know(series, is: standings.map { cell("outcomes", $0, row) })
                    let classes = ["improved", "no_change", "deteriorated"]
                    attacker.know(
                        cell("outcomes", "n_measured", row),
                        is: classes.map { cell("outcomes", $0, row) })
                    knowShare(table, row, "share_improved", "improved", "n_measured")
                }
            }
        }
    }

    private mutating func knowShare(
        _ table: DisclosedTable, _ row: Int, _ share: String, _ part: String, _ whole: String
    ) {
        guard let value = known(table, row, table.column(share)), value > 0,
            let count = known(table, row, table.column(part))
        else { return }
        attacker.know(cell(table.name, whole, row), Int((count / value).rounded()))
    }

    private mutating func knowClinical() {
        guard let table = disclosed["clinical"] else { return }
        knowHierarchy("clinical", slices)
        for row in 0..<table.rowCount {
            for (total, parts) in [
                ("improved", ["recovered", "improved"]), ("no_change", ["unchanged"]),
                ("deteriorated", ["deteriorated", "harmed"]),
            ] {
                attacker.know(
                    cell("outcomes", total, row), is: parts.map { cell("clinical", $0, row) })
            }
        }
    }

    private mutating func knowTheory() {
        guard let table = disclosed["change-theory"], let cases = disclosed["cases"] else { return }
        let outcomes = (0..<Invented.outcomes).map {
            [Horizon.allCases[$0 % 3].name, "family", "outcome-\($0)"]
        }
        knowHierarchy("change-theory", outcomes)
        for group in groups.indices {
            guard let total = cases.rows(words(group)).first else { continue }
            for row in table.rows(words(group)) where groups[group].level != .all {
                let columns = table.figures.filter { $0.kind == .count }.map(\.name)
                let measured = attacker.variable(nil)
                attacker.know(measured, is: columns[..<3].map { cell("change-theory", $0, row) })
                attacker.know(
                    cell("cases", "cases", total),
                    is: [measured] + columns[3...].map { cell("change-theory", $0, row) })
                if let share = known(table, row, table.column("share_achieved")), share > 0,
                    let achieved = known(table, row, 0)
                {
                    attacker.know(measured, Int((achieved / share).rounded()))
                }
            }
        }
    }
}
