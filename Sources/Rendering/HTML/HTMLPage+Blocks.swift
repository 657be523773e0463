import Basics
import ReportModel

extension HTMLPage {
    /// Blocks one after another.
    func blocks(_ blocks: [Block]) -> String {
        blocks.map(block).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .heading(let level, let prose, let anchor): heading(level, prose, anchor)
        case .paragraph(let prose): prose.isEmpty ? "" : "<p>\(inline(prose))</p>"
        case .list(let items, let isOrdered): list(items, isOrdered ? "ol" : "ul")
        case .table(let table): self.table(table, id: table.anchor)
        case .chart(let chart): self.chart(chart)
        case .tiles(let tiles):
            "<ul class=\"tiles\">\n" + tiles.map(tile).joined(separator: "\n") + "\n</ul>"
        case .callout(let kind, let title, let inner): callout(kind, title, inner)
        case .details(let summary, let inner):
            "<details><summary>\(Markup.text(summary))</summary>\n\(blocks(inner))\n</details>"
        case .footnote: ""
        }
    }

    private func heading(_ level: Int, _ prose: Prose, _ anchor: String?) -> String {
        let tag = "h\(min(max(level, 2), 4))"
        return "<\(tag)\(id(anchor))>\(inline(prose))</\(tag)>"
    }

    /// The attribute that links lead to.
    func id(_ anchor: String?) -> String {
        anchor.flatMap { LinkAddress.of(.anchor($0), pageExtension: "") }
            .map { " id=\"\($0.dropFirst())\"" } ?? ""
    }

    private func list(_ items: [Prose], _ tag: String) -> String {
        let items = items.map { "<li>\(inline($0))</li>" }.joined(separator: "\n")
        return "<\(tag)>\n\(items)\n</\(tag)>"
    }

    private func callout(_ kind: CalloutKind, _ title: String, _ inner: [Block]) -> String {
        let style =
            switch kind {
            case .note: "note"
            case .caution: "caution"
            case .prohibition: "prohibition"
            case .praise: "praise"
            }
        let name = words.name(of: kind)
        let head = title.isEmpty ? name : "\(name): \(title)"
        return "<div class=\"callout \(style)\" role=\"note\">\n"
            + "<p class=\"head\">\(Markup.text(head))</p>\n\(blocks(inner))\n</div>"
    }

    private func tile(_ tile: Tile) -> String {
        let title = tile.link.map { Prose.link(Prose(tile.title), to: $0) } ?? Prose(tile.title)
        let trend = tile.trend.map { self.trend($0) } ?? ""
        let caution = tile.caution.map {
            "\n<p class=\"care\"><strong>\(words.care):</strong> \(inline($0))</p>"
        }
        let style = tile.figure.isShown ? "figure" : "figure none"
        return "<li class=\"tile\"><p class=\"title\">\(inline(title))</p>\n"
            + "<p class=\"\(style)\">\(quantity(tile.figure))</p>\n"
            + "\(trend)<p class=\"reading\">\(inline(tile.reading))</p>\(caution ?? "")</li>"
    }

    private func trend(_ trend: Trend) -> String {
        let style =
            switch trend.meaning {
            case .better: "better"
            case .worse: "worse"
            case .neutral: "neutral"
            }
        return "<p class=\"trend \(style)\"><span aria-hidden=\"true\">\(trend.arrow)</span> "
            + "\(inline(trend.text)) <span class=\"meaning\">(\(words.name(of: trend)))</span></p>\n"
    }

    private func chart(_ chart: Chart) -> String {
        let picture = ChartPicture(chart, in: language)
        let table = chart.table(in: language)
        let note = chart.note.map { "<p class=\"remark\">\(inline($0))</p>\n" } ?? ""
        return """
            <div class="exhibit" id="\(chart.name)">
            <figure>
            <figcaption><strong>\(Markup.text(chart.title))</strong> <span>\(Markup.text(chart.description))</span></figcaption>
            \(ChartPicture.Width.allCases.map(picture.element).joined(separator: "\n"))
            \(note)</figure>
            <details><summary>\(Markup.text(table.caption))</summary>
            \(self.table(table, id: nil))
            </details>
            </div>
            """
    }
}
