import Basics
import Model
import ReportModel

/// Control charts over months: which variation is ordinary, and which calls for a question.
struct MonthlySection: Section {
    static let kind = "monthly"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let charts = MonthlySeries.Kind.allCases.compactMap {
            MonthlyReading(request.context, request.group, $0)?.chart(request)
        }
        guard !charts.isEmpty else { return [] }
        return [
            request.heading("Måned for måned", "Month by month", anchor: "monthly"),
            .paragraph(
                request.context.say(
                    """
                    Punkter inden for grænserne er almindelig variation og kalder ikke på en \
                    forklaring. Omkring halvdelen af alle stabile diagrammer giver et signal inden \
                    for to år, så et signal er et spørgsmål og ikke et svar.
                    """,
                    """
                    Points within the limits are ordinary variation and call for no explanation. \
                    About half of all stable charts signal within two years, so a signal is a \
                    question and not an answer.
                    """)),
        ] + charts.map { .chart($0) }
    }
}
