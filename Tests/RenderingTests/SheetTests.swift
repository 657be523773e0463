import Basics
import ReportModel
import Testing

@testable import Rendering

@Suite struct SheetTests {
    private func html(_ paper: Report.Paper) -> String {
        let blocks: [Block] = [
            .paragraph("Først"),
            .heading(level: 2, "Beløb", anchor: "budget"), .paragraph("3 mio."),
            .callout(.caution, title: "Må ikke stå alene", []),
            .heading(level: 2, "Andet", anchor: "andet"), .paragraph("Til sidst"),
        ]
        let report = Report(
            title: "T", language: .danish, blocks: blocks, paper: paper)
        return HTMLRenderer().render(report)
    }

    /// Amounts and what must be read with them never lie on two sheets.
    @Test func aSheetHoldsWhatStandsUnderAHeadingTogether() throws {
        let text = html(.sheet)
        let first = try #require(text.split(separator: "<section>").dropFirst().first)
        let held = try #require(first.components(separatedBy: "</section>").first)
        #expect(held.contains("Beløb") && held.contains("Må ikke stå alene"))
        #expect(!held.contains("Først") && !held.contains("Andet"))
        #expect(text.components(separatedBy: "<section>").count == 3)
        #expect(text.components(separatedBy: "</section>").count == 3)
        #expect(HTMLStyle.sheet.contains(".sheet:has(.tiles) section{break-inside:avoid}"))
    }

    @Test func otherPagesAreNotHeld() {
        #expect(!html(.pages).contains("<section>"))
    }
}
