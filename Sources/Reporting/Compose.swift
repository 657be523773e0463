import Basics
import Model
import ReportModel

/// A page that is ready to be rendered.
public struct ComposedPage: Sendable {
    /// The path below the period's folder, without its ending.
    public var path: String
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

/// Every kind of section there is; a test compares this list with the folder.
let sections: [any Section.Type] = [
    ChangeTableSection.self, ChangeTheorySection.self, HeadlineSection.self, MethodSection.self,
    MisuseSection.self, NoteSection.self, QualitySection.self, TrajectorySection.self,
    WheelSection.self,
]

/// Writes all pages of a layout, in its order; a programme's page once for each programme.
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

/// What is wrong with a layout: kinds of section and settings that do not exist.
public func check(_ layout: ReportLayout) -> [Finding] {
    layout.pages.flatMap(\.sections).flatMap(check)
}

private func check(_ section: ReportLayout.Section) -> [Finding] {
    guard let kind = sections.first(where: { $0.kind == section.kind }) else {
        let known = sections.map { $0.kind }
        return [
            Finding(
                .definitionNameUnknown, .error, at: section.place,
                "there is no section '\(section.kind)'\(NearMiss.hint(section.kind, among: known))")
        ]
    }
    return section.settings.keys.sorted().filter { !kind.settings.contains($0) }.map {
        Finding(
            .definitionKeyUnknown, .error, at: section.place,
            "section '\(section.kind)' has no setting '\($0)'"
                + NearMiss.hint($0, among: kind.settings))
    }
}

private func compose(
    _ context: ReportContext, _ page: ReportLayout.Page, _ layout: ReportLayout,
    programme: Programme?
) -> ComposedPage {
    let path = programme.map { "programmes/\($0.name)" } ?? page.name
    let blocks = page.sections.flatMap { section -> [Block] in
        guard let kind = sections.first(where: { $0.kind == section.kind }) else {
            preconditionFailure("layout '\(layout.name)' was not checked: '\(section.kind)'")
        }
        return kind.blocks(
            SectionRequest(context: context, programme: programme, section: section))
    }
    let title = programme.map { $0.title[context.language] } ?? page.title[context.language]
    let report = Report(
        title: title, subtitle: subtitle(context), language: context.language,
        navigation: navigation(context, layout, from: path), blocks: blocks,
        footer: footer(context))
    return ComposedPage(path: path, report: report, hasMarkdown: page.hasMarkdown)
}

private func subtitle(_ context: ReportContext) -> String {
    let asOf = Quantity.date(context.period.asOf).written(in: context.language)
    return context.words.say(
        "\(context.pipeline.title.danish), opgjort pr. \(asOf)",
        "\(context.pipeline.title.english), as of \(asOf)")
}

private func navigation(
    _ context: ReportContext, _ layout: ReportLayout, from path: String
) -> [PageLink] {
    let up = path.contains("/") ? "../" : ""
    return layout.pages.flatMap { page -> [PageLink] in
        switch page.scope {
        case .run:
            [link(page.title[context.language], page.name, page.hasMarkdown, up, path)]
        case .programme:
            context.programmes.map {
                link($0.title[context.language], "programmes/\($0.name)", true, up, path)
            }
        case .family: []
        }
    }
}

private func link(
    _ title: String, _ target: String, _ hasMarkdown: Bool, _ up: String, _ path: String
) -> PageLink {
    PageLink(
        title, to: hasMarkdown ? .page(up + target) : .file(up + target + ".html"),
        isCurrent: target == path)
}

private func footer(_ context: ReportContext) -> [Prose] {
    [
        context.say(
            """
            Lavet af \(Program.name) \(context.method.version) af data pr. \
            \(.date(context.period.asOf)). Tallene er for grupper; de siger intet om en enkelt familie.
            """,
            """
            Made by \(Program.name) \(context.method.version) from data as of \
            \(.date(context.period.asOf)). The figures are of groups; they say nothing about a \
            single family.
            """)
    ]
}
