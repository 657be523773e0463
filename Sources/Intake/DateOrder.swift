import Basics
import Model
import Tables

/// Whether the dates of a file have the day or the month first, by all its dates.
///
/// Asked only where an intake allows both orders.
final class DateOrderScan: RecordHandler {
    private let columns: [Int]
    private var dayFirst = 0
    private var monthFirst = 0
    private var either = 0

    init(_ columns: [Int]) {
        self.columns = columns.filter { $0 >= 0 }
    }

    func receive(_ record: borrowing Record) -> ReadingStep {
        for column in columns where column < record.fieldCount {
            note(record.field(column).trimmed)
        }
        return .goOn
    }

    func receive(malformed: borrowing MalformedRecord) {}

    private func note(_ cell: Cell) {
        guard let groups = DigitGroups(cell), groups.count == 3, groups.hasShortDay else { return }
        let (first, second) = (groups.values[0], groups.values[1])
        if first > 12, second <= 12 { dayFirst += 1 }
        if second > 12, first <= 12 { monthFirst += 1 }
        if first <= 12, second <= 12, first != second { either += 1 }
    }

    /// The forms in the order that the file shows.
    func ordered(_ forms: [IntakeLayout.DateForm]) -> [IntakeLayout.DateForm] {
        let other: IntakeLayout.DateForm = monthFirst > dayFirst ? .dayMonthYear : .monthDayYear
        return forms.filter { $0 != other }
    }

    /// What is to be said where the dates do not tell, or tell both.
    func finding(in file: SourceFile) -> Finding? {
        if dayFirst > 0, monthFirst > 0 {
            return Finding(
                .dateOrderMixed, .warning, at: Place(file.name),
                "\(dayFirst) dates can only have the day first and \(monthFirst) only the month; "
                    + "the fewer are not used",
                remedy: "set 'dates' in intake '\(file.layout.name)' and correct the rest")
        }
        guard either > 0, dayFirst == 0, monthFirst == 0 else { return nil }
        return Finding(
            .dateOrderUnclear, .warning, at: Place(file.name),
            "every date can be read with the day or the month first; the day is taken",
            remedy: "set 'dates: [dd-mm-yyyy]' or 'dates: [mm/dd/yyyy]' in intake "
                + "'\(file.layout.name)'")
    }
}
