/// Scores that part a clinical from a functional population.
///
/// Jacobson & Truax (1991). Clinical M 40, functional M 60, both SDs 7.5, high is good:
/// a 55, b 45, c 50.
public enum ClinicalCutOff {
    /// Gives a: two standard deviations from the clinical mean, towards the good.
    public static func a(clinical: Population, better: BetterEnd) -> Double {
        clinical.mean + better.improvement(ofRise: 2 * clinical.standardDeviation)
    }

    /// Gives b: two standard deviations of the functional population from its mean, towards the bad.
    public static func b(functional: Population, better: BetterEnd) -> Double {
        functional.mean - better.improvement(ofRise: 2 * functional.standardDeviation)
    }

    /// Gives c, as many standard deviations from either mean: the choice where both populations are
    /// known and overlap. Nothing where neither has any spread.
    public static func c(clinical: Population, functional: Population) -> Double? {
        let spread = clinical.standardDeviation + functional.standardDeviation
        guard spread > 0 else { return nil }
        return
            (clinical.standardDeviation * functional.mean
            + functional.standardDeviation * clinical.mean) / spread
    }
}
