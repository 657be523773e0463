import Basics
import Foundation
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        ("2.345", "2.35"), ("-2.345", "-2.35"), ("0.004", "0.00"), ("-0.004", "0.00"),
        ("1000000", "1000000.00"), ("17.5", "17.50"),
    ])
    func amountsAreRoundedHalfAwayFromZeroWhenShown(kroner: String, shown: String) {
        let amount = Ratio(decimal: kroner).map { Money($0) }
        #expect(amount?.tidy == shown)
    }

    @Test func aDivisionWithoutAnEndStillRoundsAsExactArithmetic() {
        // 0.015 / 3 × 1 is 0.005: the øre rounds up although each third is cut off.
        let third = Money(Ratio(15, over: 1000)) / 3
        #expect(third.tidy == "0.01")
        #expect(((Money(1) / 3) * 3).tidy == "1.00")
        #expect((Money(1_000_000) / 15 * 15).tidy == "1000000.00")
    }

    @Test func thousandsAreRoundedWithNegativePlaces() {
        #expect(Money(67_192).rounded(places: -3) == Money(67_000))
        #expect(Money(-67_500).rounded(places: -3) == Money(-68_000))
    }
}
