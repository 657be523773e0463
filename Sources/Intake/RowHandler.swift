import Model
import Tables

/// Types the rows of one kind of file.
protocol RowTaker: ~Copyable {
    /// Types a row and keeps it; gives false when it rejected the row.
    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool
    /// Looks ahead to the first field of a row that may come.
    func prepare(for field: Cell)
}

extension RowTaker where Self: ~Copyable {
    func prepare(for field: Cell) {}
}

/// Counts the rows of a file and hands each to its taker.
final class RowHandler<Taker: RowTaker & ~Copyable>: RecordHandler {
    /// Behind pointers, so that a row costs no exclusivity checks.
    let taker: UnsafeMutablePointer<Taker>
    let ledger: UnsafeMutablePointer<Ledger>
    private let fieldCount: Int
    /// How many fields a row must have: columns without a name at the end may be left out.
    private let namedCount: Int
    private let firstColumn: Int
    private let caseColumn: Int
    /// The person's column, or one for each measurement of a row.
    private let personColumns: [Int]
    /// Who is turned away, and under which rows of the list somebody was.
    private let door: CaseIndex
    private(set) var turnedAway: Set<Withdrawals.Entry> = []
    /// Columns of answers, where a row without any is passed over.
    private let answerColumns: [Int]
    private let namelessColumns: [Int]

    init(
        _ taker: consuming Taker, _ ledger: consuming Ledger, map: HeaderMap, kind: IntakeFile,
        door: CaseIndex
    ) {
        self.door = door
        caseColumn = map.column(.case)
        personColumns = map.columns(.person).sorted()
        fieldCount = map.fieldCount
        namedCount = (map.names.lastIndex { !$0.isEmpty } ?? -1) + 1
        namelessColumns = map.nameless
        answerColumns = kind.skipsUnanswered ? map.answerColumns : []
        firstColumn = max(0, map.column(.case))
        self.taker = .allocate(capacity: 1)
        self.taker.initialize(to: taker)
        self.ledger = .allocate(capacity: 1)
        self.ledger.initialize(to: ledger)
    }

    deinit {
        taker.deinitialize(count: 1)
        taker.deallocate()
        ledger.deinitialize(count: 1)
        ledger.deallocate()
    }

    func receive(_ record: borrowing Record) -> ReadingStep {
        if door.hasWithdrawals, isTurnedAway(record) { return .goOn }
        if record.fieldCount != fieldCount, !fits(record) {
            if isBlank(record) { return .goOn }
            ledger.pointee.counts.rows += 1
            let fields = record.fieldCount == 1 ? "1 field" : "\(record.fieldCount) fields"
            ledger.pointee.rejectRow(
                .rowFieldCount, record, column: min(record.fieldCount, fieldCount) - 1,
                why: "the row has \(fields) and the header \(fieldCount)")
            return .goOn
        }
        if record.field(firstColumn).isEmpty, isBlank(record) { return .goOn }
        if !answerColumns.isEmpty, isUnanswered(record) { return .goOn }
        ledger.pointee.counts.rows += 1
        if !namelessColumns.isEmpty { noteNameless(record) }
        if taker.pointee.take(record, &ledger.pointee) { ledger.pointee.counts.used += 1 }
        return .goOn
    }

    private func noteNameless(_ record: borrowing Record) {
        for column in namelessColumns
        where column < record.fieldCount && !record.field(column).trimmed.isEmpty {
            ledger.pointee.noteNameless(record, column: column)
        }
    }

    func prepare(for field: Cell) { taker.pointee.prepare(for: field) }

    func receive(malformed: borrowing MalformedRecord) { ledger.pointee.reject(malformed) }

    /// Drops the row of somebody who has withdrawn consent before anything else is looked at, so
    /// that nothing of it is kept, not even for what is wrong with it. A row of several persons is
    /// dropped for any of them.
    private func isTurnedAway(_ record: borrowing Record) -> Bool {
        guard (0..<record.fieldCount).contains(caseColumn) else { return false }
        let owner = identifier(record, caseColumn)
        var entry = door.withdrawal(case: owner, person: nil)
        for column in personColumns where entry == nil && column < record.fieldCount {
            entry = door.withdrawal(case: owner, person: identifier(record, column))
        }
        guard let entry else { return false }
        turnedAway.insert(entry)
        ledger.pointee.counts.withdrawn += 1
        return true
    }

    /// Whether a row has all fields and only empty ones beyond them, or lacks only such as have no
    /// name.
    private func fits(_ record: borrowing Record) -> Bool {
        if record.fieldCount < fieldCount { return record.fieldCount >= namedCount }
        return record.fieldCount > fieldCount
            && Int(record.ends[record.fieldCount - 1] - record.ends[fieldCount - 1])
                == record.fieldCount - fieldCount
    }

    /// Whether a row of another event holds no answer; it is counted and is no row.
    private func isUnanswered(_ record: borrowing Record) -> Bool {
        for column in answerColumns where !record.field(column).trimmed.isEmpty { return false }
        ledger.pointee.counts.blank += 1
        return true
    }

    /// Whether all cells are empty; such a line is counted and is no row.
    private func isBlank(_ record: borrowing Record) -> Bool {
        for index in 0..<record.fieldCount where !record.field(index).trimmed.isEmpty {
            return false
        }
        ledger.pointee.counts.blank += 1
        return true
    }
}
