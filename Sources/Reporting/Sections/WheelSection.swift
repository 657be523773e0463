import Basics
import Model
import ReportModel

/// The progression wheel of a programme: each axis at the start and at the latest horizon with
/// figures.
struct WheelSection: Section {
    static let kind = "wheel"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        request.programmes.flatMap { blocks(request, $0) }
    }

    private static func blocks(_ request: SectionRequest, _ programme: Programme) -> [Block] {
        let context = request.context
        guard let (horizon, rows) = latest(context, programme), rows.count >= 3 else { return [] }
        let words = context.words
        let spokes = rows.map {
            Wheel.Spoke(
                context.title(ofScale: $0.key("scale"), in: programme),
                first: $0.quantity("mean_baseline", .score),
                latest: $0.quantity("mean_follow_up", .score))
        }
        let title = words.say("Progressionshjul: ", "Progression wheel: ")
            + programme.title[context.language]
        return [
            .heading(level: 3, Prose(title)),
            .chart(
                Chart(
                    "wheel-\(programme.name)", title: title,
                    description: words.say(
                        "Gennemsnit på hvert felt i hjulet ved start og ved opfølgning, for dem "
                            + "der er målt begge gange.",
                        "Means on each axis of the wheel at baseline and at follow-up, for those "
                            + "measured both times."),
                    .wheel(
                        Wheel(
                            spokes: spokes, range: 0...10,
                            firstLabel: words.say("ved start", "at baseline"),
                            latestLabel: words.horizon(horizon).lowercased())))),
        ]
    }

    /// The furthest horizon at which some axis has a mean that may be shown.
    private static func latest(
        _ context: ReportContext, _ programme: Programme
    ) -> (Horizon, [FigureRow])? {
        let rows = context.rows("outcomes").filter {
            $0.key("programme") == programme.name && $0.key("municipality") == KeyColumn.all
                && $0.key("scale").hasPrefix("wheel.") && $0.key("scale") != "wheel.mean"
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
        rows.sorted { order($0.key("scale"), programme) < order($1.key("scale"), programme) }
    }

    private static func order(_ scale: String, _ programme: Programme) -> Int {
        let part = scale.dropFirst("wheel.".count)
        return programme.wheelAxes.firstIndex { $0.name == part }
            ?? Int(part.drop { !$0.isNumber }) ?? 0
    }
}
