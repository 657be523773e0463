import Basics

/// Mean and spread of a reference group.
public struct Norm: Sendable, Hashable {
    /// Such as `uk-1999-parents`.
    public var group: String
    public var mean: Ratio
    public var sd: Ratio
    public var retest: Ratio?

    /// Makes a norm.
    public init(group: String, mean: Ratio, sd: Ratio, retest: Ratio? = nil) {
        self.group = group
        self.mean = mean
        self.sd = sd
        self.retest = retest
    }
}
