import Basics
import Model
import Rendering
import ReportModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct GoldenTests {
    static let kinds = [
        "headline", "look-into", "change-theory", "parents-and-children", "change-table",
        "dumbbell", "shares", "wheel", "adherence", "monthly", "phases", "goals", "elements",
        "quality", "misuse", "method",
    ]

    /// Run with `UPDATE_GOLDENS=1` to write them anew, and read what changed.
    @Test(arguments: Language.allCases)
    func aSmallReportReadsAsItDid(_ language: Language) {
        var village = Village.rich
        village.language = language
        let pages = compose(village.context, layout: Village.layout(GoldenTests.kinds))
        let text = MarkdownRenderer().render(pages[0].report)
        let path = Folders.package + "Tests/Goldens/Reporting/small-\(language.rawValue).md"
        #expect(Golden.difference(text, at: path) == nil)
    }
}
