import Basics
import Model

/// Reads one programme's definition; its name must be the file's base name.
public func loadProgramme(yaml: String, path: String) -> Loaded<Programme> {
    let file = YAMLFile(name: path)
    let value = file.root(of: yaml).flatMap { root -> Programme? in
        let reader = ProgrammeReader(sources: ProgrammeReader.sources(root.optional("sources")))
        return reader.programme(root, path: path)
    }
    return Loaded(value: file.findings.isEmpty ? value : nil, findings: file.findings)
}

/// Reads the parts of a programme; every mistake is reported where it stands.
struct ProgrammeReader {
    /// The publications that numbers may cite, by key.
    let sources: [SourceNote]

    static func sources(_ value: YAMLValue?) -> [SourceNote] {
        value?.mapping()?.all().compactMap { key, value in
            value.text().map { SourceNote(key: key, citation: $0) }
        } ?? []
    }

    func programme(_ root: YAMLMapping, path: String) -> Programme? {
        let name = name(root, path: path)
        let title = root.required("title")?.localized()
        let group = root.required("target-group")?.localized()
        var programme = Programme(
            name: name ?? "", title: title ?? LocalizedText(same: ""),
            targetGroup: group ?? LocalizedText(same: ""))
        programme.sources = sources
        programme.timing = timing(root.optional("timing"))
        programme.phases = list(root, "phases", phase)
        programme.aims = list(root, "aims") { $0.localized() }
        programme.wheelAxes = list(root, "wheel-axes", wheelAxis)
        programme.outcomes = unique(list(root, "outcomes", outcome), root, "outcomes")
        programme.parentsAndChildren = root.optional("compare").flatMap(comparedSides)
        programme.schedule = list(root, "schedule", scheduleLine)
        programme.goalRules = root.optional("goals").map(goalRules) ?? GoalRules()
        readDocumentation(root, into: &programme)
        root.finish()
        return name == nil || title == nil || group == nil ? nil : programme
    }

    private func readDocumentation(_ root: YAMLMapping, into programme: inout Programme) {
        programme.exitCriteria = list(root, "exit-criteria", exitCriterion)
        programme.coreElements = list(root, "core-elements", ratedElement)
        programme.relationalCapacity = list(root, "relational-capacity", ratedElement)
        programme.evidenceRating = root.optional("evidence-rating").flatMap(evidenceRating)
        programme.costs = list(root, "costs", costFigure)
    }

    private func name(_ root: YAMLMapping, path: String) -> String? {
        guard let value = root.required("programme"), let name = value.text() else { return nil }
        let base = path.split(separator: "/").last.map(String.init) ?? path
        let expected = base.hasSuffix(".yaml") ? String(base.dropLast(5)) : base
        guard name == expected else {
            value.report("is '\(name)', but the file is named '\(expected)'")
            return nil
        }
        return name
    }

    // MARK: Parts that several readers share

    /// Reads a list that may be absent, leaving out elements that are wrong.
    func list<Element>(
        _ mapping: YAMLMapping, _ key: String, _ read: (YAMLValue) -> Element?
    ) -> [Element] {
        mapping.optional(key)?.list(of: read) ?? []
    }

    /// Where a statement comes from: the description, unless `reading: ours` stands there.
    func reading(_ mapping: YAMLMapping, default standard: Reading = .source) -> Reading {
        mapping.optional("reading")?.choice(Reading.self) ?? standard
    }

    /// Reads `source:` and `evidence:` beside a number; the source is a key of `sources:` or
    /// `ours`.
    func sourced<Value>(_ value: Value, _ mapping: YAMLMapping) -> Sourced<Value>? {
        let source = mapping.required("source").flatMap(citation)
        let evidence = mapping.required("evidence")?.choice(Evidence.self)
        let confirmedBy = mapping.optional("confirmed-by")?.text()
        guard let source, let evidence else { return nil }
        return Sourced(value, source: source, evidence: evidence, confirmedBy: confirmedBy)
    }

    /// The citation that a key stands for.
    func citation(_ value: YAMLValue) -> String? {
        guard let key = value.text() else { return nil }
        if key == "ours" { return key }
        if let note = sources.first(where: { $0.key == key }) { return note.citation }
        let known = sources.map(\.key) + ["ours"]
        value.report(
            "names no source '\(key)'" + NearMiss.hint(key, among: known),
            code: .definitionNameUnknown, remedy: "use one of: \(known.joined(separator: ", "))")
        return nil
    }

    /// The name and title that most parts begin with.
    func named(_ mapping: YAMLMapping) -> (name: String, title: LocalizedText)? {
        let name = mapping.required("name")?.text()
        let title = mapping.required("title")?.localized()
        guard let name, let title else { return nil }
        return (name, title)
    }

    private func unique(
        _ outcomes: [Outcome], _ root: YAMLMapping, _ key: String
    ) -> [Outcome] {
        var seen: Set<String> = []
        for outcome in outcomes where !seen.insert(outcome.name).inserted {
            root.place.report("'\(key)' has '\(outcome.name)' twice", code: .definitionKeyTwice)
        }
        return outcomes
    }
}
