import Basics
import ReportModel

extension HTMLPage {
    /// Adds a table in a frame that can be scrolled by keyboard where it is too wide.
    mutating func add(_ table: Table, id anchor: String?) {
        text.add("<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-label=\"")
        text.add("\(words.table): ")
        text.add(markup: table.caption)
        text.add("\"")
        addID(anchor)
        text.add(
            isWordy(table)
                ? ">\n<table class=\"wordy\">\n<caption><span>" : ">\n<table>\n<caption><span>")
        text.add(markup: table.caption)
        text.add("</span></caption>\n<thead><tr>")
        for column in table.columns { addHead(of: column) }
        text.add("</tr></thead>\n<tbody>\n")
        for row in table.rows { add(row, of: table) }
        if table.rows.isEmpty { text.add("\n") }
        text.add("</tbody>\n</table>\n</div>")
        if let note = table.note {
            text.add("\n")
            addElement("p class=\"remark\"", "p", note)
        }
    }

    /// Whether a row's name is a phrase, which a column of the least width would set word by word.
    private func isWordy(_ table: Table) -> Bool {
        table.rows.contains { ($0.cells.first?.plain(in: language).count ?? 0) > 24 }
    }

    private mutating func addHead(of column: Column) {
        text.add("<th scope=\"col\"")
        text.add(column.kind == .figures ? " class=\"figures\">" : ">")
        text.add(markup: column.header)
        text.add("</th>")
    }

    private mutating func add(_ row: Row, of table: Table) {
        text.add(row.isTotal ? "<tr class=\"total\">" : "<tr>")
        for (index, prose) in row.cells.enumerated() { addCell(prose, table.columns[index].kind) }
        text.add("</tr>\n")
    }

    private mutating func addCell(_ prose: Prose, _ kind: Column.Kind) {
        switch kind {
        case .rowHeader: text.add("<th scope=\"row\"")
        case .text: text.add("<td")
        case .figures: text.add("<td class=\"figures\"")
        }
        addSortKey(prose)
        text.add(">")
        add(prose)
        text.add(kind == .rowHeader ? "</th>" : "</td>")
    }

    /// The figure a cell is sorted by, rounded as it is shown: it tells no more than the text.
    private mutating func addSortKey(_ prose: Prose) {
        guard let quantity = prose.leadingQuantity else { return }
        text.add(" data-sort=\"")
        if let value = quantity.shownValue {
            if value == value.rounded(), abs(value) < 1e15 {
                text.add(number: Int(value))
            } else {
                text.add("\(value)")
            }
        }
        text.add("\"")
    }
}
