import Basics

/// How a difference between two scores of one series is judged.
public enum ChangeRule: Sendable, Hashable {
    /// Reliable when |improvement| is at least this many points, as published.
    case points(Ratio)
    /// Reliable when |improvement| / (√2 · sd · √(1 − reliability)) > 1.96, strictly.
    case jacobsonTruax(sd: Ratio, reliability: Ratio, kind: Reliability)
    /// *Moved*, never reliable, when |improvement| is at least this many steps.
    case steps(Ratio)
    /// A minimal important difference of this many points, inclusive; never called reliable.
    case minimalImportantDifference(Ratio)

    /// Where a reliability comes from: a retest, or the agreement of items within one day.
    public enum Reliability: String, Sendable, Hashable, CaseIterable {
        case retest
        case internalConsistency = "internal-consistency"
    }
}
