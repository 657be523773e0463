extension FindingCode {
    /// A total stands beside some of its parts.
    public static let rowTotalAndParts = FindingCode(
        "row-total-and-parts",
        title: LocalizedText(da: "Både sum og delscorer", en: "Both a total and its parts"),
        explanation: LocalizedText(
            da: "Et skema har enten alle delscorer eller kun summen. Står begge dele der, er det "
                + "uklart, hvad der gælder, og skemaet får ingen score.",
            en: "A form has all of its part scores, or the total alone. With both it is unclear "
                + "which counts, and the form has no score."),
        remedy: LocalizedText(
            da: "Udfyld kun den ene slags kolonner i eksporten.",
            en: "Fill in one kind of column only in the export."))

    /// A person is younger or older than the form allows.
    public static let rowAgeOutside = FindingCode(
        "row-age-outside",
        title: LocalizedText(da: "Alderen passer ikke til skemaet", en: "Age outside the form"),
        explanation: LocalizedText(
            da: "Skemaet er kun afprøvet i bestemte aldre; uden for dem har scoren ingen mening.",
            en: "The form was tried at certain ages only; outside them a score means nothing."),
        remedy: LocalizedText(
            da: "Ret fødselsdato, dato eller skema i kilden.",
            en: "Correct the birth date, the date or the form at its source."))

    /// An interval that does not fit the child's age.
    public static let rowIntervalMismatch = FindingCode(
        "row-interval-mismatch",
        title: LocalizedText(
            da: "Intervallet passer ikke til alderen", en: "Interval does not fit the age"),
        explanation: LocalizedText(
            da: "Hvert interval har sine egne spørgsmål og grænser. Alderen er korrigeret for "
                + "for tidlig fødsel.",
            en: "Each interval has its own questions and cut-off. The age is corrected for "
                + "prematurity."),
        remedy: LocalizedText(
            da: "Ret interval, fødselsdato eller gestationsuger i kilden.",
            en: "Correct the interval, birth date or weeks of gestation at its source."))

    /// A row that does not say which interval it is.
    public static let rowIntervalMissing = FindingCode(
        "row-interval-missing",
        title: LocalizedText(da: "Interval mangler", en: "Interval missing"),
        explanation: LocalizedText(
            da: "Uden interval vides det ikke, hvilke spørgsmål der er besvaret.",
            en: "Without the interval it is not known which questions were answered."),
        remedy: LocalizedText(
            da: "Udfyld kolonnen med intervallet.", en: "Fill in the column of the interval."))

    /// A form whose version depends on the age, without a birth date.
    public static let rowBirthDateMissing = FindingCode(
        "row-birth-date-missing",
        title: LocalizedText(da: "Fødselsdato mangler", en: "Birth date missing"),
        explanation: LocalizedText(
            da: "Alderen afgør, hvilken udgave af skemaet der gælder.",
            en: "The age decides which version of the form applies."),
        remedy: LocalizedText(
            da: "Udfyld fødselsdatoen i kilden, eller skriv under 'form' i intake-filen, hvilken "
                + "udgave alle rækker er af.",
            en: "Fill in the birth date at its source, or name the form that all rows are of in "
                + "the intake's 'form'."))

    /// An assessment dated before the person was born.
    public static let rowBeforeBirth = FindingCode(
        "row-before-birth",
        title: LocalizedText(da: "Dato før fødslen", en: "Date before the birth"),
        explanation: LocalizedText(
            da: "Skemaets dato ligger før fødselsdatoen; en af dem er forkert.",
            en: "The form is dated before the birth date; one of them is wrong."),
        remedy: LocalizedText(
            da: "Ret datoen eller fødselsdatoen i kilden.",
            en: "Correct the date or the birth date at its source."))

    /// The codes that scoring can report.
    static let scoring: [FindingCode] = [
        .rowTotalAndParts, .rowAgeOutside, .rowIntervalMismatch, .rowIntervalMissing,
        .rowBirthDateMissing, .rowBeforeBirth,
    ]
}
