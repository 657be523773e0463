extension FindingCode {
    /// Cases belong to a programme that no definition describes.
    public static let programmeNotDefined = FindingCode(
        "programme-not-defined",
        title: LocalizedText(da: "Indsats uden definition", en: "Programme without a definition"),
        explanation: LocalizedText(
            da: """
                Sagerne måles med standardvinduerne og indgår i gruppetallene, men uden \
                forandringsteori, måleplan og økonomi.
                """,
            en: """
                The cases are measured with the standard windows and count in the group figures, \
                but have no change theory, schedule or budget.
                """),
        remedy: LocalizedText(
            da: "Ret navnet i sagsfilen, eller tilføj en definition af indsatsen.",
            en: "Correct the name in the case file, or add a definition of the programme."))

    /// An outcome's evidence names a scale, informant, band or rule that the instruments lack.
    public static let evidenceNotMeasurable = FindingCode(
        "evidence-not-measurable",
        title: LocalizedText(da: "Evidens kan ikke måles", en: "Evidence cannot be measured"),
        explanation: LocalizedText(
            da: """
                Resultatet kan ikke vise sig på den nævnte måde: skalaen, informanten, båndet \
                eller ændringsreglen findes ikke i instrumentet.
                """,
            en: """
                The outcome cannot show in the way named: the instrument lacks the scale, \
                informant, band or change rule.
                """),
        remedy: LocalizedText(
            da: "Ret navnet i indsatsens definition, eller udvid instrumentet.",
            en: "Correct the name in the programme's definition, or extend the instrument."))

    /// The codes that drawing conclusions can report.
    static let outcomes: [FindingCode] = [.programmeNotDefined, .evidenceNotMeasurable]
}
