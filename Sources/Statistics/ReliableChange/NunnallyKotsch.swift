extension ReliableChangeMethod {
    /// (post − T) / √(r² SD² (1 − r) + SD² (1 − r_post)), T as in Edwards–Nunnally.
    ///
    /// Nunnally & Kotsch (1983), *British Journal of Clinical Psychology* 22: 83–93.
    /// M 40, SD 7.5, both r .80, 32.5 → 47.5: 13.5 / √18.45 = 3.1429.
    static func nunnallyKotsch(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        let r = basis.reliability
        let deviation = basis.baseline.standardDeviation
        let error = r * r * (1 - r) + (1 - basis.followUpReliability)
        return quotient(
            pair.followUp - estimatedTrueScore(pair, basis),
            by: deviation * error.squareRoot())
    }
}
