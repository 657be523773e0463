import Basics

/// Where the clinical range begins.
public struct CutOff: Sendable, Hashable {
    public var value: Ratio
    /// Whether the value itself is clinical: true for "at or above 5", false for "below 25".
    public var isClinicalAtValue: Bool

    /// Makes a cut-off.
    public init(value: Ratio, isClinicalAtValue: Bool) {
        self.value = value
        self.isClinicalAtValue = isClinicalAtValue
    }

    /// Whether a score lies in the clinical range of a scale whose good direction is `better`.
    public func isClinical(_ score: Ratio, better: Better) -> Bool {
        if score == value { return isClinicalAtValue }
        return better == .higher ? score < value : score > value
    }
}
