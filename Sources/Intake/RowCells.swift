import Basics
import Model
import Tables

/// What the readers of small tables need of a row, rejecting it where it lacks it.
struct RowCells {
    let dates: DateReader
    let mark: IntakeLayout.DecimalMark
    let missing: AnswerLabels
    let map: HeaderMap

    init(_ map: HeaderMap, _ layout: IntakeLayout) {
        self.map = map
        dates = DateReader(layout.dates)
        mark = layout.decimalMark
        missing = AnswerLabels([], missing: layout.missing, items: [])
    }

    /// The cell of a role without blanks round it; empty where there is no column.
    func cell(_ role: IntakeColumn.Role, _ record: borrowing Record) -> Cell {
        let column = map.column(role)
        return column < 0 ? Cell(start: record.bytes, count: 0) : identifier(record, column)
    }

    /// The date that a row cannot do without, or nothing with the row rejected.
    func neededDate(
        _ role: IntakeColumn.Role, _ record: borrowing Record, _ ledger: inout Ledger
    ) -> Int32? {
        let days = dates.days(cell(role, record))
        if days != DateReader.none { return days }
        let column = map.column(role)
        ledger.rejectRow(
            .rowDateUnusable, record, column: column,
            why: "'\(Shape.of(record.text(column)))' is no date; the row is not used")
        return nil
    }

    /// A date that a row can do without, or `none`.
    func date(
        _ role: IntakeColumn.Role, _ record: borrowing Record, _ ledger: inout Ledger
    ) -> Int32 {
        let cell = cell(role, record)
        if cell.isEmpty || missing.isMissing(cell.text) { return DateReader.none }
        let days = dates.days(cell)
        if days == DateReader.none {
            ledger.rejectCell(
                .cellDateUnusable, record, column: map.column(role), why: "which is no date")
        }
        return days
    }

    /// Rejects a row for what its cell of a role says or lacks.
    func reject(
        _ code: RejectionCode, _ role: IntakeColumn.Role, _ record: borrowing Record,
        _ ledger: inout Ledger
    ) {
        let column = map.column(role)
        let text = cell(role, record)
        let what =
            text.isEmpty ? "is empty" : "holds '\(Shape.of(text.text))', which cannot be used"
        ledger.rejectRow(
            code, record, column: column,
            why: "column '\(map.names[column])' \(what); the row is not used")
    }
}
