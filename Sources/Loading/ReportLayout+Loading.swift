import Basics
import Model

/// Reads a report layout; the kinds of section are checked by the caller, who knows them.
public func loadReportLayout(yaml: String, path: String) -> Loaded<ReportLayout> {
    let file = YAMLFile(name: path)
    let value = file.root(of: yaml).flatMap { readLayout($0, path: path) }
    return Loaded(value: file.findings.isEmpty ? value : nil, findings: file.findings)
}

private func readLayout(_ root: YAMLMapping, path: String) -> ReportLayout? {
    let name = readName(root, key: "report", path: path)
    let title = root.required("title")?.localized()
    let pages = root.required("pages")?.list { readPage($0, path: path) }
    root.finish()
    guard let name, let title, let pages else { return nil }
    return ReportLayout(name: name, title: title, pages: pages)
}

private func readPage(_ value: YAMLValue, path: String) -> ReportLayout.Page? {
    guard let mapping = value.mapping() else { return nil }
    let name = mapping.required("page")?.text()
    let title = mapping.required("title")?.localized()
    let scope = mapping.optional("for").map { $0.choice(ReportLayout.Page.Scope.self) } ?? .run
    let hasMarkdown = mapping.optional("markdown").map { $0.flag() } ?? true
    let isOneSheet = mapping.optional("one-sheet").map { $0.flag() } ?? false
    let sections = mapping.required("sections")?.list { readSection($0, path: path) }
    mapping.finish()
    guard let name, let title, let scope, let hasMarkdown, let isOneSheet, let sections
    else { return nil }
    return ReportLayout.Page(
        name: name, title: title, scope: scope, hasMarkdown: hasMarkdown, isOneSheet: isOneSheet,
        sections: sections)
}

private func readSection(_ value: YAMLValue, path: String) -> ReportLayout.Section? {
    guard let mapping = value.mapping() else { return nil }
    let kind = mapping.required("section")?.text()
    let text = mapping.optional("text").map { $0.localized() }
    var settings: [String: String] = [:]
    for (key, setting) in mapping.all() where key != "section" && key != "text" {
        settings[key] = setting.text()
    }
    guard let kind else { return nil }
    let place = Place(path, line: value.mark?.line, column: value.mark?.column)
    return ReportLayout.Section(kind: kind, settings: settings, text: text ?? nil, place: place)
}
