import Basics
import Model
import Scoring

/// One filled-in form, as a test writes it down.
struct FilledForm {
    var informant: String?
    var edition: String?
    var birth: CalendarDate?
    var date = CalendarDate(iso: "2024-06-15")!
    var gestationWeeks: Int?
    var interval: Int?
    /// Answer units by item, in the definition's order.
    var answers: [Int16?]

    init(_ instrument: Instrument) {
        answers = instrument.items.map(\.whenEmpty)
    }
}

extension FilledForm {
    /// Writes an answer, in answer units, by the item's name.
    mutating func answer(_ item: String, _ answer: Int?, _ instrument: Instrument) {
        let index = instrument.items.firstIndex { $0.name == item }!
        answers[index] = answer.map { Int16($0) }
    }
}

extension AssessmentBatch {
    /// Makes a batch of forms; each line is its number from 1.
    convenience init(_ forms: [FilledForm], _ instrument: Instrument) {
        self.init(itemCount: instrument.items.count, capacity: max(1, forms.count))
        for (row, form) in forms.enumerated() { fill(row, form, instrument) }
        count = forms.count
    }

    private func fill(_ row: Int, _ form: FilledForm, _ instrument: Instrument) {
        cases[row] = Int32(row)
        persons[row] = Int32(row)
        dates[row] = form.date.days
        birthDates[row] = form.birth?.days ?? AssessmentBatch.none
        sessions[row] = AssessmentBatch.none
        lines[row] = Int32(row + 1)
        gestationWeeks[row] = form.gestationWeeks.map { Int32($0) } ?? AssessmentBatch.none
        intervals[row] = form.interval.map { Int32($0) } ?? AssessmentBatch.none
        informants[row] = code(form.informant, among: instrument.informants)
        editions[row] = code(form.edition, among: instrument.editions.map(\.name))
        contentHashes[row] = UInt64(row)
        for (item, answer) in form.answers.enumerated() {
            answers[row * itemCount + item] = answer ?? AssessmentBatch.missing
        }
    }

    private func code(_ name: String?, among names: [String]) -> UInt8 {
        names.firstIndex { $0 == name }.map { UInt8($0) } ?? AssessmentBatch.noCode
    }
}

extension Scorer {
    /// Scores one form and names the scales.
    func scores(_ form: FilledForm, present: [Bool]? = nil) -> [String: ScaleScore] {
        let batch = AssessmentBatch([form], instrument)
        if let present { batch.presentItems = present }
        let row = fitted(to: batch).score(row: 0, of: batch)
        return Dictionary(
            uniqueKeysWithValues: row.scores.map { (instrument.scales[$0.scale].name, $0) })
    }
}
