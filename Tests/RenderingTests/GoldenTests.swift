import Basics
import ReportModel
import TestSupport
import Testing

@testable import Rendering

/// Whole pages and pictures kept beside the tests; `UPDATE_GOLDENS=1` renews them.
@Suite struct GoldenTests {
    private func difference(_ text: String, _ name: String) -> String? {
        Golden.difference(text, at: Folders.package + "Tests/Goldens/Rendering/" + name)
    }

    @Test(arguments: Language.allCases)
    func theDemoPageIsWrittenAsMarkdown(_ language: Language) {
        let text = MarkdownRenderer().render(DemoReport(language: language).report)
        #expect(difference(text, "\(language.rawValue)/report.md") == nil)
    }

    @Test(arguments: Language.allCases)
    func theDemoPageIsWrittenAsHTML(_ language: Language) {
        let text = HTMLRenderer().render(DemoReport(language: language).report)
        #expect(difference(text, "\(language.rawValue)/report.html") == nil)
    }

    @Test(arguments: Language.allCases)
    func everyKindOfChartIsDrawn(_ language: Language) {
        for chart in DemoCharts(language: language).all {
            let name = "\(language.rawValue)/charts/\(chart.name).svg"
            #expect(difference(ChartPicture(chart, in: language).file, name) == nil)
        }
    }

    @Test func thePageOfLongNamesAndHostileTextsIsWrittenAsHTML() {
        #expect(difference(HTMLRenderer().render(StressReport.report), "stress/report.html") == nil)
    }
}
