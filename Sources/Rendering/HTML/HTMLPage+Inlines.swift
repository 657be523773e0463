import Basics
import ReportModel

extension HTMLPage {
    /// Running text.
    func inline(_ prose: Prose) -> String { prose.inlines.map(inline).joined() }

    private func inline(_ piece: Inline) -> String {
        switch piece {
        case .text(let text): Markup.text(text)
        case .strong(let prose): "<strong>\(inline(prose))</strong>"
        case .emphasis(let prose): "<em>\(inline(prose))</em>"
        case .code(let text): "<code>\(Markup.escaped(InertText.ofCode(text)))</code>"
        case .link(let prose, let target): link(prose, to: target)
        case .quantity(let value): quantity(value)
        case .footnote(let name): mark(footnotes.number(of: name))
        }
    }

    /// A figure; one that is not there is marked as such.
    func quantity(_ quantity: Quantity) -> String {
        let text = Markup.text(quantity.written(in: language))
        return quantity.isShown ? text : "<span class=\"none\">\(text)</span>"
    }

    private func link(_ prose: Prose, to target: LinkTarget) -> String {
        guard let address = LinkAddress.of(target, pageExtension: "html") else {
            return inline(prose)
        }
        return "<a href=\"\(Markup.escaped(address))\">\(inline(prose))</a>"
    }

    private func mark(_ number: Int) -> String {
        "<sup><a href=\"#note-\(number)\" aria-label=\"\(words.note) \(number)\">\(number)</a></sup>"
    }
}
