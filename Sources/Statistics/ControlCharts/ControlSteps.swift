/// The points of a series that are there, read one after another, with how long each pattern has
/// gone on.
///
/// Differences below a billionth of a moving range are none.
struct ControlSteps {
    private let limits: ControlLimits
    private let slack: Double
    /// Where each point stood in the series, and its distance from the centre.
    private var steps: [(index: Int, distance: Double)] = []
    private var last: Double?
    private var above = Runs()
    private var below = Runs()

    /// How many points in a row make a shift or a trend.
    private static let run = 7

    /// How many points in a row lie on a side, and how many steps lead towards it.
    private struct Runs {
        var beside = 0
        var steps = 0

        mutating func extend(isBeside: Bool, isStep: Bool) {
            beside = isBeside ? beside + 1 : 0
            steps = isStep ? steps + 1 : 0
        }
    }

    init(_ limits: ControlLimits) {
        self.limits = limits
        slack = 1e-9 * limits.meanMovingRange
    }

    /// Reads the next point that is there.
    mutating func append(_ value: Double, at index: Int) {
        let distance = value - limits.centre
        let rise = last.map { value - $0 } ?? 0
        steps.append((index, distance))
        last = value
        above.extend(isBeside: distance > slack, isStep: rise > slack)
        below.extend(isBeside: -distance > slack, isStep: -rise > slack)
    }

    /// Whether the last point completes a pattern.
    func show(_ rule: ControlSignal.Rule, _ side: ControlSignal.Side) -> Bool {
        let runs = side == .above ? above : below
        switch rule {
        case .outside: return isOutside(steps.count - 1, side)
        case .shift: return runs.beside >= ControlSteps.run
        case .trend: return runs.steps >= ControlSteps.run - 1
        case .nearLimit:
            let window = steps.indices.suffix(3)
            return window.count == 3 && window.count { isBeyondNear($0, side) } >= 2
        }
    }

    /// The points that make the pattern that the last one completes.
    func members(_ rule: ControlSignal.Rule, _ side: ControlSignal.Side) -> [Int] {
        switch rule {
        case .outside: steps.suffix(1).map(\.index)
        case .shift, .trend: steps.suffix(ControlSteps.run).map(\.index)
        case .nearLimit:
            steps.indices.suffix(3).filter { isBeyondNear($0, side) }.map { steps[$0].index }
        }
    }

    private func isOutside(_ step: Int, _ side: ControlSignal.Side) -> Bool {
        lies(step, beyond: 2.66 * limits.meanMovingRange, side)
    }

    private func isBeyondNear(_ step: Int, _ side: ControlSignal.Side) -> Bool {
        lies(step, beyond: 1.773 * limits.meanMovingRange, side)
    }

    private func lies(
        _ step: Int, beyond distance: Double, _ side: ControlSignal.Side
    ) -> Bool {
        let own = steps[step].distance
        return (side == .above ? own : -own) > distance + slack
    }
}
