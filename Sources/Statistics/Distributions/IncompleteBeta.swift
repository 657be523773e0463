/// Gives the continued fraction of the incomplete beta function at x, by Lentz's method.
///
/// NIST *Digital Library of Mathematical Functions* 8.17.22. Converges fast for
/// x < (a + 1) / (a + b + 2), in about √max(a, b) steps; a, b > 0.
func betaContinuedFraction(a: Double, b: Double, x: Double) -> Double {
    var upper = 1.0
    var lower = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
    var value = lower
    var step = 1.0
    while step < 1_000_000 {
        let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        lower = 1 / awayFromZero(1 + even * lower)
        upper = awayFromZero(1 + even / upper)
        value *= lower * upper
        let sum = a + step
        let odd = -sum * (sum + b) * x / ((a + 2 * step) * (a + 2 * step + 1))
        lower = 1 / awayFromZero(1 + odd * lower)
        upper = awayFromZero(1 + odd / upper)
        value *= lower * upper
        if abs(lower * upper - 1) < 4e-16 { return value }
        step += 1
    }
    preconditionFailure("no convergence for a \(a), b \(b), x \(x)")
}

private func awayFromZero(_ x: Double) -> Double {
    abs(x) < 1e-300 ? 1e-300 : x
}
