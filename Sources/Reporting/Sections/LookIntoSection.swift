import Basics
import Model
import ReportModel

/// What to praise and what to look into: verdicts, signals and measurements that are behind.
struct LookIntoSection: Section {
    static let kind = "look-into"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let attention = Attention(request)
        let words = request.words
        let praise = callout(.praise, words.say("Værd at rose", "Worth praising"), attention.praise)
        let look = callout(.note, words.say("Værd at se på", "Worth a look"), attention.questions)
        guard !attention.praise.isEmpty || !attention.questions.isEmpty else {
            return [
                .paragraph(
                    request.context.say(
                        """
                        Ingen af de tal, der kan vises, giver denne gang anledning til ros eller \
                        spørgsmål.
                        """,
                        """
                        None of the figures that can be shown calls for praise or a question this \
                        time.
                        """))
            ]
        }
        return [request.heading("Ros og spørgsmål", "Praise and questions", anchor: "look-into")]
            + praise + look
    }

    private static func callout(
        _ kind: CalloutKind, _ title: String, _ items: [Prose]
    ) -> [Block] {
        items.isEmpty ? [] : [.callout(kind, title: title, [.list(items)])]
    }
}
