import Basics
import Model
import ReportModel

/// A table of counts keyed by something that a programme declares, such as its phases.
struct ProgrammeTable {
    var request: SectionRequest
    /// The table's name among the disclosed.
    var name: String
    /// What the rows are, as a column's header.
    var header: String
    /// Columns of figures with their headers.
    var columns: [(name: String, header: String)]

    /// The table of one programme, its rows in the order declared; nothing without rows.
    func block(
        _ programme: Programme, caption: String, note: Prose? = nil,
        declared: [(key: String, title: Prose)]
    ) -> Block? {
        let keys = GroupName(programme).keys
        let rows = declared.compactMap { item in
            request.context.row(name, keys + [item.key]).map { (item.title, $0) }
        }
        guard !rows.isEmpty else { return nil }
        let suffix =
            request.programme == nil ? ": \(programme.title[request.context.language])" : ""
        return .table(
            Table(
                caption + suffix,
                columns: [.rowHeader(header)] + columns.map { .figures($0.header) },
                rows: rows.map { title, row in Row([title] + columns.map { row.cell($0.name) }) },
                note: note))
    }
}

extension SectionRequest {
    /// A title with a mark where the reading is ours and not the programme's.
    func title(_ title: LocalizedText, _ reading: Reading) -> Prose {
        let ours = reading == .ours ? words.say(" (vores læsning)", " (our reading)") : ""
        return Prose(title[context.language] + ours)
    }
}
