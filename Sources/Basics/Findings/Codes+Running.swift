extension FindingCode {
    /// A pipeline or definition that is not there.
    public static let definitionMissing = FindingCode(
        "definition-missing",
        title: LocalizedText(da: "Definition findes ikke", en: "Definition not found"),
        explanation: LocalizedText(
            da: "Et navn i pipelinen svarer til en YAML-fil i mappen med definitioner.",
            en: "A name in the pipeline stands for a YAML file in the folder of definitions."),
        remedy: LocalizedText(
            da: "Ret navnet, eller læg filen i mappen.", en: "Correct the name, or add the file."))

    /// An input folder or file that cannot be read.
    public static let inputUnreadable = FindingCode(
        "input-unreadable",
        title: LocalizedText(da: "Input kan ikke læses", en: "Input cannot be read"),
        explanation: LocalizedText(
            da: "Uden hele inputtet ville tallene være for små uden at sige det.",
            en: "Without all of the input the figures would be too small without saying so."),
        remedy: LocalizedText(
            da: "Giv læseadgang, eller ret stien med --input.",
            en: "Grant read access, or correct the path with --input."))

    /// Another run holds the lock of the same pipeline's folder.
    public static let runInUse = FindingCode(
        "run-in-use",
        title: LocalizedText(da: "En anden kørsel er i gang", en: "Another run is under way"),
        explanation: LocalizedText(
            da: "To kørsler i samme mappe ville blande deres resultater.",
            en: "Two runs writing one folder would mix their results."),
        remedy: LocalizedText(
            da: "Vent, til den er færdig, eller vælg en anden mappe med --output.",
            en: "Wait for it to end, or choose another folder with --output."))

    /// An output folder that cannot be written.
    public static let outputNotWritable = FindingCode(
        "output-not-writable",
        title: LocalizedText(da: "Kan ikke skrive resultatet", en: "Output cannot be written"),
        explanation: LocalizedText(
            da: "Alt skrives i en kladdemappe og flyttes på plads, når det er helt; den seneste "
                + "gode rapport er urørt.",
            en: "A run writes to a scratch folder and moves it into place when whole; the last "
                + "good report is as it was."),
        remedy: LocalizedText(
            da: "Giv skriveadgang, frigør plads, eller vælg en anden mappe med --output.",
            en: "Grant write access, free some space, or choose another folder with --output."))

    /// A published folder whose files no longer match its manifest.
    public static let publishedChanged = FindingCode(
        "published-changed",
        title: LocalizedText(
            da: "Offentliggjort mappe er ændret", en: "Published folder was changed"),
        explanation: LocalizedText(
            da:
                "Manifestet er beviset for, hvad der blev offentliggjort; filerne svarer ikke til det.",
            en: "The manifest is the record of what was published; the files do not match it."),
        remedy: LocalizedText(
            da: "Flyt de ændrede filer væk, eller kør igen med --force.",
            en: "Move the changed files away, or run again with --force."))

    /// Figures that were given before, of which not all is there as it was.
    public static let earlierUnreadable = FindingCode(
        "earlier-unreadable",
        title: LocalizedText(
            da: "Tidligere tal kan ikke læses", en: "Earlier figures cannot be read"),
        explanation: LocalizedText(
            da: "Det, der før er vist, er en del af det, der beskyttes. Mangler noget af det, "
                + "kan nye tal trækkes fra de gamle.",
            en: "What was shown before is part of what is protected. Without all of it, new "
                + "figures could be subtracted from the old ones."),
        remedy: LocalizedText(
            da: "Hent mappen fra en sikkerhedskopi. Er den aldrig vist til nogen, kan hele mappen "
                + "flyttes væk.",
            en: "Restore the folder from a backup. If nobody was ever shown it, move the whole "
                + "folder away."))

    /// An option whose value does not make sense.
    public static let optionWrong = FindingCode(
        "option-wrong",
        title: LocalizedText(da: "Forkert valg", en: "Wrong option"),
        explanation: LocalizedText(
            da: "Kommandoen forstår ikke værdien.", en: "The command does not take this value."),
        remedy: LocalizedText(da: "Se --help.", en: "See --help."))

    /// The codes that running can report.
    static let running: [FindingCode] = [
        .definitionMissing, .inputUnreadable, .runInUse, .outputNotWritable, .publishedChanged,
        .earlierUnreadable, .optionWrong,
    ]
}
