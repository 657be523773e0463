import Basics
import Model

/// Reads the numbers by which a scale's scores are judged, each under the key it applies to.
struct KeyedReader {
    let vocabulary: InstrumentVocabulary
    /// The edition whose forms keys name.
    let edition: Int
    let scale: Scale
    /// Where numbers come from when their own block does not say so.
    let basis: NearestBasis

    /// Reads a block of rows: `{from, evidence, rows: […]}`.
    func rows<Value>(
        _ value: YAMLValue?, read: (YAMLMapping) -> Value?
    ) -> [Keyed<Value>] {
        guard let block = value?.mapping() else { return [] }
        let outer = vocabulary.basis(in: block, inheriting: basis)
        let rows = block.required("rows")?.list { $0.mapping() } ?? []
        block.finish()
        return rows.compactMap { row in keyed(row, outer) { row, _ in read(row) } }
    }

    private func keyed<Value>(
        _ row: YAMLMapping, _ outer: NearestBasis, _ read: (YAMLMapping, ScoreKey) -> Value?
    ) -> Keyed<Value>? {
        let key = key(row)
        let value = read(row, key)
        let nearest = vocabulary.basis(in: row, inheriting: outer)
        let sourced = value.flatMap { vocabulary.sourced($0, nearest, in: row) }
        row.finish()
        return sourced.map { Keyed(key: key, sourced: $0) }
    }

    private func key(_ row: YAMLMapping) -> ScoreKey {
        ScoreKey(
            informant: row.optional("informant").flatMap { vocabulary.informant($0) },
            form: row.optional("form").flatMap { vocabulary.form($0, of: edition) },
            ages: row.optional("ages")?.ages(), sex: row.optional("sex").flatMap(readSex))
    }

    private func readSex(_ value: YAMLValue) -> String? {
        guard let sex = value.text() else { return nil }
        if sex != "boy" && sex != "girl" { value.report("takes boy or girl") }
        return sex
    }
}

// MARK: Cut-offs, rules of change and norms

extension KeyedReader {
    /// Reads `at-least`, `above`, `at-most` or `below`: where the clinical range begins.
    func cutOff(_ row: YAMLMapping) -> CutOff? {
        let words: [(name: String, better: Better, isClinical: Bool)] = [
            ("at-least", .lower, true), ("above", .lower, false),
            ("at-most", .higher, true), ("below", .higher, false),
        ]
        let found = words.compactMap { word in row.optional(word.name).map { (word, $0) } }
        guard found.count == 1 else {
            row.place.report("takes one of at-least, above, at-most and below")
            return nil
        }
        let (word, value) = found[0]
        if word.better != scale.better {
            value.report("does not fit: \(scale.better.rawValue) scores are better on this scale")
        }
        return number(value).map { CutOff(value: $0, isClinicalAtValue: word.isClinical) }
    }

    /// A number within the scale's range.
    private func number(_ value: YAMLValue) -> Ratio? {
        guard let number = value.number() else { return nil }
        if number < scale.lowest || number > scale.highest {
            value.report("takes \(scale.lowest) to \(scale.highest), the range of the scale")
        }
        return number
    }

    /// Reads `points`, `steps`, `minimal-important-difference` or `jacobson-truax`.
    func changeRule(_ row: YAMLMapping) -> ChangeRule? {
        let rules: [ChangeRule?] = [
            row.optional("points")?.number().map { .points($0) },
            row.optional("steps")?.number().map { .steps($0) },
            row.optional("minimal-important-difference")?.number().map {
                .minimalImportantDifference($0)
            },
            row.optional("jacobson-truax")?.mapping().flatMap(jacobsonTruax),
        ]
        let found = rules.compactMap(\.self)
        if found.count == 1 { return found[0] }
        row.place.report(
            "takes one of points, steps, minimal-important-difference and jacobson-truax")
        return nil
    }

