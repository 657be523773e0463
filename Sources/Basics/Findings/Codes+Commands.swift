extension FindingCode {
    /// An identifier in the form of a civil registration number, where none may pass.
    public static let identifierNotPseudonymous = FindingCode(
        "identifier-not-pseudonymous",
        title: LocalizedText(
            da: "Identifikator har form som et CPR-nummer",
            en: "Identifier has the form of a CPR number"),
        explanation: LocalizedText(
            da: """
                Filteret giver identifikatorer videre, som de er. En række, hvis sag eller person \
                har form som et CPR-nummer, bliver derfor ikke scoret.
                """,
            en: """
                The filter passes identifiers on as they are. A row whose case or person has the \
                form of a CPR number is therefore not scored.
                """),
        remedy: LocalizedText(
            da: "Giv en nøglefil med --key, så identifikatorer bliver til pseudonymer.",
            en: "Name a key file with --key, so that identifiers become pseudonyms."))

    /// Rows whose edition does not give any of the scales asked for.
    public static let rowsOfOtherEdition = FindingCode(
        "rows-of-other-edition",
        title: LocalizedText(
            da: "Rækker af en anden udgave", en: "Rows of another edition"),
        explanation: LocalizedText(
            da: "En række giver kun sin egen udgaves skalaer: en CORS-række giver ingen ORS-score.",
            en: "A row gives the scales of its own edition only: a CORS row gives no ORS score."),
        remedy: LocalizedText(
            da: "Bed om hele instrumentet for at få alle rækker med.",
            en: "Ask for the whole instrument to have every row."))

    /// A question about the published figures that would tell more than they do.
    public static let questionTooFine = FindingCode(
        "question-too-fine",
        title: LocalizedText(
            da: "Spørgsmålet går ud over det offentliggjorte",
            en: "The question goes beyond what is published"),
        explanation: LocalizedText(
            da: """
                Profilen published svarer kun med tal, der kan stå i rapporten. Tal for grupper \
                eller dage, der overlapper dem, kunne trækkes fra hinanden.
                """,
            en: """
                The profile published answers only with figures that may stand in the report. \
                Figures of groups or days that overlap those could be subtracted from each other.
                """),
        remedy: LocalizedText(
            da: "Spørg om det, rapporten viser, eller brug --profile internal.",
            en: "Ask for what the report shows, or use --profile internal."))

    /// A question to which no family's answers belong.
    public static let nothingFound = FindingCode(
        "nothing-found",
        title: LocalizedText(da: "Ingen målinger at vise", en: "No measurements to show"),
        explanation: LocalizedText(
            da: "Ingen familie i de valgte grupper har en score på de valgte skalaer.",
            en: "No family in the groups asked for has a score on the scales asked for."),
        remedy: LocalizedText(
            da: "Spørg om en anden skala, informant eller gruppe.",
            en: "Ask for another scale, informant or group."))

    /// A name that no definition, scale or group has.
    public static let nameUnknown = FindingCode(
        "name-unknown",
        title: LocalizedText(da: "Ukendt navn", en: "Unknown name"),
        explanation: LocalizedText(
            da: "Kommandoen kender ikke navnet.", en: "The command does not know the name."),
        remedy: LocalizedText(
            da: "Se de kendte navne med: virkning list instruments.",
            en: "See the known names with: virkning list instruments."))

    /// The codes that single commands can report.
    static let commands: [FindingCode] = [
        .identifierNotPseudonymous, .rowsOfOtherEdition, .questionTooFine, .nothingFound,
        .nameUnknown,
    ]
}
