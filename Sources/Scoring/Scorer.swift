import Basics
import Model

/// Scores assessments of one instrument by its declared rules.
///
/// Making a scorer prepares the rules once; scoring a row then allocates nothing. A scorer never
/// changes, so many workers may share it.
public struct Scorer: Sendable {
    /// What the rules were declared by.
    public let instrument: Instrument
    let plan: ScoringPlan

    /// Makes a scorer; `present` tells which of the instrument's items a file has a column for,
    /// and is all of them where nothing is said.
    public init(_ instrument: Instrument, present: [Bool]? = nil) {
        let present = present ?? instrument.items.map { _ in true }
        precondition(
            present.count == instrument.items.count,
            "\(present.count) columns told of for \(instrument.items.count) items")
        self.instrument = instrument
        plan = ScoringPlan(instrument, present: present)
    }

    /// The scorer for the columns that a batch's file has: itself, unless a rule asks for a share
    /// of them and some are absent. Whoever scores row by row calls this once for a batch.
    public func fitted(to batch: AssessmentBatch) -> Scorer {
        if plan.present.isEmpty || plan.present == batch.presentItems { return self }
        return Scorer(instrument, present: batch.presentItems)
    }

    /// Scores every row of a batch; each becomes a row of the table, scored or not.
    ///
    /// `narrowed` has a scorer for each set of items in use, where not every case uses all.
    public func score(
        _ batch: AssessmentBatch, file: Int16, into table: inout ScoredAssessments,
        tally: inout ScoringTally, narrowed: [Scorer] = [], to inUse: ItemsInUse? = nil
    ) {
        precondition(
            batch.itemCount == instrument.items.count && table.scaleCount == plan.scaleCount,
            "a batch of \(batch.itemCount) items and a table of \(table.scaleCount) scales "
                + "for \(instrument.items.count) items and \(plan.scaleCount) scales")
        let scorer = fitted(to: batch)
        let sheet = ScoreSheet(rows: batch.count, scales: plan.scaleCount)
        for row in 0..<batch.count {
            // Chosen without a copy: a scorer is many tables.
            if let inUse, !narrowed.isEmpty, case let set = inUse.set(of: row, in: batch), set >= 0
            {
                narrowed[set].score(row, of: batch, onto: sheet, &tally)
            } else {
                scorer.score(row, of: batch, onto: sheet, &tally)
            }
        }
        tally.countRows(batch.count)
        tally.countScored(sheet.scored)
        table.append(batch, file: file)
        table.append(sheet)
    }

    private func score(
        _ row: Int, of batch: AssessmentBatch, onto sheet: ScoreSheet, _ tally: inout ScoringTally
    ) {
        let context = plan.resolve(batch, row: row)
        let isKnown = context.informant < instrument.informants.count
        sheet.informants[row] = isKnown ? UInt8(context.informant) : AssessmentBatch.noCode
        sheet.editions[row] = UInt8(context.edition)
        sheet.forms[row] = context.form < 0 ? AssessmentBatch.noCode : UInt8(context.form)
        if context.reason == nil {
            plan.evaluate(batch.answers + row * batch.itemCount, context, into: sheet.outcomes)
        }
        var missed: UInt8 = 0
        for scale in plan.scales(of: context.edition) {
            if let reason = note(scale, row, context, sheet) {
                tally.countUnscored(scale: scale, reason)
                missed |= 1 << reason.rawValue
            }
        }
        if missed != 0 { count(missed, line: batch.lines[row], &tally) }
    }

    /// Writes a scale's score onto the sheet, or says why there is none.
    @inline(__always)
    private func note(
        _ scale: Int, _ row: Int, _ context: RowContext, _ sheet: ScoreSheet
    ) -> UnscoredReason? {
        if let reason = context.reason { return reason }
        guard plan.allows(scale, context) else { return .ageOutside }
        let outcome = sheet.outcomes[scale]
        guard outcome.denominator != 0 else { return outcome.reason }
        let place = row * plan.scaleCount + scale
        sheet.numerators[place] = Int32(outcome.numerator)
        sheet.denominators[place] = UInt16(outcome.denominator)
        sheet.scored[scale] += 1
        return nil
    }

    private func count(_ missed: UInt8, line: Int32, _ tally: inout ScoringTally) {
        for reason in UnscoredReason.allCases where missed & (1 << reason.rawValue) != 0 {
            tally.countRow(reason, line: line)
        }
    }
}

/// What a batch's rows are found to be, until it stands in the table.
final class ScoreSheet {
    let rows: Int
    let scales: Int
    let informants: UnsafeMutablePointer<UInt8>
    let editions: UnsafeMutablePointer<UInt8>
    let forms: UnsafeMutablePointer<UInt8>
    let numerators: UnsafeMutablePointer<Int32>
    let denominators: UnsafeMutablePointer<UInt16>
    /// The outcomes of the row at hand, by scale.
    let outcomes: UnsafeMutablePointer<Outcome>
    /// How many rows gave a score, by scale.
    let scored: UnsafeMutablePointer<Int>

    init(rows: Int, scales: Int) {
        self.rows = rows
        self.scales = scales
        informants = .allocate(capacity: rows)
        editions = .allocate(capacity: rows)
        forms = .allocate(capacity: rows)
        numerators = .allocate(capacity: rows * scales)
        numerators.initialize(repeating: 0, count: rows * scales)
        denominators = .allocate(capacity: rows * scales)
        denominators.initialize(repeating: 0, count: rows * scales)
        outcomes = .allocate(capacity: scales)
        outcomes.initialize(repeating: Outcome(), count: scales)
        scored = .allocate(capacity: scales)
        scored.initialize(repeating: 0, count: scales)
    }

    deinit {
        informants.deallocate()
        editions.deallocate()
        forms.deallocate()
        numerators.deallocate()
        denominators.deallocate()
        outcomes.deallocate()
        scored.deallocate()
    }
}

extension ScoredAssessments {
    /// Appends what a batch says of its rows.
    fileprivate mutating func append(_ batch: AssessmentBatch, file: Int16) {
        let rows = batch.count
        cases.append(contentsOf: UnsafeBufferPointer(start: batch.cases, count: rows))
        persons.append(contentsOf: UnsafeBufferPointer(start: batch.persons, count: rows))
        dates.append(contentsOf: UnsafeBufferPointer(start: batch.dates, count: rows))
        birthDates.append(contentsOf: UnsafeBufferPointer(start: batch.birthDates, count: rows))
        sessions.append(contentsOf: UnsafeBufferPointer(start: batch.sessions, count: rows))
        lines.append(contentsOf: UnsafeBufferPointer(start: batch.lines, count: rows))
        files.append(contentsOf: repeatElement(file, count: rows))
        contentHashes.append(
            contentsOf: UnsafeBufferPointer(start: batch.contentHashes, count: rows))
    }

    /// Appends what the scorer found of them.
    fileprivate mutating func append(_ sheet: ScoreSheet) {
        let cells = sheet.rows * sheet.scales
        informants.append(
            contentsOf: UnsafeBufferPointer(start: sheet.informants, count: sheet.rows))
        editions.append(contentsOf: UnsafeBufferPointer(start: sheet.editions, count: sheet.rows))
        forms.append(contentsOf: UnsafeBufferPointer(start: sheet.forms, count: sheet.rows))
        numerators.append(contentsOf: UnsafeBufferPointer(start: sheet.numerators, count: cells))
        denominators.append(
            contentsOf: UnsafeBufferPointer(start: sheet.denominators, count: cells))
    }
}
