import Basics
import Model

extension ProgrammeReader {
    func outcome(_ value: YAMLValue) -> Outcome? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        let horizon = mapping.required("horizon").flatMap(self.horizon)
        let whom = mapping.required("whom")?.choice(Beneficiary.self)
        let when = mapping.optional("achieved-when").flatMap(achievedWhen) ?? .any
        let evidence = list(mapping, "evidence", evidencePiece)
        let reading = reading(mapping, default: .ours)
        let target = mapping.optional("target").flatMap(self.target)
        mapping.finish()
        guard let named, let horizon, let whom else { return nil }
        if case .atLeast(let count) = when, count > evidence.count {
            value.report("asks for \(count) pieces of evidence and names \(evidence.count)")
        }
        return Outcome(
            name: named.name, horizon: horizon, whom: whom, title: named.title,
            achievedWhen: when, evidence: evidence, reading: reading, target: target)
    }

    private func horizon(_ value: YAMLValue) -> Horizon? {
        guard let word = value.text() else { return nil }
        if let horizon = Horizon(name: word) { return horizon }
        let known = Horizon.allCases.map(\.name)
        value.report(
            "takes \(known.joined(separator: ", ")), not '\(word)'"
                + NearMiss.hint(word, among: known))
        return nil
    }

    /// Reads `any`, `all` or `{n-of: 2}`.
    private func achievedWhen(_ value: YAMLValue) -> AchievedWhen? {
        if case .mapping = value.node {
            guard let mapping = value.mapping() else { return nil }
            let count = mapping.required("n-of")?.integer(in: 1...20)
            mapping.finish()
            return count.map { .atLeast($0) }
        }
        switch value.text() {
        case "any": return .any
        case "all": return .all
        default:
            value.report("takes any, all or {n-of: 2}")
            return nil
        }
    }

    /// Reads `{share: 60 %, source: …, evidence: provisional}`.
    private func target(_ value: YAMLValue) -> Sourced<Ratio>? {
        guard let mapping = value.mapping() else { return nil }
        let share = mapping.required("share")?.share()
        let sourced = share.flatMap { self.sourced($0, mapping) }
        mapping.finish()
        guard let share, (0...1).contains(share) else {
            if share != nil { value.report("takes a share from 0 % to 100 %") }
            return nil
        }
        return sourced
    }

    // MARK: Evidence

    private func evidencePiece(_ value: YAMLValue) -> EvidencePiece? {
        guard let mapping = value.mapping() else { return nil }
        if mapping.keys.contains("indicator") {
            return indicatorEvidence(mapping).map { .indicator($0) }
        }
        let scales = mapping.required("scale").flatMap(oneOrMore)
        let informants = mapping.optional("informant").flatMap(oneOrMore)
        let persons = mapping.optional("of").flatMap(role)
        let rule = mapping.required("rule").flatMap(scaleRule)
        mapping.finish()
        guard let scales, let rule else { return nil }
        return .scale(
            ScaleEvidence(
                scales: scales, informants: informants ?? [], persons: persons, rule: rule))
    }

    /// Reads `ors.total` or `[adbb.total, m-adbb.total]`.
    private func oneOrMore(_ value: YAMLValue) -> [String]? {
        if case .sequence = value.node { return value.list(of: { $0.text() }) }
        return value.text().map { [$0] }
    }

    private func role(_ value: YAMLValue) -> FamilyRole? {
        switch value.text() {
        case "parents": return .parent
        case "children": return .child
        default:
            value.report("takes parents or children")
            return nil
        }
    }

    /// Reads `reliable-improvement`, `better-than-cut-off`, `not-worse`, `{at-least-steps: 1}` or
    /// `{in-band: [close]}`.
    private func scaleRule(_ value: YAMLValue) -> ScaleRule? {
        if case .mapping = value.node { return value.mapping().flatMap(scaleRule) }
        switch value.text() {
        case "reliable-improvement": return .reliableImprovement
        case "better-than-cut-off": return .betterThanCutOff
        case "not-worse": return .notWorse
        default:
            value.report(
                """
                takes reliable-improvement, better-than-cut-off, not-worse, {at-least-steps: 1} \
                or {in-band: [name]}
                """)
            return nil
        }
    }

    private func scaleRule(_ mapping: YAMLMapping) -> ScaleRule? {
        defer { mapping.finish() }
        if mapping.keys.contains("at-least-steps") {
            return mapping.required("at-least-steps")?.number().map { .atLeastSteps($0) }
        }
        let set = mapping.optional("set")?.text()
        let bands = mapping.required("in-band")?.list(of: { $0.text() })
        return bands.map { .inBand(set: set, bands: $0) }
    }

    /// Reads `indicator:` with its `rule:`, from evidence and from exit criteria.
    func indicatorEvidence(_ mapping: YAMLMapping) -> IndicatorEvidence? {
        let name = mapping.required("indicator")?.text()
        let rule = mapping.required("rule")?.mapping().flatMap(indicatorRule)
        mapping.finish()
        guard let name, let rule else { return nil }
        return IndicatorEvidence(indicator: name, rule: rule)
    }

    private func indicatorRule(_ mapping: YAMLMapping) -> IndicatorRule? {
        let rules: [(String, (Ratio) -> IndicatorRule)] = [
            ("falls-by", IndicatorRule.fallsBy), ("rises-by", IndicatorRule.risesBy),
            ("at-most", IndicatorRule.atMost), ("at-least", IndicatorRule.atLeast),
        ]
        let found = rules.compactMap { key, make in
            mapping.optional(key)?.number().map(make)
        }
        mapping.finish()
        guard found.count == 1 else {
            mapping.place.report("takes one of falls-by, rises-by, at-most, at-least")
            return nil
        }
        return found[0]
    }

    // MARK: Both sides

    func comparedSides(_ value: YAMLValue) -> ComparedSides? {
        guard let mapping = value.mapping() else { return nil }
        let parents = mapping.required("parents").flatMap(side)
        let children = mapping.required("children").flatMap(side)
        let reading = reading(mapping, default: .ours)
        mapping.finish()
        guard let parents, let children else { return nil }
        return ComparedSides(parents: parents, children: children, reading: reading)
    }

    private func side(_ value: YAMLValue) -> ComparedSides.Side? {
        guard let mapping = value.mapping() else { return nil }
        let scale = mapping.required("scale")?.text()
        let informant = mapping.optional("informant")?.text()
        mapping.finish()
        return scale.map { ComparedSides.Side(scale: $0, informant: informant) }
    }
}
