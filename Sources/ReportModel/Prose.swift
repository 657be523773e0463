import Basics

/// A piece of running text.
public indirect enum Inline: Sendable, Hashable {
    case text(String)
    case strong(Prose)
    case emphasis(Prose)
    case code(String)
    case link(Prose, to: LinkTarget)
    case quantity(Quantity)
    /// A mark that refers to the `Footnote` of this name.
    case footnote(String)
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
    /// A page written beside this one: a relative path without its extension, such as `quality`
    /// or `../report`; each renderer adds its own.
    case page(String)
    /// A file as it is: a relative path, such as `data/outcomes.csv` or `index.html`.
    case file(String)
    /// A heading, table or chart on this page, by its name.
    case anchor(String)
    /// An address that begins `https://` or `mailto:`; any other is shown as text only.
    case address(String)
}

/// Running text as inlines, written as a string with figures set into it.
///
/// `"\(.part(.count(12), of: .count(31))) families improved"` keeps both counts as numbers.
public struct Prose: Sendable, Hashable {
    /// The pieces, in the order of reading.
    public var inlines: [Inline]

    /// Makes running text of its pieces.
    public init(_ inlines: [Inline]) {
        self.inlines = inlines
    }

    /// Makes running text of plain text, such as a name that was received.
    public init(_ text: String) {
        self.init(text.isEmpty ? [] : [.text(text)])
    }

    /// A figure on its own, as in a table's cell.
    public static func quantity(_ quantity: Quantity) -> Prose { Prose([.quantity(quantity)]) }

    /// Strong text on its own.
    public static func strong(_ prose: Prose) -> Prose { Prose([.strong(prose)]) }

    /// A link on its own.
    public static func link(_ prose: Prose, to target: LinkTarget) -> Prose {
        Prose([.link(prose, to: target)])
    }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { inlines.isEmpty }

    /// The figure that the text begins with, by which a table sorts.
    public var leadingQuantity: Quantity? {
        switch inlines.first {
        case .quantity(let quantity): quantity
        case .strong(let inner), .emphasis(let inner): inner.leadingQuantity
        default: nil
        }
    }

    /// Joins two texts.
    public static func + (a: Prose, b: Prose) -> Prose { Prose(a.inlines + b.inlines) }

    /// The text without marks, links and footnotes, for titles and descriptions.
    public func plain(in language: Language) -> String {
        inlines.map { $0.plain(in: language) }.joined()
    }
}

extension Inline {
    /// The piece without marks, as plain text.
    func plain(in language: Language) -> String {
        switch self {
        case .text(let text), .code(let text): text
        case .strong(let prose), .emphasis(let prose), .link(let prose, _):
            prose.plain(in: language)
        case .quantity(let quantity): quantity.written(in: language)
        case .footnote: ""
        }
    }
}

extension Prose: ExpressibleByArrayLiteral {
    /// Makes running text of pieces written in a list.
    public init(arrayLiteral elements: Inline...) { self.init(elements) }
}

extension Prose: ExpressibleByStringInterpolation {
    /// Collects the pieces of an interpolated string.
    public struct StringInterpolation: StringInterpolationProtocol {
        var inlines: [Inline] = []

        /// Begins an empty collection.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds the fixed text between two values.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { inlines.append(.text(literal)) }
        }

        /// Adds plain text.
        public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

        /// Adds a figure.
        public mutating func appendInterpolation(_ quantity: Quantity) {
            inlines.append(.quantity(quantity))
        }

        /// Adds a piece, such as `inline: .footnote("provisional")`.
        public mutating func appendInterpolation(inline: Inline) { inlines.append(inline) }

        /// Adds running text.
        public mutating func appendInterpolation(_ prose: Prose) {
            inlines.append(contentsOf: prose.inlines)
        }
    }

    /// Makes running text of an interpolated string.
    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.inlines)
    }

    /// Makes running text of a plain string.
    public init(stringLiteral value: String) { self.init(value) }
}