    private func jacobsonTruax(_ mapping: YAMLMapping) -> ChangeRule? {
        let sd = mapping.required("sd")?.number()
        let reliability = mapping.required("reliability")?.number()
        let kind = mapping.required("kind")?.choice(ChangeRule.Reliability.self)
        mapping.finish()
        guard let sd, let reliability, let kind else { return nil }
        guard sd > 0, reliability > 0, reliability < 1 else {
            mapping.place.report("takes an sd above 0 and a reliability between 0 and 1")
            return nil
        }
        return .jacobsonTruax(sd: sd, reliability: reliability, kind: kind)
    }

    /// Reads a reference group's mean, sd and, where published, retest reliability.
    func norm(_ row: YAMLMapping) -> Norm? {
        let group = row.required("group")?.text()
        let mean = row.required("mean").flatMap { number($0) }
        let sd = row.required("sd")?.number()
        let retest = row.optional("retest")?.number()
        guard let group, let mean, let sd else { return nil }
        return Norm(group: group, mean: mean, sd: sd, retest: retest)
    }
}

// MARK: Bands

extension KeyedReader {
    /// Reads band sets; a bound written `cut-off` is the cut-off under the same key.
    func bandSets(_ value: YAMLValue?, cutOffs: [Keyed<CutOff>]) -> [BandSet] {
        let sets = value?.mapping()?.all() ?? []
        return sets.compactMap { name, value in
            labels(name, value).flatMap { bandSet(name, $0, value, cutOffs) }
        }
    }

    private func bandSet(
        _ name: String, _ labels: BandLabels, _ value: YAMLValue, _ cutOffs: [Keyed<CutOff>]
    ) -> BandSet? {
        guard let block = value.mapping() else { return nil }
        let bands = bands(labels, block)
        let outer = vocabulary.basis(in: block, inheriting: basis)
        let rows = block.required("rows")?.list { $0.mapping() } ?? []
        block.finish()
        let bounds = rows.compactMap { row in
            keyed(row, outer) { lowerBounds($0, key: $1, count: bands.count, cutOffs) }
        }
        return BandSet(name: name, title: labels.title, bands: bands, bounds: bounds)
    }

    private func labels(_ name: String, _ value: YAMLValue) -> BandLabels? {
        let known = vocabulary.bandLabels.keys.sorted()
        _ = vocabulary.index(of: name, among: known, "band set", at: value)
        return vocabulary.bandLabels[name]
    }

    private func bands(_ labels: BandLabels, _ block: YAMLMapping) -> [Band] {
        let value = block.optional("ascending") ?? block.place
        let names = block.optional("ascending")?.list { $0.text() } ?? labels.ascending
        return names.compactMap { name in
            vocabulary.index(of: name, among: labels.bands.map(\.name), "band", at: value)
                .map { labels.bands[$0] }
        }
    }

    /// Reads the lower bounds: as many as bands, from the lowest score, each above the last.
    private func lowerBounds(
        _ row: YAMLMapping, key: ScoreKey, count: Int, _ cutOffs: [Keyed<CutOff>]
    ) -> [Ratio]? {
        guard let value = row.required("lower"), let values = value.list() else { return nil }
        let bounds = values.compactMap { bound($0, key, cutOffs) }
        guard bounds.count == values.count else { return nil }
        if bounds.count != count {
            value.report("has \(bounds.count) lower bounds for \(count) bands")
        } else if bounds.first != scale.lowest {
            value.report("leaves a gap: the lowest band starts at \(scale.lowest)")
        } else if zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
            value.report("overlaps: each lower bound lies above the one before it")
        } else if bounds[bounds.count - 1] > scale.highest {
            value.report("goes beyond \(scale.highest), the greatest score")
        }
        return bounds
    }

    private func bound(
        _ value: YAMLValue, _ key: ScoreKey, _ cutOffs: [Keyed<CutOff>]
    ) -> Ratio? {
        guard value.isWord, value.text() == "cut-off" else { return value.number() }
        guard let cutOff = cutOffs.first(where: { $0.key == key }) else {
            value.report("names a cut-off, but none has the same key")
            return nil
        }
        return cutOff.sourced.value.value
    }
}
