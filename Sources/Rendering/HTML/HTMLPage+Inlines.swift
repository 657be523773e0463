import Basics
import ReportModel

extension HTMLPage {
    /// Adds running text.
    mutating func add(_ prose: Prose) {
        for piece in prose.inlines { add(piece) }
    }

    /// Adds running text in an element, given by its start without angle brackets and its name.
    mutating func addElement(_ start: String, _ name: String, _ prose: Prose) {
        text.add("<")
        text.add(start)
        text.add(">")
        add(prose)
        text.add("</")
        text.add(name)
        text.add(">")
    }

    private mutating func add(_ piece: Inline) {
        switch piece {
        case .text(let words): text.add(markup: words)
        case .strong(let prose): addElement("strong", "strong", prose)
        case .emphasis(let prose): addElement("em", "em", prose)
        case .code(let words):
            text.add("<code>")
            text.add(Markup.escaped(InertText.ofCode(words)))
            text.add("</code>")
        case .link(let prose, let target): addLink(prose, to: target)
        case .quantity(let value): add(value)
        case .footnote(let name): addMark(footnotes.number(of: name))
        }
    }

    /// Adds a figure; one that is not there is marked as such.
    mutating func add(_ quantity: Quantity) {
        let isShown = quantity.isShown
        if !isShown { text.add("<span class=\"none\">") }
        text.add(markup: quantity.written(in: language))
        if !isShown { text.add("</span>") }
    }

    private mutating func addLink(_ prose: Prose, to target: LinkTarget) {
        guard let address = LinkAddress.of(target, pageExtension: "html") else {
            return add(prose)
        }
        text.add("<a href=\"")
        text.add(Markup.escaped(address))
        text.add("\">")
        add(prose)
        text.add("</a>")
    }
}
