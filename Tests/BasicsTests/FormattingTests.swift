import Basics
import Testing

/// Expected texts are written by hand after Retskrivningsordbogen and everyday English.
@Suite struct FormattingTests {
    let danish = Formatting(.danish)
    let english = Formatting(.english)

    @Test func thousandsAndDecimalsAreSetOffByLanguage() {
        #expect(danish.number(1_234_567.89, decimals: 1) == "1.234.567,9")
        #expect(english.number(1_234_567.89, decimals: 1) == "1,234,567.9")
        #expect(danish.integer(1_000) == "1.000")
        #expect(danish.integer(999) == "999")
        #expect(english.integer(-12_345) == "−12,345")
        #expect(danish.integer(Int.min) == "−9.223.372.036.854.775.808")
    }

    @Test(arguments: [
        (2.675, 2, "2,68"), (0.125, 2, "0,13"), (-0.125, 2, "−0,13"), (1.005, 2, "1,01"),
        (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "−3"), (0.49999, 0, "0"),
        (9.96, 1, "10,0"), (99.95, 1, "100,0"), (0.05, 1, "0,1"), (0.04, 1, "0,0"),
        (-0.04, 1, "0,0"), (0, 2, "0,00"), (-0.0, 1, "0,0"), (0.0000123, 6, "0,000012"),
        (1e21, 0, "1.000.000.000.000.000.000.000"), (1.5e-9, 3, "0,000"), (12, 3, "12,000"),
        (0.05, 0, "0"), (0.95, 0, "1"), (0.5e-300, 0, "0"),
    ])
    func halvesAreRoundedAwayFromNought(_ value: Double, _ decimals: Int, _ written: String) {
        #expect(danish.number(value, decimals: decimals) == written)
    }

    @Test func sharesAreWrittenAsPerCentWithoutBinaryRounding() {
        #expect(danish.percent(0.123, decimals: 1) == "12,3\u{A0}%")
        #expect(english.percent(0.123, decimals: 1) == "12.3%")
        #expect(danish.percent(0.285, decimals: 0) == "29\u{A0}%")
        #expect(danish.percent(0.145, decimals: 0) == "15\u{A0}%")
        #expect(danish.percent(1, decimals: 0) == "100\u{A0}%")
        #expect(danish.percent(0.004, decimals: 0) == "0\u{A0}%")
    }

    @Test func differencesCarryTheirSignAndNoughtHasNone() {
        #expect(danish.difference(1.25, decimals: 1) == "+1,3")
        #expect(danish.difference(-1.25, decimals: 1) == "−1,3")
        #expect(danish.difference(0.04, decimals: 1) == "0,0")
        #expect(danish.percentagePoints(0.04, decimals: 0) == "+4\u{A0}procentpoint")
        #expect(english.percentagePoints(-0.1, decimals: 0) == "−10\u{A0}percentage points")
    }

    @Test func moneyIsWrittenInTheUnitAskedFor() {
        #expect(danish.money(1_234.5, .oere) == "1.234,50\u{A0}kr.")
        #expect(english.money(1_234.5, .oere) == "DKK\u{A0}1,234.50")
        #expect(danish.money(1_234.5) == "1.235\u{A0}kr.")
        #expect(danish.money(3_300_000, .millions) == "3,3\u{A0}mio.\u{A0}kr.")
        #expect(danish.money(3_250_000, .millions) == "3,3\u{A0}mio.\u{A0}kr.")
        #expect(english.money(-67_193, .thousands) == "DKK\u{A0}−67\u{A0}thousand")
    }

    @Test func datesAreWrittenInWordsAndInFigures() {
        let date = CalendarDate(year: 2026, month: 10, day: 31)!
        #expect(danish.date(date) == "31. oktober 2026")
        #expect(english.date(date) == "31 October 2026")
        #expect(danish.shortDate(date) == "31-10-2026")
        #expect(danish.month(3, year: 2026) == "marts 2026")
        #expect(danish.shortMonth(10, year: 2026) == "okt. 26")
        #expect(danish.shortMonth(5, year: 2026) == "maj 26")
        #expect(english.shortMonth(10, year: 2009) == "Oct 09")
    }

    @Test func aCountChoosesItsWording() {
        let one = LocalizedText(da: "familie", en: "family")
        let many = LocalizedText(da: "familier", en: "families")
        #expect(danish.plural(1, one: one, many: many) == "familie")
        #expect(danish.plural(0, one: one, many: many) == "familier")
        #expect(english.plural(2, one: one, many: many) == "families")
    }
}
