import Basics
import Testing

@Suite struct SeededRandomTests {
    @Test func theFirstNumbersAreThoseOfSplitMix64() {
        // Reference: the first three outputs of splitmix64 for seed 1234567, as published with it.
        var random = SeededRandom(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        #expect(random.next() == 9_817_491_932_198_370_423)
    }

    @Test func numbersBelowABoundStayBelowIt() {
        var random = SeededRandom(seed: 7)
        let drawn = (0..<10_000).map { _ in random.below(7) }
        #expect(Set(drawn) == Set(0..<7))
    }

    @Test func streamsOfOneSeedDiffer() {
        var first = SeededRandom(seed: 1, stream: "fit")
        var second = SeededRandom(seed: 1, stream: "sdq")
        #expect(first.next() != second.next())
    }

    @Test func theHashIsFNV1a() {
        // Reference: FNV-1a 64 of "a" is af63dc4c8601ec8c (Fowler, Noll & Vo).
        #expect(StableHash.of("a") == 0xAF63_DC4C_8601_EC8C)
    }
}
