import Testing

@testable import Statistics

@Suite struct ClusterTests {
    private func clusters(_ row: ReferenceRow) -> [[Double]] {
        row.list("clusters").map { $0.split(separator: ",").map { Double($0) ?? .nan } }
    }

    private func tallies(_ row: ReferenceRow) -> [Tally] {
        row.list("clusters").map { text in
            let parts = text.split(separator: "/").map { Int($0) ?? -1 }
            return Tally(successes: parts[0], size: parts[1])
        }
    }

    @Test func clusteredMeansAgreeWithTheSandwich() throws {
        for row in try ReferenceRow.all(in: "clustered-means.csv") {
            let mean = try #require(ClusteredMean(clusters(row)))
            let interval = try #require(mean.interval())
            #expect(agrees(mean.mean, row.number("mean")))
            #expect(agrees(mean.variance, row.number("variance"), within: 1e-11))
            #expect(agrees(interval.low, row.number("low"), within: 1e-10))
            #expect(agrees(interval.high, row.number("high"), within: 1e-10))
        }
    }

    @Test func clusteredSharesAgreeWithTheSandwich() throws {
        for row in try ReferenceRow.all(in: "clustered-shares.csv") {
            let share = try #require(ClusteredShare(tallies(row)))
            #expect(agrees(share.share, row.number("share")))
            #expect(agrees(share.effectiveSize, row.number("effective"), within: 1e-11))
            #expect(agrees(share.interval().low, row.number("low"), within: 1e-11))
            #expect(agrees(share.interval().high, row.number("high"), within: 1e-11))
        }
    }

    @Test func clustersOfOneGiveThePlainMean() throws {
        let values = [1.5, 2, 4, 7.5, 3, 3, 9]
        let clustered = try #require(ClusteredMean(values.map { [$0] } + [[]]))
        let plain = Moments(of: values)
        #expect(clustered.clusters == 7)
        #expect(clustered.mean == plain.mean)
        #expect(agrees(clustered.variance?.squareRoot(), try #require(plain.standardError)))
        let interval = try #require(clustered.interval())
        #expect(agrees(interval.low, try #require(Interval.mean(plain)).low))
    }

    @Test(arguments: 1...12)
    func clustersOfOneGiveThePlainShare(n: Int) throws {
        for k in 0...n {
            let tallies = (0..<n).map { Tally(successes: $0 < k ? 1 : 0, size: 1) }
            let share = try #require(ClusteredShare(tallies))
            #expect(share.effectiveSize == Double(n))
            #expect(share.interval() == Interval.wilson(successes: k, of: n))
        }
    }

    @Test func theOrderOfClustersChangesNothing() throws {
        let clusters = [[1.1, 2.7], [0.3], [9.9, 8.2, 7.1], [4.4, 4.5]]
        let mean = try #require(ClusteredMean(clusters))
        #expect(ClusteredMean(clusters.reversed().map { $0.reversed() }) == mean)
    }

    @Test func aHandCountedMeanHasItsVariance() throws {
        // Distances from 4.2: −3.2 − 1.2 = −4.4, −0.2 + 1.8 = 1.6, 2.8;
        // 3 / 2 · (19.36 + 2.56 + 7.84) / 25 = 1.7856.
        let mean = try #require(ClusteredMean([[1, 3], [4, 6], [7]]))
        #expect(agrees(mean.mean, 4.2))
        #expect(agrees(mean.variance, 1.7856))
    }

    @Test func familiesThatAgreeCountOnceAndOppositesCountFully() throws {
        let alike = [Tally(successes: 2, size: 2), Tally(successes: 0, size: 2)]
        let opposite = [Tally(successes: 1, size: 2), Tally(successes: 1, size: 2)]
        #expect(try #require(ClusteredShare(alike)).effectiveSize == 2)
        #expect(try #require(ClusteredShare(opposite)).effectiveSize == 4)
    }

    @Test func whereTheDataCannotTellClustersCountOnce() throws {
        let none = [Tally(successes: 0, size: 2), Tally(successes: 0, size: 3)]
        let every = [Tally(successes: 2, size: 2), Tally(successes: 3, size: 3)]
        let single = [Tally(successes: 2, size: 5)]
        #expect(try #require(ClusteredShare(none)).effectiveSize == 2)
        #expect(try #require(ClusteredShare(every)).effectiveSize == 2)
        #expect(try #require(ClusteredShare(single)).effectiveSize == 1)
    }

    @Test func oneClusterHasNoIntervalOfItsMean() throws {
        let mean = try #require(ClusteredMean([[1, 2, 3]]))
        #expect(mean.mean == 2)
        #expect(mean.interval() == nil)
        #expect(ClusteredMean([]) == nil)
        #expect(ClusteredMean([[], []]) == nil)
        #expect(ClusteredShare([Tally(successes: 0, size: 0)]) == nil)
    }
}
