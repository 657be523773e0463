extension Interval {
    /// Gives the share's bounds when nothing is assumed of the unknown: k / N to (k + u) / N.
    ///
    /// Manski (1989), *Journal of Human Resources* 24: 343–360. N = known + unknown; nothing when
    /// N is 0. 30 successes of 40 known with 10 unknown: 0.6 to 0.8.
    public static func bounds(successes: Int, known: Int, unknown: Int) -> Interval? {
        precondition(
            (0...max(known, 0)).contains(successes) && known >= 0 && unknown >= 0,
            "\(successes) of \(known), and \(unknown) unknown")
        let total = Double(known + unknown)
        guard total > 0 else { return nil }
        return Interval(
            low: Double(successes) / total, high: Double(successes + unknown) / total)
    }
}
