import Basics

/// A page as a document: what will be said, before it is Markdown or HTML.
public struct Report: Sendable, Hashable {
    /// The page's only heading of level 1.
    public var title: String
    /// What the page covers, such as its month.
    public var subtitle: String?
    /// The language of every word and figure on the page.
    public var language: Language
    /// The page in one sentence, fit for the subject of a mail.
    public var summary: Prose?
    /// Links to the pages of the same run.
    public var navigation: [PageLink]
    /// What the page says, in the order of reading.
    public var blocks: [Block]
    /// What stands at the foot of the page: program, version, as-of date, accessibility.
    public var footer: [Prose]
    /// How it lies on paper.
    public var paper: Paper

    /// How a report lies on paper.
    public enum Paper: Sendable, Hashable {
        /// On as many A4 pages as it takes, the figures behind the charts with them.
        case pages
        /// On one A4 page in two columns, without the figures behind the charts.
        case sheet
    }

    /// Makes a report.
    public init(
        title: String, subtitle: String? = nil, language: Language, summary: Prose? = nil,
        navigation: [PageLink] = [], blocks: [Block], footer: [Prose] = [],
        paper: Paper = .pages
    ) {
        precondition(!title.isEmpty, "a report without a title")
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.summary = summary
        self.navigation = navigation
        self.blocks = blocks
        self.footer = footer
        self.paper = paper
    }
}

/// A link of the navigation.
public struct PageLink: Sendable, Hashable {
    /// What the link is called.
    public var title: String
    /// Where it leads.
    public var target: LinkTarget
    /// Whether it leads to the page that shows it.
    public var isCurrent: Bool

    /// Makes a link of the navigation.
    public init(_ title: String, to target: LinkTarget, isCurrent: Bool = false) {
        self.title = title
        self.target = target
        self.isCurrent = isCurrent
    }
}

extension Report {
    /// Every chart, in the order of reading, those inside callouts and details too.
    public var charts: [Chart] {
        flattened.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    }

    /// Every table that a section wrote, in the order of reading; not those of the charts.
    public var tables: [Table] {
        flattened.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// Every footnote once, in the order given.
    public var footnotes: [Footnote] {
        var names: Set<String> = []
        return flattened.compactMap { block in
            guard case .footnote(let footnote) = block, names.insert(footnote.name).inserted
            else { return nil }
            return footnote
        }
    }

    /// All blocks, with those inside callouts and details.
    public var flattened: [Block] { Report.flatten(blocks) }

    private static func flatten(_ blocks: [Block]) -> [Block] {
        blocks.flatMap { block -> [Block] in
            switch block {
            case .callout(_, _, let inner), .details(_, let inner): [block] + flatten(inner)
            case .heading, .paragraph, .list, .table, .chart, .tiles, .footnote: [block]
            }
        }
    }
}
