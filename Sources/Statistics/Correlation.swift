/// Gives Pearson's correlation of two equally long series, −1 to 1.
///
/// Nothing for fewer than two pairs or where one series does not vary.
/// 1, 2, 3 with 1, 3, 2 gives 0.5.
public func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "\(first.count) numbers pair with \(second.count)")
    let (x, y) = (Moments(of: first), Moments(of: second))
    guard x.count > 1, x.sumOfSquares > 0, y.sumOfSquares > 0 else { return nil }
    let products = zip(first, second).lazy.map { ($0 - x.mean) * ($1 - y.mean) }
    let r = exactSum(products) / (x.sumOfSquares.squareRoot() * y.sumOfSquares.squareRoot())
    return min(1, max(-1, r))
}
