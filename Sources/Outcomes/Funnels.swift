import Basics
import Model
import Statistics

/// Compares each programme's municipalities by the share improved, without a ranking.
struct Funnels {
    private let groups: [Group]
    /// The groups that are programmes, in order.
    private let programmes: [Int]
    /// The place among `programmes` of each group's, which stands before its municipalities.
    private let programmeOfGroup: [Int]

    init(_ groups: [Group]) {
        self.groups = groups
        let programmes = groups.indices.filter { groups[$0].level == .programme }
        var passed = 0
        programmeOfGroup = groups.indices.map { group in
            if passed < programmes.count, programmes[passed] == group { passed += 1 }
            return passed - 1
        }
        self.programmes = programmes
    }

    /// One funnel a programme, measure and horizon that has two units or more.
    func figures(_ changes: [GroupChange]) -> [FunnelFigure] {
        let measures = (changes.lazy.map(\.measure).max() ?? -1) + 1
        var units = [[Unit]](repeating: [], count: programmes.count * measures * 3)
        // By index: a row of change is large, and only counts are asked for.
        for at in changes.indices where groups[changes[at].group].level == .municipality {
            guard let classes = changes[at].classes, classes.total > 0 else { continue }
            let group = changes[at].group
            let cell = programmeOfGroup[group] * measures + changes[at].measure
            units[cell * 3 + Int(changes[at].horizon.rawValue)].append(
                Unit(
                    group: group,
                    tally: Statistics.Tally(successes: classes.improved, size: classes.total)))
        }
        return units.enumerated().compactMap { at, units in
            figure(programmes[at / (measures * 3)], at / 3 % measures, at % 3, units)
        }
    }

    /// A municipality's judged series.
    private struct Unit {
        var group: Int
        var tally: Statistics.Tally
    }

    private func figure(
        _ programme: Int, _ measure: Int, _ horizon: Int, _ units: [Unit]
    ) -> FunnelFigure? {
        guard units.count > 1, let funnel = Funnel(units.map(\.tally)) else { return nil }
        return FunnelFigure(
            group: programme, measure: measure, horizon: Horizon.allCases[horizon],
            expected: funnel.centre, overdispersion: max(1, funnel.dispersion),
            hasVerdict: funnel.units >= Funnel.leastUnits,
            units: units.map { unit($0.group, $0.tally, funnel) })
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
