extension ReliableChangeMethod {
    /// ((post − M_pre) − r (pre − M_pre)) / (SD √(1 − r²)): change against the expected regression.
    ///
    /// Gulliksen (1950) and Lord & Novick (1968), as given by Hsu (1989), *Behavioral Assessment*
    /// 11: 459–467. M 40, SD 7.5, r .80, 32.5 → 47.5: (7.5 + 6) / 4.5 = 3.
    static func gulliksenLordNovick(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        residual(pair, basis, expectedMean: basis.baseline.mean)
    }

    /// The follow-up's distance from its expected mean, less the part that the baseline predicts.
    static func residual(
        _ pair: ScorePair, _ basis: ReliableChangeBasis, expectedMean: Double
    ) -> Double? {
        let r = basis.reliability
        let predicted = r * (pair.baseline - basis.baseline.mean)
        return quotient(
            pair.followUp - expectedMean - predicted,
            by: basis.baseline.standardDeviation * (1 - r * r).squareRoot())
    }
}
