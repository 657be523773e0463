import Basics
import Model
import ReportModel

/// What the figures must not be used for.
struct MisuseSection: Section {
    static let kind = "misuse"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let title = context.words.say(
            "Det må tallene ikke bruges til", "What these figures must not be used for")
        return [
            .callout(
                .prohibition, title: title,
                [
                    .list([
                        context.say(
                            "At rangordne medarbejdere, team eller kommuner.",
                            "Ranking staff, teams or municipalities."),
                        context.say(
                            "At træffe afgørelser om en enkelt familie.",
                            "Deciding anything about a single family."),
                        context.say(
                            "At sige, at indsatsen er årsag til forandringen: der er ingen "
                                + "sammenligningsgruppe.",
                            "Saying that the programme caused the change: there is no comparison "
                                + "group."),
                    ])
                ])
        ]
    }
}
