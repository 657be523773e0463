import Basics
import Model
import Tables

/// The goals of a run and what became of the files that they came from.
public struct GoalReception: Sendable {
    /// One row a goal, by the day set, the day due and the identifier.
    public var goals = Goals()
    /// What became of each file, in the byte order of their names.
    public var files: [FileReception] = []

    /// Makes a reception of nothing.
    public init() {}

    /// Reads every file of goals, in the byte order of their names; of a goal that stands twice,
    /// the later row counts.
    public static func read(
        _ files: [SourceFile], cases: CaseIndex, firstFile: Int = 0
    ) -> GoalReception {
        var reception = GoalReception()
        let table = GoalTable()
        for (number, file) in inByteOrder(files).enumerated() {
            var run = FileRun(file, door: cases)
            table.file = Int16(firstFile + number)
            run.read {
                GoalTaker(table, cases, $1, $0)
            } finish: { _, _ in
            }
            reception.files.append(run.reception)
        }
        table.settle(&reception, firstFile: firstFile)
        return reception
    }
}

private final class GoalTable {
    var file: Int16 = 0
    var rows = Goals()

    func settle(_ reception: inout GoalReception, firstFile: Int) {
        struct Key: Hashable {
            var owner: Int32
            var goal: String
        }
        var settling = RowSettling(count: rows.count)
        var met: [Key: Int] = [:]
        for row in 0..<rows.count {
            let key = Key(owner: rows.cases[row], goal: rows.identifiers[row])
            guard let before = met.updateValue(row, forKey: key) else { continue }
            settling.replace(
                RowOrigin(before, Int(rows.files[before]) - firstFile, rows.lines[before]),
                by: RowOrigin(row, Int(rows.files[row]) - firstFile, rows.lines[row]),
                isSame: saysTheSame(before, row), &reception.files)
        }
        for row in settling.kept.sorted(by: precedes) { append(row, to: &reception.goals) }
    }

    /// By the day set, then the day due and the identifier: never by where a row stands.
    private func precedes(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (
            (rows.setDates[a], rows.dueDates[a]), (rows.setDates[b], rows.dueDates[b])
        )
        guard first == second else { return first < second }
        return rows.identifiers[a].utf8.lexicographicallyPrecedes(rows.identifiers[b].utf8)
    }

    private func saysTheSame(_ a: Int, _ b: Int) -> Bool {
        rows.setDates[a] == rows.setDates[b] && rows.dueDates[a] == rows.dueDates[b]
            && rows.statusDates[a] == rows.statusDates[b] && rows.statuses[a] == rows.statuses[b]
    }

    private func append(_ row: Int, to goals: inout Goals) {
        goals.cases.append(rows.cases[row])
        goals.identifiers.append(rows.identifiers[row])
        goals.setDates.append(rows.setDates[row])
        goals.dueDates.append(rows.dueDates[row])
        goals.statusDates.append(rows.statusDates[row])
        goals.statuses.append(rows.statuses[row])
        goals.files.append(rows.files[row])
        goals.lines.append(rows.lines[row])
    }
}

private struct GoalTaker: RowTaker, ~Copyable {
    private let table: GoalTable
    private let cases: CaseIndex
    private let cells: RowCells
    private var statuses: CodeReader

    init(_ table: GoalTable, _ cases: CaseIndex, _ file: SourceFile, _ map: HeaderMap) {
        self.table = table
        self.cases = cases
        cells = RowCells(map, file.layout)
        statuses = CodeReader(
            GoalStatus.allCases.map(\.rawValue), also: file.kind.column(.status))
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        guard let setDate = cells.neededDate(.setDate, record, &ledger) else { return false }
        let owner = findCase(record, column: cells.map.column(.case), cases, &ledger)
        guard owner >= 0 else { return false }
        let goal = cells.cell(.goal, record)
        guard !goal.isEmpty else {
            cells.reject(.rowValueMissing, .goal, record, &ledger)
            return false
        }
        let status = statuses.read(cells.cell(.status, record))
        guard status != CodeReader.unknown else {
            cells.reject(.rowCodeUnknown, .status, record, &ledger)
            return false
        }
        table.rows.cases.append(owner)
        table.rows.identifiers.append(goal.text)
        table.rows.setDates.append(setDate)
        table.rows.dueDates.append(cells.date(.dueDate, record, &ledger))
        table.rows.statusDates.append(cells.date(.statusDate, record, &ledger))
        table.rows.statuses.append(GoalStatus.allCases[Int(status)])
        table.rows.files.append(table.file)
        table.rows.lines.append(Int32(record.line))
        return true
    }
}
