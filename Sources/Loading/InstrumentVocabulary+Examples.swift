import Basics
import Model

extension InstrumentVocabulary {
    /// How many examples a definition has at least: lowest, highest, and missing at and beyond
    /// what the rules allow.
    static let leastExamples = 4

    /// Reads the worked examples.
    func readExamples(_ root: YAMLMapping, scales: [Scale]) -> [InstrumentExample] {
        guard let value = root.required("examples"), let rows = value.list() else { return [] }
        if rows.count < InstrumentVocabulary.leastExamples {
            value.report("needs at least \(InstrumentVocabulary.leastExamples) examples")
        }
        return rows.compactMap { $0.mapping().flatMap { readExample($0, scales) } }
    }

    private func readExample(_ row: YAMLMapping, _ scales: [Scale]) -> InstrumentExample? {
        let name = row.required("name")?.text()
        let edition = row.optional("edition").flatMap { self.edition($0) } ?? 0
        let informant = row.optional("informant").flatMap { self.informant($0) }
        let form = row.optional("form").flatMap { self.form($0, of: edition) }
        let age = row.optional("age").flatMap(readAge)
        let answers = row.required("answers")?.mapping().map(readAnswers)
        let expected = row.required("gives")?.mapping().map { readExpected($0, scales) }
        row.finish()
        guard let name, let answers, let expected, editions.indices.contains(edition) else {
            return nil
        }
        return InstrumentExample(
            name: name, edition: editions[edition].name,
            informant: informant.map { informants[$0] },
            form: form.map { editions[edition].forms[$0].name }, ageInMonths: age,
            answers: answers, expected: expected)
    }

    /// Reads `9 years` or `14 months`.
    private func readAge(_ value: YAMLValue) -> Int? {
        let words = value.text()?.split(separator: " ").map(String.init) ?? []
        guard words.count == 2, let number = Int(words[0]),
            let unit = AgeRange.Unit(rawValue: words[1])
        else {
            value.report("takes an age such as '9 years' or '14 months'")
            return nil
        }
        return unit == .years ? number * 12 : number
    }

    /// Reads answers in points by item or span of items; later lines replace earlier ones.
    private func readAnswers(_ mapping: YAMLMapping) -> [Int16?] {
        var answers: [Int16?] = items.map(\.whenEmpty)
        for (notation, value) in mapping.all() {
            let indices = value.expanded(notation).compactMap { item($0, at: value) }
            let values = value.isWord ? indices.map { _ in value } : value.list() ?? []
            if values.count != indices.count {
                value.report("has \(values.count) answers for \(indices.count) items")
            }
            for (index, value) in zip(indices, values) { answers[index] = answer(value, index) }
        }
        return answers
    }

    private func answer(_ value: YAMLValue, _ index: Int) -> Int16? {
        if value.isNone { return nil }
        guard let points = value.number() else { return nil }
        let units = points * Ratio(answerUnit)
        guard units.denominator == 1, items[index].takes(Int(units.numerator)) else {
            value.report("is no answer that '\(items[index].name)' takes")
            return nil
        }
        return Int16(units.numerator)
    }

    private func readExpected(
        _ mapping: YAMLMapping, _ scales: [Scale]
    ) -> [InstrumentExample.Expectation] {
        mapping.all().flatMap { name, value -> [InstrumentExample.Expectation] in
            let known = scales.map(\.name)
            guard let index = index(of: name, among: known, "scale", at: value) else { return [] }
            return expectations(of: scales[index], value)
        }
    }

    private func expectations(
        of scale: Scale, _ value: YAMLValue
    ) -> [InstrumentExample.Expectation] {
        if value.isWord { return [.init(scale: scale.name, score: score(value))] }
        guard let mapping = value.mapping() else { return [] }
        let score = mapping.required("score").flatMap { self.score($0) }
        let bands = scale.bandSets.compactMap { set in
            mapping.optional(set.name).flatMap { value in
                band(of: set, value).map {
                    InstrumentExample.Expectation(
                        scale: scale.name, score: score, bandSet: set.name, band: $0)
                }
            }
        }
        mapping.finish()
        return bands.isEmpty ? [.init(scale: scale.name, score: score)] : bands
    }

    private func band(of set: BandSet, _ value: YAMLValue) -> String? {
        guard let name = value.text() else { return nil }
        return index(of: name, among: set.bands.map(\.name), "band", at: value).map { _ in name }
    }

    /// A score, or nothing for `none`.
    private func score(_ value: YAMLValue) -> Ratio? {
        guard let text = value.text(), text != "none" else { return nil }
        if let score = Ratio(notation: text) { return score }
        value.report("takes a score such as 7, 67.5 or 1340/22, or none")
        return nil
    }
}
