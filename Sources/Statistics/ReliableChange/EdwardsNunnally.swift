extension ReliableChangeMethod {
    /// (post − T) / SEM with the estimated true score T = r (pre − M_pre) + M_pre.
    ///
    /// Edwards, Yarvis, Mueller, Zingale & Wagman (1978), *Evaluation Quarterly* 2: 275–291.
    /// M 40, SD 7.5, r .80, 32.5 → 47.5: (47.5 − 34) / 3.3541 = 4.0249.
    static func edwardsNunnally(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        quotient(
            pair.followUp - estimatedTrueScore(pair, basis),
            by: basis.standardErrorOfMeasurement)
    }

    /// The baseline drawn towards its group's mean by what is error in it.
    static func estimatedTrueScore(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double {
        let mean = basis.baseline.mean
        return basis.reliability * (pair.baseline - mean) + mean
    }
}
