import Basics
import Model
import ReportModel

/// A kind of section: one sibling, one file under `Sections/`.
protocol Section: SendableMetatype {
    /// The word in a layout, such as `change-table`.
    static var kind: String { get }
    /// The settings it takes, by key.
    static var settings: [String] { get }

    /// Writes the section for a page; nothing where there is nothing to say.
    static func blocks(_ request: SectionRequest) -> [Block]
}

/// What a section is asked for: the page it stands on and its settings.
struct SectionRequest {
    var context: ReportContext
    /// The programme the page is about; nothing on a page about the whole run.
    var programme: Programme?
    var section: ReportLayout.Section

    /// A setting of the section, or nothing.
    func setting(_ key: String) -> String? { section.settings[key] }

    /// The programmes the section speaks of, in the pipeline's order.
    var programmes: [Programme] { programme.map { [$0] } ?? context.programmes }

    /// The key of the group the section speaks of.
    var programmeKey: String { programme?.name ?? KeyColumn.all }
}
