import Basics
import ReportModel
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        (Quantity.count(1_234), "1.234", "1,234"),
        (.share(0.387), "39\u{A0}%", "39%"),
        (.score(12.25), "12,3", "12.3"),
        (.difference(-3.2), "−3,2", "−3.2"),
        (.money(oere: 123_450, .oere), "1.234,50\u{A0}kr.", "DKK\u{A0}1,234.50"),
        (.year(2026), "2026", "2026"),
        (.month(CalendarDate(year: 2026, month: 10, day: 31)!), "oktober 2026", "October 2026"),
        (.part(.count(12), of: .count(31)), "12 af 31", "12 of 31"),
        (.interval(low: .share(0.24), high: .share(0.56)), "24–56\u{A0}%", "24–56%"),
        (.interval(low: .score(1.1), high: .score(2)), "1,1–2,0", "1.1–2.0"),
        (.interval(low: .score(-1.1), high: .score(2)), "−1,1 til 2,0", "−1.1 to 2.0"),
        (.interval(low: .difference(0.5), high: .difference(2)), "+0,5 til +2,0", "+0.5 to +2.0"),
        (.between(.share(0.24), .share(0.56)), "mellem 24 og 56\u{A0}%", "between 24 and 56%"),
        (.between(.hidden, .share(0.56)), "skjult", "hidden"),
        (.hidden, "skjult", "hidden"),
        (.underThreshold(5), "under 5", "under 5"),
        (.notComputed("for få"), "– (for få)", "– (for få)"),
        (.interval(low: .hidden, high: .share(0.5)), "skjult", "hidden"),
        (.part(.underThreshold(5), of: .count(31)), "under 5", "under 5"),
        (.score(.nan), "–", "–"),
        (.share(.infinity), "–", "–"),
    ])
    func aFigureIsWrittenInBothLanguages(_ quantity: Quantity, _ danish: String, _ english: String)
    {
        #expect(quantity.written(in: .danish) == danish)
        #expect(quantity.written(in: .english) == english)
    }

    @Test func whatIsDrawnIsTheRoundedFigure() {
        #expect(Quantity.share(12.0 / 31).shownValue == 0.39)
        #expect(Quantity.share(0.3871, decimals: 1).shownValue == 0.387)
        #expect(Quantity.score(12.25).shownValue == 12.3)
        #expect(Quantity.money(3_349_999, .millions).shownValue == 3_300_000)
        #expect(Quantity.count(7).shownValue == 7)
    }

    @Test(arguments: [Quantity.hidden, .underThreshold(5), .notComputed("x"), .score(.nan)])
    func aFigureThatIsNotShownHasNoValue(_ quantity: Quantity) {
        #expect(quantity.shownValue == nil)
        #expect(!quantity.isShown)
    }
}
