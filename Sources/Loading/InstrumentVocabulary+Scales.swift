import Basics
import Model

extension InstrumentVocabulary {
    /// Reads the scales in the order of the file.
    mutating func readScales(_ root: YAMLMapping) -> [Scale] {
        var scales: [Scale] = []
        for (name, value) in root.required("scales")?.mapping()?.all() ?? [] {
            guard let block = value.mapping() else { continue }
            if let each = block.optional("each") {
                scales += readFamily(name, block, each: each, after: scales)
            } else if let scale = readScale(name, block, parts: nil, after: scales) {
                scales.append(scale)
            }
            block.finish()
        }
        if scales.isEmpty { root.place.report("needs at least one scale") }
        return scales
    }

    /// Reads one scale an item: `{item}` stands in the name and `{n}` in the title.
    private func readFamily(
        _ name: String, _ block: YAMLMapping, each: YAMLValue, after scales: [Scale]
    ) -> [Scale] {
        guard let members = items(each), let first = members.first,
            let pattern = readScale(name, block, parts: .items([first]), after: scales)
        else { return [] }
        return members.enumerated().map { offset, item in
            var scale = pattern
            scale.name = name.replacing("{item}", with: items[item].name)
            scale.title = LocalizedText(
                da: pattern.title.danish.replacing("{n}", with: String(offset + 1)),
                en: pattern.title.english.replacing("{n}", with: String(offset + 1)))
            scale.rule.parts = .items([item])
            scale.rule.reversed = reversed.intersection([item])
            return scale
        }
    }

    /// Reads the name of a scale declared above.
    private func readLater(_ value: YAMLValue, after scales: [Scale]) -> String? {
        guard let name = value.text() else { return nil }
        if scales.contains(where: { $0.name == name }) { return name }
        let hint = NearMiss.hint(name, among: scales.map(\.name))
        value.report("continues as '\(name)', which is no scale above it\(hint)")
        return nil
    }

    private func readScale(
        _ name: String, _ block: YAMLMapping, parts: ScoringRule.Parts?, after scales: [Scale]
    ) -> Scale? {
        let title = block.required("title")?.localized()
        let givenBy = readGivenBy(block)
        let ages = block.optional("ages")?.ages()
        let outer = basis(in: block, inheriting: basis)
        let range = block.required("range")?.span()
        let better = block.required("better")?.choice(Better.self)
        let across = block.optional("compares-across-forms")?.flag() ?? true
        let later = block.optional("continues-as").flatMap { readLater($0, after: scales) }
        let reader = RuleReader(vocabulary: self, scales: scales, block: block)
        let rule = reader.read(parts: parts)
        let basis = complete(outer, of: block)
        guard let title, let range, let better, let rule else { return nil }
        var scale = Scale(
            name: name, title: title, editions: givenBy, ages: ages, rule: rule,
            lowest: Ratio(range.lowerBound), highest: Ratio(range.upperBound), better: better,
            comparesAcrossForms: across, continuesAs: later, basis: basis)
        readMeanings(of: &scale, block, outer)
        checkRange(of: scale, after: scales, block)
        return scale
    }

    private func readGivenBy(_ block: YAMLMapping) -> [Int] {
        guard let value = block.optional("editions") else {
            if editions.count > 1 {
                block.place.report("needs 'editions', since there are several")
            }
            return [0]
        }
        return value.list { edition($0) } ?? []
    }

    /// Reads how scores are judged: cut-offs first, since bands may name them.
    private func readMeanings(of scale: inout Scale, _ block: YAMLMapping, _ outer: NearestBasis) {
        let keys = KeyedReader(
            vocabulary: self, edition: scale.editions.first ?? 0, scale: scale, basis: outer)
        scale.cutOffs = keys.rows(block.optional("cut-offs")) { keys.cutOff($0) }
        scale.change = keys.rows(block.optional("change")) { keys.changeRule($0) }
        scale.norms = keys.rows(block.optional("norms")) { keys.norm($0) }
        scale.bandSets = keys.bandSets(block.optional("bands"), cutOffs: scale.cutOffs)
        if let repeats = block.optional("repeat")?.mapping() {
            let days = repeats.required("within-days")?.integer(in: 1...365)
            let basis = basis(in: repeats, inheriting: outer)
            scale.repeatWithin = days.flatMap { sourced($0, basis, in: repeats) }
            repeats.finish()
        }
    }
}
