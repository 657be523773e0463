import Basics
import Model
import ReportModel

/// Clinically significant change, where a cut-off and a reliable change exist; harm counted apart.
struct ClinicalSection: Section {
    static let kind = "clinical"
    static let settings = horizonSetting

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let columns = [
            ("recovered", words.say("Kommet over skellet", "Recovered")),
            ("improved", words.say("Bedre", "Improved")),
            ("unchanged", words.say("Uændret", "Unchanged")),
            ("deteriorated", words.say("Dårligere", "Deteriorated")),
            ("harmed", words.say("Faldet under skellet", "Harmed")),
        ]
        let tables = request.horizons.compactMap { horizon in
            MeasureRows(request, "clinical", at: horizon).table(
                "\(words.say("Klinisk forandring", "Clinical change")), "
                    + words.horizon(horizon).lowercased(), columns)
        }
        guard !tables.isEmpty else { return [] }
        return [
            request.heading(
                "Klinisk signifikant forandring", "Clinically significant change",
                anchor: "clinical"),
            .paragraph(reading(request.context)),
        ] + tables
    }

    private static func reading(_ context: ReportContext) -> Prose {
        context.say(
            """
            Kommet over skellet: i det kliniske område ved start, i sikker fremgang og uden for \
            området ved opfølgning. Faldet under skellet er det modsatte og tælles for sig. \
            »Klinisk signifikant« er Jacobson og Truax' (1991) begreb; det er ikke en statistisk \
            prøve af gruppen.
            """,
            """
            Recovered: in the clinical range at baseline, reliably improved and outside it at \
            follow-up. Harmed is the opposite and is counted apart. “Clinically significant” is \
            Jacobson and Truax's (1991) term; it is no statistical test of the group.
            """)
    }
}
