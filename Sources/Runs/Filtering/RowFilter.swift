import Basics
import Intake
import Model
import Scoring

/// Takes the batches of one file, scores each row and hands it to the writer.
final class RowFilter {
    private let file: String
    private let choice: InstrumentChoice
    private let writer: ScoreWriter
    private var scorer: Scorer?
    private var tally: ScoringTally
    private var findings = Findings()
    private var otherEditions = 0

    init(_ file: String, _ choice: InstrumentChoice, _ writer: ScoreWriter) {
        self.file = file
        self.choice = choice
        self.writer = writer
        tally = ScoringTally(scaleCount: choice.instrument.scales.count)
    }

    func take(_ batch: AssessmentBatch, _ identifiers: RowIdentifiers) {
        let scorer = scorer ?? Scorer(choice.instrument, present: batch.presentItems)
        self.scorer = scorer
        for row in 0..<batch.count where mayPass(identifiers, row, line: batch.lines[row]) {
            var scored = scorer.score(row: row, of: batch)
            scored.scores.removeAll { !choice.scales[$0.scale] }
            if scored.scores.isEmpty { otherEditions += 1 }
            tally.note(scored, line: batch.lines[row])
            writer.write(scored, by: scorer, identifiers, row)
        }
        writer.flush()
    }

    /// Adds what is to be said of the rows.
    func report(into all: inout Findings) {
        all.merge(findings)
        tally.report(file: file, into: &all)
        guard otherEditions > 0 else { return }
        all.report(
            Finding(
                .rowsOfOtherEdition, .note, at: Place(file),
                "rows of another edition give no such score: \(otherEditions)"))
    }

    /// Whether a row may be written; an identifier in the form of a CPR number never passes as
    /// it is, nor one that is no text.
    private func mayPass(_ identifiers: RowIdentifiers, _ row: Int, line: Int32) -> Bool {
        mayPass(identifiers.ofCase(row), "case", line, identifiers.caseColumn)
            && mayPass(identifiers.ofPerson(row), "person", line, identifiers.personColumn)
    }

    private func mayPass(
        _ identifier: ArraySlice<UInt8>, _ what: String, _ line: Int32, _ column: Int
    ) -> Bool {
        guard let (code, why) = fault(of: identifier) else { return true }
        findings.report(
            Finding(
                code, .error, at: Place(file, line: Int(line), column: column),
                "the \(what)'s identifier \(why); the row is not scored"))
        return false
    }

    /// Why an identifier may not be written, nor a pseudonym be made of it: two that are no UTF-8
    /// could not be told apart.
    private func fault(of identifier: ArraySlice<UInt8>) -> (FindingCode, String)? {
        if identifier.contains(where: { $0 >= 0x80 }),
            String(validating: identifier, as: UTF8.self) == nil
        {
            return (.encodingWrong, "is no UTF-8")
        }
        return !writer.isPseudonymous && isCivil(identifier)
            ? (.identifierNotPseudonymous, "has the form of a CPR number") : nil
    }

    private func isCivil(_ identifier: ArraySlice<UInt8>) -> Bool {
        // A short identifier in ASCII cannot hold the digits of one.
        let digits = identifier.count { $0 &- 48 < 10 }
        guard
            digits >= CivilRegistrationNumber.fewestDigits
                || identifier.contains(where: { $0 >= 0x80 })
        else { return false }
        return CivilRegistrationNumber.isHeld(in: String(decoding: identifier, as: UTF8.self))
    }
}
