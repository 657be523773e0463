import Basics
import Model
import Tables

// Cells that say who and when.
extension AssessmentPlan {
    /// The person that a row names; empty where it names none.
    @inline(__always)
    func person(_ record: borrowing Record) -> Cell {
        personColumn >= 0
            ? identifier(record, personColumn) : Cell(start: record.bytes, count: 0)
    }

    /// Whether a row names the person that it needs; rejects it where it does not.
    @inline(__always)
    func hasPerson(_ cell: Cell, _ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        if !cell.isEmpty || !needsPerson { return true }
        ledger.rejectRow(
            .rowPersonMissing, record, column: personColumn,
            why: "the row names no person; it is not used")
        return false
    }

    /// Who a person is whom an informant tells of.
    @inline(__always)
    func role(of informant: UInt8) -> FamilyRole {
        informant != CodeReader.unknown && informantIsChild[Int(informant)]
            ? .child : instrument.about
    }

    /// Whether a row can do without a known informant; says what is wrong with it.
    @inline(never)
    func goesWithoutInformant(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        let cell = record.field(informantColumn)
        if needsInformant {
            ledger.rejectRow(
                .rowCodeUnknown, record, column: informantColumn,
                why: "'\(Shape.of(cell.text))' is no \(map.names[informantColumn]); "
                    + "the row is not used")
        } else if !cell.isEmpty {
            ledger.rejectCell(
                .cellCodeUnknown, record, column: informantColumn,
                why: "which is no known code")
        }
        return !needsInformant
    }

    /// The day of a row, or `none`: with the row rejected, or where the file has no dates.
    @inline(__always)
    func date(_ record: borrowing Record, _ ledger: inout Ledger) -> Int32 {
        guard dateColumn >= 0 else { return DateReader.none }
        let date = dates.days(record.field(dateColumn))
        if date == DateReader.none { rejectDate(record, &ledger) }
        return date
    }

    @inline(never)
    private func rejectDate(_ record: borrowing Record, _ ledger: inout Ledger) {
        ledger.rejectRow(
            .rowDateUnusable, record, column: dateColumn,
            why: "'\(Shape.of(record.text(dateColumn)))' is no date; the row is not used")
    }

    /// The birth date of a row of a day, or `none`.
    @inline(__always)
    func birthDate(
        _ record: borrowing Record, on date: Int32, _ ledger: inout Ledger
    ) -> Int32 {
        // Without a date there is no age.
        guard birthColumn >= 0, dateColumn >= 0 else { return AssessmentBatch.none }
        let cell = record.field(birthColumn)
        if cell.isEmpty { return AssessmentBatch.none }
        let birth = dates.days(cell)
        if birth != DateReader.none, birth <= date { return birth }
        rejectBirthDate(record, isDate: birth != DateReader.none, &ledger)
        return AssessmentBatch.none
    }

    @inline(never)
    private func rejectBirthDate(
        _ record: borrowing Record, isDate: Bool, _ ledger: inout Ledger
    ) {
        if !isDate, record.field(birthColumn).trimmed.isEmpty { return }
        ledger.rejectCell(
            .cellDateUnusable, record, column: birthColumn,
            why: isDate ? "which lies after the row's date" : "which is no date")
    }

    /// The whole number in a column, or `none`.
    @inline(__always)
    func number(
        _ record: borrowing Record, _ column: Int, in range: ClosedRange<Int>,
        _ ledger: inout Ledger
    ) -> Int32 {
        guard column >= 0 else { return AssessmentBatch.none }
        let cell = record.field(column)
        if cell.isEmpty { return AssessmentBatch.none }
        if let value = cell.wholeNumber, range.contains(value) { return Int32(value) }
        return unusualNumber(record, column, in: range, &ledger)
    }

    @inline(never)
    private func unusualNumber(
        _ record: borrowing Record, _ column: Int, in range: ClosedRange<Int>,
        _ ledger: inout Ledger
    ) -> Int32 {
        let written = record.field(column)
        if let value = written.number(unit: 1, mark: mark), range.contains(value) {
            return Int32(value)
        }
        let cell = written.trimmed
        if cell.isEmpty || labels.isMissing(cell.text) { return AssessmentBatch.none }
        let value = cell.number(unit: 1, mark: mark)
        if let value, range.contains(value) { return Int32(value) }
        ledger.rejectCell(
            value == nil ? .cellNotANumber : .cellOutOfRange, record, column: column,
            why: value == nil
                ? "which is not a whole number"
                : "outside \(range.lowerBound) to \(range.upperBound)")
        return AssessmentBatch.none
    }
}
