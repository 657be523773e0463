import Basics
import Exporting
import Model
import Rendering
import ReportModel
import Reporting

/// The files of a period as they are published: pages, charts and tables.
struct Edition {
    let context: ReportContext
    let definitions: Definitions
    /// How many pages and tables are written side by side.
    let workers: Int

    /// Every file, in the byte order of the paths.
    func files() -> [OutputFile] {
        let pages = compose(context, layout: definitions.report)
        let tables = context.disclosed.tables
        let written = Workers.map(tables.count + pages.count, workers: workers) { piece in
            piece < tables.count ? files(tables[piece]) : files(pages[piece - tables.count])
        }
        let all =
            written.flatMap { $0 } + charts(pages)
            + [OutputFile("summary.txt", summary + "\n")]
        return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The run in one sentence, fit for the subject of a mail.
    var summary: String { summarise(context) }

    private func files(_ page: ComposedPage) -> [OutputFile] {
        let folder = page.path.contains("/") ? "../charts" : "charts"
        let html = OutputFile(page.path + ".html", HTMLRenderer().render(page.report))
        guard page.hasMarkdown else { return [html] }
        let markdown = MarkdownRenderer(chartFolder: folder).render(page.report)
        return [html, OutputFile(page.path + ".md", markdown)]
    }

    /// What the Markdown shows, once each.
    private func charts(_ pages: [ComposedPage]) -> [OutputFile] {
        var names: Set<String> = []
        return pages.filter(\.hasMarkdown).flatMap(\.report.charts).compactMap { chart in
            guard names.insert(chart.name).inserted else { return nil }
            let picture = ChartPicture(chart, in: context.language)
            return OutputFile("charts/\(chart.name).svg", picture.file)
        }
    }

    /// A table as a record, and as a copy that a spreadsheet opens while it can take it.
    private func files(_ table: DisclosedTable) -> [OutputFile] {
        let tidy = OutputFile("data/\(table.name).csv", tableText(table))
        guard table.rowCount <= largeTable else { return [tidy] }
        let text = tableText(table, style: .spreadsheet)
        return [tidy, OutputFile("data/excel/\(table.name).csv", text)]
    }
}
