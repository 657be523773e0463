import Basics
import Model
import ReportModel

/// The progression wheel of a programme: each axis at the start and at the furthest horizon with
/// figures.
struct WheelSection: Section {
    static let kind = "wheel"

    static func blocks(_ request: SectionRequest) -> [Block] {
        request.programmes.flatMap { blocks(request, $0) }
    }

    private static func blocks(_ request: SectionRequest, _ programme: Programme) -> [Block] {
        guard let (horizon, rows) = furthest(request.context, programme), rows.count >= 3 else {
            return []
        }
        let title =
            request.words.say("Progressionshjul: ", "Progression wheel: ")
            + programme.title[request.context.language]
        return [
            .heading(level: 3, Prose(title)),
            .chart(chart(request, programme, rows, (title, horizon))),
        ]
    }

    private static func chart(
        _ request: SectionRequest, _ programme: Programme, _ rows: [FigureRow],
        _ naming: (title: String, horizon: Horizon)
    ) -> Chart {
        let words = request.words
        let spokes = rows.map {
            Wheel.Spoke(
                request.context.title(ofScale: $0.key("scale"), in: programme),
                first: $0.quantity("mean_baseline"), latest: $0.quantity("mean_follow_up"))
        }
        return Chart(
            "wheel-\(kebab(programme.name))", title: naming.title,
            description: words.say(
                "Gennemsnit på hvert felt i hjulet ved start og ved opfølgning, for dem der er "
                    + "målt begge gange.",
                "Means on each axis of the wheel at baseline and at follow-up, for those measured "
                    + "both times."),
            note: request.notAnEffect,
            .wheel(
                Wheel(
                    spokes: spokes, range: 0...10,
                    firstLabel: words.say("ved start", "at baseline"),
                    latestLabel: words.horizon(naming.horizon).lowercased()))
        ).noting(rows, request.context)
    }

    /// The furthest horizon at which some axis has a mean that may be shown.
    private static func furthest(
        _ context: ReportContext, _ programme: Programme
    ) -> (Horizon, [FigureRow])? {
        let rows = context.rows("outcomes", GroupName(programme).keys).filter {
            WheelOrder.isAxis($0.key("scale"))
        }
        for horizon in Horizon.allCases.reversed() {
            let these = rows.filter { $0.key("horizon") == horizon.name }
            if these.contains(where: { $0.number("mean_follow_up") != nil }) {
                return (horizon, sorted(these, programme))
            }
        }
        return nil
    }

    /// The axes in the programme's order, `w1` before `w10`.
    private static func sorted(_ rows: [FigureRow], _ programme: Programme) -> [FigureRow] {
        rows.enumerated().sorted { a, b in
            let first = WheelOrder.index(of: a.element.key("scale"), in: programme) ?? Int.max
            let second = WheelOrder.index(of: b.element.key("scale"), in: programme) ?? Int.max
            return (first, a.offset) < (second, b.offset)
        }.map(\.element)
    }
}
