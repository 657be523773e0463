extension FindingCode {
    /// A definition file is no YAML, or empty.
    public static let definitionNotReadable = FindingCode(
        "definition-not-readable",
        title: LocalizedText(da: "Definition kan ikke læses", en: "Definition cannot be read"),
        explanation: LocalizedText(
            da: "En definition er én YAML-fil i UTF-8.",
            en: "A definition is one YAML file in UTF-8."),
        remedy: LocalizedText(
            da: "Ret filen på det sted, der er nævnt.", en: "Correct the file at the place named."))

    /// A key stands twice in one mapping.
    public static let definitionKeyTwice = FindingCode(
        "definition-key-twice",
        title: LocalizedText(da: "Nøgle to gange", en: "Key written twice"),
        explanation: LocalizedText(
            da: "Hver nøgle må kun stå én gang, ellers er det uklart, hvilken der gælder.",
            en: "Each key stands once only, or it is unclear which one counts."),
        remedy: LocalizedText(da: "Slet den ene.", en: "Delete one of them."))

    /// A key that no definition of this kind has.
    public static let definitionKeyUnknown = FindingCode(
        "definition-key-unknown",
        title: LocalizedText(da: "Ukendt nøgle", en: "Unknown key"),
        explanation: LocalizedText(
            da: "En ukendt nøgle ville ellers blive overset, og tallene blive forkerte.",
            en: "An unknown key would otherwise be overlooked and the figures be wrong."),
        remedy: LocalizedText(
            da: "Ret stavemåden, eller fjern nøglen.", en: "Correct its spelling, or remove it."))

    /// A key that a definition of this kind must have.
    public static let definitionKeyMissing = FindingCode(
        "definition-key-missing",
        title: LocalizedText(da: "Nøgle mangler", en: "Key missing"),
        explanation: LocalizedText(
            da: "Definitionen er ikke fuldstændig uden denne nøgle.",
            en: "The definition is not complete without this key."),
        remedy: LocalizedText(da: "Tilføj nøglen.", en: "Add the key."))

    /// A value of the wrong kind or outside its range.
    public static let definitionValueWrong = FindingCode(
        "definition-value-wrong",
        title: LocalizedText(da: "Forkert værdi i definition", en: "Wrong value in a definition"),
        explanation: LocalizedText(
            da: "Værdien er ikke af den slags, nøglen tager.",
            en: "The value is not of the kind that the key takes."),
        remedy: LocalizedText(da: "Ret værdien.", en: "Correct the value."))

    /// A name that no definition bears.
    public static let definitionNameUnknown = FindingCode(
        "definition-name-unknown",
        title: LocalizedText(da: "Ukendt navn", en: "Unknown name"),
        explanation: LocalizedText(
            da: "Navnet henviser til noget, der ikke er defineret.",
            en: "The name refers to something that is not defined."),
        remedy: LocalizedText(
            da: "Ret navnet, eller tilføj definitionen.",
            en: "Correct the name, or add the definition."))

    /// A worked example in a definition does not come out.
    public static let definitionExampleFails = FindingCode(
        "definition-example-fails",
        title: LocalizedText(da: "Eksempel stemmer ikke", en: "Example does not hold"),
        explanation: LocalizedText(
            da: "Et instruments eksempler er dets prøver; de skal give det skrevne resultat.",
            en: "An instrument's examples are its tests; they must give the written result."),
        remedy: LocalizedText(
            da: "Ret reglen eller eksemplet efter kilden.",
            en: "Correct the rule or the example by its source."))

    /// The codes that reading definitions can report.
    static let loading: [FindingCode] = [
        .definitionNotReadable, .definitionKeyTwice, .definitionKeyUnknown, .definitionKeyMissing,
        .definitionValueWrong, .definitionNameUnknown, .definitionExampleFails,
    ]
}
