import Basics
import ReportModel
import Testing

@Suite struct ReportTests {
    private let chart = Chart(
        "net", title: "Net", description: "It rises.",
        .cumulativeNet(
            CumulativeNet(
                years: [.init("2026", Estimate(.hidden)), .init("2027", Estimate(.money(5)))],
                axis: Axis("kr."))))

    @Test func chartsTablesAndFootnotesAreFoundInsideOtherBlocks() {
        let note = Footnote("a", "x")
        let table = Table("T", columns: [.rowHeader("A")], rows: [["1"]])
        let report = Report(
            title: "R", language: .english,
            blocks: [
                .footnote(note), .callout(.note, title: "", [.chart(chart), .footnote(note)]),
                .details(summary: "s", [.table(table)]),
            ])
        #expect(report.charts == [chart])
        #expect(report.tables == [table])
        #expect(report.footnotes == [note])
    }

    @Test func aChartYieldsItsTableWithWhatIsHidden() {
        let table = chart.table(in: .english)
        #expect(table.caption == "Figures behind the chart: Net")
        #expect(
            table.rows.map(\.cells) == [
                ["2026", .quantity(.hidden)], ["2027", .quantity(.money(5))],
            ])
    }

    @Test func anIntervalIsNeverShownBesideAHiddenFigure() {
        let estimate = Estimate(.hidden, Interval(.score(1), .score(2)))
        #expect(estimate.shownInterval == nil)
    }
}
