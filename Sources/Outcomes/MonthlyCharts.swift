import Basics
import Model
import Statistics

/// Draws the months of each programme and municipality as control charts.
struct MonthlyCharts {
    /// A month with a smaller denominator has no value.
    static let fewest = 5

    private let calendar: Months
    private let started: [[Int]]
    private let ended: [[Int]]

    init(_ frame: Frame, _ calendar: Months) {
        self.calendar = calendar
        (started, ended) = frame.casesByMonth(calendar)
    }

    /// Charts every group in a few pieces for each worker.
    func pieces(
        _ followUps: [FollowUps], _ onTime: OnTimeReader, workers: Int
    ) -> [MonthlyPiece] {
        let stretch = followUps.count / (4 * workers) + 1
        return stride(from: 0, to: followUps.count, by: stretch).map { from in
            let charted = followUps[from..<min(from + stretch, followUps.count)]
            let made = Later<[MonthlySeries]>()
            return MonthlyPiece(made: made) {
                made.set(charted.flatMap { series($0, onTime) })
            }
        }
    }

    private func series(_ followUps: FollowUps, _ onTime: OnTimeReader) -> [MonthlySeries] {
        let group = followUps.group
        return [
            shares(group, .measurementsDone, onTime.monthly[group]),
            shares(group, .followUpsImproved, followUps.months),
            counts(group, .newCases, started[group]),
            counts(group, .endedCases, ended[group]),
        ].compactMap(\.self)
    }

    private func shares(
        _ group: Int, _ kind: MonthlySeries.Kind, _ months: [GroupTally.MonthCount]
    ) -> MonthlySeries? {
        guard months.contains(where: { $0.total > 0 }) else { return nil }
        let points = zip(calendar.firsts, months).map { first, month in
            MonthlySeries.Point(
                month: first, numerator: month.hits, denominator: month.total,
                value: month.total < MonthlyCharts.fewest
                    ? nil : Double(month.hits) / Double(month.total))
        }
        return charted(group, kind, points)
    }

    private func counts(
        _ group: Int, _ kind: MonthlySeries.Kind, _ months: [Int]
    ) -> MonthlySeries {
        let points = zip(calendar.firsts, months).map { first, count in
            MonthlySeries.Point(
                month: first, numerator: count, denominator: nil, value: Double(count))
        }
        return charted(group, kind, points)
    }

    private func charted(
        _ group: Int, _ kind: MonthlySeries.Kind, _ points: [MonthlySeries.Point]
    ) -> MonthlySeries {
        let chart = Statistics.ControlChart(points.map(\.value)).map { chart in
            Model.ControlChart(
                mean: chart.limits.centre, low: chart.limits.outer.low,
                high: chart.limits.outer.high, isTrial: chart.isTrial,
                signals: chart.signals.map { signal in
                    Model.ControlChart.Signal(
                        point: signal.points.last ?? 0, rule: .init(signal.rule))
                })
        }
        return MonthlySeries(group: group, kind: kind, points: points, chart: chart)
    }
}

/// The charts of some groups, which one worker draws.
struct MonthlyPiece: Sendable {
    /// Every series of every group, by group.
    let made: Later<[MonthlySeries]>
    let task: @Sendable () -> Void
}

extension Frame {
    /// Cases started and ended in each month, by group.
    fileprivate func casesByMonth(_ calendar: Months) -> (started: [[Int]], ended: [[Int]]) {
        let none = grouping.groups.map {
            $0.level == .team ? [] : [Int](repeating: 0, count: calendar.count)
        }
        var (started, ended) = (none, none)
        for leaf in grouping.leaves {
            for at in leaf.cases {
                let caseIndex = Int(grouping.order[at])
                let start = calendar.index(of: input.cases.starts[caseIndex])
                let end = calendar.index(of: input.cases.ends[caseIndex])
                for group in leaf.groups where !none[group].isEmpty {
                    if let start { started[group][start] += 1 }
                    if let end { ended[group][end] += 1 }
                }
            }
        }
        return (started, ended)
    }
}

extension Model.ControlChart.Rule {
    init(_ rule: ControlSignal.Rule) {
        self =
            switch rule {
            case .outside: .outside
            case .shift: .sevenOnOneSide
            case .trend: .sevenRisingOrFalling
            case .nearLimit: .twoOfThreeFarOut
            }
    }
}
