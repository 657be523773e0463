extension ReliableChangeMethod {
    /// (post − pre) / S_diff with S_diff = √2 · SD · √(1 − r).
    ///
    /// Jacobson & Truax (1991), *Journal of Consulting and Clinical Psychology* 59: 12–19, as
    /// corrected by Christensen & Mendoza (1986). SD 7.5, r .80, 32.5 → 47.5: 15 / 4.7434 = 3.162.
    static func jacobsonTruax(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        quotient(pair.followUp - pair.baseline, by: basis.standardErrorOfDifference)
    }
}
