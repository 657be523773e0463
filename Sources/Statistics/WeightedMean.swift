/// Gives the mean of values that count by their weights, Σwx / Σw; nothing without weight.
///
/// As many finite weights, each at least 0, as values. 1 and 4 weighted 2 and 1 give 2.
public func weightedMean(_ values: [Double], weights: [Double]) -> Double? {
    precondition(
        values.count == weights.count, "\(values.count) values have \(weights.count) weights")
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is below 0")
    let total = exactSum(weights)
    guard total > 0 else { return nil }
    return exactSum(zip(values, weights).lazy.map { $0 * $1 }) / total
}
