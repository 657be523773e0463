import Basics
import Model
import Rendering
import ReportModel
import Testing

@testable import Reporting

/// What a page of sections says, as Markdown with its lines joined.
func said(
    _ village: Village, _ kinds: [String], scope: ReportLayout.Page.Scope = .run,
    settings: [String: String] = [:]
) throws -> String {
    let layout = Village.layout(kinds, scope: scope, settings: settings)
    let findings = check(layout)
    try #require(findings.isEmpty, "\(findings)")
    let text = compose(village.context, layout: layout)
        .map { MarkdownRenderer().render($0.report) }.joined(separator: " ")
        .replacing(Formatting.noBreakSpace, with: " ")
    return text.split(whereSeparator: \.isWhitespace).filter { $0 != ">" }.joined(separator: " ")
}
