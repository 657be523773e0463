import Basics
import Model
import Tables

/// The cell of an identifier without blanks round it.
@inline(__always)
func identifier(_ record: borrowing Record, _ column: Int) -> Cell {
    let cell = record.field(column)
    guard let first = cell.first, let last = cell.last else { return cell }
    return first > 32 && first < 0x80 && last > 32 && last < 0x80 ? cell : cell.trimmed
}

/// The case that a row names, or -1 with the row rejected.
@inline(__always)
func findCase(
    _ record: borrowing Record, column: Int, _ cases: CaseIndex, _ ledger: inout Ledger
) -> Int32 {
    let cell = identifier(record, column)
    let found = cell.isEmpty ? -1 : cases.find(cell)
    if found < 0 {
        ledger.rejectRow(
            cell.isEmpty ? .rowCaseMissing : .rowCaseUnknown, record, column: column,
            why: cell.isEmpty
                ? "the row names no case; it is not used"
                : "the row's case is in no file of cases; the row is not used")
    }
    return found
}
