import Basics
import Model
import Tables

/// Types the rows of an instrument's file into a batch, which it lends out whenever it is full.
struct AssessmentTaker: RowTaker, ~Copyable {
    /// What the columns are for: once, or once for each measurement of a row.
    private let plans: [AssessmentPlan]
    private(set) var plan: AssessmentPlan
    private let cases: CaseIndex
    let batch: AssessmentBatch
    private let consume: (AssessmentBatch) -> Void
    /// Where identifiers go when rows are passed on and nothing of them is kept.
    let identifiers: RowIdentifiers?
    private var informants: CodeReader
    private var editions: CodeReader
    var persons: ByteTable
    private(set) var roles: [FamilyRole] = []
    var items: CodeReader
    var gathered = GatheredAnswers()
    /// Which forms a stream has passed on, where one row is one answer.
    var passed: PassedForms
    /// The newest date of a row used, days since 1970-01-01.
    var newest = Int32.min

    /// Makes a taker; `passing` takes the identifiers of rows that are passed on, and
    /// `streaming` says that rows of one form stand together.
    init(
        _ map: HeaderMap, _ file: SourceFile, _ instrument: Instrument, cases: CaseIndex,
        passing identifiers: RowIdentifiers? = nil, streaming isStream: Bool = false,
        consume: @escaping (AssessmentBatch) -> Void
    ) {
        let maps = map.events.isEmpty ? [map] : map.events
        plans = maps.map { AssessmentPlan($0, file.kind, instrument, file.layout) }
        plan = plans[0]
        self.cases = cases
        self.consume = consume
        self.identifiers = identifiers
        passed = PassedForms(isStream: isStream)
        batch = AssessmentBatch(itemCount: instrument.items.count)
        batch.presentItems = map.presentItems
        batch.assumedForms = instrument.editions.map { edition in
            edition.forms.firstIndex { $0.name == file.kind.form }
        }
        informants = CodeReader(instrument.informants, also: file.kind.column(.informant))
        editions = CodeReader(
            instrument.editions.map(\.name), aliases: instrument.editions.map(\.aliases),
            also: file.kind.column(.edition))
        persons = ByteTable(expecting: 1024)
        items = CodeReader(items: KnownColumns(file.kind, instrument))
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        plans.count == 1 ? takeForm(record, &ledger) : takeEvents(record, &ledger)
    }

    /// Rows come in no order of cases: the next one's is fetched while this one is read.
    func prepare(for field: Cell) {
        if plan.caseColumn == 0 { cases.fetchAhead(field) }
    }

    /// Takes each measurement of a row that has answers; each counts as a row.
    private mutating func takeEvents(
        _ record: borrowing Record, _ ledger: inout Ledger
    ) -> Bool {
        ledger.counts.rows -= 1
        var isBlank = true
        for event in plans where event.isAnswered(in: record) {
            plan = event
            isBlank = false
            ledger.counts.rows += 1
            if takeForm(record, &ledger) { ledger.counts.used += 1 }
        }
        if isBlank { ledger.counts.blank += 1 }
        return false
    }

    @inline(__always)
    private mutating func takeForm(
        _ record: borrowing Record, _ ledger: inout Ledger
    ) -> Bool {
        // Answers are put together beside the batch; its last row holds who, when and by whom.
        let row = plan.isLong ? batch.capacity - 1 : batch.count
        guard takeIdentity(record, row, &ledger) else { return false }
        batch.lines[row] = Int32(truncatingIfNeeded: record.line)
        batch.offset = record.byteOffset
        batch.birthDates[row] = birthDate(record, row, &ledger)
        batch.sessions[row] = number(record, plan.sessionColumn, in: 0...100_000, &ledger)
        // A child is born alive after 20 to 44 completed weeks.
        batch.gestationWeeks[row] = number(record, plan.weeksColumn, in: 20...44, &ledger)
        batch.intervals[row] = number(record, plan.intervalColumn, in: 1...120, &ledger)
        batch.editions[row] = edition(record, &ledger)
        if plan.isLong {
            takePerson(record, row)
            return gather(record, row, &ledger)
        }
        takeAnswers(record, row, &ledger)
        takePerson(record, row)
        if !plan.map.totals.isEmpty { takeTotals(record, row, &ledger) }
        batch.contentHashes[row] = contentHash(record, row)
        newest = max(newest, batch.dates[row])
        batch.count = row + 1
        if batch.count == batch.capacity { flush() }
        return true
    }

