import Basics
import ReportModel

extension HTMLPage {
    /// A table in a frame that can be scrolled by keyboard where it is too wide.
    func table(_ table: Table, id anchor: String?) -> String {
        let heads = table.columns.map { column in
            "<th scope=\"col\"\(style(column.kind))>\(Markup.text(column.header))</th>"
        }
        let rows = table.rows.map { row($0, of: table) }.joined(separator: "\n")
        let note = table.note.map { "\n<p class=\"remark\">\(inline($0))</p>" } ?? ""
        let caption = Markup.text(table.caption)
        return """
            <div class="frame" role="group" tabindex="0" aria-label="\(words.table): \(caption)"\(id(anchor))>
            <table>
            <caption><span>\(caption)</span></caption>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </div>\(note)
            """
    }

    private func row(_ row: Row, of table: Table) -> String {
        let cells = zip(row.cells, table.columns).map { cell($0, $1.kind) }.joined()
        return "<tr\(row.isTotal ? " class=\"total\"" : "")>\(cells)</tr>"
    }

    private func cell(_ prose: Prose, _ kind: Column.Kind) -> String {
        let key = sortKey(prose).map { " data-sort=\"\($0)\"" } ?? ""
        switch kind {
        case .rowHeader: return "<th scope=\"row\"\(key)>\(inline(prose))</th>"
        case .text, .figures: return "<td\(style(kind))\(key)>\(inline(prose))</td>"
        }
    }

    private func style(_ kind: Column.Kind) -> String {
        kind == .figures ? " class=\"figures\"" : ""
    }

    /// The figure a cell is sorted by, rounded as it is shown: it tells no more than the text.
    private func sortKey(_ prose: Prose) -> String? {
        guard let quantity = prose.leadingQuantity else { return nil }
        guard let value = quantity.shownValue else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
