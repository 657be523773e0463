import Basics
import ReportModel

/// A page of long names, many points and hostile texts, to be looked at in a browser.
enum StressReport {
    private static let long = "Donaudampfskibsselskabskaptajnsenkepensionsudbetalingskontoret"
    private static let wordy =
        "En forælder, der længe har stået uden for arbejdsmarkedet, er kommet i arbejde, i "
        + "virksomhedspraktik eller i gang med en uddannelse, som passer til familiens hverdag"

    static var report: Report {
        var hostile = Hostile.report(
            "<b>\"Pia & Søn\"</b> | *x* \u{202E}neté <script>alert(1)</script>")
        hostile.blocks += charts.map(Block.chart) + [.table(table)]
        return hostile
    }

    private static var table: Table {
        let columns = (1...6).map { Column.figures("\(wordy.prefix(24)) \($0)") }
        let rows = (1...40).map { number in
            Row(
                [Prose(number == 7 ? long : "Række \(number)")]
                    + (1...6).map { .quantity(.money(Double(number * $0 * 12_345), .oere)) })
        }
        return Table(wordy, columns: [.rowHeader("Navn")] + columns, rows: rows)
    }

    private static var charts: [Chart] {
        [
            ("stress-trajectory", trajectory), ("stress-ladder", ladder),
            ("stress-control", control), ("stress-panels", panels), ("stress-tornado", tornado),
            ("stress-bars", bars), ("stress-net", net), ("stress-dumbbell", dumbbell),
        ].map { Chart($0.0, title: wordy, description: wordy + ".", $0.1) }
    }

    private static var trajectory: Drawing {
        let positions = (1...40).map { Trajectory.Position("\($0)-10-2026", at: Double($0 * $0)) }
        let series = (0..<6).map { line in
            Trajectory.Series(
                line == 0 ? long : "Nr. \(line)",
                positions.indices.map { index in
                    index % 7 == line
                        ? .hidden : Estimate(.score(Double((index * (line + 3)) % 40)))
                })
        }
        return .trajectory(
            Trajectory(
                positions: positions, series: series, valueAxis: Axis(wordy),
                bands: [.init(wordy, -Double.infinity...11, .worse), .init("b", 11...16)]))
    }

    private static var ladder: Drawing {
        let step = Ladder.Step(
            share: .share(0.6), reached: .part(.count(1_200), of: .count(2_000)), remark: wordy)
        let absent = Ladder.Step(share: .notComputed(wordy), reached: .hidden)
        return .ladder(
            Ladder(
                horizons: [long, wordy, "Lang sigt"],
                rungs: [
                    .init(wordy, whom: wordy, steps: [step, absent, step]),
                    .init(long, whom: "", steps: [nil, nil, step]),
                ]))
    }

    private static var control: Drawing {
        let points = (0..<60).map { index in
            ControlChart.Point(
                "\(index + 1). uge", .share(Double(index % 13) / 13),
                index % 11 == 0 ? .signal(.init(wordy, .neutral)) : .ordinary)
        }
        let phases = [
            ControlChart.Phase(from: 0, mean: .share(0.5), lower: .share(0.1), upper: .share(0.9)),
            .init(from: 30, mean: .share(0.48), lower: .share(0.47), upper: .share(0.49)),
        ]
        return .controlChart(
            ControlChart(points: points, phases: phases, valueAxis: Axis(long)))
    }

    private static var panels: Drawing {
        .smallMultiples(
            SmallMultiples(
                periods: [long, "2026"],
                panels: (0..<9).map {
                    .init($0 == 3 ? long : wordy, [.count($0), .count(9 - $0)])
                },
                valueAxis: Axis(wordy)))
    }

    private static var tornado: Drawing {
        .tornado(
            Tornado(
                swings: (1...4).map { number in
                    .init(
                        wordy, lowInput: "\(number)", atLow: .money(-1e9 / Double(number)),
                        highInput: wordy, atHigh: .money(1e9 / Double(number)))
                }, central: .money(0), axis: Axis(wordy)))
    }

    private static var bars: Drawing {
        .stackedShares(
            StackedShares(
                categories: (0..<5).map { .init("\($0) \(wordy)", Meaning.allCases[$0 % 3]) },
                bars: [.init(wordy, size: .count(1), (0..<5).map { _ in Estimate(.share(0.2)) })]))
    }

    private static var net: Drawing {
        .cumulativeNet(
            CumulativeNet(
                years: [
                    .init(long, Estimate(.money(-5e8, .oere))), .init("2027", Estimate(.money(1))),
                ], axis: Axis(wordy), breakEven: wordy))
    }

    private static var dumbbell: Drawing {
        .dumbbell(
            Dumbbell(
                pairs: [
                    .init(
                        wordy, baseline: .notComputed(wordy), followUp: .score(99), range: 0...10,
                        .better, cutOff: .score(5)),
                    .init(long, baseline: .score(4), followUp: .score(4), range: 0...10, .neutral),
                ], baselineLabel: wordy, followUpLabel: long))
    }
}
