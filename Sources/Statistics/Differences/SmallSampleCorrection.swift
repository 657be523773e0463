/// Gives J, which takes the small-sample bias out of a standardised difference; 0 to 1.
///
/// Hedges (1981), *Journal of Educational Statistics* 6: 107–128, exact:
/// Γ(ν / 2) / (√(ν / 2) · Γ((ν − 1) / 2)). Degrees of freedom at least 1, where it is 0;
/// 9 give 0.913875.
public func smallSampleCorrection(degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom >= 1, "\(degreesOfFreedom) degrees of freedom")
    if degreesOfFreedom == 1 { return 0 }
    return gammaRatio((degreesOfFreedom - 1) / 2) / (degreesOfFreedom / 2).squareRoot()
}
