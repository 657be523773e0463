import ReportModel

extension MarkdownPage {
    /// A table under its caption, its columns padded so that it reads well raw.
    func table(_ table: Table) -> [[String]] {
        let caption: Prose = [
            .strong(Prose(words.table + ".")), .text(" " + sentence(table.caption)),
        ]
        let note = table.note.map { [paragraph($0)] } ?? []
        let body = table.rows.isEmpty ? [["–"]] : [grid(table)]
        return [paragraph(caption)] + body + note
    }

    private func grid(_ table: Table) -> [String] {
        let headers = table.columns.map { cell(Prose($0.header)) }
        let cells = table.rows.map { row in
            row.cells.map { cell(row.isTotal && !$0.isEmpty ? .strong($0) : $0) }
        }
        let widths = headers.indices.map { index in
            max(3, ([headers] + cells).map { $0[index].count }.max() ?? 3)
        }
        let kinds = table.columns.map(\.kind)
        let rule = zip(widths, kinds).map { width, kind in
            let dashes = String(repeating: "-", count: width - 1)
            return kind == .figures ? dashes + ":" : ":" + dashes
        }
        return ([headers, rule] + cells).map { row in
            "| "
                + row.indices.map { padded(row[$0], widths[$0], kinds[$0]) }
                .joined(separator: " | ") + " |"
        }
    }

    private func cell(_ prose: Prose) -> String { inline(prose, isInTable: true) }

    private func padded(_ text: String, _ width: Int, _ kind: Column.Kind) -> String {
        let blanks = String(repeating: " ", count: max(width - text.count, 0))
        return kind == .figures ? blanks + text : text + blanks
    }
}
