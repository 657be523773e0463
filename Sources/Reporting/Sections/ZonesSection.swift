import Basics
import Model
import ReportModel

/// Movement between zones, where forms of unlike length may not be subtracted.
struct ZonesSection: Section {
    static let kind = "zones"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let columns = [
            ("better", words.say("Bedre zone", "Better zone")),
            ("same", words.say("Samme zone", "Same zone")),
            ("worse", words.say("Dårligere zone", "Worse zone")),
        ]
        let tables =
            request.horizons.compactMap { horizon in
                MeasureRows(request, "zones", at: horizon).table(
                    "\(words.say("Zoner", "Zones")), " + words.horizon(horizon).lowercased(),
                    columns)
            } + request.horizons.compactMap { FormChangeTable(request: request, horizon: $0).block }
        guard !tables.isEmpty else { return [] }
        return [
            request.heading("Zoner", "Zones", anchor: "zones"),
            .paragraph(
                request.context.say(
                    """
                    En zone er det bånd, et tal falder i, fx tæt på gennemsnittet. Zoner kan \
                    sammenlignes mellem aldersudgaver, hvor point ikke kan trækkes fra hinanden.
                    """,
                    """
                    A zone is the band that a score falls in, such as close to average. Zones can \
                    be compared between age versions whose points cannot be subtracted.
                    """)),
        ] + tables
    }
}
