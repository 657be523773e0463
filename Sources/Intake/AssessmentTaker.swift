import Basics
import Model
import Tables

/// Types the rows of an instrument's file: each holds a form, or one for each of some events.
struct AssessmentTaker: RowTaker, ~Copyable {
    /// What the columns are for: once, or once for each measurement of a row.
    private let plans: [AssessmentPlan]
    private let plan: AssessmentPlan
    private let cases: CaseIndex
    private(set) var forms: FormTaker

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
        forms = FormTaker(
            file, instrument, presentItems: map.presentItems, cases: cases, passing: identifiers,
            streaming: isStream, consume: consume)
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        plans.count == 1 ? forms.take(record, by: plan, &ledger) : takeEvents(record, &ledger)
    }

    /// Rows come in no order of cases: those of the next ones are fetched ahead.
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
            isBlank = false
            ledger.counts.rows += 1
            if forms.take(record, by: event, &ledger) { ledger.counts.used += 1 }
        }
        if isBlank { ledger.counts.blank += 1 }
        return false
    }

    /// Lends out all that is left, once the file is read.
    mutating func finish() {
        forms.finish()
    }
}