    /// Lends out all that is left, once the file is read.
    mutating func finish() {
        lendGathered()
        flush()
    }

    /// Lends out what is in the batch.
    mutating func flush() {
        if batch.count > 0 { consume(batch) }
        batch.count = 0
    }
}

// Who, when and by whom.
extension AssessmentTaker {
    @inline(__always)
    private mutating func takeIdentity(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Bool {
        guard takeDate(record, row, &ledger) else { return false }
        if identifiers != nil {
            return takeInformant(record, row, &ledger) && passPerson(record, row, &ledger)
        }
        let owner = findCase(record, column: plan.caseColumn, cases, &ledger)
        guard owner >= 0 else { return false }
        batch.cases[row] = owner
        return takeInformant(record, row, &ledger) && seePerson(record, row, &ledger)
    }

    @inline(__always)
    private func takeDate(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Bool {
        guard plan.dateColumn >= 0 else {
            batch.dates[row] = AssessmentBatch.none
            return true
        }
        let date = plan.dates.days(record.field(plan.dateColumn))
        guard date != DateReader.none else {
            let shape = Shape.of(record.text(plan.dateColumn))
            ledger.rejectRow(
                .rowDateUnusable, record, column: plan.dateColumn,
                why: "'\(shape)' is no date; the row is not used")
            return false
        }
        batch.dates[row] = date
        return true
    }

    private mutating func takeInformant(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Bool {
        batch.informants[row] = plan.fixedInformant
        guard plan.informantColumn >= 0, plan.fixedInformant == AssessmentBatch.noCode else {
            return true
        }
        let cell = record.field(plan.informantColumn)
        let code = cell.isEmpty ? CodeReader.unknown : informants.read(cell)
        batch.informants[row] = code
        if code != CodeReader.unknown { return true }
        if plan.needsInformant {
            let shape = Shape.of(cell.text)
            ledger.rejectRow(
                .rowCodeUnknown, record, column: plan.informantColumn,
                why: "'\(shape)' is no \(plan.map.names[plan.informantColumn]); "
                    + "the row is not used")
            return false
        }
        if !cell.isEmpty {
            ledger.rejectCell(
                .cellCodeUnknown, record, column: plan.informantColumn,
                why: "which is no known code")
        }
        return true
    }

    /// Hands case and person on as they are.
    private mutating func passPerson(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Bool {
        let owner = identifier(record, plan.caseColumn)
        if owner.isEmpty {
            ledger.rejectRow(
                .rowCaseMissing, record, column: plan.caseColumn,
                why: "the row names no case; it is not used")
            return false
        }
        let person = personCell(record)
        guard hasPerson(person, record, &ledger) else { return false }
        if plan.isLong {
            (batch.cases[row], batch.persons[row]) = passed.note(owner, person)
        } else {
            batch.cases[row] = -1
            batch.persons[row] = -1
            identifiers?.set(row, case: owner, person: person)
        }
        return true
    }

    @inline(__always)
    private func personCell(_ record: borrowing Record) -> Cell {
        plan.personColumn >= 0
            ? identifier(record, plan.personColumn) : Cell(start: record.bytes, count: 0)
    }

    @inline(__always)
    private func hasPerson(
        _ cell: Cell, _ record: borrowing Record, _ ledger: inout Ledger
    ) -> Bool {
        if !cell.isEmpty || !plan.needsPerson { return true }
        ledger.rejectRow(
            .rowPersonMissing, record, column: plan.personColumn,
            why: "the row names no person; it is not used")
        return false
    }

    /// Sees whether the row names a person, who is taken once the answers are read: by then the
    /// memory that it takes is there.
    @inline(__always)
    private func seePerson(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Bool {
        let cell = personCell(record)
        guard hasPerson(cell, record, &ledger) else { return false }
        persons.fetchAhead(
            cell.baseAddress ?? record.bytes, cell.count, scope: batch.cases[row])
        return true
    }

    @inline(__always)
    private mutating func takePerson(_ record: borrowing Record, _ row: Int) {
        if identifiers != nil { return }
        let cell = personCell(record)
        let person = persons.intern(
            cell.baseAddress ?? record.bytes, cell.count, scope: batch.cases[row])
        batch.persons[row] = person
        note(role(of: batch.informants[row]), of: Int(person))
    }

    @inline(__always)
    private func role(of informant: UInt8) -> FamilyRole {
        if informant != CodeReader.unknown, plan.informantIsChild[Int(informant)] { return .child }
        return plan.instrument.about
    }

    @inline(__always)
    private mutating func note(_ role: FamilyRole, of person: Int) {
        if person == roles.count {
            roles.append(role)
        } else if roles[person] != role {
            roles[person] = FamilyRole.joined(roles[person], role)
        }
    }

    @inline(__always)
    private func birthDate(
        _ record: borrowing Record, _ row: Int, _ ledger: inout Ledger
    ) -> Int32 {
        // Without a date there is no age.
        guard plan.birthColumn >= 0, plan.dateColumn >= 0 else { return AssessmentBatch.none }
        let cell = record.field(plan.birthColumn)
        if cell.isEmpty { return AssessmentBatch.none }
        let birth = plan.dates.days(cell)
        if birth != DateReader.none, birth <= batch.dates[row] { return birth }
        if birth == DateReader.none, cell.trimmed.isEmpty { return AssessmentBatch.none }
        ledger.rejectCell(
            .cellDateUnusable, record, column: plan.birthColumn,
            why: birth == DateReader.none ? "which is no date" : "which lies after the row's date")
        return AssessmentBatch.none
    }

    @inline(__always)
    private func number(
        _ record: borrowing Record, _ column: Int, in range: ClosedRange<Int>,
        _ ledger: inout Ledger
    ) -> Int32 {
        guard column >= 0 else { return AssessmentBatch.none }
        let cell = record.field(column)
        if cell.isEmpty { return AssessmentBatch.none }
        let value = cell.number(unit: 1, mark: plan.mark)
        if let value, range.contains(value) { return Int32(value) }
        return unusable(record, column, in: range, &ledger)
    }

    private func unusable(
        _ record: borrowing Record, _ column: Int, in range: ClosedRange<Int>,
        _ ledger: inout Ledger
    ) -> Int32 {
        let cell = record.field(column).trimmed
        if cell.isEmpty || plan.labels.isMissing(cell.text) { return AssessmentBatch.none }
        let value = cell.number(unit: 1, mark: plan.mark)
        if let value, range.contains(value) { return Int32(value) }
        ledger.rejectCell(
            value == nil ? .cellNotANumber : .cellOutOfRange, record, column: column,
            why: value == nil
                ? "which is not a whole number"
                : "outside \(range.lowerBound) to \(range.upperBound)")
        return AssessmentBatch.none
    }

    @inline(__always)
    private mutating func edition(_ record: borrowing Record, _ ledger: inout Ledger) -> UInt8 {
        guard plan.editionColumn >= 0 else { return AssessmentBatch.noCode }
        let cell = record.field(plan.editionColumn)
        if cell.isEmpty { return AssessmentBatch.noCode }
        let code = editions.read(cell)
        if code == CodeReader.unknown {
            ledger.rejectCell(
                .cellCodeUnknown, record, column: plan.editionColumn, why: "which is no known form")
        }
        return code
    }
}

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
