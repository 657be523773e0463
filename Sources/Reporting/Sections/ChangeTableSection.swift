import Basics
import Model
import ReportModel

/// Change per scale, informant and horizon: who was measured, from where to where, how many
/// improved, and who was lost on the way.
struct ChangeTableSection: Section {
    static let kind = "change-table"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let parts = request.horizons.map { ChangeTables(request, at: $0).blocks }
        guard parts.contains(where: { !$0.isEmpty }) else { return [] }
        return [request.heading("Forandring pr. skala", "Change per scale", anchor: "change")]
            + parts.flatMap(\.self)
            + [
                .callout(
                    .caution, title: request.words.say("Læs tallene sådan", "How to read this"),
                    [.list(reading(request))])
            ]
    }

    private static func reading(_ request: SectionRequest) -> [Prose] {
        let context = request.context
        return [
            request.notAnEffect,
            context.say(
                """
                Bedre og dårligere regnes efter skalaens egen regel: sikker forandring, hvor \
                målesikkerheden er offentliggjort; ellers »flyttet« efter et fast antal point \
                eller den mindste relevante forskel. En skala uden regel har ingen andele.
                """,
                """
                Better and worse follow the scale's own rule: reliable change where the accuracy \
                of the measure is published; else “moved” by a set number of points, or the \
                minimal important difference. A scale without a rule has no shares.
                """),
            context.say(
                """
                Familier begynder ofte, når det går dårligst, og noget fremgang ville komme af \
                sig selv. Hvor det kan regnes ud, står den ved siden af som »ventet uden indsats«.
                """,
                """
                Families often begin when things are at their worst, and some improvement would \
                come by itself. Where it can be worked out, it stands beside as “expected \
                without”.
                """),
        ]
    }
}
