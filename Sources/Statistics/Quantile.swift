/// Gives the type-7 quantile of finite numbers, by straight lines between their order statistics.
///
/// Hyndman & Fan (1996), *The American Statistician* 50: 361–365; the default of R and NumPy.
/// `probability` lies in 0...1; nothing for no numbers. 1, 2, 3, 4 at 0.1 give 1.3.
public func quantile(_ values: [Double], _ probability: Double) -> Double? {
    precondition((0...1).contains(probability), "probability \(probability) is not in 0...1")
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let position = Double(sorted.count - 1) * probability
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}
