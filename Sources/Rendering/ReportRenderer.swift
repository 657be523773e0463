import Basics
import ReportModel

/// What writes a report as the text of one file.
public protocol ReportRenderer: Sendable {
    /// The ending of the files it writes, without a dot.
    var fileExtension: String { get }

    /// Writes a report; the same report always gives the same bytes.
    func write(_ report: Report) -> TextBuffer
}

extension ReportRenderer {
    /// Writes a report as a text.
    public func render(_ report: Report) -> String { write(report).text }
}

extension ReportRenderer where Self == MarkdownRenderer {
    /// GitHub-flavoured Markdown.
    public static var markdown: MarkdownRenderer { MarkdownRenderer() }
}

extension ReportRenderer where Self == HTMLRenderer {
    /// One self-contained HTML page.
    public static var html: HTMLRenderer { HTMLRenderer() }
}
