import Testing

@testable import Statistics

@Suite struct ControlChartTests {
    /// Centre 0, mean moving range 1: outer limits ± 2.66, near limits ± 1.773.
    private let limits = ControlLimits(centre: 0, meanMovingRange: 1)

    private func found(_ rule: ControlSignal.Rule, _ points: [Double?]) -> [[Int]] {
        limits.signals(in: points).filter { $0.rule == rule }.map(\.points)
    }

    @Test func chartsAgreeWithASecondImplementation() throws {
        let letters: [ControlSignal.Rule: String] = [
            .outside: "o", .shift: "s", .trend: "t", .nearLimit: "n",
        ]
        for row in try ReferenceRow.all(in: "control-charts.csv") {
            let points = row.list("points").map { Double($0) }
            let chart = try #require(ControlChart(points))
            #expect(agrees(chart.limits.centre, row.number("centre")))
            #expect(agrees(chart.limits.meanMovingRange, row.number("mean_range")))
            let flags = points.indices.map { index in
                let rules = chart.signals.filter { $0.points.contains(index) }
                let found = Set(rules.compactMap { letters[$0.rule] })
                return points[index] == nil ? "-" : found.sorted().joined()
            }
            #expect(flags == row.list("flags"))
        }
    }

    @Test func limitsAreLockedAfterTwelvePoints() throws {
        // Centre 1.5 and moving ranges of 1, whatever comes later.
        let stable = (0..<12).map { Double($0 % 2 + 1) }
        let chart = try #require(ControlChart(stable + [40, 90, 7]))
        #expect(chart.limits == ControlLimits(centre: 1.5, meanMovingRange: 1))
        #expect(abs(chart.limits.outer.low + 1.16) < 1e-12)
        #expect(abs(chart.limits.outer.high - 4.16) < 1e-12)
        #expect(!chart.isTrial)
        #expect(try #require(ControlChart(Array(stable.dropLast()))).isTrial)
    }

    @Test func missingPointsDoNotLockLimits() throws {
        // The gap delays the twelfth point; no moving range spans it, so all ranges are 1.
        let points: [Double?] = [1, 2, 1, 2, nil, 11, 12, 11, 12, nil, nil, 1, 2, 1, 2, 50]
        let limits = try #require(ControlLimits(of: points))
        #expect(limits.meanMovingRange == 1)
        #expect(agrees(limits.centre, (6 + 46 + 6) / 12))
    }

    @Test func anExtremeMovingRangeIsLeftOutOnce() throws {
        // Ranges 1 (nine) and 20, 20 (two): mean 49 / 11 = 4.4545, times 3.267 is 14.55: both out.
        let points = [1.0, 2, 1, 2, 22, 2, 1, 2, 1, 2, 1, 2]
        #expect(try #require(ControlLimits(of: points)).meanMovingRange == 1)
        // Ranges 1 and 3.2: mean 2.1, none reaches 6.86.
        #expect(agrees(ControlLimits(of: [0, 1, 4.2])?.meanMovingRange, 2.1))
    }

    @Test func withoutMovementThereIsNoChart() {
        #expect(ControlChart([3, 3, 3, 3]) == nil)
        #expect(ControlChart([3, nil, 4, nil, 5]) == nil)
        #expect(ControlChart([]) == nil)
        #expect(ControlChart([nil, 4]) == nil)
    }

    @Test func aPointOnTheLimitIsInside() {
        #expect(found(.outside, [2.66, -2.66]) == [])
        #expect(found(.outside, [0, 2.67, -2.67]) == [[1], [2]])
    }

    @Test func aPointOnTheCentreBreaksARun() {
        let six = [Double](repeating: 0.5, count: 6)
        #expect(found(.shift, six + [0.1]) == [[0, 1, 2, 3, 4, 5, 6]])
        #expect(found(.shift, six + [0, 0.5]) == [])
        #expect(found(.shift, six) == [])
        #expect(found(.shift, six.map { -$0 } + [-0.1, -0.1]).map(\.last) == [6, 7])
    }

    @Test func sevenRisingPointsAreATrend() {
        let rising = [-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2]
        #expect(found(.trend, rising) == [[0, 1, 2, 3, 4, 5, 6]])
        #expect(limits.signals(in: rising.reversed()).map(\.side) == [.below])
        #expect(found(.trend, Array(rising.dropLast())) == [])
        #expect(found(.trend, [-1.2, -0.8, -0.4, 0, 0, 0.8, 1.2]) == [])
    }

    @Test func twoOfThreeNearALimitSignalOnOneSideOnly() {
        #expect(found(.nearLimit, [1.8, -0.1, 1.8]) == [[0, 2]])
        #expect(found(.nearLimit, [1.8, -1.8, 0]) == [])
        #expect(found(.nearLimit, [1.8, 0, 0, 1.8]) == [])
        #expect(found(.nearLimit, [1.773, 1.773, 0]) == [])
    }

    @Test func patternsPassOverMissingPoints() {
        let run: [Double?] = [0.5, 0.4, nil, 0.5, 0.4, 0.5, nil, 0.4, 0.5]
        #expect(found(.shift, run) == [[0, 1, 3, 4, 5, 7, 8]])
    }

    @Test func turningASeriesTurnsItsSignals() throws {
        for row in try ReferenceRow.all(in: "control-charts.csv").prefix(20) {
            let points = row.list("points").map { Double($0) }
            let signals = try #require(ControlChart(points)).signals
            let turned = try #require(ControlChart(points.map { $0.map { -$0 } })).signals
            #expect(Set(signals.map(\.points)) == Set(turned.map(\.points)))
            #expect(signals.count { $0.side == .above } == turned.count { $0.side == .below })
        }
    }
}
