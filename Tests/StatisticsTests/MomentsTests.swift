import Basics
import Testing

@testable import Statistics

@Suite struct MomentsTests {
    @Test func momentsAgreeWithNumPy() throws {
        for row in try ReferenceRow.all(in: "moments.csv") {
            let values = row.numbers("values")
            let moments = Moments(of: values)
            #expect(agrees(moments.mean, row.number("mean"), within: 1e-14))
            if let variance = row.optional("variance") {
                #expect(agrees(moments.variance, variance, within: 1e-13))
            } else {
                #expect(moments.variance == nil)
            }
            let quantiles = [0.0, 0.1, 0.25, 0.5, 0.9, 1.0].map { quantile(values, $0) }
            for (value, expected) in zip(quantiles, row.numbers("quantiles")) {
                #expect(agrees(value, expected, within: 1e-14))
            }
        }
    }

    /// NIST Statistical Reference Datasets, NumAcc3 and NumAcc4: 1001 numbers whose certified
    /// mean and standard deviation are exact.
    @Test(arguments: [(1_000_000.2, 1e-9), (10_000_000.2, 1e-8)])
    func hardNumbersKeepTheirCertifiedSpread(centre: Double, tolerance: Double) {
        let pair = [centre - 0.1, centre + 0.1]
        let values = [centre] + (0..<500).flatMap { _ in pair }
        let moments = Moments(of: values)
        #expect(agrees(moments.mean, centre, within: 1e-15))
        #expect(agrees(moments.standardDeviation, 0.1, within: tolerance))
    }

    @Test func theOrderOfNumbersChangesNothing() {
        var random = SeededRandom(seed: 3)
        let values = (0..<500).map { _ in (random.unit() - 0.5) * 1e6 + random.unit() }
        let moments = Moments(of: values)
        for _ in 0..<20 { #expect(Moments(of: values.shuffled(using: &random)) == moments) }
    }

    @Test func partitionsMergeIntoTheWhole() {
        let values = (0..<97).map { Double(($0 * 37) % 50) / 10 }
        var merged = Moments()
        for start in stride(from: 0, to: 97, by: 11) {
            merged.merge(Moments(of: Array(values[start..<min(start + 11, 97)])))
        }
        merged.merge(Moments())
        var added = Moments()
        values.forEach { added.add($0) }
        let whole = Moments(of: values)
        for other in [merged, added] {
            #expect(other.count == whole.count)
            #expect(agrees(other.mean, whole.mean, within: 1e-14))
            #expect(agrees(other.sumOfSquares, whole.sumOfSquares, within: 1e-13))
        }
    }

    @Test func noNumbersHaveNoSpread() {
        #expect(Moments(of: []) == Moments())
        #expect(Moments(of: []).variance == nil)
        #expect(Moments(of: [4]).standardError == nil)
        #expect(quantile([], 0.5) == nil)
    }

    @Test func sumsAreExact() {
        #expect(exactSum(Array(repeating: 0.1, count: 10)) == 1)
        #expect(exactSum([1e100, 1, -1e100, 1e-100]) == 1)
        #expect(exactSum([1e16, 1, 1e-16]) == 10_000_000_000_000_002)
        #expect(exactSum([1e16, 1]) == 1e16)
        #expect(exactSum([]) == 0)
    }

    @Test func weightsCountTheirValues() {
        // (2 · 1 + 1 · 4) / 3 = 2.
        #expect(weightedMean([1, 4], weights: [2, 1]) == 2)
        #expect(weightedMean([1, 4], weights: [0, 0]) == nil)
        #expect(weightedMean([], weights: []) == nil)
    }

    @Test func correlationIsPearsons() {
        // Distances −1 0 1 and −1 1 0: 1 / √(2 · 2) = 0.5.
        #expect(agrees(correlation([1, 2, 3], [1, 3, 2]), 0.5))
        #expect(agrees(correlation([1, 2, 3], [6, 4, 2]), -1))
        #expect(correlation([1, 2], [3, 3]) == nil)
        #expect(correlation([1], [3]) == nil)
    }
}
