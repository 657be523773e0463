import Basics
import ReportModel

/// Writes a report as GitHub-flavoured Markdown that also reads well raw.
///
/// Charts are pictures under `chartFolder`, each followed by its data table.
public struct MarkdownRenderer: ReportRenderer {
    /// The ending of Markdown files.
    public let fileExtension = "md"
    /// Where the charts lie, relative to the page.
    public let chartFolder: String

    /// Makes a renderer for a page beside the folder of its charts.
    public init(chartFolder: String = "charts") {
        self.chartFolder = chartFolder
    }

    /// Writes the report as Markdown, ending in one line break.
    public func write(_ report: Report) -> TextBuffer {
        let page = MarkdownPage(
            language: report.language, anchors: MarkdownAnchors(report),
            footnotes: FootnoteNumbers(report), chartFolder: chartFolder)
        var parts = [["# " + page.inline(report.title)]]
        if let subtitle = report.subtitle { parts.append(page.paragraph(Prose(subtitle))) }
        if let summary = report.summary { parts.append(page.paragraph(summary)) }
        if !report.navigation.isEmpty { parts.append(page.navigation(report.navigation)) }
        parts += page.blocks(report.blocks)
        if !page.footnotes.footnotes.isEmpty { parts.append(page.notes) }
        if !report.footer.isEmpty {
            parts += [["---"]] + report.footer.map(page.paragraph)
        }
        var text = TextBuffer(capacity: 1 << 16)
        for lines in parts where !lines.isEmpty {
            if text.count > 0 { text.add("\n") }
            for line in lines {
                text.add(line)
                text.add("\n")
            }
        }
        return text
    }
}

/// The pieces of one Markdown page; each block becomes one or more groups of lines.
struct MarkdownPage {
    let language: Language
    let anchors: MarkdownAnchors
    let footnotes: FootnoteNumbers
    let chartFolder: String

    var words: RendererWords { RendererWords(language: language) }

    /// Blocks as groups of lines; callouts that follow one another share one quotation, since a
    /// blank line between two quotations is read differently by different programs.
    func blocks(_ blocks: [Block]) -> [[String]] {
        var groups: [[String]] = []
        for group in blocks.flatMap(block) where !group.isEmpty {
            if let last = groups.last, last[0].hasPrefix(">"), group[0].hasPrefix(">") {
                groups[groups.count - 1] += [">"] + group
            } else {
                groups.append(group)
            }
        }
        return groups
    }

    private func block(_ block: Block) -> [[String]] {
        switch block {
        case .heading(let level, let prose, _):
            [[String(repeating: "#", count: min(max(level, 2), 4)) + " " + inline(prose)]]
        case .paragraph(let prose): [paragraph(prose)]
        case .list(let items, let isOrdered): [list(items, isOrdered: isOrdered)]
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart)
        case .tiles(let tiles): [tiles.map(tile)]
        case .callout(let kind, let title, let inner): [callout(kind, title, inner)]
        case .details(let summary, let inner):
            [paragraph([.strong(Prose(sentence(summary)))])] + blocks(inner)
        case .footnote: []
        }
    }

    func paragraph(_ prose: Prose) -> [String] {
        guard !prose.isEmpty else { return [] }
        return MarkdownText.wrapped(MarkdownText.guardedStart(inline(prose)))
    }

    private func list(_ items: [Prose], isOrdered: Bool) -> [String] {
        items.enumerated().flatMap { index, item -> [String] in
            let mark = isOrdered ? "\(index + 1). " : "- "
            return hanging(MarkdownText.guardedStart(inline(item)), after: mark)
        }
    }

    /// Wrapped text whose later lines are indented below its first.
    private func hanging(_ text: String, after mark: String) -> [String] {
        let indent = String(repeating: " ", count: mark.count)
        return MarkdownText.wrapped(text, width: 100 - mark.count).enumerated()
            .map { ($0 == 0 ? mark : indent) + $1 }
    }

    private func tile(_ tile: Tile) -> String {
        let title = tile.link.map { Prose.link(Prose(tile.title), to: $0) } ?? Prose(tile.title)
        var text: Prose = [.strong(title + Prose(": ") + .quantity(tile.figure)), .text(" – ")]
        text = text + tile.reading
        if let trend = tile.trend {
            text =
                text + Prose(" \(trend.arrow) ") + trend.text
                + Prose(" (\(words.name(of: trend))).")
        }
        if let caution = tile.caution {
            let plain = caution.plain(in: language)
            let end = Prose(String(sentence(plain).dropFirst(plain.count)))
            text = text + Prose(" \(words.care): ") + caution + end
        }
        return hanging(inline(text), after: "- ").joined(separator: "\n")
    }

    /// A text with a full stop, unless it ends in a sign of its own.
    func sentence(_ text: String) -> String {
        guard let last = text.last, !".?!…:".contains(last) else { return text }
        return text + "."
    }

    private func callout(_ kind: CalloutKind, _ title: String, _ inner: [Block]) -> [String] {
        let head = title.isEmpty ? words.name(of: kind) : "\(words.name(of: kind)): \(title)"
        let parts = [paragraph([.strong(Prose(sentence(head)))])] + blocks(inner)
        return parts.filter { !$0.isEmpty }.joined(separator: [""])
            .flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { $0.isEmpty ? ">" : "> " + $0 }
    }

    private func chart(_ chart: Chart) -> [[String]] {
        let alternative = inline(sentence(chart.title) + " " + chart.description)
        let head: Prose = [
            .strong(Prose(words.figure + ".")),
            .text(" " + sentence(chart.title) + " " + chart.description),
        ]
        let picture = "![\(alternative)](\(chartFolder)/\(chart.name).svg)"
        let note = chart.note.map { [paragraph($0)] } ?? []
        return [[picture], paragraph(head)] + note + table(chart.table(in: language))
    }

    func navigation(_ links: [PageLink]) -> [String] {
        let items = links.map { link -> Prose in
            link.isCurrent
                ? .strong(Prose(link.title)) : .link(Prose(link.title), to: link.target)
        }
        return MarkdownText.wrapped(items.map { inline($0) }.joined(separator: " · "))
    }

    /// The footnotes, as GitHub and pandoc read them.
    var notes: [String] {
        footnotes.footnotes.enumerated().map { index, footnote in
            "[^\(index + 1)]: " + inline(footnote.text)
        }
    }
}
