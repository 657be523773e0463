import Basics
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
        var widths = headers.map { max(3, $0.width) }
        for row in cells {
            for index in widths.indices { widths[index] = max(widths[index], row[index].width) }
        }
        let kinds = table.columns.map(\.kind)
        return [line(headers, widths, kinds), rule(widths, kinds)]
            + cells.map { line($0, widths, kinds) }
    }

    /// A cell's text, and how many characters it has.
    private struct Cell {
        var text: String
        var width: Int
    }

    private func cell(_ prose: Prose) -> Cell {
        let text = inline(prose, isInTable: true)
        return Cell(text: text, width: InertText.count(text))
    }

    private func rule(_ widths: [Int], _ kinds: [Column.Kind]) -> String {
        let cells = zip(widths, kinds).map { width, kind in
            let dashes = String(repeating: "-", count: width - 1)
            return kind == .figures ? dashes + ":" : ":" + dashes
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ kinds: [Column.Kind]) -> String {
        var line = TextBuffer(capacity: 256)
        line.add("|")
        for (index, cell) in cells.enumerated() {
            let blanks = max(widths[index] - cell.width, 0)
            line.add(" ")
            if kinds[index] == .figures { line.add(UInt8(ascii: " "), times: blanks) }
            line.add(cell.text)
            if kinds[index] != .figures { line.add(UInt8(ascii: " "), times: blanks) }
            line.add(" |")
        }
        return line.text
    }
}
