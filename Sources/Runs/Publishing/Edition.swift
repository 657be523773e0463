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
            return OutputTask(size: figures, target: target) { write(table, to: $0) }
        }
    }

    /// Composes the pages; gives what makes their files, each page by itself.
    func pageTasks(into target: OutputFiles) -> [OutputTask] {
        let pages = compose(context, layout: definitions.report)
        return pages.map { task($0, target) } + [
            charts(pages, target),
            OutputTask(size: 0, target: target) { $0.write("summary.txt", summary + "\n") },
        ]
    }

    /// The run in one sentence, fit for the subject of a mail.
    var summary: String { summarise(context) }

    /// A page is about as much work as tables of so many figures.
    private func task(_ page: ComposedPage, _ target: OutputFiles) -> OutputTask {
        let size = page.report.charts.count * 20_000
        return OutputTask(size: size, target: target) { write(page, to: $0) }
    }

    private func write(_ page: ComposedPage, to files: OutputFiles) {
        files.write(page.path + ".html", HTMLRenderer().write(page.report))
        guard page.hasMarkdown else { return }
        let folder = page.path.contains("/") ? "../charts" : "charts"
        files.write(page.path + ".md", MarkdownRenderer(chartFolder: folder).write(page.report))
    }

    /// What the Markdown shows, once each.
    ///
    /// One worker makes them all, and begins with them: files of one folder are created one at a
    /// time, and whoever creates another meanwhile would wait.
    private func charts(_ pages: [ComposedPage], _ target: OutputFiles) -> OutputTask {
        var names: Set<String> = []
        let charts = pages.filter(\.hasMarkdown).flatMap(\.report.charts)
            .filter { names.insert($0.name).inserted }
        return OutputTask(size: 2_000_000, target: target) { files in
            for chart in charts {
                let picture = ChartPicture(chart, in: context.language)
                files.write("charts/\(chart.name).svg", picture.written)
            }
        }
    }

    /// A table as a record, and as a copy that a spreadsheet opens while it can take it.
    private func write(_ table: DisclosedTable, to files: OutputFiles) {
        files.write("data/\(table.name).csv") { record in
            guard table.rowCount <= largeTable else {
                return writeTable(table) { record.write($0) }
            }
            files.write("data/excel/\(table.name).csv") { copy in
                writeTable(table, to: { record.write($0) }, spreadsheet: { copy.write($0) })
            }
        }
    }
}
