import Model
import Scoring

/// Rows of one file that have no score since their birth date is not known there, kept as they
/// were read.
struct WaitingRows: Sendable {
    private var batches: [KeptBatch] = []
    /// The rows of the file's table, in order.
    private var rows: [Int] = []
    private var scorer: Scorer?

    /// One worker at a time has it: whoever reads the file, and then whoever joins all files.
    private struct KeptBatch: @unchecked Sendable {
        let batch: AssessmentBatch
    }

    /// Keeps the rows of a batch that lack a birth date; `count` rows are in the table before them.
    mutating func take(_ batch: AssessmentBatch, after count: Int, _ scorer: Scorer) {
        for row in 0..<batch.count where scorer.lacksBirth(row, of: batch) {
            self.scorer = scorer
            keep(row, of: batch)
            rows.append(count + row)
        }
    }

    private mutating func keep(_ row: Int, of batch: AssessmentBatch) {
        if batches.last.map({ $0.batch.count == $0.batch.capacity }) ?? true {
            let new = AssessmentBatch(itemCount: batch.itemCount)
            new.presentItems = batch.presentItems
            new.assumedForms = batch.assumedForms
            batches.append(KeptBatch(batch: new))
        }
        batches.last?.batch.append(row, of: batch)
    }

    /// Scores the rows anew with birth dates, by person of the file, in their places in a table.
    func score(
        with births: [Int32], into table: inout ScoredAssessments, _ tally: inout ScoringTally
    ) {
        guard let scorer else { return }
        tally.takeBackWithoutBirth(rows: rows.count)
        var anew = ScoredAssessments(instrument: table.instrument, scaleCount: table.scaleCount)
        for kept in batches {
            kept.batch.fill(births)
            scorer.score(kept.batch, file: 0, into: &anew, tally: &tally)
        }
        for (place, row) in rows.enumerated() { table.replace(row, by: anew, place) }
    }
}
