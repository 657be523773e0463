/// A pattern that a stable series rarely shows: a special cause is likely.
public struct ControlSignal: Sendable, Hashable {
    /// Which pattern.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A point beyond the outer limits.
        case outside
        /// Seven points on one side of the centre; a point on it breaks the run.
        case shift
        /// Seven points, each above the one before, or each below.
        case trend
        /// Two of three points beyond the near limits on one side.
        case nearLimit = "near-limit"
    }

    /// Where the pattern lies or leads.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        case above
        case below
    }

    /// What makes it a pattern.
    public var rule: Rule
    /// For a trend, above is rising.
    public var side: Side
    /// Indices of the points that make the pattern, ascending; it shows with the last one.
    public var points: [Int]
}

extension ControlLimits {
    /// Finds the patterns in a series, by the point that completes them and then by rule.
    ///
    /// Missing points are passed over: the patterns go by the points that are there. A run longer
    /// than seven is found once for each point that completes seven. A stable normal series that is
    /// already running shows one within 12 points with probability 0.15, within 24 with 0.27;
    /// a chart's very first 12 and 24 points do so with 0.10 and 0.23.
    public func signals(in points: [Double?]) -> [ControlSignal] {
        var steps = ControlSteps(self)
        var signals: [ControlSignal] = []
        for (index, value) in points.enumerated() {
            guard let value else { continue }
            steps.append(value, at: index)
            for rule in ControlSignal.Rule.allCases {
                for side in ControlSignal.Side.allCases where steps.show(rule, side) {
                    signals.append(
                        ControlSignal(rule: rule, side: side, points: steps.members(rule, side)))
                }
            }
        }
        return signals
    }
}
