/// The side of a cut-off that a score lies on.
public enum ClinicalRange: String, Sendable, Hashable, CaseIterable {
    case functional
    case clinical

    /// Places a score strictly on one side; nothing for a score equal to the cut-off.
    public init?(of score: Double, cutOff: Double, better: BetterEnd) {
        let margin = better.improvement(ofRise: score - cutOff)
        if margin == 0 { return nil }
        self = margin > 0 ? .functional : .clinical
    }
}

/// A change by both its reliability and the ranges it leads between.
///
/// Jacobson & Truax (1991); harmed is recovered mirrored.
public enum ClinicalChange: String, Sendable, Hashable, CaseIterable {
    /// Reliably better, from the clinical into the functional range.
    case recovered
    /// Reliably better otherwise.
    case improved
    case unchanged
    /// Reliably worse otherwise.
    case deteriorated
    /// Reliably worse, from the functional into the clinical range.
    case harmed

    /// Classifies a reliable change; nothing for a range is a score on neither side.
    public init(_ change: ReliableChange, from before: ClinicalRange?, to after: ClinicalRange?) {
        switch change {
        case .unchanged: self = .unchanged
        case .improved:
            self = before == .clinical && after == .functional ? .recovered : .improved
        case .deteriorated:
            self = before == .functional && after == .clinical ? .harmed : .deteriorated
        }
    }
}
