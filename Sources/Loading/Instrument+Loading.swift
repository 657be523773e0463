import Basics
import Model

/// Reads an instrument's definition; `path` stands in the findings and names the instrument.
/// Items that are open-ended go on until there are `openItems` of them.
public func loadInstrument(
    yaml: String, path: String, openItems: Int = 0
) -> Loaded<Instrument> {
    let file = YAMLFile(name: path)
    let value = file.root(of: yaml).flatMap { readInstrument($0, path: path, openItems) }
    return Loaded(value: file.findings.isEmpty ? value : nil, findings: file.findings)
}

private func readInstrument(
    _ root: YAMLMapping, path: String, _ openItems: Int
) -> Instrument? {
    let name = readName(root, key: "instrument", path: path)
    let aliases = root.optional("aliases")?.list { $0.text() } ?? []
    let title = root.required("title")?.localized()
    let licence = root.required("licence")?.localized()
    let about = root.required("about").flatMap(readAbout)
    var vocabulary = InstrumentVocabulary()
    vocabulary.openItems = openItems
    vocabulary.sources = readSources(root)
    vocabulary.basis = vocabulary.basis(in: root, inheriting: NearestBasis())
    let informants = root.required("informants").map(readInformants) ?? []
    vocabulary.informants = informants.map(\.name)
    vocabulary.readItems(root)
    vocabulary.readEditions(root, name: name ?? "", title: title)
    vocabulary.readBandLabels(root)
    let scales = vocabulary.readScales(root)
    let examples = vocabulary.readExamples(root, scales: scales)
    root.finish()
    guard let name, let title, let licence, let about else { return nil }
    return Instrument(
        name: name, aliases: aliases, title: title, licence: licence,
        sources: vocabulary.sources, informants: vocabulary.informants,
        informantAges: informants.map(\.ages), about: about, answerUnit: vocabulary.answerUnit,
        items: vocabulary.items, editions: vocabulary.editions, scales: scales,
        examples: examples)
}

private func readAbout(_ value: YAMLValue) -> FamilyRole? {
    switch value.text() {
    case "child": return .child
    case "parent": return .parent
    case "family": return .unknown
    default:
        value.report("takes child, parent or family")
        return nil
    }
}

private func readSources(_ root: YAMLMapping) -> [SourceNote] {
    guard let mapping = root.required("sources")?.mapping() else { return [] }
    return mapping.all().compactMap { key, value in
        value.text().map { SourceNote(key: key, citation: $0) }
    }
}

/// Reads informants with the ages at which they may answer: `self: 11..17 years`.
private func readInformants(_ value: YAMLValue) -> [(name: String, ages: AgeRange?)] {
    guard let mapping = value.mapping() else { return [] }
    return mapping.all().map { name, value in
        (name, value.text() == "any age" ? nil : value.ages())
    }
}

extension InstrumentVocabulary {
    /// Reads `answer-unit`, `items` and `reversed`.
    fileprivate mutating func readItems(_ root: YAMLMapping) {
        answerUnit = root.optional("answers-per-point")?.integer(in: 1...100) ?? 1
        for (notation, value) in root.required("items")?.mapping()?.all() ?? [] {
            readItems(notation, value)
        }
        reversed = Set(root.optional("reversed").flatMap { items($0) } ?? [])
    }

    private mutating func readItems(_ notation: String, _ value: YAMLValue) {
        guard var item = value.isWord ? plainItem(value) : detailedItem(value) else { return }
        for name in names(notation, value, isOpenEnded: item.isOpenEnded) {
            item.name = name
            if items.contains(where: { $0.name == name }) {
                value.report("declares the item '\(name)' twice")
            }
            items.append(item)
        }
    }

    /// The names that a span stands for, and as many more as are asked for where it is open-ended.
    private func names(
        _ notation: String, _ value: YAMLValue, isOpenEnded: Bool
    ) -> [String] {
        let names = value.expanded(notation)
        guard isOpenEnded, let last = names.last, let number = Int(last.dropFirst(last.stem.count))
        else { return names }
        let more = max(0, min(openItems, InstrumentNotation.greatestNumber) - names.count)
        return names + (0..<more).map { last.stem + String(number + 1 + $0) }
    }

    private func plainItem(_ value: YAMLValue) -> Item? {
        value.span().flatMap { item(answers: $0, value) }
    }

    private func detailedItem(_ value: YAMLValue) -> Item? {
        guard let mapping = value.mapping() else { return nil }
        let answers = mapping.required("answers")?.span()
        let step = mapping.optional("step")?.integer(in: 1...1000) ?? 1
        let whenEmpty = mapping.optional("when-empty")?.integer(in: 0...greatestAnswer)
        let isOptional = mapping.optional("optional")?.flag() ?? false
        let isOpenEnded = mapping.optional("open-ended")?.flag() ?? false
        mapping.finish()
        guard let answers, var item = item(answers: answers, value) else { return nil }
        item.step = Int16(step)
        item.whenEmpty = whenEmpty.map { Int16($0 * answerUnit) }
        item.isOptional = isOptional
        item.isOpenEnded = isOpenEnded
        return item
    }

    private func item(answers: ClosedRange<Int>, _ value: YAMLValue) -> Item? {
        guard answers.lowerBound >= 0, answers.upperBound <= greatestAnswer else {
            value.report("takes answers of 0 to \(greatestAnswer)")
            return nil
        }
        return Item(
            name: "", lowest: Int16(answers.lowerBound * answerUnit),
            highest: Int16(answers.upperBound * answerUnit))
    }

    /// Reads band sets' titles and labels.
    fileprivate mutating func readBandLabels(_ root: YAMLMapping) {
        for (name, value) in root.optional("band-sets")?.mapping()?.all() ?? [] {
            guard let mapping = value.mapping() else { continue }
            let title = mapping.required("title")?.localized()
            let bands = mapping.required("bands")?.mapping()?.all().compactMap { name, value in
                value.localized().map { Band(name: name, label: $0) }
            }
            let ascending = mapping.optional("ascending")?.list { $0.text() }
            mapping.finish()
            guard let title, let bands else { continue }
            bandLabels[name] = BandLabels(
                title: title, bands: bands, ascending: ascending ?? bands.map(\.name))
        }
    }
}
