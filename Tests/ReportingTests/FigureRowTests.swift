import Basics
@_spi(Disclosure) import Model
import ReportModel
import Testing

@testable import Reporting

@Suite struct FigureRowTests {
    private static let parts = ["improved", "no_change", "deteriorated"]
    private static let august = CalendarDate(iso: "2026-08-31")!
    private static let september = CalendarDate(iso: "2026-09-30")!

    /// 12, 13 and 5 of 30; each figure of this period or, where a day is given, kept from it.
    private func row(_ days: [CalendarDate?], share: CalendarDate?) -> FigureRow {
        var table = FigureTable(
            name: "outcomes", keys: ["programme"],
            figures: FigureRowTests.parts.map { ($0, .count) } + [("share_improved", .share)])
        table.keys[0].words = ["*"]
        table.keys[0].indices = [0]
        for (column, number) in [12, 13, 5, 0.4].enumerated() {
            table.figures[column].values = [number]
        }
        table.rowCount = 1
        let all = [FigureRowTests.september, FigureRowTests.august]
        let days = days + [share]
        let kept = KeptDays(
            days: all,
            places: days.map { [UInt16($0.flatMap { all.firstIndex(of: $0) } ?? 0)] })
        let disclosed = DisclosedTable(
            table, states: days.map { [$0 == nil ? .shown : .earlier] }, kept: kept)
        return FigureRow.rows([0], of: disclosed, Words(language: .english))[0]
    }

    private func whole(_ row: FigureRow) -> Quantity {
        row.whole("improved", share: "share_improved", of: FigureRowTests.parts)
    }

    @Test(arguments: [nil, FigureRowTests.august])
    func figuresOfOneDayAreAddedUp(day: CalendarDate?) {
        let row = row([day, day, day], share: day)
        #expect(row.sum(FigureRowTests.parts) == .count(30))
        #expect(whole(row) == .count(30))
    }

    @Test func figuresOfDifferentDaysAreNot() {
        let (august, september) = (FigureRowTests.august, FigureRowTests.september)
        for days in [[august, nil, nil], [august, september, august], [nil, nil, september]] {
            #expect(row(days, share: nil).sum(FigureRowTests.parts) == .hidden)
        }
    }

    /// 12 and 40 % of one day are 12 of 30, whatever the other parts have become since.
    @Test func aCountAndItsShareOfOneDayTellTheirWhole() {
        let (august, september) = (FigureRowTests.august, FigureRowTests.september)
        #expect(whole(row([august, nil, nil], share: august)) == .count(30))
        #expect(whole(row([august, nil, nil], share: september)) == .hidden)
        #expect(whole(row([nil, august, august], share: nil)) == .count(30))
    }

    @Test func theMarksOfAFigureNameItsDay() {
        let (august, september) = (FigureRowTests.august, FigureRowTests.september)
        let row = row([august, nil, september], share: august)
        #expect(row.earlierMark("improved", "share_improved") == Prose(keptFrom: [august]))
        #expect(
            row.earlierMark("improved", "no_change", "deteriorated").inlines == [
                .footnote("earlier-2026-09-30"), .text("\u{A0}"), .footnote("earlier-2026-08-31"),
            ])
        #expect(row.earlierMark("no_change") == "")
    }
}
