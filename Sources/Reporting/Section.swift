import Basics
import Model
import ReportModel

/// A kind of section: one sibling, one file under `Sections/`.
protocol Section: SendableMetatype {
    /// The word in a layout, such as `change-table`.
    static var kind: String { get }
    /// The settings it takes, by key, with the words each may have; none where any will do.
    static var settings: [String: [String]] { get }
    /// Whether it speaks of one family and stands on a private family sheet only.
    static var isOfFamily: Bool { get }

    /// Writes the section for a page; nothing where there is nothing to say.
    static func blocks(_ request: SectionRequest) -> [Block]
}

extension Section {
    static var settings: [String: [String]] { [:] }
    static var isOfFamily: Bool { false }
}

/// Every kind of section there is; a test compares this list with the folder.
let sections: [any Section.Type] = [
    AccessibilitySection.self, AddedValueSection.self, AdherenceSection.self, BudgetSection.self,
    ChangeTableSection.self, ChangeTheorySection.self, ChangesSection.self, ClinicalSection.self,
    DumbbellSection.self, ElementsSection.self, ExitsSection.self, FamilyGoalsSection.self,
    FamilyTrajectorySection.self, FamilyWheelSection.self, FunnelSection.self, GoalsSection.self,
    HeadlineSection.self, LookIntoSection.self, MethodSection.self, MisuseSection.self,
    MonthlySection.self, NoteSection.self, PagesSection.self, PhasesSection.self,
    ProgrammesSection.self, QualitySection.self, QuestionsSection.self, RatersSection.self,
    SharesSection.self, SidesSection.self, StoriesSection.self, TeamsSection.self,
    TrajectorySection.self, WheelSection.self, ZonesSection.self,
]

/// What a section is asked for: the page it stands on and its settings.
struct SectionRequest {
    var context: ReportContext
    var layout: ReportLayout
    /// The programme the page is about; nothing on a page about the whole run.
    var programme: Programme?
    /// The family a private sheet is about; nothing on every other page.
    var family: FamilyRecord?
    var section: ReportLayout.Section

    var words: Words { context.words }

    /// A setting of the section, or nothing.
    func setting(_ key: String) -> String? { section.settings[key] }

    /// The programmes the section speaks of, in the pipeline's order.
    var programmes: [Programme] { programme.map { [$0] } ?? context.programmes }

    /// The group the section speaks of.
    var group: GroupName { GroupName(programme) }

    /// What names the group in the names of charts.
    var chartSuffix: String { programme.map { kebab($0.name) } ?? "all" }

    /// The horizons that a section's setting leaves.
    var horizons: [Horizon] {
        let wanted = setting("horizon")
        return Horizon.allCases.filter { wanted == nil || wanted == $0.name }
    }

    /// The sentence that stands under every table and chart of change.
    var notAnEffect: Prose {
        context.say(
            """
            Forandringen er sket sideløbende med indsatsen; uden en sammenligningsgruppe er den \
            ikke indsatsens effekt.
            """,
            """
            Change happened alongside the programme; without a comparison group it is not its \
            effect.
            """)
    }

    /// A heading of level 2 with its anchor; the anchor bears the page's programme.
    func heading(_ danish: String, _ english: String, anchor: String) -> Block {
        .heading(level: 2, Prose(words.say(danish, english)), anchor: anchor)
    }
}

/// The words of the setting `horizon`.
let horizonSetting = ["horizon": Horizon.allCases.map(\.name)]
