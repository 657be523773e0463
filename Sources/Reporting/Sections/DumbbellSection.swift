import Basics
import Model
import ReportModel

/// Baseline and follow-up of every scale at one horizon, each on its own range.
struct DumbbellSection: Section {
    static let kind = "dumbbell"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let charts = request.horizons.compactMap { Self.chart(request, $0) }
        guard !charts.isEmpty else { return [] }
        return [
            .heading(
                level: 3, Prose(request.words.say("Start og opfølgning", "Baseline and follow-up")))
        ]
            + charts.map { .chart($0) }
    }

    private static func chart(_ request: SectionRequest, _ horizon: Horizon) -> Chart? {
        let measures = MeasureRows(request, at: horizon)
        let rows = measures.having(["mean_follow_up"]).filter { $0.number("mean_follow_up") != nil }
        guard !rows.isEmpty else { return nil }
        let words = request.words
        return Chart(
            "dumbbell-\(request.chartSuffix)-\(horizon.name)",
            title: words.say("Start og opfølgning ", "Baseline and follow-up ")
                + words.atHorizon(horizon),
            description: words.say(
                "Gennemsnit ved start og opfølgning på hver skala, for dem der er målt begge gange.",
                "Means at baseline and follow-up on each scale, for those measured both times."),
            note: request.notAnEffect,
            .dumbbell(
                Dumbbell(
                    pairs: rows.compactMap { pair(measures, $0) },
                    baselineLabel: words.say("Start", "Baseline"),
                    followUpLabel: words.say("Opfølgning", "Follow-up")))
        ).noting(rows, request.context)
    }

    private static func pair(_ measures: MeasureRows, _ row: FigureRow) -> Dumbbell.Pair? {
        guard let named = measures.request.context.scale(row.key("scale")) else { return nil }
        return Dumbbell.Pair(
            measures.label(row), baseline: row.quantity("mean_baseline"),
            followUp: row.quantity("mean_follow_up"), range: named.range, meaning(row),
            cutOff: named.commonCutOff.map { .score($0.value.value, decimals: 0) })
    }

    /// Better or worse only where the interval leaves nought out.
    private static func meaning(_ row: FigureRow) -> Meaning {
        guard let low = row.number("mean_improvement_low"),
            let high = row.number("mean_improvement_high")
        else { return .neutral }
        if low > 0 { return .better }
        return high < 0 ? .worse : .neutral
    }
}
