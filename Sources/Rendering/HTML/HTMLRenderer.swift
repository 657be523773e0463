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
    public func write(_ report: Report) -> TextBuffer {
        var page = HTMLPage(report)
        page.addHead()
        page.text.add(report.paper == .sheet ? "<body class=\"sheet\">\n" : "<body>\n")
        page.text.add("<a class=\"skip\" href=\"#content\">\(page.words.skipLink)</a>\n")
        page.addHeader()
        page.text.add("<main id=\"content\" tabindex=\"-1\">\n")
        page.addMain()
        page.text.add("\n</main>\n")
        page.addFooter()
        page.text.add("<script>")
        page.text.add(HTMLScript.source)
        page.text.add("</script>\n</body>\n</html>\n")
        return page.text
    }
}

/// One HTML page while it is written, from its head to its foot.
struct HTMLPage: ~Copyable {
    let report: Report
    let footnotes: FootnoteNumbers
    let words: RendererWords
    var text = TextBuffer(capacity: 1 << 17)
    /// Whether each footnote has a mark that it leads back to.
    private var isMarked: [Bool]
    private var isInMain = false

    init(_ report: Report) {
        self.report = report
        footnotes = FootnoteNumbers(report)
        words = RendererWords(language: report.language)
        isMarked = footnotes.footnotes.map { _ in false }
    }

    var language: Language { report.language }

    /// A line break, unless nothing has been written since a place.
    mutating func addLineBreak(since start: Int) {
        if text.count > start { text.add("\n") }
    }

    /// The page up to its body.
    mutating func addHead() {
        text.add("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n")
        text.add("<meta charset=\"utf-8\">\n")
        text.add("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        text.add("\(HTMLScript.policy)\">\n")
        text.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        text.add("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        text.add(markup: report.subtitle.map { "\(report.title) – \($0)" } ?? report.title)
        text.add("</title>\n")
        addDescription()
        text.add("<style>\n")
        text.add(HTMLStyle.sheet)
        text.add("\n</style>\n</head>\n")
    }

    /// The page in one sentence for whoever lists pages.
    private mutating func addDescription() {
        guard let summary = report.summary else { return }
        text.add("<meta name=\"description\" content=\"")
        text.add(markup: summary.plain(in: language))
        text.add("\">\n")
    }

    /// Title, subtitle and links to the other pages.
    mutating func addHeader() {
        text.add("<header>\n<h1>")
        text.add(markup: report.title)
        text.add("</h1>\n")
        if let subtitle = report.subtitle {
            text.add("<p class=\"subtitle\">")
            text.add(markup: subtitle)
            text.add("</p>\n")
        }
        addNavigation()
        text.add("</header>\n")
    }

    private mutating func addNavigation() {
        guard !report.navigation.isEmpty else { return }
        text.add("<nav aria-label=\"\(words.pages)\"><ul>\n")
        for link in report.navigation {
            let address = LinkAddress.of(link.target, pageExtension: "html") ?? "#content"
            text.add("<li><a href=\"")
            text.add(Markup.escaped(address))
            text.add(link.isCurrent ? "\" aria-current=\"page\">" : "\">")
            text.add(markup: link.title)
            text.add("</a></li>\n")
        }
        text.add("</ul></nav>\n")
    }

    /// Summary, contents, blocks and notes.
    mutating func addMain() {
        isInMain = true
        let start = text.count
        if let summary = report.summary { addElement("p class=\"summary\"", "p", summary) }
        addContents(since: start)
        addBlocks(since: start)
        addNotes(since: start)
        isInMain = false
    }

    /// The blocks; on a page that is one sheet each main heading is held together with what
    /// stands under it, so that a reader who must turn the sheet has the whole of it.
    private mutating func addBlocks(since start: Int) {
        var isHeld = false
        for block in report.blocks where block.isSeen {
            addLineBreak(since: start)
            if report.paper == .sheet, case .heading(2, _, _) = block {
                text.add(isHeld ? "</section>\n<section>\n" : "<section>\n")
                isHeld = true
            }
            add(block)
        }
        if isHeld { text.add("\n</section>") }
    }

    /// The mark of a footnote; the first has the name that the note leads back to.
    mutating func addMark(_ number: Int) {
        let isFirst = isInMain && !isMarked[number - 1]
        if isFirst { isMarked[number - 1] = true }
        text.add(isFirst ? "<sup id=\"mark-\(number)\">" : "<sup>")
        text.add("<a href=\"#note-\(number)\" aria-label=\"\(words.note) \(number)\">")
        text.add(number: number)
        text.add("</a></sup>")
    }

    /// What stands at the foot.
    mutating func addFooter() {
        text.add("<footer>\n")
        for (index, line) in report.footer.enumerated() {
            if index > 0 { text.add("\n") }
            addElement("p", "p", line)
        }
        text.add("\n</footer>\n")
    }

    /// Links to the main headings, where a page has at least five of them.
    private mutating func addContents(since start: Int) {
        let headings = report.blocks.compactMap { block -> (String, String)? in
            guard case .heading(let level, let prose, let anchor?) = block, level <= 2
            else { return nil }
            return (anchor, prose.plain(in: language))
        }
        guard headings.count >= 5 else { return }
        addLineBreak(since: start)
        text.add("<nav class=\"contents\" aria-label=\"\(words.onThisPage)\">")
        text.add("<p>\(words.onThisPage)</p><ul>")
        for (anchor, title) in headings {
            text.add("<li><a href=\"")
            text.add(LinkAddress.of(.anchor(anchor), pageExtension: "") ?? "")
            text.add("\">")
            text.add(markup: title)
            text.add("</a></li>")
        }
        text.add("</ul></nav>")
    }

    private mutating func addNotes(since start: Int) {
        guard !footnotes.footnotes.isEmpty else { return }
        addLineBreak(since: start)
        text.add("<section class=\"notes\" aria-labelledby=\"notes\">\n")
        text.add("<h2 id=\"notes\">\(words.notes)</h2>\n<ol>\n")
        let back = "\(words.backToText), \(words.note.lowercased())"
        for (index, note) in footnotes.footnotes.enumerated() {
            let number = index + 1
            text.add("<li id=\"note-\(number)\">")
            add(note.text)
            text.add(" <a href=\"#mark-\(number)\" aria-label=\"\(back) \(number)\">↩</a></li>\n")
        }
        text.add("</ol>\n</section>")
    }
}
