extension ReliableChangeMethod {
    /// ((post − pre) r_dd + (M_post − M_pre)(1 − r_dd)) / (√r_dd · √2 · SEM).
    ///
    /// Hageman & Arrindell (1999), *Behaviour Research and Therapy* 37: 1169–1193. Needs the
    /// follow-ups' mean and spread and the correlation; not computed where r_dd ≤ 0.
    /// M 40 → 45, SDs 7.5 and 7.5, r .80, correlation .50, 32.5 → 47.5: r_dd .6,
    /// (15 · .6 + 5 · .4) / (√.6 · 4.7434) = 2.9938.
    static func hagemanArrindell(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        guard let followUp = basis.followUp,
            let reliability = differenceReliability(basis), reliability > 0
        else { return nil }
        let own = (pair.followUp - pair.baseline) * reliability
        let group = (followUp.mean - basis.baseline.mean) * (1 - reliability)
        return quotient(
            own + group,
            by: reliability.squareRoot() * basis.standardErrorOfDifference)
    }

    /// r_dd, the reliability of differences: (s₁² r₁₁ + s₂² r₂₂ − 2 s₁ s₂ r₁₂) /
    /// (s₁² + s₂² − 2 s₁ s₂ r₁₂), where s₂² r₂₂ is s₂² − SEM².
    private static func differenceReliability(_ basis: ReliableChangeBasis) -> Double? {
        guard let followUp = basis.followUp, let correlation = basis.correlation else { return nil }
        let (s1, s2) = (basis.baseline.standardDeviation, followUp.standardDeviation)
        let error = basis.standardErrorOfMeasurement * basis.standardErrorOfMeasurement
        let shared = 2 * s1 * s2 * correlation
        let spread = s1 * s1 + s2 * s2 - shared
        let reliable = s1 * s1 * basis.reliability + s2 * s2 - error - shared
        return spread > 0 ? reliable / spread : nil
    }
}
