import Basics
import Model

/// Scores an instrument's worked examples; each that comes out otherwise is a finding.
///
/// `file` is the definition's path as it stands in the findings.
public func verifyExamples(_ instrument: Instrument, file: String? = nil) -> [Finding] {
    let verification = ExampleVerification(
        scorer: Scorer(instrument), file: file ?? instrument.name + ".yaml")
    return instrument.examples.flatMap(verification.verify)
}

/// The examples of one instrument, scored as rows are.
private struct ExampleVerification {
    let scorer: Scorer
    let file: String

    /// The day on which examples take place: any will do, since only ages matter.
    private static let day = CalendarDate(days: 19_888)

    private var instrument: Instrument { scorer.instrument }

    func verify(_ example: InstrumentExample) -> [Finding] {
        let row = scorer.score(row: 0, of: batch(of: example))
        return example.expected.compactMap { difference(from: $0, in: row, example) }
    }

    private func difference(
        from expected: InstrumentExample.Expectation, in row: ScoredRow,
        _ example: InstrumentExample
    ) -> Finding? {
        let name = "example '\(example.name)': \(expected.scale)"
        guard
            let score = row.scores.first(where: {
                instrument.scales[$0.scale].name == expected.scale
            })
        else { return finding("\(name) is not given by this edition") }
        if score.value != expected.score {
            return finding("\(name) is \(words(score.value)), not \(words(expected.score))")
        }
        guard let set = expected.bandSet, let band = expected.band else { return nil }
        let found = scorer.band(of: score, in: row, set: set)?.band.name ?? "no band"
        return found == band ? nil : finding("\(name) is \(found) in \(set), not \(band)")
    }

    private func words(_ score: Ratio?) -> String { score.map(\.description) ?? "none" }

    private func finding(_ summary: String) -> Finding {
        Finding(.definitionExampleFails, .error, at: Place(file), summary)
    }

    /// A batch of one row that holds the example.
    private func batch(of example: InstrumentExample) -> AssessmentBatch {
        let batch = AssessmentBatch(itemCount: instrument.items.count, capacity: 1)
        let edition = instrument.editions.firstIndex { $0.name == example.edition } ?? 0
        let informant = instrument.informants.firstIndex { $0 == example.informant }
        let form = form(of: example, instrument.editions[edition], informant)
        batch.count = 1
        batch.dates[0] = ExampleVerification.day.days
        batch.birthDates[0] =
            age(of: example, form, informant).map {
                ExampleVerification.day.adding(months: -$0).days
            } ?? AssessmentBatch.none
        batch.gestationWeeks[0] = AssessmentBatch.none
        batch.intervals[0] = form?.interval.map { Int32($0) } ?? AssessmentBatch.none
        batch.informants[0] = informant.map { UInt8($0) } ?? AssessmentBatch.noCode
        batch.editions[0] = UInt8(edition)
        batch.lines[0] = 1
        for (item, answer) in example.answers.enumerated() {
            batch.answers[item] = answer ?? AssessmentBatch.missing
        }
        return batch
    }

    /// The form that the example names, else the first that its informant may answer.
    private func form(
        of example: InstrumentExample, _ edition: Edition, _ informant: Int?
    ) -> Form? {
        if let name = example.form { return edition.forms.first { $0.name == name } }
        return edition.forms.first { AgeSpan($0.ages).high >= youngest(informant) }
    }

    /// The example's age, else the youngest at which form and informant both allow an answer.
    private func age(of example: InstrumentExample, _ form: Form?, _ informant: Int?) -> Int? {
        if let age = example.ageInMonths { return age }
        return form.map { max(AgeSpan($0.ages).low, youngest(informant)) }
    }

    private func youngest(_ informant: Int?) -> Int {
        informant.flatMap { instrument.informantAges[$0] }.map { AgeSpan($0).low } ?? 0
    }
}
