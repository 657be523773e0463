/// Gives the improvement expected of an untreated group for its extreme baseline alone, in points.
///
/// Davis (1976), *American Journal of Epidemiology* 104: 493–498: (1 − r) · (M_baseline − M_norm)
/// where low is good, with the sign turned where high is. `retest`, 0 to 1, is the correlation of
/// two measurements without treatment; negative when the baseline is better than the norm.
/// Low is good, baseline 20, norm 8, r = 0.75: 3.
public func expectedRegressionToTheMean(
    baselineMean: Double, normMean: Double, retest: Double, better: BetterEnd
) -> Double {
    precondition((0...1).contains(retest), "retest reliability \(retest) is not in 0...1")
    return (1 - retest) * better.improvement(ofRise: normMean - baselineMean)
}
