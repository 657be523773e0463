import Basics
import Model
import ReportModel

/// How the figures came to be: the rules in force, the sources, what is hidden, and what the run
/// was made from.
struct MethodSection: Section {
    static let kind = "method"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let reading = MethodReading(context: request.context)
        let words = request.words
        return [
            request.heading(
                "Sådan er tallene lavet", "How the figures are made", anchor: "method"),
            .list(reading.rules),
        ]
            + [
                reading.timings, reading.changeRules, reading.cutOffs, reading.hidden,
                reading.stages,
            ].compactMap(\.self).map { .table($0) }
            + [
                .heading(
                    level: 3, Prose(words.say("Hvad rapporten er lavet af", "What it is made from"))
                ),
                .table(reading.provenance),
            ]
    }
}
