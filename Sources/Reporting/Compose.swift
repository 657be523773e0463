import Basics
import Model
import ReportModel

/// A page that is ready to be rendered.
public struct ComposedPage: Sendable {
    /// The path below the period's folder, without its ending.
    public var path: String
    /// What will be said.
    public var report: Report
    /// Whether Markdown is written beside the HTML.
    public var hasMarkdown: Bool

    /// Makes a page.
    public init(path: String, report: Report, hasMarkdown: Bool) {
        self.path = path
        self.report = report
        self.hasMarkdown = hasMarkdown
    }
}

/// Writes all published pages of a layout, in its order; a programme's page once for each
/// programme. Family sheets are private and come from `composeFamilies`.
public func compose(_ context: ReportContext, layout: ReportLayout) -> [ComposedPage] {
    layout.pages.flatMap { page -> [ComposedPage] in
        switch page.scope {
        case .run: [compose(context, page, layout, programme: nil)]
        case .programme:
            context.programmes.map { compose(context, page, layout, programme: $0) }
        case .family: []
        }
    }
}

private func compose(
    _ context: ReportContext, _ page: ReportLayout.Page, _ layout: ReportLayout,
    programme: Programme?
) -> ComposedPage {
    let path = programme.map { "programmes/\($0.name)" } ?? page.name
    let blocks = write(
        page, SectionFrame(context: context, layout: layout, programme: programme))
    let title = programme.map { $0.title[context.language] } ?? page.title[context.language]
    let report = Report(
        title: title, subtitle: subtitle(context), language: context.language,
        summary: summary(context, programme),
        navigation: navigation(context, layout, from: path), blocks: blocks,
        footer: footer(context, layout, from: path), paper: page.paper)
    return ComposedPage(path: path, report: report, hasMarkdown: page.hasMarkdown)
}

/// What all sections of one page share.
struct SectionFrame {
    var context: ReportContext
    var layout: ReportLayout
    var programme: Programme?
    var family: FamilyRecord?
}

/// Writes a page's sections in their order, folds what is hidden altogether, and adds the
/// footnotes that are marked.
func write(_ page: ReportLayout.Page, _ frame: SectionFrame) -> [Block] {
    let blocks = page.sections.flatMap { section -> [Block] in
        guard let kind = sections.first(where: { $0.kind == section.kind }) else {
            preconditionFailure("layout '\(frame.layout.name)' was not checked: '\(section.kind)'")
        }
        return kind.blocks(
            SectionRequest(
                context: frame.context, layout: frame.layout, programme: frame.programme,
                family: frame.family, section: section))
    }
    let folded = foldHidden(blocks, frame.context.words)
    let readable = page.isOneSheet ? onOneSheet(folded, frame.context.language) : folded
    return readable + frame.context.footnotes(for: readable)
}

extension ReportLayout.Page {
    /// How it lies on paper.
    var paper: Report.Paper { isOneSheet ? .sheet : .pages }
}

private func subtitle(_ context: ReportContext) -> String {
    let asOf = Quantity.date(context.period.asOf).written(in: context.language)
    let edition =
        context.isProtected ? "" : context.words.say(" · intern udgave", " · internal edition")
    return context.words.say(
        "\(context.pipeline.title.danish), opgjort pr. \(asOf)",
        "\(context.pipeline.title.english), as of \(asOf)") + edition
}

private func navigation(
    _ context: ReportContext, _ layout: ReportLayout, from path: String
) -> [PageLink] {
    pageLinks(context, layout, from: path).map { link in
        PageLink(link.title, to: link.target, isCurrent: link.path == path)
    }
}

/// A page of the layout as another page links to it.
struct LayoutLink {
    var title: String
    var path: String
    var target: LinkTarget
}

/// Links from a page to every published page of the layout, in its order.
func pageLinks(
    _ context: ReportContext, _ layout: ReportLayout, from path: String
) -> [LayoutLink] {
    let up = path.contains("/") ? "../" : ""
    func link(_ title: LocalizedText, _ target: String, _ page: ReportLayout.Page) -> LayoutLink {
        LayoutLink(
            title: title[context.language], path: target,
            target: page.hasMarkdown ? .page(up + target) : .file(up + target + ".html"))
    }
    return layout.pages.flatMap { page -> [LayoutLink] in
        switch page.scope {
        case .run: [link(page.title, page.name, page)]
        case .programme:
            context.programmes.map { link($0.title, "programmes/\($0.name)", page) }
        case .family: []
        }
    }
}

private func footer(
    _ context: ReportContext, _ layout: ReportLayout, from path: String
) -> [Prose] {
    let made = context.say(
        """
        Lavet af \(Program.name) \(context.method.version) af data pr. \
        \(.date(context.period.asOf)). Tallene er for grupper; de siger intet om en enkelt familie.
        """,
        """
        Made by \(Program.name) \(context.method.version) from data as of \
        \(.date(context.period.asOf)). The figures are of groups; they say nothing about a \
        single family.
        """)
    let accessibility = layout.pages.first { page in
        page.scope == .run && page.sections.contains { $0.kind == AccessibilitySection.kind }
    }
    guard let accessibility else { return [made] }
    let links = pageLinks(context, layout, from: path)
    return [made]
        + links.filter { $0.path == accessibility.name }.map {
            .link(Prose($0.title), to: $0.target)
        }
}
