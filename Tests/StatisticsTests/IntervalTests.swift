import Testing

@testable import Statistics

@Suite struct IntervalTests {
    @Test func wilsonsIntervalAgreesWithSciPy() throws {
        for row in try ReferenceRow.all(in: "wilson.csv") {
            let interval = Interval.wilson(
                successes: row.whole("successes"), of: row.whole("size"),
                z: StandardNormal.critical(confidence: row.number("confidence")))
            #expect(agrees(interval.low, row.number("low")), "\(interval) against \(row)")
            #expect(agrees(interval.high, row.number("high")), "\(interval) against \(row)")
        }
    }

    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718), (5, 10, 0.2366, 0.7634),
    ])
    func wilsonsIntervalIsThePublishedOne(k: Int, n: Int, low: Double, high: Double) {
        // Newcombe (1998), table I, and the values for 0 of 20 and 5 of 10.
        let interval = Interval.wilson(successes: k, of: n)
        #expect(abs(interval.low - low) < 5e-5)
        #expect(abs(interval.high - high) < 5e-5)
    }

    @Test func successAndFailureMirrorEachOther() {
        for n in 1...30 {
            for k in 0...n {
                let one = Interval.wilson(successes: k, of: n)
                let other = Interval.wilson(successes: n - k, of: n)
                #expect(abs(one.low - (1 - other.high)) < 1e-15)
                #expect(one.contains(Double(k) / Double(n)))
                #expect(one.low >= 0 && one.high <= 1)
            }
        }
        #expect(Interval.wilson(successes: 0, of: 9).low == 0)
        #expect(Interval.wilson(successes: 9, of: 9).high == 1)
    }

    @Test func meansAgreeWithSciPy() throws {
        for row in try ReferenceRow.all(in: "means.csv") {
            let interval = try #require(
                Interval.mean(
                    Moments(of: row.numbers("values")), confidence: row.number("confidence")))
            #expect(agrees(interval.low, row.number("low"), within: 1e-11))
            #expect(agrees(interval.high, row.number("high"), within: 1e-11))
        }
        #expect(Interval.mean(Moments(of: [3])) == nil)
    }

    @Test func boundsAssumeNothingOfTheUnknown() {
        let bounds = Interval.bounds(successes: 30, known: 40, unknown: 10)
        #expect(bounds == Interval(low: 0.6, high: 0.8))
        #expect(Interval.bounds(successes: 0, known: 0, unknown: 4) == Interval(low: 0, high: 1))
        #expect(Interval.bounds(successes: 0, known: 0, unknown: 0) == nil)
    }

    @Test func anIntervalLiesAboveOnlyAsAWhole() {
        let interval = Interval(low: 0.4, high: 0.6)
        #expect(interval.isAbove(0.39) && !interval.isAbove(0.4))
        #expect(interval.isBelow(0.61) && !interval.isBelow(0.6))
        #expect(interval.contains(0.4) && interval.contains(0.6) && !interval.contains(0.61))
        let share = Interval(low: 0, high: 1)
        #expect(Interval(low: -0.2, high: 0.5).clamped(to: share) == Interval(low: 0, high: 0.5))
        #expect(Interval(low: 1.1, high: 1.5).clamped(to: share) == Interval(low: 1, high: 1))
    }
}
