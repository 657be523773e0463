import Basics
import Model
import ReportModel

/// What changed since the period before, where its tables are at hand.
struct ChangesSection: Section {
    static let kind = "changes"

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let earlier = request.context.earlier else { return [] }
        let items = request.programmes.flatMap { Self.items(request, $0) }
        let month = Quantity.month(earlier.asOf).written(in: request.context.language)
        return [
            request.heading(
                "Hvad er ændret siden \(month)?", "What has changed since \(month)?",
                anchor: "changes")
        ] + (earlier.isOtherwiseMade ? [otherwiseMade(request.context)] : [])
            + (items.isEmpty
                ? [.paragraph(nothing(request.context))]
                : [.list(items), .paragraph(caution(request.context))])
    }

    private static func nothing(_ context: ReportContext) -> Prose {
        let small: Prose =
            context.isProtected
            ? context.say(
                """
                 Et tal, som kun få familier har ændret, står, som det sidst blev offentliggjort.
                """,
                """
                 A figure that only few families have changed stands as last published.
                """) : ""
        return context.say(
            "Ingen af de viste tal er ændret.", "None of the shown figures has changed.") + small
    }

    /// A figure can move because it is made in another way.
    private static func otherwiseMade(_ context: ReportContext) -> Block {
        .callout(
            .caution,
            title: context.words.say("Tallene er lavet på en ny måde", "The figures are made anew"),
            [
                .paragraph(
                    context.say(
                        """
                        Definitionerne eller programmet er ændret siden. Et tal kan derfor have \
                        flyttet sig, uden at noget er ændret i familierne.
                        """,
                        """
                        The definitions or the program have changed since. A figure may therefore \
                        have moved without any change in the families.
                        """))
            ])
    }

    private static func items(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let prefix =
            request.programme == nil ? "\(programme.title[request.context.language]): " : ""
        return (cases(request, programme) + OutcomeMovements(request.context, programme).sentences)
            .map { prefix.prose + $0 }
    }

    private static func cases(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let movement = Movement(request.context, "cases", GroupName(programme).keys, "cases")
        guard let difference = movement.difference, difference >= 1 else { return [] }
        let count = Int(difference.rounded())
        let families =
            count == 1
            ? request.context.say("én ny familie", "one new family")
            : request.context.say(
                "\(.count(count)) nye familier", "\(.count(count)) new families")
        return [families + movement.sinceAnotherDay]
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

/// How the shares of one change theory moved since the period before.
private struct OutcomeMovements {
    private let context: ReportContext
    /// Those that left the interval they had, each as a sentence.
    private var beyond: [Prose] = []
    /// How many moved inside the interval they had.
    private var within = 0

    init(_ context: ReportContext, _ programme: Programme) {
        self.context = context
        for outcome in programme.outcomes { note(outcome, programme) }
    }

    private mutating func note(_ outcome: Outcome, _ programme: Programme) {
        let keys =
            GroupName(programme).keys + [outcome.horizon.name, outcome.whom.rawValue, outcome.name]
        let movement = Movement(context, "change-theory", keys, "share_achieved", ends: "share")
        guard let difference = movement.difference,
            Quantity.shareDifference(difference).shownValue != 0,
            let row = context.row("change-theory", keys)
        else { return }
        if movement.isWithinUncertainty {
            within += 1
        } else {
            beyond.append(
                """
                \(outcome.title[context.language])\(context.provisionalMarks(of: [outcome])): \(row.quantity("share_achieved")) \
                (\(.shareDifference(difference)))
                """
                    + movement.sinceAnotherDay + context.leftOut(row, ["not_measured", "ended"]))
        }
    }

    /// What moved beyond its uncertainty, one by one, and how many figures did not.
    var sentences: [Prose] {
        switch within {
        case 0: return beyond
        case 1:
            return beyond + [
                context.say(
                    "én andel har flyttet sig, inden for usikkerheden",
                    "one share has moved, within the uncertainty")
            ]
        default:
            return beyond + [
                context.say(
                    "\(.count(within)) andele har flyttet sig, alle inden for usikkerheden",
                    "\(.count(within)) shares have moved, all within the uncertainty")
            ]
        }
    }
}
