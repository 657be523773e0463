import Basics
import Model
import Statistics

/// Compares each programme's municipalities by the share improved, without a ranking.
struct Funnels {
    private let groups: [Group]
    /// The programme of each group, which stands before its municipalities.
    private let programmes: [Int]

    init(_ groups: [Group]) {
        self.groups = groups
        var programme = 0
        programmes = groups.enumerated().map { index, group in
            if group.level == .programme { programme = index }
            return programme
        }
    }

    /// One funnel a programme, measure and horizon that has two units or more.
    func figures(_ changes: [GroupChange]) -> [FunnelFigure] {
        var units: [Key: [GroupChange]] = [:]
        for change in changes where groups[change.group].level == .municipality {
            guard let classes = change.classes, classes.total > 0 else { continue }
            units[key(change), default: []].append(change)
        }
        return units.keys.sorted().compactMap { figure($0, units[$0] ?? []) }
    }

    private struct Key: Hashable, Comparable {
        var group: Int
        var measure: Int
        var horizon: Horizon

        static func < (a: Key, b: Key) -> Bool {
            (a.group, a.measure, a.horizon) < (b.group, b.measure, b.horizon)
        }
    }

    private func key(_ change: GroupChange) -> Key {
        Key(
            group: programmes[change.group], measure: change.measure, horizon: change.horizon)
    }

    private func figure(_ key: Key, _ changes: [GroupChange]) -> FunnelFigure? {
        let tallies = changes.compactMap { change in
            change.classes.map { Statistics.Tally(successes: $0.improved, size: $0.total) }
        }
        guard tallies.count > 1, let funnel = Funnel(tallies) else { return nil }
        return FunnelFigure(
            group: key.group, measure: key.measure, horizon: key.horizon, expected: funnel.centre,
            overdispersion: max(1, funnel.dispersion),
            hasVerdict: funnel.units >= Funnel.leastUnits,
            units: zip(changes, tallies).map { unit($0.group, $1, funnel) })
    }

    private func unit(
        _ group: Int, _ tally: Statistics.Tally, _ funnel: Funnel
    ) -> FunnelFigure.Unit {
        func limits(_ z: Double) -> Bounds {
            let interval = funnel.limits(size: tally.size, z: z)
            return Bounds(low: max(0, interval.low), high: min(1, interval.high))
        }
        return FunnelFigure.Unit(
            group: group, improved: tally.successes, measured: tally.size,
            share: Double(tally.successes) / Double(tally.size), limits95: limits(Funnel.inner),
            limits998: limits(Funnel.outer))
    }
}
