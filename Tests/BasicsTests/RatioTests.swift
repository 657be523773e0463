import Basics
import Testing

@Suite struct RatioTests {
    @Test func decimalsAreReadExactly() {
        #expect(Ratio(decimal: "6.82") == Ratio(682, over: 100))
        #expect(Ratio(decimal: "-0.5") == Ratio(-1, over: 2))
        #expect(Ratio(decimal: "6,82") == nil)
        #expect(Ratio(decimal: ".") == nil)
    }

    @Test func comparisonIsExactWhereDoublesAreNot() {
        // 0.1 + 0.2 > 0.3 as doubles.
        #expect(Ratio(1, over: 10) + Ratio(2, over: 10) == Ratio(3, over: 10))
        #expect(Ratio(1, over: 3) < Ratio(333_334, over: 1_000_000))
    }

    @Test func lowestTermsHaveAPositiveDenominator() {
        #expect(Ratio(6, over: -4) == Ratio(-3, over: 2))
        #expect((Ratio(-3, over: 2)).magnitude == Ratio(3, over: 2))
    }
}
