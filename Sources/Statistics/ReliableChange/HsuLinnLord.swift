extension ReliableChangeMethod {
    /// ((post − M_post) − r (pre − M_pre)) / (SD √(1 − r²)): change against the group's own.
    ///
    /// Hsu (1989), *Behavioral Assessment* 11: 459–467. Needs the follow-ups' mean.
    /// M_pre 40, M_post 45, SD 7.5, r .80, 32.5 → 47.5: (2.5 + 6) / 4.5 = 1.8889.
    static func hsuLinnLord(_ pair: ScorePair, _ basis: ReliableChangeBasis) -> Double? {
        guard let followUp = basis.followUp else { return nil }
        return residual(pair, basis, expectedMean: followUp.mean)
    }
}
