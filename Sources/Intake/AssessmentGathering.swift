import Basics
import Model
import Tables

// Layouts in which one row is one answer.
extension FormTaker {
    /// Adds the one answer of a row to the assessment that it belongs to.
    mutating func gather(
        _ record: borrowing Record, _ row: Int, _ plan: AssessmentPlan, _ ledger: inout Ledger
    ) -> Bool {
        let slot = items.read(identifier(record, plan.itemColumn))
        guard slot != CodeReader.unknown else {
            ledger.rejectRow(
                .rowCodeUnknown, record, column: plan.itemColumn,
                why: "'\(Shape.of(record.text(plan.itemColumn)))' is no item of "
                    + "\(plan.instrument.name); the row is not used")
            return false
        }
        newest = max(newest, batch.dates[row])
        batch.presentItems[Int(slot)] = true
        if passed.isStream { passOn(before: row, record, &ledger) }
        let value = plan.answer(record, plan.longItems[Int(slot)], &ledger)
        switch gathered.add(value, item: Int(slot), of: batch, row: row, plan.instrument) {
        case .new: return true
        case .repeated: ledger.counts.duplicates += 1
        case .replaced:
            ledger.counts.duplicates += 1
            ledger.findings.report(
                Finding(
                    .rowTwice, .warning, at: Place(ledger.file, line: record.line),
                    "the same item was answered otherwise on an earlier line; this row counts"))
        }
        return false
    }

    /// Passes on the form that ends where another begins.
    private mutating func passOn(
        before row: Int, _ record: borrowing Record, _ ledger: inout Ledger
    ) {
        if gathered.has(GatheredAnswers.Key(batch, row)) { return }
        lendGathered()
        passed.forget(but: row, of: batch)
        if passed.begin(GatheredAnswers.Key(batch, row)) { return }
        ledger.findings.report(
            Finding(
                .rowsNotTogether, .error, at: Place(ledger.file, line: record.line),
                "the form of this row was passed on before; its answers are scored in parts"))
    }

    /// Writes what has been put together into the batch and lends it out whenever it is full.
    mutating func lendGathered() {
        for assessment in gathered.assessments {
            assessment.write(to: batch, row: batch.count)
            if let identifiers { passed.lend(batch, row: batch.count, to: identifiers) }
            batch.count += 1
            // The last row of the batch is where the next form begins.
            if batch.count == batch.capacity - 1 { flush() }
        }
        gathered.removeAll()
    }
}
