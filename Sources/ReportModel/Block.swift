/// A part of a report. The list is closed, and there is no raw HTML in it.
///
/// Renderers switch over it without `default`, so a new case is a compile error in each.
public indirect enum Block: Sendable, Hashable {
    /// A heading of level 2 to 4; the report's title is the only level 1. Links lead to `anchor`.
    case heading(level: Int, Prose, anchor: String? = nil)
    case paragraph(Prose)
    case list([Prose], isOrdered: Bool = false)
    case table(Table)
    case chart(Chart)
    case tiles([Tile])
    /// A box that stands out, with a title of a few words.
    case callout(CalloutKind, title: String, [Block])
    /// Text that a reader may unfold.
    case details(summary: String, [Block])
    /// The text behind a footnote mark; renderers gather them at the end of the page. The same
    /// footnote may be given by several sections and stands there once.
    case footnote(Footnote)
}

/// What a callout is for.
public enum CalloutKind: Sendable, Hashable, CaseIterable {
    /// Something worth knowing.
    case note
    /// A weakness of the figures.
    case caution
    /// What the figures must not be used for.
    case prohibition
    /// Something that went well.
    case praise
}

/// The text behind a footnote mark.
public struct Footnote: Sendable, Hashable {
    /// The kebab-case name by which `Inline.footnote` refers to it.
    public var name: String
    /// What the note says.
    public var text: Prose

    /// Makes a footnote.
    public init(_ name: String, _ text: Prose) {
        self.name = name
        self.text = text
    }
}
