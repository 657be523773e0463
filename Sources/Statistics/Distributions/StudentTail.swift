import Foundation

/// Gives the probability above t ≥ 0 in Student's t distribution, half the regularised incomplete
/// beta function (½ν, ½) at ν / (ν + t²).
///
/// Near the middle by a power series, in the tail by a continued fraction, both with positive terms
/// only, so that no digits are lost however many the degrees of freedom.
func studentTail(_ t: Double, freedom: Double) -> Double {
    let a = freedom / 2
    let square = t * t
    let front =
        gammaRatio(a) / Double.pi.squareRoot() * exp(-a * log1p(square / freedom))
    if t < 2 {
        let y = square / (freedom + square)
        return 0.5 - front * y.squareRoot() * middleSeries(a, y)
    }
    let root = ((freedom + square) / square).squareRoot()
    return front * root / freedom * tailFraction(a, freedom / square)
}

/// Σ (a + ½)ₙ / (3/2)ₙ · yⁿ: NIST *Digital Library of Mathematical Functions* 8.17.8 with the
/// roles of both ends exchanged.
private func middleSeries(_ a: Double, _ y: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = 0.0
    while term > 1e-17 * sum {
        term *= (a + 0.5 + n) / (1.5 + n) * y
        sum += term
        n += 1
    }
    return sum
}

/// F(½, 1; a + 1; −w) for w > 0 by Gauss's continued fraction, 15.7.5 in the same library, evaluated
/// forwards by Lentz's method.
private func tailFraction(_ a: Double, _ w: Double) -> Double {
    var value = 1.0
    var upper = 1.0
    var lower = 0.0
    for step in 1...10_000 {
        let term = coefficient(step, a) * w
        lower = 1 / (1 + term * lower)
        upper = 1 + term / upper
        value *= upper * lower
        if abs(upper * lower - 1) < 3e-16 { break }
    }
    return 1 / value
}

/// The coefficients of Gauss's fraction, whose odd and even steps differ.
private func coefficient(_ step: Int, _ a: Double) -> Double {
    let n = Double(step / 2)
    if step.isMultiple(of: 2) {
        return n * (a - 0.5 + n) / ((a + 2 * n - 1) * (a + 2 * n))
    }
    return (n + 0.5) * (a + n) / ((a + 2 * n) * (a + 2 * n + 1))
}
