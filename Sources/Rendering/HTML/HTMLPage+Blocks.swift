import Basics
import ReportModel

extension Block {
    /// Whether something of it stands where it is; footnotes stand at the end.
    var isSeen: Bool {
        switch self {
        case .footnote: false
        case .paragraph(let prose): !prose.isEmpty
        case .heading, .list, .table, .chart, .tiles, .callout, .details: true
        }
    }
}

extension HTMLPage {
    /// Adds blocks one after another.
    private mutating func add(_ blocks: [Block]) {
        let start = text.count
        for block in blocks where block.isSeen {
            addLineBreak(since: start)
            add(block)
        }
    }

    /// Adds a block.
    mutating func add(_ block: Block) {
        switch block {
        case .heading(let level, let prose, let anchor): addHeading(level, prose, anchor)
        case .paragraph(let prose): addElement("p", "p", prose)
        case .list(let items, let isOrdered): addList(items, isOrdered ? "ol" : "ul")
        case .table(let table): add(table, id: table.anchor)
        case .chart(let chart): add(chart)
        case .tiles(let tiles): add(tiles)
        case .callout(let kind, let title, let inner): addCallout(kind, title, inner)
        case .details(let summary, let inner):
            text.add("<details><summary>")
            text.add(markup: summary)
            text.add("</summary>\n")
            add(inner)
            text.add("\n</details>")
        case .footnote: break
        }
    }

    private mutating func addHeading(_ level: Int, _ prose: Prose, _ anchor: String?) {
        let tag = "h\(min(max(level, 2), 4))"
        text.add("<\(tag)")
        addID(anchor)
        text.add(">")
        add(prose)
        text.add("</\(tag)>")
    }

    /// Adds the attribute that links lead to.
    mutating func addID(_ anchor: String?) {
        guard let anchor, let address = LinkAddress.of(.anchor(anchor), pageExtension: "") else {
            return
        }
        text.add(" id=\"\(address.dropFirst())\"")
    }

    private mutating func addList(_ items: [Prose], _ tag: String) {
        text.add("<\(tag)>\n")
        for item in items {
            addElement("li", "li", item)
            text.add("\n")
        }
        if items.isEmpty { text.add("\n") }
        text.add("</\(tag)>")
    }

    private mutating func addCallout(_ kind: CalloutKind, _ title: String, _ inner: [Block]) {
        let style =
            switch kind {
            case .note: "note"
            case .caution: "caution"
            case .prohibition: "prohibition"
            case .praise: "praise"
            }
        let name = words.name(of: kind)
        text.add("<div class=\"callout \(style)\" role=\"note\">\n<p class=\"head\">")
        text.add(markup: title.isEmpty ? name : "\(name): \(title)")
        text.add("</p>\n")
        add(inner)
        text.add("\n</div>")
    }

    private mutating func add(_ tiles: [Tile]) {
        text.add("<ul class=\"tiles\">\n")
        for tile in tiles {
            add(tile)
            text.add("\n")
        }
        if tiles.isEmpty { text.add("\n") }
        text.add("</ul>")
    }

    private mutating func add(_ tile: Tile) {
        let title = tile.link.map { Prose.link(Prose(tile.title), to: $0) } ?? Prose(tile.title)
        text.add("<li class=\"tile\">")
        addElement("p class=\"title\"", "p", title)
        text.add(tile.figure.isShown ? "\n<p class=\"figure\">" : "\n<p class=\"figure none\">")
        add(tile.figure)
        text.add("</p>\n")
        if let trend = tile.trend { add(trend) }
        addElement("p class=\"reading\"", "p", tile.reading)
        if let caution = tile.caution {
            text.add("\n<p class=\"care\"><strong>\(words.care):</strong> ")
            add(caution)
            text.add("</p>")
        }
        text.add("</li>")
    }

    private mutating func add(_ trend: Trend) {
        let style =
            switch trend.meaning {
            case .better: "better"
            case .worse: "worse"
            case .neutral: "neutral"
            }
        text.add("<p class=\"trend \(style)\"><span aria-hidden=\"true\">\(trend.arrow)</span> ")
        add(trend.text)
        text.add(" <span class=\"meaning\">(\(words.name(of: trend)))</span></p>\n")
    }

    private mutating func add(_ chart: Chart) {
        text.add("<div class=\"exhibit\" id=\"\(chart.name)\">\n<figure>\n<figcaption><strong>")
        text.add(markup: chart.title)
        text.add("</strong> <span>")
        text.add(markup: chart.description)
        text.add("</span></figcaption>\n")
        let picture = ChartPicture(chart, in: language)
        for width in ChartPicture.Width.allCases {
            picture.addElement(width, to: &text)
            text.add("\n")
        }
        if let note = chart.note {
            addElement("p class=\"remark\"", "p", note)
            text.add("\n")
        }
        let table = chart.table(in: language)
        text.add("</figure>\n<details><summary>")
        text.add(markup: table.caption)
        text.add("</summary>\n")
        add(table, id: nil)
        text.add("\n</details>\n</div>")
    }
}
