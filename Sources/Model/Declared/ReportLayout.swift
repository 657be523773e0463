import Basics

/// Which pages a run writes and which sections stand on each, in order.
public struct ReportLayout: Sendable, Hashable {
    /// Kebab-case; the name of the definition's file.
    public var name: String
    public var title: LocalizedText
    public var pages: [Page]

    /// A page written once, or once for each programme.
    public struct Page: Sendable, Hashable {
        /// What a page is about.
        public enum Scope: String, Sendable, Hashable, CaseIterable {
            case run
            case programme
            /// One page a family, in the private folder only.
            case family
        }

        /// File name without its ending, such as `report`; a programme's page bears its name.
        public var name: String
        public var title: LocalizedText
        public var scope: Scope
        /// Whether Markdown is written beside the HTML.
        public var hasMarkdown: Bool
        /// Whether it is set for one A4 page.
        public var isOneSheet: Bool
        public var sections: [Section]

        /// Makes a page.
        public init(
            name: String, title: LocalizedText, scope: Scope, hasMarkdown: Bool,
            isOneSheet: Bool = false, sections: [Section]
        ) {
            self.name = name
            self.title = title
            self.scope = scope
            self.hasMarkdown = hasMarkdown
            self.isOneSheet = isOneSheet
            self.sections = sections
        }
    }

    /// A section by its kind, with its settings.
    public struct Section: Sendable, Hashable {
        /// Such as `headline`; `Reporting` lists the kinds there are.
        public var kind: String
        /// Settings of the kind, such as `scale`, as words.
        public var settings: [String: String]
        /// Prose of the organisation's own, where the kind is `note`.
        public var text: LocalizedText?
        /// Where the section stands, for findings.
        public var place: Place

        /// Makes a section.
        public init(
            kind: String, settings: [String: String] = [:], text: LocalizedText? = nil,
            place: Place
        ) {
            self.kind = kind
            self.settings = settings
            self.text = text
            self.place = place
        }
    }

    /// Makes a layout.
    public init(name: String, title: LocalizedText, pages: [Page]) {
        self.name = name
        self.title = title
        self.pages = pages
    }
}
