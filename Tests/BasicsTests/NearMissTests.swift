import Basics
import Testing

@Suite struct NearMissTests {
    @Test func theOneCloseNameIsOffered() {
        #expect(NearMiss.of("sqd.total", among: ["sdq.total", "pss.total"]) == "sdq.total")
        #expect(NearMiss.hint("emotinal", among: ["emotional"]) == "; did you mean 'emotional'?")
    }

    @Test func twoEquallyCloseNamesOfferNothing() {
        #expect(NearMiss.of("ors5", among: ["ors1", "ors2"]) == nil)
    }

    @Test func aFarNameOffersNothing() {
        #expect(NearMiss.of("pss", among: ["asqse", "wheel"]) == nil)
    }

    @Test func distanceCountsASwapOnce() {
        #expect(NearMiss.distance("form", "from") == 1)
        #expect(NearMiss.distance("", "abc") == 3)
    }
}

@Suite struct LongNameTests {
    @Test func aTextOfAMegabyteIsNoSlipOfThePen() {
        #expect(NearMiss.of(String(repeating: "x", count: 1 << 20), among: ["xx", "xxx"]) == nil)
    }

    @Test func lengthsFarApartAreNoNearMiss() {
        #expect(NearMiss.of("sdq.totl", among: ["sdq.total", "sdq"]) == "sdq.total")
        #expect(NearMiss.of("abcdef", among: ["abcdefghi"]) == nil)
        #expect(NearMiss.of("abcdef", among: ["abcdefgh"]) == "abcdefgh")
    }
}
