import Basics
import Model
import ReportModel

/// How the figures came to be: the rules in force, the sources, and what the run was made from.
struct MethodSection: Section {
    static let kind = "method"
    static let settings: [String] = []

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        let words = context.words
        return [
            .heading(level: 2, Prose(words.say("Metode", "Method")), anchor: "method"),
            .list(rules(context)),
            .table(provenance(context)),
        ]
    }

    private static func rules(_ context: ReportContext) -> [Prose] {
        [
            context.say(
                """
                Start er den tidligste gyldige måling fra 60 dage før til 42 dage efter \
                indsatsens start. Opfølgning er målingen nærmest 3, 12 og 24 måneder efter start, \
                højst 45, 90 og 90 dage fra, medmindre indsatsen siger andet.
                """,
                """
                The baseline is the earliest valid score from 60 days before to 42 days after the \
                start. The follow-up is the score nearest 3, 12 and 24 months after the start, at \
                most 45, 90 and 90 days away, unless the programme says otherwise.
                """),
            context.say(
                """
                Fremgang regnes, så et positivt tal er bedre. Sikker forandring følger Jacobson og \
                Truax (1991) eller et offentliggjort antal point.
                """,
                """
                Improvement is signed so that positive is better. Reliable change follows Jacobson \
                and Truax (1991) or a published number of points.
                """),
            context.say(
                """
                Andele står med 95 % Wilson-interval og gennemsnit med t-interval; søskende og to \
                forældre i samme familie regnes ikke som uafhængige.
                """,
                """
                Shares stand with 95% Wilson intervals and means with t intervals; siblings and \
                two parents of one family are not counted as independent.
                """),
            context.say(
                """
                Manglende målinger er hverken succes eller fiasko. Grænserne for en andel viser, \
                hvad den ville være, hvis ingen eller alle de manglende havde fået det bedre.
                """,
                """
                Missing measurements are neither success nor failure. The bounds of a share show \
                what it would be if none or all of the missing had improved.
                """),
            smallNumbers(context),
        ]
    }

    private static func smallNumbers(_ context: ReportContext) -> Prose {
        let threshold = Quantity.count(context.pipeline.smallNumbers.threshold)
        return context.disclosed.isProtected
            ? context.say(
                """
                Tal om færre end \(threshold) personer er skjult, og andre tal er skjult, hvor et \
                skjult tal ellers kunne regnes ud. I alt er \(.count(context.disclosed.hiddenCells)) \
                felter skjult i tabellerne.
                """,
                """
                Figures on fewer than \(threshold) people are hidden, and further figures where a \
                hidden one could be worked out. In all, \(.count(context.disclosed.hiddenCells)) \
                cells of the tables are hidden.
                """)
            : context.say(
                "Denne udgave er intern: små tal er ikke skjult, og den må ikke deles.",
                "This edition is internal: small numbers are not hidden, and it must not be shared.")
    }

    private static func provenance(_ context: ReportContext) -> Table {
        let words = context.words
        let method = context.method
        let facts: [(String, Prose)] = [
            (words.say("Program", "Program"), "\(Program.name) \(method.version)"),
            (words.say("Pipeline", "Pipeline"), Prose(context.pipeline.name)),
            (words.say("Opgjort pr.", "As of"), .quantity(.date(context.period.asOf))),
            (
                words.say("Inputfiler (SHA-256)", "Input files (SHA-256)"),
                Prose([.code(String(method.inputDigest.prefix(16)))])
            ),
            (
                words.say("Definitioner (SHA-256)", "Definitions (SHA-256)"),
                Prose([.code(String(method.definitionsDigest.prefix(16)))])
            ),
        ]
        return Table(
            words.say("Hvad rapporten er lavet af", "What the report is made from"),
            columns: [
                .rowHeader(words.say("Oplysning", "Fact")), .text(words.say("Værdi", "Value")),
            ],
            rows: facts.map { [Prose($0.0), $0.1] })
    }
}
