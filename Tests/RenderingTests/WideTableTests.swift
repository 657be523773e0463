import Basics
import ReportModel
import Testing

@testable import Rendering

@Suite struct WideTableTests {
    private func html(_ name: String) -> String {
        let table = Table(
            "Antal", columns: [.rowHeader("Virkning"), .figures("Nået")],
            rows: [[Prose(name), .quantity(.count(12))]])
        return HTMLRenderer().render(
            Report(title: "T", language: .danish, blocks: [.table(table)]))
    }

    /// A phrase gets room for several words; a month does not leave a gap before its figure.
    @Test(arguments: [("okt. 26", false), ("Forældrene holder aftaler og er åbne", true)])
    func aColumnOfPhrasesIsWide(_ name: String, _ isWordy: Bool) {
        #expect(html(name).contains("<table class=\"wordy\">") == isWordy)
        #expect(html(name).contains("<table>") != isWordy)
    }

    /// Where a table goes on, its edge says so: a figure that is cut never looks whole.
    @Test func aTableThatGoesOnFadesOutOnAScreenAlone() throws {
        let screen = try #require(HTMLStyle.sheet.components(separatedBy: "@media screen{").last)
        let rules = try #require(screen.components(separatedBy: "\n}").first)
        #expect(rules.contains(".frame::after{content:\"\";position:sticky;right:0"))
        #expect(rules.contains("td):last-child:last-child{padding-right:2.25rem}"))
    }
}
