import Foundation
import Testing

@testable import Statistics

/// Coverage of Wilson's interval by counting every possible sample; nothing is drawn.
@Suite struct CoverageTests {
    private static let shares = (10...90).map { Double($0) / 100 }

    /// The probability, for each share, that the interval of a sample of `size` holds the share.
    private func coverage(size: Int) -> [Double] {
        let intervals = (0...size).map { Interval.wilson(successes: $0, of: size) }
        return Self.shares.map { share in
            intervals.indices.reduce(0) { sum, k in
                intervals[k].contains(share) ? sum + probability(k, of: size, share) : sum
            }
        }
    }

    private func probability(_ k: Int, of n: Int, _ p: Double) -> Double {
        let choices = lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
        return exp(choices + Double(k) * log(p) + Double(n - k) * log(1 - p))
    }

    @Test(arguments: Array(5...40) + [50, 75, 100, 200])
    func wilsonsIntervalCoversOnAverage(size: Int) {
        let coverage = coverage(size: size)
        let mean = coverage.reduce(0, +) / Double(coverage.count)
        #expect((0.945...0.965).contains(mean), "\(mean) at \(size)")
    }

    @Test(arguments: [50, 51, 60, 75, 100, 150, 200])
    func wilsonsIntervalCoversAtEveryShare(size: Int) {
        for (share, coverage) in zip(Self.shares, coverage(size: size)) {
            #expect((0.925...0.975).contains(coverage), "\(coverage) at \(share) of \(size)")
        }
    }
}
