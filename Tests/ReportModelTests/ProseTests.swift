import Basics
import ReportModel
import Testing

@Suite struct ProseTests {
    @Test func figuresInAStringStayFigures() {
        let prose: Prose = "Af \(.count(31)) familier er \(.share(0.387)) forbedret."
        #expect(prose.inlines.count == 5)
        #expect(prose.inlines[1] == .quantity(.count(31)))
        #expect(prose.plain(in: .danish) == "Af 31 familier er 39\u{A0}% forbedret.")
        #expect(prose.plain(in: .english) == "Af 31 familier er 39% forbedret.")
    }

    @Test func plainTextLeavesMarksAndFootnotesOut() {
        let prose: Prose = [
            .strong("A"), .emphasis("B"), .code("c"), .link("D", to: .page("x")), .footnote("n"),
        ]
        #expect(prose.plain(in: .danish) == "ABcD")
    }

    @Test func aCellIsSortedByTheFigureItBeginsWith() {
        #expect(("\(.score(1.5)) (1–2)" as Prose).leadingQuantity == .score(1.5))
        #expect(Prose.strong(.quantity(.count(3))).leadingQuantity == .count(3))
        #expect(("x \(.count(3))" as Prose).leadingQuantity == nil)
    }
}
