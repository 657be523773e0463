import Foundation

/// Gives Γ(a + ½) / Γ(a) for a > 0, to about 1e-15 also where Γ itself would overflow.
///
/// From a = 20 on, √a times the exponential of the asymptotic series of the logarithm (Tricomi &
/// Erdélyi 1951, *Pacific Journal of Mathematics* 1: 133–142), whose coefficients follow from the
/// Bernoulli numbers; a difference of `lgamma`s would lose digits there. At ½ it is 1 / √π.
func gammaRatio(_ a: Double) -> Double {
    precondition(a > 0, "\(a) is not above 0")
    if a < 20 { return tgamma(a + 0.5) / tgamma(a) }
    let inverse = 1 / a
    let square = inverse * inverse
    let coefficients = [-1.0 / 8, 1.0 / 192, -1.0 / 640, 17.0 / 14336, -31.0 / 18432]
    let series = coefficients.reversed().reduce(0) { $0 * square + $1 } * inverse
    return a.squareRoot() * exp(series)
}
