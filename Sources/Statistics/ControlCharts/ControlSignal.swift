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
        let present = points.indices.compactMap { index in points[index].map { (index, $0) } }
        let steps = present.map { ControlStep(index: $0.0, value: $0.1) }
        return steps.indices.flatMap { last in
            ControlSignal.Rule.allCases.flatMap { rule in
                ControlSignal.Side.allCases.compactMap { side in
                    signal(rule, side, in: steps[...last])
                }
            }
        }
    }

    private func signal(
        _ rule: ControlSignal.Rule, _ side: ControlSignal.Side, in steps: ArraySlice<ControlStep>
    ) -> ControlSignal? {
        let window = steps.suffix(rule.window)
        guard window.count == rule.window else { return nil }
        let found = members(rule, window, sign: side == .above ? 1 : -1)
        return found.isEmpty ? nil : ControlSignal(rule: rule, side: side, points: found)
    }

    /// The points of a window that make the pattern, where the sign turns them so that it lies
    /// above the centre. Differences below a billionth of a moving range are none.
    private func members(
        _ rule: ControlSignal.Rule, _ window: ArraySlice<ControlStep>, sign: Double
    ) -> [Int] {
        let slack = 1e-9 * meanMovingRange
        func lies(_ step: ControlStep, beyond distance: Double) -> Bool {
            sign * (step.value - centre) > distance + slack
        }
        switch rule {
        case .outside:
            return window.filter { lies($0, beyond: 2.66 * meanMovingRange) }.map(\.index)
        case .shift:
            return window.allSatisfy { lies($0, beyond: 0) } ? window.map(\.index) : []
        case .trend:
            let rises = window.indices.dropFirst().allSatisfy {
                sign * (window[$0].value - window[$0 - 1].value) > slack
            }
            return rises ? window.map(\.index) : []
        case .nearLimit:
            let beyond = window.filter { lies($0, beyond: 1.773 * meanMovingRange) }
            return beyond.count >= 2 ? beyond.map(\.index) : []
        }
    }
}

/// A point that is there, and where it stood in the series.
private struct ControlStep {
    var index: Int
    var value: Double
}

extension ControlSignal.Rule {
    /// How many points in a row the rule looks at.
    fileprivate var window: Int {
        switch self {
        case .outside: 1
        case .shift, .trend: 7
        case .nearLimit: 3
        }
    }
}
