import Basics
import Model
import Rendering
import ReportModel
import Testing

@testable import Reporting

/// What a page of sections says, as Markdown.
func said(
    _ village: Village, _ kinds: [String], scope: ReportLayout.Page.Scope = .run,
    settings: [String: String] = [:]
) throws -> String {
    let layout = Village.layout(kinds, scope: scope, settings: settings)
    let findings = check(layout)
    try #require(findings.isEmpty, "\(findings)")
    return compose(village.context, layout: layout)
        .map { MarkdownRenderer().render($0.report) }.joined(separator: "\n")
        .replacing(Formatting.noBreakSpace, with: " ")
}
