import Basics
import Model

/// Reads how one scale's parts become a score.
struct RuleReader {
    let vocabulary: InstrumentVocabulary
    /// The scales declared before this one.
    let scales: [Scale]
    let block: YAMLMapping

    /// Reads the rule; `parts` are given where one block declares a scale for each item.
    func read(parts given: ScoringRule.Parts?) -> ScoringRule? {
        let (combine, declared) = readCombine()
        guard let parts = given ?? declared else {
            if block.keys.contains("sum") || block.keys.contains("mean") { return nil }
            block.place.report("needs 'sum' or 'mean'", code: .definitionKeyMissing)
            return nil
        }
        var rule = ScoringRule(parts: parts, combine: combine)
        rule.partsByInformant = readPartsByInformant()
        rule.reversed = vocabulary.reversed.intersection(allItems(of: rule))
        rule.missing = readMissing(combine) ?? .allRequired
        readExtras(into: &rule)
        checkShape(of: rule)
        return rule
    }

    private func readCombine() -> (ScoringRule.Combine, ScoringRule.Parts?) {
        let sum = block.optional("sum")
        let mean = block.optional("mean")
        if sum != nil, let mean { mean.report("stands beside 'sum'; a scale has one of them") }
        if let sum { return (.sum, parts(sum)) }
        return (mean == nil ? .sum : .mean, mean.flatMap { parts($0) })
    }

    /// Names of scales that stand before this one, else names of items.
    private func parts(_ value: YAMLValue) -> ScoringRule.Parts? {
        guard let names = vocabulary.names(value) else { return nil }
        let known = scales.map(\.name)
        let areScales = names.contains { known.contains($0) || $0.contains(".") }
        guard areScales else {
            return .items(names.compactMap { vocabulary.item($0, at: value) })
        }
        return .scales(
            names.compactMap { vocabulary.index(of: $0, among: known, "earlier scale", at: value) })
    }

    private func readPartsByInformant() -> [Int: ScoringRule.Parts] {
        var parts: [Int: ScoringRule.Parts] = [:]
        for (name, value) in block.optional("sum-by-informant")?.mapping()?.all() ?? [] {
            let index = vocabulary.index(
                of: name, among: vocabulary.informants, "informant", at: value)
            if let index { parts[index] = self.parts(value) }
        }
        return parts
    }

    private func allItems(of rule: ScoringRule) -> Set<Int> {
        let all = [rule.parts] + rule.partsByInformant.values
        return all.reduce(into: []) { found, parts in
            if case .items(let items) = parts { found.formUnion(items) }
        }
    }

    private func readExtras(into rule: inout ScoringRule) {
        rule.recode =
            block.optional("recode")?.list { $0.integer(in: 0...1000) }?
            .map { Int16($0) } ?? []
        rule.times = block.optional("times")?.integer(in: 1...100) ?? 1
        rule.orTotal = block.optional("or-total").flatMap(readItem)
        rule.elseTotal = block.optional("else-total").flatMap(readItem)
        rule.gate = block.optional("settled-by")?.mapping().flatMap(readGate)
        rule.marks = block.optional("marks")?.mapping().flatMap(readMarks)
        rule.highestAnswer = block.optional("highest-answer")?
            .integer(in: 0...vocabulary.greatestAnswer)
            .map { Int16($0 * vocabulary.answerUnit) }
    }

    private func readItem(_ value: YAMLValue) -> Int? {
        value.text().flatMap { vocabulary.item($0, at: value) }
    }

    private func readGate(_ mapping: YAMLMapping) -> ScoringRule.Gate? {
        let item = mapping.required("item").flatMap(readItem)
        let answer = mapping.required("answer")?.integer(in: 0...vocabulary.greatestAnswer)
        let score = mapping.required("score")?.integer(in: 0...100_000)
        mapping.finish()
        guard let item, let answer, let score else { return nil }
        return ScoringRule.Gate(
            item: item, answer: Int16(answer * vocabulary.answerUnit), score: Int32(score))
    }

    private func readMarks(_ mapping: YAMLMapping) -> ScoringRule.Marks? {
        let items = mapping.required("items").flatMap { vocabulary.items($0) }
        let points = mapping.required("points")?.integer(in: 1...1000)
        mapping.finish()
        guard let items, let points else { return nil }
        return ScoringRule.Marks(items: items, points: points)
    }
}

