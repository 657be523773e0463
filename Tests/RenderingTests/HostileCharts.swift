import ReportModel

/// Every kind of chart with one text in all its labels, and figures that are not shown.
struct HostileCharts {
    let text: String

    private let gone = Quantity.underThreshold(5)

    var all: [Chart] { drawings.enumerated().map { chart($0, $1) } }

    private func chart(_ index: Int, _ drawing: Drawing) -> Chart {
        Chart("chart-\(index)", title: text, description: text, note: Prose(text), drawing)
    }

    private var drawings: [Drawing] {
        let axis = Axis(text)
        let positions = [Trajectory.Position(text, at: 0), .init(text, at: 1)]
        let limit = Funnel.Limit(size: 1, inner: 0.2...0.8, outer: 0...1)
        return [
            .trajectory(
                Trajectory(
                    positions: positions,
                    series: [.init(text, [Estimate(.score(1)), Estimate(gone)])],
                    valueAxis: axis, bands: [.init(text, 0...1, .worse)])),
            .ladder(
                Ladder(
                    horizons: [text, text],
                    rungs: [
                        .init(
                            text, whom: text,
                            steps: [.init(share: .share(0.5), reached: gone, remark: text), nil])
                    ])),
            .wheel(
                Wheel(
                    spokes: (0..<3).map { _ in .init(text, first: .score(3), latest: gone) },
                    range: 0...10, firstLabel: text, latestLabel: text)),
            .dumbbell(
                Dumbbell(
                    pairs: [
                        .init(text, baseline: gone, followUp: .score(2), range: 0...10, .better)
                    ], baselineLabel: text, followUpLabel: text)),
            .stackedShares(
                StackedShares(
                    categories: [.init(text, .better), .init(text, .worse)],
                    bars: [.init(text, size: gone, [Estimate(.share(0.4)), Estimate(gone)])])),
            .controlChart(
                ControlChart(
                    points: [
                        .init(text, .score(1), .signal(.init(text, .worse))),
                        .init(text, gone, .notJudged(.under(5))),
                    ],
                    phases: [.init(from: 0, mean: .score(1), lower: gone, upper: .score(2))],
                    valueAxis: axis)),
            .funnel(
                Funnel(
                    units: [
                        .init(text, size: .count(9), share: .share(0.9), .outside(.better)),
                        .init(text, size: gone, share: gone, .notJudged),
                    ], common: .share(0.5), limits: [limit], sizeAxis: axis, shareAxis: axis)),
            .tornado(
                Tornado(
                    swings: [
                        .init(text, lowInput: text, atLow: gone, highInput: text, atHigh: .money(5))
                    ], central: .money(3), axis: axis)),
            .cumulativeNet(
                CumulativeNet(
                    years: [.init(text, Estimate(gone)), .init(text, Estimate(.money(-5)))],
                    axis: axis, breakEven: text)),
            .smallMultiples(
                SmallMultiples(
                    periods: [text, text], panels: [.init(text, [.share(0.3), gone])],
                    valueAxis: axis, reference: gone, referenceLabel: text)),
        ]
    }
}
