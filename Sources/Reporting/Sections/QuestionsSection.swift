import Basics
import Model
import ReportModel

/// Questions for the learning meeting: what moved, what did not, and what is not known.
struct QuestionsSection: Section {
    static let kind = "questions"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        return [
            request.heading(
                "Spørgsmål til læringsmødet", "Questions for the learning meeting",
                anchor: "questions")
        ]
            + request.programmes.flatMap { programme -> [Block] in
                let items = Self.items(request, programme)
                guard request.programme == nil, !items.isEmpty else {
                    return items.isEmpty ? [] : [.list(items, isOrdered: true)]
                }
                return [
                    .heading(level: 3, Prose(programme.title[request.context.language])),
                    .list(items, isOrdered: true),
                ]
            }
            + [
                .list([
                    words.say(
                        "Hvad vil vi gøre anderledes til næste gang, og hvordan kan vi se, om det virker?",
                        "What will we do differently until next time, and how shall we see whether "
                            + "it works?"
                    ).prose
                ])
            ]
    }

    private static func items(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        let outcomes = OutcomeGroups(request.context, programme)
        return [moved(request, outcomes), still(request, outcomes), unknown(request, outcomes)]
            .compactMap(\.self) + sides(request, programme)
    }

    private static func moved(_ request: SectionRequest, _ outcomes: OutcomeGroups) -> Prose? {
        guard !outcomes.reachedByMost.isEmpty else { return nil }
        let names = outcomes.few(outcomes.reachedByMost)
        return request.context.say(
            "Over halvdelen af de målte familier har nået: \(names). Hvad gjorde vi, som vi skal blive ved med?",
            "More than half of the measured families reached: \(names). What did we do that we "
                + "should go on doing?")
    }

    private static func still(_ request: SectionRequest, _ outcomes: OutcomeGroups) -> Prose? {
        guard !outcomes.reachedByFew.isEmpty else { return nil }
        let names = outcomes.few(outcomes.reachedByFew)
        return request.context.say(
            "Under en fjerdedel har nået: \(names). Hvad står i vejen, og hvem kan vi spørge?",
            "Fewer than a quarter reached: \(names). What stands in the way, and whom can we ask?")
    }

    private static func unknown(_ request: SectionRequest, _ outcomes: OutcomeGroups) -> Prose? {
        guard !outcomes.notKnown.isEmpty else { return nil }
        let names = outcomes.names(outcomes.notKnown)
        return request.context.say(
            "Vi ved endnu ikke nok om: \(names). Hvordan får vi det målt uden at belaste familierne?",
            "We do not know enough yet about: \(names). How can it be measured without burdening "
                + "the families?")
    }

    private static func sides(_ request: SectionRequest, _ programme: Programme) -> [Prose] {
        guard let sides = programme.parentsAndChildren else { return [] }
        return [sides.parents, sides.children].compactMap {
            ChangeReading(request.context, programme, $0)
        }.filter { $0.row.number("share_improved") != nil }.map {
            $0.sentence + ($0.caution.map { " " + $0 } ?? "")
                + request.context.say(
                    " Genkender vi billedet?", " Do we recognise the picture?")
        }
    }
}

/// The outcomes of one programme by how many of the measured families reached them.
struct OutcomeGroups {
    private(set) var reachedByMost: [Outcome] = []
    private(set) var reachedByFew: [Outcome] = []
    /// Outcomes without a share that may be shown.
    private(set) var notKnown: [Outcome] = []
    private let context: ReportContext

    init(_ context: ReportContext, _ programme: Programme) {
        self.context = context
        let rows = ChangeTheoryReading(context, programme).rows
        guard !rows.isEmpty else { return }
        for outcome in programme.outcomes {
            guard let share = rows[outcome.name]?.number("share_achieved") else {
                notKnown.append(outcome)
                continue
            }
            if share > 0.5 { reachedByMost.append(outcome) }
            if share < 0.25 { reachedByFew.append(outcome) }
        }
    }

    /// The outcomes' names in a sentence.
    func names(_ outcomes: [Outcome]) -> String {
        context.words.few(outcomes.map { context.words.quoted($0.title[context.language]) })
    }

    /// The same, with the marks of what is not yet confirmed in their shares.
    func few(_ outcomes: [Outcome]) -> Prose {
        names(outcomes).prose + context.provisionalMarks(of: outcomes)
    }
}
