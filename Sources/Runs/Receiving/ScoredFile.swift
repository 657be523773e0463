import Basics
import Intake
import Model
import Scoring

/// What a file of answers gave.
struct ScoredFile: Sendable {
    var reception: FileReception
    var table: ScoredAssessments
    var tally: ScoringTally
    /// The rows that wait for a birth date, which another file may tell.
    var waiting: WaitingRows

    /// Takes birth dates that other files tell, by person of the file, and scores what waits for
    /// them; tells whether more than that could be scored otherwise.
    mutating func take(_ births: [Int32], _ scorer: Scorer) -> Bool {
        let isOtherwise = table.fill(births, for: scorer)
        if !isOtherwise { waiting.score(with: births, into: &table, &tally) }
        return isOtherwise
    }

    /// Takes what the file gave when it was read once more.
    ///
    /// - Throws: `Refusal` when it could not be read, or had other rows or persons than before.
    mutating func replace(by anew: ScoredFile) throws {
        guard !anew.reception.isUnreadable else {
            throw Refusal(.inputUnreadable, anew.reception.findings.items)
        }
        guard anew.table.count == table.count,
            anew.reception.persons.count == reception.persons.count
        else {
            throw Refusal(
                .inputUnreadable,
                [
                    Finding(
                        .inputUnreadable, .error, at: Place(reception.file),
                        "was changed while it was read",
                        remedy: "run again when the export is whole")
                ])
        }
        self = anew
    }
}

/// Takes batches of one file and keeps their scores.
final class ScoreSink {
    private var table: ScoredAssessments
    private var tally: ScoringTally
    private var waiting = WaitingRows()
    private let instrument: Instrument
    private var scorer: Scorer?
    private var narrowed: [Scorer] = []
    private let file: Int16
    private let inUse: ItemsInUse
    /// How long the file is.
    private let bytes: Int

    init(_ instrument: Instrument, file: Int16, _ inUse: ItemsInUse, bytes: Int) {
        self.instrument = instrument
        self.file = file
        self.inUse = inUse
        self.bytes = bytes
        tally = ScoringTally(scaleCount: instrument.scales.count)
        table = ScoredAssessments(
            instrument: instrument.name, scaleCount: instrument.scales.count)
    }

    func take(_ batch: AssessmentBatch) {
        let scorer = scorer ?? begin(batch)
        waiting.take(batch, after: table.count, scorer)
        scorer.score(
            batch, file: file, into: &table, tally: &tally, narrowed: narrowed, to: inUse)
    }

    /// What the file gave, now that it is read.
    func scored(_ reception: FileReception) -> ScoredFile {
        ScoredFile(reception: reception, table: table, tally: tally, waiting: waiting)
    }

    /// Makes the scorers ready, now that the file's columns are known.
    private func begin(_ batch: AssessmentBatch) -> Scorer {
        let scorer = Scorer(instrument, present: batch.presentItems)
        narrowed = scorer.narrowed(to: inUse, present: batch.presentItems)
        self.scorer = scorer
        makeRoom(batch)
        return scorer
    }

    /// Makes room for the rows that the file may have, by the length of its first ones; a little
    /// more, since room that nobody comes to use costs nothing.
    private func makeRoom(_ batch: AssessmentBatch) {
        guard batch.offset > 0 else { return }
        let rows = bytes / max(1, batch.offset / batch.count)
        table.reserveCapacity(rows + rows / 16)
    }
}
