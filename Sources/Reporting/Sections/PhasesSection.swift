import Basics
import Model
import ReportModel

/// Where the open cases stand in their programme's phases, and how many have run over.
struct PhasesSection: Section {
    static let kind = "phases"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let table = ProgrammeTable(
            request: request, name: "phases", header: words.say("Fase", "Phase"),
            columns: [
                ("recorded", words.say("Registreret her", "Recorded here")),
                ("expected", words.say("Ventet efter uger", "Expected by weeks")),
                ("over_time", words.say("Over tiden", "Over time")),
                ("contacts_due", words.say("Kontakt udestår", "Contact due")),
            ])
        let blocks = request.programmes.compactMap { programme in
            table.block(
                programme, caption: words.say("Faser", "Phases"), note: note(request.context),
                declared: programme.phases.map { ($0.name, title($0, request)) })
        }
        return blocks.isEmpty ? [] : [request.heading("Faser", "Phases", anchor: "phases")] + blocks
    }

    private static func title(_ phase: Phase, _ request: SectionRequest) -> Prose {
        let words = request.words
        let range =
            phase.weeks.from == phase.weeks.through
            ? "\(phase.weeks.from)" : "\(phase.weeks.from)–\(phase.weeks.through)"
        let repeats = phase.mayRepeat ? words.say(", kan gentages", ", may be repeated") : ""
        return request.title(phase.title, phase.reading)
            + Prose(" · \(range) \(words.say("uger", "weeks"))\(repeats)")
    }

    private static func note(_ context: ReportContext) -> Prose {
        context.say(
            """
            Over tiden: forløb, der har varet længere, end alle faser til og med denne må vare. \
            Det kan have gode grunde.
            """,
            """
            Over time: cases that have lasted longer than all phases up to this one may last. \
            There may be good reasons.
            """)
    }
}
