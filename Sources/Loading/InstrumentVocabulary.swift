import Basics
import Model

/// The names that the parts of one definition may refer to, as far as it has been read.
struct InstrumentVocabulary {
    var sources: [SourceNote] = []
    /// Where facts come from when nothing nearer says so.
    var basis: NearestBasis = NearestBasis()
    var answerUnit = 1
    var informants: [String] = []
    var items: [Item] = []
    /// How far open-ended items go on at least.
    var openItems = 0
    var reversed: Set<Int> = []
    var editions: [Edition] = []
    var bandLabels: [String: BandLabels] = [:]

    /// The greatest answer, in points, that an item may take.
    var greatestAnswer: Int { InstrumentNotation.greatestNumber / answerUnit }

    /// The index of an item by its name.
    func item(_ name: String, at value: YAMLValue) -> Int? {
        index(of: name, among: items.map(\.name), "item", at: value)
    }

    /// The indices of items by their names or spans of names.
    func items(_ value: YAMLValue) -> [Int]? {
        names(value)?.compactMap { item($0, at: value) }
    }

    /// The value as names, each of which may be a span such as `sdq1..sdq25`, or `w1..` for all
    /// items from `w1` on that are numbered like it.
    func names(_ value: YAMLValue) -> [String]? {
        let words = value.isWord ? [value] : value.list()
        return words?.flatMap { word in word.text().map { names($0, at: word) } ?? [] }
    }

    private func names(_ notation: String, at value: YAMLValue) -> [String] {
        guard let (first, last) = notation.halves(around: ".."), last.isEmpty else {
            return value.expanded(notation)
        }
        let stem = first.stem
        guard let low = Int(first.dropFirst(stem.count)),
            let start = items.firstIndex(where: { $0.name == stem + String(low) })
        else {
            return value.expanded(notation)
        }
        return items[start...].map(\.name).filter { $0.stem == stem && $0 != stem }
    }

    /// The index of an informant by name.
    func informant(_ value: YAMLValue) -> Int? {
        value.text().flatMap { index(of: $0, among: informants, "informant", at: value) }
    }

    /// The index of an edition by name.
    func edition(_ value: YAMLValue) -> Int? {
        value.text().flatMap {
            index(of: $0, among: editions.map(\.name), "edition", at: value)
        }
    }

    /// The index of a form of an edition by name.
    func form(_ value: YAMLValue, of edition: Int) -> Int? {
        value.text().flatMap {
            index(of: $0, among: editions[edition].forms.map(\.name), "form", at: value)
        }
    }

    /// The index of a name in a list; an unknown name is reported with a near miss.
    func index(
        of name: String, among known: [String], _ kind: String, at value: YAMLValue
    ) -> Int? {
        if let index = known.firstIndex(of: name) { return index }
        value.report(
            "names the \(kind) '\(name)', which is not declared"
                + NearMiss.hint(name, among: known), code: .definitionNameUnknown)
        return nil
    }
}

/// A source and an evidence, each from the nearest block that names it.
struct NearestBasis {
    var source: String?
    var evidence: Evidence?
    var confirmedBy: String?
}

extension InstrumentVocabulary {
    /// Reads `from`, `evidence` and `confirmed-by` of a block; what is absent is inherited.
    func basis(in block: YAMLMapping, inheriting outer: NearestBasis) -> NearestBasis {
        var basis = outer
        if let value = block.optional("from"), let key = value.text() {
            _ = index(of: key, among: sources.map(\.key), "source", at: value)
            basis.source = key
        }
        if let evidence = block.optional("evidence") {
            basis.evidence = evidence.choice(Evidence.self)
        }
        if let name = block.optional("confirmed-by") { basis.confirmedBy = name.text() }
        return basis
    }

    /// The basis of a block that states facts; one that nothing names is reported.
    func complete(_ basis: NearestBasis, of block: YAMLMapping) -> Basis? {
        guard let source = basis.source else {
            block.place.report("needs a source: 'from: <key>'", code: .definitionKeyMissing)
            return nil
        }
        guard let evidence = basis.evidence else {
            block.place.report(
                "needs 'evidence: confirmed' or 'evidence: provisional'",
                code: .definitionKeyMissing)
            return nil
        }
        return Basis(source: source, evidence: evidence)
    }

    /// A value with the basis of its block.
    func sourced<Value>(
        _ value: Value, _ basis: NearestBasis, in block: YAMLMapping
    ) -> Sourced<Value>? {
        complete(basis, of: block).map {
            Sourced(
                value, source: $0.source, evidence: $0.evidence, confirmedBy: basis.confirmedBy)
        }
    }
}

/// The labels of a band set's bands, declared once and used by many scales.
struct BandLabels {
    var title: LocalizedText
    var bands: [Band]
    /// Names of bands from the lowest score up, where a scale does not say otherwise.
    var ascending: [String]
}
