import Basics
import Model

extension InstrumentVocabulary {
    /// Reads the editions; an instrument that names none has one of its own name.
    mutating func readEditions(_ root: YAMLMapping, name: String, title: LocalizedText?) {
        let only = Edition(name: name, title: title ?? LocalizedText(same: name))
        guard let block = root.optional("editions")?.mapping() else {
            editions = [only]
            return
        }
        editions = block.all().compactMap { name, value in
            value.mapping().flatMap { readEdition(name, $0) }
        }
        if block.keys.isEmpty { block.place.report("needs at least one edition") }
        if editions.isEmpty { editions = [only] }
    }

    private func readEdition(_ name: String, _ mapping: YAMLMapping) -> Edition? {
        let title = mapping.required("title")?.localized()
        let aliases = mapping.optional("aliases")?.list { $0.text() } ?? []
        let assumed = mapping.optional("assumed")?.mapping().flatMap(readAssumption)
        let corrects = mapping.optional("corrects-for-prematurity")?.flag() ?? false
        let forms = mapping.optional("forms")?.mapping().map(readForms) ?? []
        mapping.finish()
        return title.map {
            Edition(
                name: name, aliases: aliases, title: $0, assumed: assumed, forms: forms,
                correctsForPrematurity: corrects)
        }
    }

    private func readAssumption(_ mapping: YAMLMapping) -> Edition.Assumption? {
        let informant = mapping.required("informant").flatMap { self.informant($0) }
        let ages = mapping.required("ages")?.ages()
        mapping.finish()
        guard let informant, let ages else { return nil }
        return Edition.Assumption(informant: informant, ages: ages)
    }

    private func readForms(_ block: YAMLMapping) -> [Form] {
        let outer = basis(in: block, inheriting: basis)
        let rows = block.required("rows")?.list { $0.mapping() } ?? []
        block.finish()
        let forms = rows.compactMap { readForm($0, outer) }
        let names = forms.map(\.name)
        if Set(names).count < names.count { block.place.report("names a form twice") }
        return forms
    }

    private func readForm(_ row: YAMLMapping, _ outer: NearestBasis) -> Form? {
        let name = row.required("form")?.text()
        let ages = row.required("ages")?.ages()
        let interval = row.optional("interval")?.integer(in: 0...1000)
        let scored = row.optional("scored-items")?.integer(in: 1...max(1, items.count))
        let omitted = row.optional("most-omitted")?.integer(in: 0...max(1, items.count))
        let basis = complete(self.basis(in: row, inheriting: outer), of: row)
        row.finish()
        guard let name, let ages else { return nil }
        return Form(
            name: name, ages: ages, interval: interval, scoredItems: scored,
            mostOmitted: omitted, basis: basis)
    }
}
