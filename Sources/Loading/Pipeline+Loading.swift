import Basics
import Model

/// Reads a pipeline definition; `path` stands in findings and its base name must be the name.
public func loadPipeline(yaml: String, path: String) -> Loaded<Pipeline> {
    let file = YAMLFile(name: path)
    let value = file.root(of: yaml).flatMap { readPipeline($0, path: path) }
    return Loaded(value: file.findings.isEmpty ? value : nil, findings: file.findings)
}

private func readPipeline(_ root: YAMLMapping, path: String) -> Pipeline? {
    let name = readName(root, key: "pipeline", path: path)
    let title = root.required("title")?.localized()
    let period = root.required("period")?.choice(Period.Kind.self)
    let places = readPlaces(root)
    let language = root.optional("locale").map { $0.choice(Language.self) } ?? .danish
    let intake = root.required("intake")?.text()
    let instruments = root.required("instruments")?.list { $0.text() }
    let programmes = root.required("programmes")?.list { $0.text() }
    let budgets = root.optional("budgets")?.list { $0.text() } ?? []
    let report = root.required("report")?.text()
    let smallNumbers = readSmallNumbers(root)
    let staleAfter = root.optional("stale-after-days")?.integer(in: 1...3650) ?? 62
    let mostTeams =
        root.optional("most-teams")?.integer(in: 0...1_000_000) ?? Pipeline.usualMostTeams
    let aliases = readAliases(root)
    root.finish()
    guard let name, let title, let period, let places, let language, let intake, let instruments,
        let programmes, let report, let smallNumbers, let aliases
    else { return nil }
    return Pipeline(
        name: name, title: title, period: period, places: places, language: language,
        intake: intake, instruments: instruments, programmes: programmes, budgets: budgets,
        report: report, smallNumbers: smallNumbers, staleAfterDays: staleAfter,
        mostTeams: mostTeams, aliases: aliases)
}

private func readPlaces(_ root: YAMLMapping) -> Pipeline.Places? {
    let input = root.required("input")?.text()
    let output = root.required("output")?.text()
    let privateOutput = root.required("private")?.text()
    let key = root.required("key")?.text()
    let exclusions = root.optional("exclusions")?.text()
    guard let input, let output, let privateOutput, let key else { return nil }
    return Pipeline.Places(
        input: input, output: output, privateOutput: privateOutput, key: key,
        exclusions: exclusions)
}

private func readAliases(_ root: YAMLMapping) -> Pipeline.Aliases? {
    guard let value = root.optional("aliases") else { return Pipeline.Aliases() }
    guard let mapping = value.mapping() else { return nil }
    let municipalities = readNames(mapping, "municipalities")
    let teams = readNames(mapping, "teams")
    mapping.finish()
    return Pipeline.Aliases(municipalities: municipalities, teams: teams)
}

/// Reads names and the names that count instead; a name that counts is not itself replaced.
private func readNames(_ mapping: YAMLMapping, _ key: String) -> [String: String] {
    let entries = mapping.optional(key)?.mapping()?.all() ?? []
    var names: [String: String] = [:]
    for (name, value) in entries {
        guard let target = value.text() else { continue }
        names[name] = target
        if entries.contains(where: { $0.key == target }) {
            value.report("stands for '\(target)', which itself stands for another name")
        }
    }
    return names
}

private func readSmallNumbers(_ root: YAMLMapping) -> SmallNumbers? {
    guard let value = root.optional("small-numbers") else { return SmallNumbers() }
    guard let mapping = value.mapping() else { return nil }
    let threshold = mapping.optional("hide-under").map { $0.integer(in: 3...10) } ?? 5
    let method = mapping.optional("method").map { $0.choice(SmallNumbers.Method.self) } ?? .suppress
    let change =
        mapping.optional("small-change").map { $0.choice(SmallNumbers.SmallChange.self) }
        ?? .keepPrevious
    mapping.finish()
    guard let threshold, let method, let change else { return nil }
    guard [3, 5, 8, 10].contains(threshold) else {
        value.report("hides groups under 3, 5, 8 or 10, not \(threshold)")
        return nil
    }
    return SmallNumbers(threshold: threshold, method: method, smallChange: change)
}

/// Reads the definition's own name, which must be its file's.
func readName(_ root: YAMLMapping, key: String, path: String) -> String? {
    guard let value = root.required(key), let name = value.text() else { return nil }
    let base = path.split(separator: "/").last.map(String.init) ?? path
    guard base == name + ".yaml" else {
        value.report("is '\(name)', but the file is '\(base)'; a definition bears its file's name")
        return nil
    }
    return name
}
