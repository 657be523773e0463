/// The size, mean and spread of some numbers: all that later figures need, and mergeable.
public struct Moments: Sendable, Hashable {
    /// How many numbers, at least 0.
    public var count: Int
    /// Their mean; 0 when there are none.
    public var mean: Double
    /// The sum of their squared distances from the mean, at least 0.
    public var sumOfSquares: Double

    /// Makes moments of their parts, such as those of another partition of the numbers.
    public init(count: Int = 0, mean: Double = 0, sumOfSquares: Double = 0) {
        self.count = count
        self.mean = mean
        self.sumOfSquares = sumOfSquares
    }

    /// Measures finite numbers in two passes of exact sums, so that their order changes nothing.
    ///
    /// The second pass is corrected for the rounded mean (Chan, Golub & LeVeque 1983, *The
    /// American Statistician* 37: 242–247). 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and sum of
    /// squares 32.
    public init(of values: [Double]) {
        let count = Double(values.count)
        self.init(count: values.count)
        guard !values.isEmpty else { return }
        mean = Moments.mean(of: values)
        let centre = mean
        let squares = exactSum(values.lazy.map { ($0 - centre) * ($0 - centre) })
        let drift = exactSum(values.lazy.map { $0 - centre })
        sumOfSquares = max(0, squares - drift * drift / count)
    }

    /// The mean alone of finite numbers; 0 when there are none.
    static func mean(of values: [Double]) -> Double {
        values.isEmpty ? 0 : exactSum(values) / Double(values.count)
    }
}

extension Moments {
    /// Adds one finite number (Welford 1962, *Technometrics* 4: 419–420).
    public mutating func add(_ value: Double) {
        count += 1
        let distance = value - mean
        mean += distance / Double(count)
        sumOfSquares += distance * (value - mean)
    }

    /// Adds the numbers behind other moments (Chan, Golub & LeVeque 1983).
    ///
    /// Right to rounding: merge partitions in a fixed order to get the same bits. (1, 2) and (3)
    /// merge to mean 2 and sum of squares 2.
    public mutating func merge(_ other: Moments) {
        guard count > 0 else { return self = other }
        guard other.count > 0 else { return }
        let total = Double(count + other.count)
        let distance = other.mean - mean
        let share = Double(other.count) / total
        mean += distance * share
        sumOfSquares += other.sumOfSquares + distance * distance * Double(count) * share
        count += other.count
    }

    /// The sample variance, divided by n − 1; nothing for fewer than two numbers.
    public var variance: Double? {
        count < 2 ? nil : sumOfSquares / Double(count - 1)
    }

    /// The sample standard deviation; nothing for fewer than two numbers.
    public var standardDeviation: Double? {
        variance?.squareRoot()
    }

    /// The standard error of the mean, S / √n; nothing for fewer than two numbers.
    public var standardError: Double? {
        variance.map { ($0 / Double(count)).squareRoot() }
    }
}
