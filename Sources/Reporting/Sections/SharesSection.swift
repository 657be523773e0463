import Basics
import Model
import ReportModel

/// Better, unchanged and worse on every scale with a rule of change, one bar a scale.
struct SharesSection: Section {
    static let kind = "shares"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let charts = request.horizons.compactMap { Self.chart(request, $0) }
        guard !charts.isEmpty else { return [] }
        return [
            .heading(
                level: 3, Prose(request.words.say("Hvor mange er bedre", "How many are better")))
        ]
            + charts.map { .chart($0) }
    }

    private static func chart(_ request: SectionRequest, _ horizon: Horizon) -> Chart? {
        let measures = MeasureRows(request, at: horizon)
        let rows = measures.having(["improved"]).filter { $0.number("n_measured") != 0 }
        guard rows.contains(where: { $0.number("share_improved") != nil }) else { return nil }
        let words = request.words
        return Chart(
            "shares-\(request.chartSuffix)-\(horizon.name)",
            title: words.say("Bedre, uændret og dårligere ", "Better, unchanged and worse ")
                + words.atHorizon(horizon),
            description: words.say(
                """
                Andelen, der er bedre, uændret og dårligere på hver skala, med 95 %-interval for \
                andelen, der er bedre.
                """,
                """
                The share better, unchanged and worse on each scale, with the 95% interval of \
                the share better.
                """),
            note: request.notAnEffect,
            .stackedShares(
                StackedShares(categories: categories(words), bars: rows.map { bar(measures, $0) }))
        ).noting(rows, request.context)
    }

    private static func categories(_ words: Words) -> [StackedShares.Category] {
        [
            StackedShares.Category(words.say("bedre", "better"), .better),
            StackedShares.Category(words.say("uændret", "unchanged"), .neutral),
            StackedShares.Category(words.say("dårligere", "worse"), .worse),
        ]
    }

    private static func bar(_ measures: MeasureRows, _ row: FigureRow) -> StackedShares.Bar {
        let whole = row.whole(
            "improved", share: "share_improved", of: ["improved", "no_change", "deteriorated"])
        return StackedShares.Bar(
            measures.label(row), size: whole,
            [
                row.estimate("share_improved"), part(row, "no_change", of: whole),
                part(row, "deteriorated", of: whole),
            ])
    }

    /// A share of the series judged; hidden where its count or the whole is, or where they are of
    /// different days.
    private static func part(
        _ row: FigureRow, _ column: String, of whole: Quantity
    ) -> ReportModel.Estimate {
        let count = row.quantity(column)
        guard case .count(let part) = count, case .count(let all) = whole, all > 0 else {
            return ReportModel.Estimate(count.isShown ? whole : count)
        }
        guard row.number("share_improved") != nil else {
            return ReportModel.Estimate(row.quantity("share_improved"))
        }
        guard row.areOfOneDay([column, "improved", "share_improved"]) else {
            return ReportModel.Estimate(.hidden)
        }
        return ReportModel.Estimate(.share(Double(part) / Double(all)))
    }
}
