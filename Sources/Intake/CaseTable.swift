import Basics
import Model
import Tables

/// One row of a file of cases, typed; names are indices into the table's name lists.
struct CaseRow {
    var identifier: Int32
    var file: Int32
    var line: Int32
    var start: Int32
    var end: Int32
    /// Programme, municipality, team, end reason and phase; -1 where there is none.
    var names = SIMD8<Int32>(repeating: -1)

    func saysTheSame(as other: CaseRow) -> Bool {
        start == other.start && end == other.end && names == other.names
    }
}

/// Rows of cases from all files, with their texts interned.
final class CaseTable {
    /// The lists of names, in the order of `CaseRow.names`.
    static let roles: [IntakeColumn.Role] = [.programme, .municipality, .team, .endReason, .phase]

    var rows: [CaseRow] = []
    var identifiers = ByteTable(expecting: 1024)
    var programmes = ByteTable()
    var municipalities = ByteTable()
    var teams = ByteTable()
    var endReasons = ByteTable()
    var phases = ByteTable()

    func intern(_ cell: Cell, list: Int) -> Int32 {
        guard let start = cell.baseAddress else { return -1 }
        switch list {
        case 0: return programmes.intern(start, cell.count)
        case 1: return municipalities.intern(start, cell.count)
        case 2: return teams.intern(start, cell.count)
        case 3: return cell.isEmpty ? -1 : endReasons.intern(start, cell.count)
        default: return cell.isEmpty ? -1 : phases.intern(start, cell.count)
        }
    }
}

/// Types the rows of one file of cases.
struct CaseTaker: RowTaker {
    let table: CaseTable
    private let file: Int32
    private let dates: DateReader
    private let caseColumn: Int
    private let startColumn: Int
    private let endColumn: Int
    private let nameColumns: [Int]

    init(
        _ table: CaseTable, file: Int, _ map: HeaderMap, _ layout: IntakeLayout
    ) {
        self.table = table
        self.file = Int32(file)
        dates = DateReader(layout.dates)
        caseColumn = map.column(.case)
        startColumn = map.column(.start)
        endColumn = map.column(.end)
        nameColumns = CaseTable.roles.map(map.column)
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        let cell = identifier(record, caseColumn)
        guard !cell.isEmpty, let bytes = cell.baseAddress else {
            ledger.rejectRow(
                .rowCaseMissing, record, column: caseColumn,
                why: "the row names no case; it is not used")
            return false
        }
        let start = dates.days(record.field(startColumn))
        guard start != DateReader.none else {
            ledger.rejectRow(
                .rowDateUnusable, record, column: startColumn,
                why: "'\(Shape.of(record.text(startColumn)))' is no date; the row is not used")
            return false
        }
        var row = CaseRow(
            identifier: table.identifiers.intern(bytes, cell.count), file: file,
            line: Int32(record.line), start: start, end: end(record, after: start, &ledger))
        for (list, column) in nameColumns.enumerated() {
            let name =
                column < 0 ? Cell(start: record.bytes, count: 0) : identifier(record, column)
            row.names[list] = table.intern(name, list: list)
        }
        table.rows.append(row)
        return true
    }

    private func end(
        _ record: borrowing Record, after start: Int32, _ ledger: inout Ledger
    ) -> Int32 {
        guard endColumn >= 0, !record.field(endColumn).trimmed.isEmpty else {
            return AssessmentBatch.none
        }
        let end = dates.days(record.field(endColumn))
        if end != DateReader.none, end >= start { return end }
        ledger.rejectCell(
            .cellDateUnusable, record, column: endColumn,
            why: end == DateReader.none ? "which is no date" : "which lies before the case's start")
        return AssessmentBatch.none
    }
}

// From rows to cases.
extension CaseTable {
    /// The row that counts for each identifier; every other row is a duplicate of its file.
    func settle(_ files: inout [FileReception]) -> [CaseRow] {
        var chosen = [Int](repeating: -1, count: identifiers.count)
        for (number, row) in rows.enumerated() {
            let before = chosen[Int(row.identifier)]
            chosen[Int(row.identifier)] = number
            guard before >= 0 else { continue }
            let loser = rows[before]
            files[Int(loser.file)].counts.used -= 1
            files[Int(loser.file)].counts.duplicates += 1
            if !loser.saysTheSame(as: row) {
                files[Int(row.file)].findings.report(
                    Finding(
                        .caseTwice, .warning,
                        at: Place(files[Int(row.file)].file, line: Int(row.line)),
                        "the case stands also in \(files[Int(loser.file)].file), line "
                            + "\(loser.line), with other content; this row counts"))
            }
        }
        return chosen.map { rows[$0] }
    }

    /// The cases in the byte order of their identifiers, and their index.
    func cases(of settled: [CaseRow], without withdrawals: Withdrawals) -> (Cases, CaseIndex) {
        let order = identifiers.sortedIndices()
        var cases = Cases()
        let rows = order.map { settled[$0] }
        cases.identifiers = identifiers.texts(order)
        identifiers.arrange(in: order)
        cases.starts = rows.map(\.start)
        cases.ends = rows.map(\.end)
        cases.files = rows.map { Int16($0.file) }
        (cases.programmeNames, cases.programmes) = column(0, rows, programmes)
        (cases.municipalityNames, cases.municipalities) = column(1, rows, municipalities)
        (cases.teamNames, cases.teams) = column(2, rows, teams)
        (cases.endReasonNames, cases.endReasons) = column(3, rows, endReasons)
        (cases.phaseNames, cases.phases) = column(4, rows, phases)
        let index = CaseIndex(take(), withdrawals: withdrawals)
        return (cases, index)
    }

    /// A list of names in byte order, and each row's index in it.
    private func column(
        _ list: Int, _ rows: [CaseRow], _ names: borrowing ByteTable
    ) -> ([String], [Int32]) {
        // A name that only a replaced row has is no name of the run.
        var isUsed = [Bool](repeating: false, count: names.count)
        for row in rows where row.names[list] >= 0 { isUsed[Int(row.names[list])] = true }
        let order = names.sortedIndices().filter { isUsed[$0] }
        var places = [Int32](repeating: -1, count: names.count)
        for (place, index) in order.enumerated() { places[index] = Int32(place) }
        return (
            order.map { names.text($0) },
            rows.map { $0.names[list] < 0 ? -1 : places[Int($0.names[list])] }
        )
    }

    /// Hands the identifiers over; the table is done with them.
    private func take() -> ByteTable {
        var taken = ByteTable()
        swap(&taken, &identifiers)
        return taken
    }
}
