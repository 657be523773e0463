import Basics
import Model
import ReportModel

/// What the figures must not be used for.
struct MisuseSection: Section {
    static let kind = "misuse"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let title = words.say(
            "Det må tallene ikke bruges til", "What these figures must not be used for")
        return [.callout(.prohibition, title: title, [.list(items(words).map(\.prose))])]
    }

    private static func items(_ words: Words) -> [String] {
        [
            words.say(
                "At rangordne medarbejdere, team, kommuner eller indsatser. Forskelle er oftest "
                    + "tilfældige, og familierne er ikke ens.",
                "Ranking staff, teams, municipalities or programmes. Differences are mostly chance, "
                    + "and the families are not alike."),
            words.say(
                "At træffe afgørelse om en enkelt familie. Tallene gælder grupper.",
                "Deciding anything about a single family. The figures are of groups."),
            words.say(
                "At sige, at indsatsen er årsag til forandringen. Der er ingen sammenligningsgruppe.",
                "Saying that the programme caused the change. There is no comparison group."),
            words.say(
                "At finde frem til, hvem et tal handler om.",
                "Finding out whom a figure is about."),
        ]
    }
}
