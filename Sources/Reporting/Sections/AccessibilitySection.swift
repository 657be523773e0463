import Basics
import Model
import ReportModel

/// The accessibility statement: what the pages do for readers, and how to say that they fail.
struct AccessibilitySection: Section {
    static let kind = "accessibility"
    static let settings = ["contact": [String](), "phone": [String]()]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        return [
            request.heading("Hvad siderne kan", "What the pages do", anchor: "accessibility"),
            .paragraph(aim(request.context)), .list(features(words).map(\.prose)),
            request.heading("Hvad de ikke kan", "What they do not", anchor: "limits"),
            .list(limits(words).map(\.prose)),
            request.heading("Henvendelse", "Contact", anchor: "contact"),
            .paragraph(contact(request)),
        ]
    }

    private static func aim(_ context: ReportContext) -> Prose {
        context.say(
            """
            Siderne er lavet efter WCAG 2.1 på niveau AA, som lov om webtilgængelighed kræver \
            (direktiv (EU) 2016/2102, EN 301 549). Organisationen, der offentliggør dem, har \
            ansvaret for sin egen tilgængelighedserklæring i WAS-Tool; denne side er grundlaget.
            """,
            """
            The pages are made to WCAG 2.1 at level AA, as Danish law asks (directive (EU) \
            2016/2102, EN 301 549). The organisation that publishes them answers for its own \
            statement in the WAS-Tool; this page is its basis.
            """)
    }

    private static func features(_ words: Words) -> [String] {
        [
            words.say(
                "Sproget er angivet, overskrifterne står i orden, og siden har én hovedoverskrift.",
                "The language is stated, headings stand in order, and a page has one main heading."),
            words.say(
                "Alle tabeller har en titel og overskrifter, som en skærmlæser kan følge.",
                "All tables have a caption and headers that a screen reader can follow."),
            words.say(
                "Alle figurer har en titel, en beskrivelse og en tabel med de samme tal.",
                "All charts have a title, a description and a table of the same figures."),
            words.say(
                "Farve står aldrig alene: form og ord siger det samme.",
                "Colour never stands alone: shape and words say the same."),
            words.say(
                "Siderne kan bruges med tastatur, forstørres, læses på en telefon og printes på A4.",
                "The pages can be used by keyboard, enlarged, read on a telephone and printed on A4."
            ),
        ]
    }

    private static func limits(_ words: Words) -> [String] {
        [
            words.say(
                "Brede tabeller kan kræve vandret rulning på små skærme.",
                "Wide tables may need sideways scrolling on small screens."),
            words.say(
                "En PDF lavet ved print er ikke mærket op; brug HTML-siden.",
                "A PDF made by printing is not tagged; use the HTML page."),
        ]
    }

    private static func contact(_ request: SectionRequest) -> Prose {
        let ways = [request.setting("contact"), request.setting("phone")].compactMap(\.self)
        guard !ways.isEmpty else {
            return request.context.say(
                """
                Kan du ikke læse noget på siderne, så skriv eller ring til den, der har sendt dig \
                rapporten, og bed om det i en form, du kan bruge.
                """,
                """
                If you cannot read something on the pages, write or call whoever sent you the \
                report, and ask for it in a form that you can use.
                """)
        }
        let list = request.words.list(ways)
        return request.context.say(
            "Kan du ikke læse noget på siderne, så henvend dig: \(list).",
            "If you cannot read something on the pages, contact: \(list).")
    }
}
