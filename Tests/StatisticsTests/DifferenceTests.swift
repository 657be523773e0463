import Testing

@testable import Statistics

@Suite struct DifferenceTests {
    @Test func differencesAgreeWithSciPy() throws {
        for row in try ReferenceRow.all(in: "differences.csv") {
            let (pre, post) = (row.numbers("pre"), row.numbers("post"))
            let gain = Moments(of: zip(pre, post).map { $0 - $1 })
            let (before, after) = (Moments(of: pre), Moments(of: post))
            let r = try #require(correlation(pre, post))
            #expect(agrees(r, row.number("r")))
            let change = try #require(
                StandardisedDifference.change(improvement: gain, baseline: before))
            #expect(agrees(change.estimate, row.number("d")))
            #expect(agrees(change.variance, row.number("bonett")))
            let becker = StandardisedDifference.change(
                improvement: gain, baseline: before, correlation: r)
            #expect(agrees(becker?.variance, row.number("becker")))
            #expect(agrees(PairedDifferences.dz(change: gain), row.number("dz")))
            let dav = PairedDifferences.dav(change: gain, baseline: before, followUp: after)
            #expect(agrees(dav, row.number("dav")))
            #expect(agrees(PairedDifferences.drm(change: gain, correlation: r), row.number("drm")))
            let g = try #require(StandardisedDifference.between(before, after))
            #expect(agrees(g.estimate, row.number("g")))
            #expect(agrees(g.variance, row.number("g_variance")))
            #expect(agrees(balance(before, after), row.number("balance")))
        }
    }

    @Test func aHandMadeChangeHasItsInterval() throws {
        // n 10, M 5, S_D 6, S_baseline 8: d = .913875 · 5 / 8 = .571172;
        // v = 36 / (64 · 9) + .571172² / 18 = .0625 + .018124 = .080624; 1.96 √v = .556531.
        let improvement = Moments(count: 10, mean: 5, sumOfSquares: 36 * 9)
        let baseline = Moments(count: 10, mean: 20, sumOfSquares: 64 * 9)
        let change = try #require(
            StandardisedDifference.change(improvement: improvement, baseline: baseline))
        #expect(abs(change.estimate - 0.571172) < 1e-6)
        #expect(abs(change.variance - 0.080624) < 1e-6)
        #expect(abs(change.interval().low - 0.014641) < 2e-6)
        #expect(abs(change.interval().high - 1.127703) < 2e-6)
    }

    @Test func scaleAndUnitChangeNoStandardisedChange() throws {
        let pre = [10.0, 14, 9, 17, 12, 20]
        let gain = [3.0, -1, 2, 6, 0, 5]
        let one = StandardisedDifference.change(
            improvement: Moments(of: gain), baseline: Moments(of: pre))
        let other = StandardisedDifference.change(
            improvement: Moments(of: gain.map { $0 * 2.5 }),
            baseline: Moments(of: pre.map { $0 * 2.5 + 7 }))
        #expect(agrees(other?.estimate, try #require(one).estimate))
        #expect(agrees(other?.variance, try #require(one).variance))
    }

    @Test func whatCannotBeStandardisedIsNotGiven() {
        let flat = Moments(of: [4, 4, 4])
        let two = Moments(of: [1, 2])
        #expect(StandardisedDifference.change(improvement: flat, baseline: flat) == nil)
        #expect(StandardisedDifference.change(improvement: two, baseline: two) == nil)
        #expect(StandardisedDifference.between(flat, flat) == nil)
        #expect(PairedDifferences.dz(change: flat) == nil)
        #expect(PairedDifferences.dav(change: flat, baseline: flat, followUp: flat) == nil)
        #expect(balance(flat, flat) == nil)
        #expect(balance(flat, Moments(of: [1])) == nil)
    }

    @Test func theUntreatedAreExpectedToMoveTowardsTheNorm() {
        // (1 − .75) · (20 − 8) = 3, and mirrored where high is good.
        let low = expectedRegressionToTheMean(
            baselineMean: 20, normMean: 8, retest: 0.75, better: .low)
        let high = expectedRegressionToTheMean(
            baselineMean: 20, normMean: 32, retest: 0.75, better: .high)
        #expect(low == 3 && high == 3)
        #expect(
            expectedRegressionToTheMean(baselineMean: 6, normMean: 8, retest: 0.5, better: .low)
                == -1)
    }
}
