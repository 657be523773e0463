import Basics
import Model
import ReportModel

/// The means of one scale at the start and at each horizon, one line an informant.
struct TrajectoryReading {
    private let request: SectionRequest
    private let named: NamedScale
    /// By informant, in the instrument's order.
    private let rows: [(informant: String, row: [Horizon: FigureRow])]

    init(_ request: SectionRequest, _ named: NamedScale) {
        self.request = request
        self.named = named
        let all = request.context.rows("outcomes", request.group.keys + [named.scale.name])
        rows = named.instrument.informants.compactMap { informant in
            let these = all.filter { $0.key("informant") == informant }
            let byHorizon = Dictionary(
                these.compactMap { row in Horizon(name: row.key("horizon")).map { ($0, row) } },
                uniquingKeysWith: { first, _ in first })
            return byHorizon.values.contains { $0.hasAny(["mean_follow_up"]) }
                ? (informant, byHorizon) : nil
        }
    }

    /// Whether any mean may be shown.
    var hasFigures: Bool {
        rows.contains { $0.row.values.contains { $0.number("mean_follow_up") != nil } }
    }

    private var words: Words { request.words }

    /// The chart, the clinical range behind it where one cut-off holds for all.
    var chart: Chart {
        let title = request.context.title(ofScale: named.scale.name, in: request.programme)
        return Chart(
            "trajectory-\(request.chartSuffix)-\(kebab(named.scale.name))", title: title,
            description: description(title), note: note,
            .trajectory(
                Trajectory(
                    positions: positions, series: rows.map(series),
                    valueAxis: Axis(words.say("Point", "Points"), range: named.range),
                    bands: bands))
        ).noting(rows.flatMap { $0.row.values }, request.context)
    }

    private func description(_ title: String) -> String {
        let better =
            named.scale.better == .higher
            ? words.say("Højere er bedre.", "Higher is better.")
            : words.say("Lavere er bedre.", "Lower is better.")
        return words.say(
            "\(title): gennemsnit ved start og ved opfølgning på kort, mellemlangt og langt sigt. ",
            "\(title): means at baseline and at follow-up in the short, medium and long term. ")
            + better
    }

    private var note: Prose {
        request.context.say(
            """
            Startpunktet er gennemsnittet for dem, der er fulgt op på det første sigt med tal. \
            De fulgte på de tre sigter er ikke de samme familier, så linjen viser ikke én gruppes \
            vej. Den skraverede flade er det kliniske område, hvor ét skel gælder for alle.
            """,
            """
            The starting point is the mean of those followed up at the first horizon with \
            figures. Those followed at the three horizons are not the same families, so the line \
            is not the course of one group. The band is the clinical range where one cut-off \
            holds for all.
            """)
    }

    private var positions: [Trajectory.Position] {
        [Trajectory.Position(words.say("Start", "Baseline"), at: 0)]
            + Horizon.allCases.map { horizon in
                Trajectory.Position(words.horizon(horizon), at: Double(horizon.rawValue) + 1)
            }
    }

    private func series(
        _ informant: String, _ byHorizon: [Horizon: FigureRow]
    ) -> Trajectory.Series {
        let rows = Horizon.allCases.map { byHorizon[$0] }
        let first = rows.compactMap(\.self).first { $0.number("mean_baseline") != nil }
        let baseline = first?.quantity("mean_baseline") ?? .hidden
        let values = rows.map { row in
            row?.quantity("mean_follow_up", reason: words.noneMeasured)
                ?? .notComputed(words.noneMeasured)
        }
        return Trajectory.Series(
            words.informant(informant), ([baseline] + values).map { ReportModel.Estimate($0) })
    }

    private var bands: [Trajectory.Band] {
        guard let cutOff = named.commonCutOff?.value.value else { return [] }
        let range = named.range
        let clinical =
            named.scale.better == .lower
            ? cutOff...max(cutOff, range.upperBound) : min(range.lowerBound, cutOff)...cutOff
        return [Trajectory.Band(words.say("klinisk område", "clinical range"), clinical, .worse)]
    }
}
