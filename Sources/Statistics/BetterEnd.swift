/// The end of a scale that is good; improvement is towards it.
public enum BetterEnd: String, Sendable, Hashable, CaseIterable {
    case low
    case high

    /// Gives a rise of the score as improvement: positive is better.
    func improvement(ofRise rise: Double) -> Double {
        self == .high ? rise : -rise
    }
}
