import Basics
import ReportModel

extension MarkdownPage {
    /// Plain text as a piece of a line.
    func inline(_ text: String) -> String { MarkdownText.escaped(text) }

    /// Running text as one line.
    func inline(_ prose: Prose, isInTable: Bool = false) -> String {
        // Most cells hold one piece.
        if prose.inlines.count == 1 { return inline(prose.inlines[0], isInTable: isInTable) }
        var text = ""
        for piece in prose.inlines { text += inline(piece, isInTable: isInTable) }
        return text
    }

    private func inline(_ piece: Inline, isInTable: Bool) -> String {
        switch piece {
        case .text(let text): MarkdownText.escaped(text)
        case .strong(let prose): marked(inline(prose, isInTable: isInTable), with: "**")
        case .emphasis(let prose): marked(inline(prose, isInTable: isInTable), with: "*")
        case .code(let text): MarkdownText.code(text, isInTable: isInTable)
        case .link(let prose, let target):
            link(inline(prose, isInTable: isInTable), to: target)
        case .quantity(let quantity): MarkdownText.escaped(quantity.written(in: language))
        case .footnote(let name): "[^\(footnotes.number(of: name))]"
        }
    }

    /// Text between marks; blanks at its ends go outside, where Markdown wants them.
    private func marked(_ text: String, with mark: String) -> String {
        let blank = UInt8(ascii: " ")
        if let first = text.utf8.first, first != blank, text.utf8.last != blank {
            return mark + text + mark
        }
        let inner = text.drop { $0 == " " }
        let core = inner.reversed().drop { $0 == " " }.reversed()
        guard !core.isEmpty else { return text }
        let before = String(repeating: " ", count: text.count - inner.count)
        let after = String(repeating: " ", count: inner.count - core.count)
        return before + mark + String(core) + mark + after
    }

    private func link(_ text: String, to target: LinkTarget) -> String {
        if case .anchor(let name) = target { return "[\(text)](#\(anchors.slug(of: name)))" }
        guard let address = LinkAddress.of(target, pageExtension: "md") else { return text }
        return "[\(text)](\(address))"
    }
}
