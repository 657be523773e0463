import Basics
import Model
import ReportModel

/// Prose of the organisation's own, from the layout.
struct NoteSection: Section {
    static let kind = "note"

    static func blocks(_ request: SectionRequest) -> [Block] {
        request.section.text.map { [.paragraph(Prose($0[request.context.language]))] } ?? []
    }
}
