extension Interval {
    /// Gives the interval of a mean of independent observations, m ± t(n − 1) · S / √n.
    ///
    /// Student (1908). For means that are nearly normal; nothing for fewer than two observations.
    /// `confidence` is in 0..<1. 1, 2, 3 give −0.4841 to 4.4841.
    public static func mean(_ moments: Moments, confidence: Double = 0.95) -> Interval? {
        guard let error = moments.standardError else { return nil }
        let t = StudentT(degreesOfFreedom: Double(moments.count - 1))
        return Interval(
            around: moments.mean, halfWidth: t.critical(confidence: confidence) * error)
    }
}
