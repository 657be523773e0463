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
        var grid = Grid(table.columns.map(\.kind))
        grid.add(table.columns.map { cell(Prose($0.header)) })
        for row in table.rows {
            grid.add(row.cells.map { cell(row.isTotal && !$0.isEmpty ? .strong($0) : $0) })
        }
        return grid.lines
    }

    private func cell(_ prose: Prose) -> String { inline(prose, isInTable: true) }
}

/// The cells of a table, its headers first, and how wide each column must be.
private struct Grid {
    private let kinds: [Column.Kind]
    private var widths: [Int]
    /// The cells row by row, and how many characters each has.
    private var cells: [String] = []
    private var counts: [Int] = []

    init(_ kinds: [Column.Kind]) {
        self.kinds = kinds
        widths = kinds.map { _ in 3 }
    }

    mutating func add(_ row: [String]) {
        for (column, cell) in row.enumerated() {
            let count = InertText.count(cell)
            cells.append(cell)
            counts.append(count)
            widths[column] = max(widths[column], count)
        }
    }

    /// The lines, with the rule below the headers.
    var lines: [String] {
        let rows = stride(from: kinds.count, to: cells.count, by: max(kinds.count, 1))
        return [line(from: 0), rule] + rows.map(line)
    }

    private var rule: String {
        let cells = zip(widths, kinds).map { width, kind in
            let dashes = String(repeating: "-", count: width - 1)
            return kind == .figures ? dashes + ":" : ":" + dashes
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private func line(from start: Int) -> String {
        var line = TextBuffer(capacity: 256)
        line.add("|")
        for column in kinds.indices {
            let blanks = max(widths[column] - counts[start + column], 0)
            line.add(" ")
            if kinds[column] == .figures { line.add(UInt8(ascii: " "), times: blanks) }
            line.add(cells[start + column])
            if kinds[column] != .figures { line.add(UInt8(ascii: " "), times: blanks) }
            line.add(" |")
        }
        return line.text
    }
}
