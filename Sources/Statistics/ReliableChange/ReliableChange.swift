/// What measurement error can explain of a change, and what it cannot.
public enum ReliableChange: String, Sendable, Hashable, CaseIterable {
    case improved
    case unchanged
    case deteriorated

    /// Judges an index that is positive for the better: reliable strictly beyond the criterion.
    ///
    /// What exceeds it by less than a relative 1e-12 is rounding, and counts as equal.
    public init(index: Double, criterion: Double) {
        let limit = criterion * (1 + 1e-12)
        self = index > limit ? .improved : index < -limit ? .deteriorated : .unchanged
    }
}
