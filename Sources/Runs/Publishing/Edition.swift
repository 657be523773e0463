import Basics
import Exporting
import Model
import Rendering
import ReportModel
import Reporting

/// The files of a period as they are published: pages, charts and tables.
struct Edition: Sendable {
    let context: ReportContext
    let definitions: Definitions

    /// What makes every table, each by itself.
    func tableTasks(into target: OutputFiles) -> [OutputTask] {
        context.disclosed.tables.map { table in
            let figures = table.rowCount * (table.keys.count + table.figures.count)
            return OutputTask(size: figures, make: { files(table) }, target: target)
        }
    }

    /// Composes the pages; gives what makes their files, each page by itself.
    func pageTasks(into target: OutputFiles) -> [OutputTask] {
        let pages = compose(context, layout: definitions.report)
        return pages.map { task($0, target) } + charts(pages, target) + [
            OutputTask(
                size: 0, make: { [OutputFile("summary.txt", summary + "\n")] }, target: target)
        ]
    }

    /// The run in one sentence, fit for the subject of a mail.
    var summary: String { summarise(context) }

    /// A page is about as much work as tables of so many figures.
    private func task(_ page: ComposedPage, _ target: OutputFiles) -> OutputTask {
        let size = page.report.charts.count * 1_000
        return OutputTask(size: size, make: { files(page) }, target: target)
    }

    private func files(_ page: ComposedPage) -> [OutputFile] {
        let folder = page.path.contains("/") ? "../charts" : "charts"
        let html = OutputFile(page.path + ".html", HTMLRenderer().render(page.report))
        guard page.hasMarkdown else { return [html] }
        let markdown = MarkdownRenderer(chartFolder: folder).render(page.report)
        return [html, OutputFile(page.path + ".md", markdown)]
    }

    /// What the Markdown shows, once each.
    private func charts(_ pages: [ComposedPage], _ target: OutputFiles) -> [OutputTask] {
        var names: Set<String> = []
        return pages.filter(\.hasMarkdown).map { page in
            let charts = page.report.charts.filter { names.insert($0.name).inserted }
            return OutputTask(
                size: charts.count * 200,
                make: {
                    charts.map {
                        OutputFile(
                            "charts/\($0.name).svg", ChartPicture($0, in: context.language).file)
                    }
                }, target: target)
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
