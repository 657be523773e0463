import Basics
import Model
import ReportModel

/// Municipalities of different size about the programme's common share, without a ranking.
struct FunnelSection: Section {
    static let kind = "funnel"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let charts = request.programmes.flatMap { Self.charts(request, $0) }
        guard !charts.isEmpty else { return [] }
        return [
            request.heading(
                "Små enheder side om side", "Small units side by side", anchor: "funnel"),
            .paragraph(
                request.context.say(
                    """
                    Små enheder svinger mest. En enhed inden for tragten adskiller sig ikke fra de \
                    andre, og rækkefølgen inde i den betyder intet (Spiegelhalter 2005).
                    """,
                    """
                    Small units vary most. A unit inside the funnel is no different from the \
                    others, and the order inside it means nothing (Spiegelhalter 2005).
                    """)),
        ] + charts.map { .chart($0) }
    }

    /// Funnels of the scales that stand for each side only: of dozens of scales, some unit would
    /// fall outside by chance alone. The table funnels has them all.
    private static func charts(_ request: SectionRequest, _ programme: Programme) -> [Chart] {
        let horizons = Set(request.horizons.map(\.name))
        let sides = programme.parentsAndChildren.map { [$0.parents, $0.children] } ?? []
        let scales = Set(sides.map(\.scale))
        let rows = request.context.rows(
            "funnels", [programme.name],
            where: [
                "horizon": horizons.contains, "scale": scales.contains,
                "municipality": { $0 != KeyColumn.all },
            ])
        var order: [FunnelReading.Measure] = []
        var byMeasure: [FunnelReading.Measure: [FigureRow]] = [:]
        for row in rows {
            let measure = FunnelReading.Measure(row)
            if byMeasure[measure] == nil { order.append(measure) }
            byMeasure[measure, default: []].append(row)
        }
        return order.compactMap {
            FunnelReading(request, programme, $0, byMeasure[$0] ?? [])?.chart
        }
    }
}