// MARK: Missing answers

extension RuleReader {
    /// How missing answers are completed.
    private enum Completion: String, CaseIterable {
        case prorateHalfUp = "prorate-half-up"
        case prorateExactly = "prorate-exactly"
    }

    /// Reads `missing`; all parts are required where it is absent.
    private func readMissing(_ combine: ScoringRule.Combine) -> ScoringRule.Missing? {
        guard let mapping = block.optional("missing")?.mapping() else { return nil }
        defer { mapping.finish() }
        if let adjusts = mapping.optional("adjusts-from")?.integer(in: 1...100) {
            let near = mapping.optional("near-cut-off")?.integer(in: 0...1000)
            return .adjustForOmissions(ScoringRule.Adjustment(omitted: adjusts, nearCutOff: near))
        }
        switch combine {
        case .sum: return readProrating(mapping)
        case .mean: return readMeanOfAnswered(mapping)
        }
    }

    private func readProrating(_ mapping: YAMLMapping) -> ScoringRule.Missing? {
        let answered = mapping.required("answered")?.integer(in: 1...1000)
        let completion = mapping.required("then")?.choice(Completion.self)
        guard let answered, let completion else { return nil }
        switch completion {
        case .prorateHalfUp: return .prorateHalfUp(atLeast: answered)
        case .prorateExactly: return .prorateExact(atLeast: answered)
        }
    }

    private func readMeanOfAnswered(_ mapping: YAMLMapping) -> ScoringRule.Missing? {
        if let share = mapping.optional("answered-share")?.share() {
            return .meanOfAnsweredShare(atLeast: share)
        }
        return mapping.required("answered")?.integer(in: 1...1000).map {
            .meanOfAnswered(atLeast: $0)
        }
    }
}

// MARK: Checks

extension RuleReader {
    /// Reports combinations that have no meaning.
    private func checkShape(of rule: ScoringRule) {
        let all = [rule.parts] + rule.partsByInformant.values
        let counts = all.map { parts in
            switch parts {
            case .items(let items): items.count
            case .scales(let scales): scales.count
            }
        }
        if counts.contains(0) { block.place.report("combines nothing") }
        if let least = rule.leastAnswered, least > counts.min() ?? 0 {
            block.place.report("asks for more answers than it has parts")
        }
        if !rule.takesScalesPlainly {
            block.place.report("combines scales; only 'sum' or 'mean' of all of them is known")
        }
        if rule.orTotal != nil && rule.elseTotal != nil {
            block.place.report("has 'or-total' beside 'else-total'; a scale has one of them")
        }
        checkMarks(rule)
        checkRecode(rule)
    }

    private func checkMarks(_ rule: ScoringRule) {
        guard let marks = rule.marks, case .items(let items) = rule.parts else { return }
        if marks.items.count != items.count {
            block.place.report("has \(items.count) answers and \(marks.items.count) marks")
        }
    }

    private func checkRecode(_ rule: ScoringRule) {
        guard !rule.recode.isEmpty else { return }
        let answers = allItems(of: rule).map { vocabulary.items[$0] }
        for item in answers.sorted(by: { $0.name < $1.name })
        where Int(item.highest - item.lowest) + 1 != rule.recode.count {
            block.place.report(
                "recodes \(rule.recode.count) answers, but '\(item.name)' has "
                    + "\(Int(item.highest - item.lowest) + 1)")
        }
    }
}

extension ScoringRule {
    /// The least number of answers that gives a score, where the rule names one.
    fileprivate var leastAnswered: Int? {
        switch missing {
        case .prorateHalfUp(let least), .prorateExact(let least), .meanOfAnswered(let least): least
        case .allRequired, .meanOfAnsweredShare, .adjustForOmissions: nil
        }
    }

    /// Whether scales, where it combines them, are combined without any rule for answers.
    fileprivate var takesScalesPlainly: Bool {
        guard case .scales = parts else { return true }
        return missing == .allRequired && recode.isEmpty && orTotal == nil && gate == nil
            && marks == nil && highestAnswer == nil && partsByInformant.isEmpty
    }
}
