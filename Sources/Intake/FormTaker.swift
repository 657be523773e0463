import Basics
import Model
import Tables

/// Types forms into a batch, which it lends out whenever it is full.
struct FormTaker: ~Copyable {
    private let cases: CaseIndex
    let batch: AssessmentBatch
    private let consume: (AssessmentBatch) -> Void
    /// Where identifiers go when rows are passed on and nothing of them is kept.
    let identifiers: RowIdentifiers?
    private var informants: CodeReader
    private var editions: CodeReader
    private(set) var persons: ByteTable
    private var waiting = WaitingPersons()
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
        _ file: SourceFile, _ instrument: Instrument, presentItems: [Bool], cases: CaseIndex,
        passing identifiers: RowIdentifiers?, streaming isStream: Bool,
        consume: @escaping (AssessmentBatch) -> Void
    ) {
        self.cases = cases
        self.consume = consume
        self.identifiers = identifiers
        passed = PassedForms(isStream: isStream)
        batch = AssessmentBatch(itemCount: instrument.items.count)
        batch.presentItems = presentItems
        batch.assumedForms = instrument.editions.map { edition in
            edition.forms.firstIndex { $0.name == file.kind.form }
        }
        informants = CodeReader(instrument.informants, also: file.kind.column(.informant))
        editions = CodeReader(
            instrument.editions.map(\.name), aliases: instrument.editions.map(\.aliases),
            also: file.kind.column(.edition))
        // A file tells of a person in most cases.
        persons = ByteTable(expecting: cases.count)
        items = CodeReader(items: KnownColumns(file.kind, instrument))
    }

    /// Takes the form of a row by the plan of its columns; gives false where it rejected the row.
    mutating func take(
        _ record: borrowing Record, by plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        // Answers are put together beside the batch; its last row holds who, when and by whom.
        let row = plan.isLong ? batch.capacity - 1 : batch.count
        guard takeIdentity(record, row, plan, &ledger) else { return false }
        batch.lines[row] = Int32(truncatingIfNeeded: record.line)
        batch.offset = record.byteOffset
        batch.birthDates[row] = plan.birthDate(record, on: batch.dates[row], &ledger)
        batch.sessions[row] = plan.number(record, plan.sessionColumn, in: 0...100_000, &ledger)
        // A child is born alive after 20 to 44 completed weeks.
        batch.gestationWeeks[row] = plan.number(record, plan.weeksColumn, in: 20...44, &ledger)
        batch.intervals[row] = plan.number(record, plan.intervalColumn, in: 1...120, &ledger)
        batch.editions[row] = edition(record, plan, &ledger)
        if plan.isLong { return gather(record, row, plan, &ledger) }
        let answers = batch.answers + row * batch.itemCount
        plan.takeAnswers(record, into: answers, &ledger)
        if plan.hasTotals { plan.takeTotals(record, into: answers, &ledger) }
        batch.contentHashes[row] = plan.contentHash(record, row, of: batch)
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
        takeWaiting()
        if batch.count > 0 { consume(batch) }
        batch.count = 0
    }
}

// Who, when and by whom.
extension FormTaker {
    @inline(__always)
    private mutating func takeIdentity(
        _ record: borrowing Record, _ row: Int, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        let date = plan.date(record, &ledger)
        guard date != DateReader.none || plan.dateColumn < 0 else { return false }
        batch.dates[row] = date
        if identifiers != nil {
            return takeInformant(record, row, plan, &ledger)
                && passPerson(record, row, plan, &ledger)
        }
        let owner = findCase(record, column: plan.caseColumn, cases, &ledger)
        guard owner >= 0 else { return false }
        batch.cases[row] = owner
        return takeInformant(record, row, plan, &ledger) && takePerson(record, row, plan, &ledger)
    }

    @inline(__always)
    private mutating func takeInformant(
        _ record: borrowing Record, _ row: Int, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        batch.informants[row] = plan.fixedInformant
        guard plan.informantColumn >= 0, plan.fixedInformant == AssessmentBatch.noCode else {
            return true
        }
        let cell = record.field(plan.informantColumn)
        let code = cell.isEmpty ? CodeReader.unknown : informants.read(cell)
        batch.informants[row] = code
        return code != CodeReader.unknown || plan.goesWithoutInformant(record, &ledger)
    }

    /// Hands case and person on as they are.
    private mutating func passPerson(
        _ record: borrowing Record, _ row: Int, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        let owner = identifier(record, plan.caseColumn)
        if owner.isEmpty {
            ledger.rejectRow(
                .rowCaseMissing, record, column: plan.caseColumn,
                why: "the row names no case; it is not used")
            return false
        }
        let person = plan.person(record)
        guard plan.hasPerson(person, record, &ledger) else { return false }
        if plan.isLong {
            (batch.cases[row], batch.persons[row]) = passed.note(owner, person)
        } else {
            batch.cases[row] = -1
            batch.persons[row] = -1
            identifiers?.set(row, case: owner, person: person)
        }
        return true
    }

    /// Takes the person of a row in its case: at once where the row is put together with others,
    /// else once the memory is there.
    @inline(__always)
    private mutating func takePerson(
        _ record: borrowing Record, _ row: Int, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        let cell = plan.person(record)
        guard plan.hasPerson(cell, record, &ledger) else { return false }
        let start = cell.baseAddress ?? record.bytes
        let role = plan.role(of: batch.informants[row])
        let key = ByteKey(start, cell.count, batch.cases[row])
        if plan.isLong || !key.isWhole {
            takeWaiting()
            note(persons.intern(start, cell.count, scope: batch.cases[row]), role, row)
            return true
        }
        persons.fetchAhead(key)
        if waiting.isFull, let entry = waiting.next() { take(entry) }
        waiting.add(WaitingPersons.Entry(person: key, row: row, role: role))
        return true
    }

    /// Takes all who wait.
    private mutating func takeWaiting() {
        while let entry = waiting.next() { take(entry) }
    }

    @inline(__always)
    private mutating func take(_ entry: WaitingPersons.Entry) {
        note(persons.intern(whole: entry.person), entry.role, entry.row)
    }

    @inline(__always)
    private mutating func note(_ person: Int32, _ role: FamilyRole, _ row: Int) {
        batch.persons[row] = person
        let person = Int(person)
        if person == roles.count {
            roles.append(role)
        } else if roles[person] != role {
            roles[person] = FamilyRole.joined(roles[person], role)
        }
    }

    @inline(__always)
    private mutating func edition(
        _ record: borrowing Record, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> UInt8 {
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
