import Basics
import ReportModel

/// The places that links on a Markdown page can lead to: its headings, as GitHub names them.
///
/// A table or a chart has no name in Markdown; links to it lead to the heading above it.
struct MarkdownAnchors {
    private var slugs: [String: String] = [:]

    init(_ report: Report) {
        var taken: [String: Int] = [:]
        var current = MarkdownAnchors.slug(report.title, &taken)
        for block in report.flattened {
            switch block {
            case .heading(_, let prose, let anchor):
                current = MarkdownAnchors.slug(prose.plain(in: report.language), &taken)
                if let anchor { slugs[anchor] = current }
            case .table(let table): if let name = table.anchor { slugs[name] = current }
            case .chart(let chart): slugs[chart.name] = current
            case .paragraph, .list, .tiles, .callout, .details, .footnote: break
            }
        }
    }

    /// The name GitHub gives the heading that a link leads to, or the anchor's own.
    func slug(of anchor: String) -> String { slugs[anchor] ?? anchor }

    private static func slug(_ title: String, _ taken: inout [String: Int]) -> String {
        var slug = ""
        for character in InertText.of(title).lowercased() {
            if character == " " || character == "\u{A0}" {
                slug += "-"
            } else if character.isLetter || character.isNumber || "-_".contains(character) {
                slug.append(character)
            }
        }
        let count = taken[slug, default: 0]
        taken[slug] = count + 1
        return count == 0 ? slug : "\(slug)-\(count)"
    }
}
