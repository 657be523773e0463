import Basics
import ReportModel

/// Writes a report as one HTML page that needs nothing else: no file, no network, no script.
///
/// A small script sorts and filters tables where scripts run. The page's own policy forbids
/// every other script and every request (W3C, Content Security Policy Level 3).
public struct HTMLRenderer: ReportRenderer {
    /// The ending of HTML files.
    public let fileExtension = "html"

    /// Makes a renderer.
    public init() {}

    /// Writes the report as one page, ending in one line break.
    public func render(_ report: Report) -> String {
        let page = HTMLPage(report)
        return """
            <!DOCTYPE html>
            <html lang="\(report.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(HTMLScript.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(Markup.text(page.documentTitle))</title>
            \(page.descriptionMeta)<style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body\(report.paper == .sheet ? " class=\"sheet\"" : "")>
            <a class="skip" href="#content">\(page.words.skipLink)</a>
            \(page.header)
            <main id="content" tabindex="-1">
            \(page.main)
            </main>
            \(page.footer)
            <script>\(HTMLScript.source)</script>
            </body>
            </html>

            """
    }
}

/// The parts of one HTML page.
struct HTMLPage {
    let report: Report
    let footnotes: FootnoteNumbers
    let words: RendererWords

    init(_ report: Report) {
        self.report = report
        footnotes = FootnoteNumbers(report)
        words = RendererWords(language: report.language)
    }

    var language: Language { report.language }

    var documentTitle: String {
        report.subtitle.map { "\(report.title) – \($0)" } ?? report.title
    }

    /// The page in one sentence for whoever lists pages; with its line break, or nothing.
    var descriptionMeta: String {
        guard let summary = report.summary else { return "" }
        let text = Markup.text(summary.plain(in: language))
        return "<meta name=\"description\" content=\"\(text)\">\n"
    }

    var header: String {
        let subtitle =
            report.subtitle.map { "<p class=\"subtitle\">\(Markup.text($0))</p>\n" } ?? ""
        return """
            <header>
            <h1>\(Markup.text(report.title))</h1>
            \(subtitle)\(navigation)</header>
            """
    }

    private var navigation: String {
        guard !report.navigation.isEmpty else { return "" }
        let items = report.navigation.map { link -> String in
            let current = link.isCurrent ? " aria-current=\"page\"" : ""
            let address = LinkAddress.of(link.target, pageExtension: "html") ?? "#content"
            return
                "<li><a href=\"\(Markup.escaped(address))\"\(current)>\(Markup.text(link.title))</a></li>"
        }
        return "<nav aria-label=\"\(words.pages)\"><ul>\n" + items.joined(separator: "\n")
            + "\n</ul></nav>\n"
    }

    var main: String {
        let summary = report.summary.map { "<p class=\"summary\">\(inline($0))</p>" }
        let main = ([summary, contents] + [blocks(report.blocks), notes]).compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: "\n")
        return namingFirstMarks(main)
    }

    /// Gives the first mark of each footnote the name that the note leads back to.
    private func namingFirstMarks(_ main: String) -> String {
        var isNamed = footnotes.footnotes.map { _ in false }
        let mark = Array("<sup><a href=\"#note-".utf8)
        let page = Array(main.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(page.count + 32 * isNamed.count)
        var (from, at) = (0, 0)
        // A page has hundreds of kilobytes: one pass over its bytes, whatever the notes.
        while let start = page[at...].firstIndex(of: mark[0]) {
            at = start + 1
            guard page[start...].starts(with: mark) else { continue }
            let digits = page[(start + mark.count)...].prefix { (48...57).contains($0) }
            guard let note = Int(String(decoding: digits, as: UTF8.self)),
                isNamed.indices.contains(note - 1), !isNamed[note - 1]
            else { continue }
            isNamed[note - 1] = true
            text += page[from..<start] + Array("<sup id=\"mark-\(note)\"".utf8)
            from = start + 4
        }
        return String(decoding: text + page[from...], as: UTF8.self)
    }

    var footer: String {
        let lines = report.footer.map { "<p>\(inline($0))</p>" }
        return "<footer>\n" + lines.joined(separator: "\n") + "\n</footer>"
    }

    /// Links to the main headings, where a page has at least five of them.
    private var contents: String? {
        let headings = report.blocks.compactMap { block -> (String, String)? in
            guard case .heading(let level, let prose, let anchor?) = block, level <= 2
            else { return nil }
            return (anchor, prose.plain(in: language))
        }
        guard headings.count >= 5 else { return nil }
        let items = headings.map {
            "<li><a href=\"\(LinkAddress.of(.anchor($0.0), pageExtension: "") ?? "")\">\(Markup.text($0.1))</a></li>"
        }
        return
            "<nav class=\"contents\" aria-label=\"\(words.onThisPage)\"><p>\(words.onThisPage)</p><ul>"
            + items.joined() + "</ul></nav>"
    }

    private var notes: String? {
        guard !footnotes.footnotes.isEmpty else { return nil }
        let items = footnotes.footnotes.enumerated().map { index, note -> String in
            let number = index + 1
            return "<li id=\"note-\(number)\">\(inline(note.text)) "
                + "<a href=\"#mark-\(number)\" aria-label=\"\(words.backToText), \(words.note.lowercased()) \(number)\">↩</a></li>"
        }
        return
            "<section class=\"notes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">\(words.notes)</h2>\n<ol>\n"
            + items.joined(separator: "\n") + "\n</ol>\n</section>"
    }
}
