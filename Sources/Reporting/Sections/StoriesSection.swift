import Basics
import Model
import ReportModel

/// Change stories in the families' own words: in the internal edition alone.
struct StoriesSection: Section {
    static let kind = "stories"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        guard !context.isProtected, !context.stories.isEmpty else { return [] }
        return [
            request.heading("Forandringsfortællinger", "Change stories", anchor: "stories"),
            .callout(
                .prohibition, title: request.words.say("Må ikke deles", "Must not be shared"),
                [
                    .paragraph(
                        context.say(
                            "Fortællingerne er familiernes egne og bliver i rummet.",
                            "The stories are the families' own and stay in the room."))
                ]),
            .list(context.stories.map { Prose($0) }),
        ]
    }
}
