import Basics
import Model
import ReportModel

/// How one scale moves from baseline over the horizons: the group's means with their intervals.
struct TrajectorySection: Section {
    static let kind = "trajectory"
    static let settings = ["scale"]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        guard let name = request.setting("scale"), let named = context.scale(name) else { return [] }
        let informants = named.instrument.informants.filter { hasFigures(request, name, $0) }
        guard !informants.isEmpty else { return [] }
        let title = context.title(ofScale: name, in: request.programme)
        return [
            .heading(level: 3, Prose(title)),
            .chart(chart(request, named, informants, title: title)),
        ]
    }

    private static func hasFigures(
        _ request: SectionRequest, _ scale: String, _ informant: String
    ) -> Bool {
        Horizon.allCases.contains { row(request, scale, informant, $0) != nil }
    }

    private static func row(
        _ request: SectionRequest, _ scale: String, _ informant: String, _ horizon: Horizon
    ) -> FigureRow? {
        request.context.row(
            "outcomes",
            [
                request.programmeKey, KeyColumn.all, KeyColumn.all, scale, informant,
                horizon.name,
            ])
    }

    private static func chart(
        _ request: SectionRequest, _ named: NamedScale, _ informants: [String], title: String
    ) -> Chart {
        let context = request.context
        let words = context.words
        let scale = named.scale
        let positions = [Trajectory.Position(words.say("Start", "Baseline"), at: 0)]
            + Horizon.allCases.map {
                Trajectory.Position(words.horizon($0), at: position(of: $0))
            }
        let series = informants.map { informant in
            Trajectory.Series(words.informant(informant), values(request, scale, informant))
        }
        return Chart(
            "trajectory-\(request.programme?.name ?? "all")-\(kebab(scale.name))",
            title: title,
            description: words.say(
                """
                Gennemsnit ved start og ved opfølgning på kort, mellemlangt og langt sigt, for \
                dem der er målt begge gange.
                """,
                """
                Means at baseline and at follow-up in the short, medium and long term, for those \
                measured both times.
                """),
            note: context.say(
                """
                Startpunktet er gennemsnittet for dem, der er fulgt op på det korteste sigt med \
                tal; grupperne på de tre sigter er ikke de samme familier.
                """,
                """
                The starting point is the mean of those followed up at the shortest horizon with \
                figures; the groups at the three horizons are not the same families.
                """),
            .trajectory(
                Trajectory(
                    positions: positions, series: series,
                    valueAxis: Axis(
                        words.say("Point", "Points"),
                        range: scale.lowest.value...scale.highest.value),
                    bands: bands(scale, words))))
    }

    private static func position(of horizon: Horizon) -> Double {
        switch horizon {
        case .short: 1
        case .medium: 2
        case .long: 3
        }
    }

    private static func values(
        _ request: SectionRequest, _ scale: Scale, _ informant: String
    ) -> [ReportModel.Estimate] {
        let rows = Horizon.allCases.map { row(request, scale.name, informant, $0) }
        let first = rows.compactMap(\.self).first { $0.number("mean_baseline") != nil }
        let baseline = first?.quantity("mean_baseline", .score) ?? .hidden
        return [ReportModel.Estimate(baseline)]
            + rows.map { row in
                row.map { ReportModel.Estimate($0.quantity("mean_follow_up", .score)) }
                    ?? ReportModel.Estimate(.notComputed(request.context.words.say("ingen målt", "none measured")))
            }
    }

    /// The clinical range as a band, where one cut-off holds for every informant and age.
    private static func bands(_ scale: Scale, _ words: Words) -> [Trajectory.Band] {
        guard let cutOff = scale.cutOffs.first?.sourced.value,
            scale.cutOffs.allSatisfy({ $0.sourced.value == cutOff })
        else { return [] }
        let (low, high) = (scale.lowest.value, scale.highest.value)
        let value = cutOff.value.value
        let range = scale.better == .lower ? value...high : low...value
        return [Trajectory.Band(words.say("klinisk område", "clinical range"), range, .worse)]
    }
}

/// A name with everything but small letters and digits as hyphens.
func kebab(_ name: String) -> String {
    String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
}
