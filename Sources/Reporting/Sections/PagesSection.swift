import Basics
import Model
import ReportModel

/// Links to the other pages of the run, which work from a disk.
struct PagesSection: Section {
    static let kind = "pages"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let here = request.layout.pages.first { $0.sections.contains(request.section) }?.name ?? ""
        let links = pageLinks(request.context, request.layout, from: here)
            .filter { $0.path != here }
        guard !links.isEmpty else { return [] }
        return [
            request.heading("Læs videre", "Read on", anchor: "pages"),
            .list(links.map { .link(Prose($0.title), to: $0.target) }),
        ]
    }
}
