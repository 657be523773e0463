import Basics
import Model
import ReportModel

/// What changed since the period before, where its tables are at hand.
struct ChangesSection: Section {
    static let kind = "changes"

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let date = request.context.earlier?.asOf else { return [] }
        let items = request.programmes.flatMap { Self.items(request, $0) }
        let words = request.words
        let month = Quantity.month(date).written(in: request.context.language)
        let heading = request.heading(
            "Hvad er ændret siden \(month)?", "What has changed since \(month)?", anchor: "changes")
        guard !items.isEmpty else {
            return [
                heading,
                .paragraph(
                    words.say(
                        "Ingen af de viste tal er ændret.", "None of the shown figures has changed."
                    )
                    .prose),
            ]
        }
        return [heading, .list(items), .paragraph(caution(request.context))]
    }

    private static func items(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let prefix =
            request.programme == nil ? "\(programme.title[request.context.language]): " : ""
        return (cases(request, programme) + outcomes(request, programme)).map { prefix.prose + $0 }
    }

    private static func cases(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let movement = Movement(request.context, "cases", GroupName(programme).keys, "cases")
        guard let difference = movement.difference, difference >= 1 else { return [] }
        let count = Int(difference.rounded())
        return [
            count == 1
                ? request.context.say("én ny familie", "one new family")
                : request.context.say(
                    "\(.count(count)) nye familier", "\(.count(count)) new families")
        ]
    }

    private static func outcomes(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let context = request.context
        return programme.outcomes.compactMap { outcome in
            let keys =
                GroupName(programme).keys + [
                    outcome.horizon.name, outcome.whom.rawValue, outcome.name,
                ]
            let movement = Movement(context, "change-theory", keys, "share_achieved")
            guard let difference = movement.difference,
                Quantity.shareDifference(difference).shownValue != 0,
                let share = context.row("change-theory", keys)?.quantity("share_achieved")
            else { return nil }
            return """
                \(outcome.title[context.language]): \(share) (\(.shareDifference(difference)))
                """
        }
    }

    private static func caution(_ context: ReportContext) -> Prose {
        context.say(
            """
            Små bevægelser fra måned til måned er oftest tilfældige. Se diagrammerne måned for \
            måned, før noget forklares.
            """,
            """
            Small movements from month to month are mostly chance. Look at the charts month by \
            month before explaining anything.
            """)
    }
}
