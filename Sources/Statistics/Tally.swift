/// How many of some observations are successes.
public struct Tally: Sendable, Hashable {
    /// At least 0.
    public var successes: Int
    /// All observations, at least as many as successes.
    public var size: Int

    /// Makes a tally.
    public init(successes: Int, size: Int) {
        precondition((0...max(0, size)).contains(successes), "\(successes) of \(size)")
        self.successes = successes
        self.size = size
    }
}
