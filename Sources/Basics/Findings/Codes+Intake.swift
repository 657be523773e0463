extension FindingCode {
    private static func code(
        _ id: String, _ da: String, _ en: String, why: (da: String, en: String),
        remedy: (da: String, en: String)
    ) -> FindingCode {
        FindingCode(
            id, title: LocalizedText(da: da, en: en),
            explanation: LocalizedText(da: why.da, en: why.en),
            remedy: LocalizedText(da: remedy.da, en: remedy.en))
    }

    private static let rowLost = (
        da: "Rækken bruges ikke; resten af filen bruges.",
        en: "The row is not used; the rest of the file is."
    )
    private static let cellLost = (
        da: "Feltet regnes som ubesvaret; resten af rækken bruges.",
        en: "The cell counts as unanswered; the rest of the row is used."
    )
    private static let fileLost = (
        da: "Filen bruges ikke, så intet svar går tabt ubemærket; resten af kørslen fortsætter.",
        en: "The file is refused, so that no answer is lost unnoticed; the rest of the run goes on."
    )
    private static let atSource = (
        da: "Ret værdien i det system, den kommer fra, og eksportér igen.",
        en: "Correct the value in the system it comes from, and export again."
    )
    private static let inIntake = (
        da: "Ret eksporten, eller beskriv den i en intake-fil under Pipelines/Intakes.",
        en: "Correct the export, or describe it in an intake file under Pipelines/Intakes."
    )

    /// A cell that should be a number is none.
    public static let cellNotANumber = code(
        "cell-not-a-number", "Ikke et tal", "Not a number", why: cellLost, remedy: atSource)
    /// A number that the item does not allow.
    public static let cellOutOfRange = code(
        "cell-out-of-range", "Uden for skalaen", "Outside the range", why: cellLost,
        remedy: atSource)
    /// A date that is none, where the row can do without it.
    public static let cellDateUnusable = code(
        "cell-date-unusable", "Dato kan ikke bruges", "Date cannot be used", why: cellLost,
        remedy: atSource)
    /// A code that the intake does not know, where the row can do without it.
    public static let cellCodeUnknown = code(
        "cell-code-unknown", "Ukendt kode", "Unknown code", why: cellLost, remedy: inIntake)
    /// A total that is not the sum of its parts, or stands with only some of them.
    public static let cellTotalDisagrees = code(
        "cell-total-disagrees", "Sum og dele stemmer ikke", "Total and parts disagree",
        why: (
            da:
                "Enten alle delene eller summen alene kan bruges; dele og sum regnes som ubesvarede.",
            en: "All parts, or the total alone, can be used; parts and total count as unanswered."
        ), remedy: atSource)

    /// Text that is no record: quotes that do not fit, or too long.
    public static let rowMalformed = code(
        "row-malformed", "Rækken er ikke velformet", "Row is malformed", why: rowLost,
        remedy: (
            da: "Se efter et løst anførselstegn på linjen.",
            en: "Look for a stray quote on the line."
        ))
    /// A record with fewer or more fields than the header.
    public static let rowFieldCount = code(
        "row-field-count", "Forkert antal felter", "Wrong number of fields", why: rowLost,
        remedy: (
            da: "Se efter et manglende eller ekstra skilletegn på linjen.",
            en: "Look for a missing or extra separator on the line."
        ))
    /// A row without a case.
    public static let rowCaseMissing = code(
        "row-case-missing", "Sag mangler", "Case missing", why: rowLost, remedy: atSource)
    /// A case that no file of cases has.
    public static let rowCaseUnknown = code(
        "row-case-unknown", "Ukendt sag", "Unknown case", why: rowLost,
        remedy: (
            da: "Tilføj sagen i cases.csv, eller ret sagens id.",
            en: "Add the case to cases.csv, or correct its identifier."
        ))
    /// A row without a person.
    public static let rowPersonMissing = code(
        "row-person-missing", "Person mangler", "Person missing", why: rowLost, remedy: atSource)
    /// A row whose date is empty or none.
    public static let rowDateUnusable = code(
        "row-date-unusable", "Rækkens dato kan ikke bruges", "Row has no usable date",
        why: rowLost, remedy: atSource)
    /// A row whose informant, status or other code it cannot do without is unknown.
    public static let rowCodeUnknown = code(
        "row-code-unknown", "Rækkens kode kan ikke bruges", "Row has no usable code",
        why: rowLost, remedy: inIntake)
    /// A row without the value or text that it exists for.
    public static let rowValueMissing = code(
        "row-value-missing", "Rækken har ingen brugbar værdi", "Row has no usable value",
        why: rowLost, remedy: atSource)

    /// A file with no bytes or no header.
    public static let fileEmpty = code(
        "file-empty", "Filen er tom", "File is empty", why: fileLost,
        remedy: (da: "Eksportér filen igen.", en: "Export the file again."))
    /// A file whose first records are none, so that no header is found.
    public static let fileHeaderMalformed = code(
        "file-header-malformed", "Overskriften kan ikke læses", "Header cannot be read",
        why: fileLost,
        remedy: (
            da: "Se filens første linjer efter: er det en CSV-fil, og er citationstegnene i par?",
            en: "Look at the file's first lines: is it a CSV file, and are its quotes in pairs?"
        ))
    /// A file with a header and no rows.
    public static let fileWithoutRows = code(
        "file-without-rows", "Filen har ingen rækker", "File has no rows",
        why: (
            da: "Filen er læst, men der er intet i den.", en: "The file was read; nothing is in it."
        ),
        remedy: (
            da: "Se efter, om eksporten er filtreret.", en: "See whether the export is filtered."
        ))
    /// A file that the system would not hand over.
    public static let fileUnreadable = code(
        "file-unreadable", "Filen kan ikke læses", "File cannot be read",
        why: (
            da: "En fil, der ikke kan læses, kunne ændre hvert tal.",
            en: "A file that cannot be read could change every figure."
        ),
        remedy: (
            da: "Giv programmet adgang til filen.", en: "Give the program access to the file."
        ))
    /// A column that the intake does not know.
    public static let fileColumnUnknown = code(
        "file-column-unknown", "Ukendt kolonne", "Unknown column", why: fileLost,
        remedy: (
            da: "Ret kolonnens navn, eller skriv den under 'ignored' i intake-filen.",
            en: "Correct the column's name, or list it under 'ignored' in the intake."
        ))
    /// A column that the file must have.
    public static let fileColumnMissing = code(
        "file-column-missing", "Kolonne mangler", "Column missing", why: fileLost,
        remedy: inIntake)
    /// Two columns for one thing.
    public static let fileColumnTwice = code(
        "file-column-twice", "Kolonne to gange", "Column twice", why: fileLost, remedy: inIntake)
    /// Some of an instrument's items have no column.
    public static let fileItemsMissing = code(
        "file-items-missing", "Spørgsmål uden kolonne", "Items without a column",
        why: (
            da: "Spørgsmål uden kolonne regnes som ubesvarede i hele filen.",
            en: "Items without a column count as unanswered in the whole file."
        ), remedy: inIntake)
    /// A column without a name that holds something.
    public static let fileColumnNameless = code(
        "file-column-nameless", "Kolonne uden navn", "Column without a name",
        why: (
            da: "En kolonne uden navn kan ikke læses, men der står noget i den, som kan være svar.",
            en: "A column without a name cannot be read, but what stands in it may be answers."
        ),
        remedy: (
            da: "Giv kolonnen et navn, tøm den, eller skriv \"\" under 'ignored' i intake-filen.",
            en: "Name the column, empty it, or list \"\" under 'ignored' in the intake."
        ))
    /// Rows that stand above the header.
    public static let fileHeaderLow = code(
        "file-header-low", "Rækker over overskriften", "Rows above the header",
        why: (
            da: "Rækker over overskriften ville gå tabt, uden at nogen så det.",
            en: "Rows above the header would be lost without anybody seeing it."
        ),
        remedy: (
            da: "Flyt overskriften op over rækkerne; arket er nok sorteret med overskriften i.",
            en: "Move the header above the rows; the sheet was probably sorted with it."
        ))
    /// A CSV file that no pattern of the intake matches.
    public static let fileUnmatched = code(
        "file-unmatched", "Filen hører ikke til noget", "File matches no pattern",
        why: (
            da: "Filen bruges ikke, fordi ingen mønstre i intake-filen passer på dens navn.",
            en: "The file is not used because no pattern of the intake fits its name."
        ), remedy: inIntake)
    /// A file that two patterns of the intake match.
    public static let fileMatchedTwice = code(
        "file-matched-twice", "Filen passer på to mønstre", "File matches two patterns",
        why: fileLost, remedy: inIntake)

    /// A file that is not in UTF-8.
    public static let encodingGuessed = code(
        "encoding-guessed", "Tegnkodning gættet", "Encoding guessed",
        why: (
            da: "Filen er ikke UTF-8; den er læst som Windows-1252.",
            en: "The file is not UTF-8; it was read as Windows-1252."
        ),
        remedy: (
            da: "Eksportér som UTF-8, eller skriv 'encoding' i intake-filen.",
            en: "Export as UTF-8, or set 'encoding' in the intake."
        ))
    /// A byte that the encoding has no character for.
    public static let encodingWrong = code(
        "encoding-wrong", "Tegnkodningen passer ikke", "Encoding does not fit",
        why: (
            da: "Mindst én byte betyder intet i den tegnkodning, filen er læst med.",
            en: "At least one byte means nothing in the encoding that the file was read in."
        ),
        remedy: (
            da: "Eksportér som UTF-8, eller skriv 'encoding' i intake-filen.",
            en: "Export as UTF-8, or set 'encoding' in the intake."
        ))
    /// Letters encoded twice, such as `Ã¸` for `ø`.
    public static let encodingTwice = code(
        "encoding-twice", "Tegn kodet to gange", "Letters encoded twice",
        why: (
            da: "Tekst som 'Ã¸' er 'ø', der er kodet til UTF-8 to gange.",
            en: "Text such as 'Ã¸' is 'ø' written in UTF-8 twice over."
        ),
        remedy: (
            da: "Eksportér igen uden at gemme filen i et andet program.",
            en: "Export again without saving the file in another program."
        ))

    /// Dates that can all be read with the day or the month first.
    public static let dateOrderUnclear = code(
        "date-order-unclear", "Dag eller måned først?", "Day or month first?",
        why: (
            da: "Ingen dato i filen har en dag over 12, så rækkefølgen kan ikke ses.",
            en: "No date in the file has a day above 12, so the order cannot be seen."
        ),
        remedy: (da: "Skriv 'dates' i intake-filen.", en: "Set 'dates' in the intake."))
    /// Dates of which some can only have the day first and some only the month.
    public static let dateOrderMixed = code(
        "date-order-mixed", "Blandet datoformat", "Mixed order of dates",
        why: (
            da: "Filen blander datoer med dag først og måned først.",
            en: "The file mixes dates with the day first and the month first."
        ),
        remedy: (
            da: "Skriv 'dates' i intake-filen, og ret resten.",
            en: "Set 'dates' in the intake and correct the rest."
        ))

    /// A case that stands twice with different content.
    public static let caseTwice = code(
        "case-twice", "Sag to gange med forskelligt indhold", "Case twice, not alike",
        why: (
            da: "Den senere fil gælder, og i samme fil den senere linje.",
            en: "The later file counts, and in one file the later line."
        ), remedy: atSource)
    /// An assessment that stands twice with different content.
    public static let assessmentTwice = code(
        "assessment-twice", "Måling to gange med forskelligt indhold",
        "Assessment twice, not alike",
        why: (
            da: "Den senere fil gælder, og i samme fil den senere linje.",
            en: "The later file counts, and in one file the later line."
        ), remedy: atSource)

    /// A row that stands twice with different content.
    public static let rowTwice = code(
        "row-twice", "Række to gange med forskelligt indhold", "Row twice, not alike",
        why: (
            da: "Den senere fil gælder, og i samme fil den senere linje.",
            en: "The later file counts, and in one file the later line."
        ), remedy: atSource)
    /// A list of withdrawn consents that cannot be read whole.
    public static let withdrawalsUnreadable = code(
        "withdrawals-unreadable", "Listen over tilbagetrukne samtykker kan ikke læses",
        "List of withdrawn consents cannot be read",
        why: (
            da: "Ingen, der har trukket sit samtykke tilbage, må komme med ved en fejl.",
            en: "Nobody who has withdrawn consent may be included by mistake."
        ),
        remedy: (
            da: "Listen har kolonnerne case_id;person_id og én række pr. sag eller person.",
            en: "The list has the columns case_id;person_id and a row for each case or person."
        ))
    /// How many have been left out because consent is withdrawn.
    public static let consentWithdrawn = code(
        "consent-withdrawn", "Samtykke trukket tilbage", "Consent withdrawn",
        why: (
            da: "Deres rækker er taget ud, før noget andet blev læst; kun antallet er tilbage.",
            en: "Their rows are dropped before anything else is read; only the count is left."
        ),
        remedy: (
            da: "Der er ikke noget at gøre; tallet står her, så det kan efterprøves.",
            en: "There is nothing to do; the number is here so that it can be checked."
        ))
    /// Entries of the list of withdrawn consents that fit nobody.
    public static let withdrawalUnmatched = code(
        "withdrawal-unmatched", "Tilbagetrukket samtykke uden rækker",
        "Withdrawn consent without rows",
        why: (
            da: "Rækkerne er allerede slettet i kilden, eller nummeret er skrevet forkert.",
            en: "Either the rows are gone at the source already, or the identifier is misspelt."
        ),
        remedy: (
            da: "Se efter, at numrene på listen er skrevet som i eksporten.",
            en: "See that the identifiers in the list are written as in the export."
        ))
    /// Dates in a form that the intake does not take.
    public static let dateFormOther = code(
        "date-form-other", "Datoer skrevet på en anden måde", "Dates in another form",
        why: (
            da: "Datoerne passer på en skrivemåde, som intake-filen ikke nævner, og bruges ikke.",
            en: "The dates fit a form that the intake does not name, and are not used."
        ),
        remedy: (
            da: "Skriv skrivemåden under 'dates' i intake-filen.",
            en: "Add the form under 'dates' in the intake."
        ))
    /// Two names of teams or municipalities that differ by one letter.
    public static let nameVariant = code(
        "name-variant", "To navne, der næsten er ens", "Two names that are nearly alike",
        why: (
            da: "Navnene regnes som to forskellige enheder.",
            en: "The names count as two different units."
        ),
        remedy: (
            da: "Ret stavemåden i kilden, eller skriv et alias i pipelinen.",
            en: "Correct the spelling at the source, or give an alias in the pipeline."
        ))
    /// Values of an indicator that nothing in the pipeline asks for.
    public static let indicatorUnused = code(
        "indicator-unused", "Ingen bruger indikatoren", "Indicator that nothing uses",
        why: (
            da:
                "Rækkerne er læst, men ingen indsats og intet budget i pipelinen spørger efter dem.",
            en: "The rows are read, but no programme or budget of the pipeline asks for them."
        ),
        remedy: (
            da: "Ret navnet i kilden, eller lad rækkerne være, hvis de er til andet brug.",
            en: "Correct the name at the source, or leave the rows if they are for another use."
        ))
    /// A phase that the case's programme does not have.
    public static let phaseUnknown = code(
        "phase-unknown", "Ukendt fase", "Unknown phase",
        why: (
            da: "Sagen tælles med, men i ingen fase.",
            en: "The case is counted, but in no phase."
        ),
        remedy: (
            da: "Ret fasens navn i kilden, så det svarer til indsatsens faser.",
            en: "Correct the phase's name at the source to one of the programme's phases."
        ))
    /// Data that ends long before the day of the report.
    public static let dataStale = code(
        "data-stale", "Gamle data", "Stale data",
        why: (
            da: "Den nyeste måling ligger længe før rapportens dato.",
            en: "The newest assessment lies long before the report's date."
        ),
        remedy: (
            da: "Se efter, om eksporten er den nyeste.", en: "See whether the export is the newest."
        ))
    /// A key file that others than its owner can read.
    public static let keyFileOpen = code(
        "key-file-open", "Nøglefilen er åben for andre", "Key file open to others",
        why: (
            da: "Den, der har nøglen, kan finde ud af, hvem et pseudonym er.",
            en: "Whoever has the key can find out whom a pseudonym stands for."
        ), remedy: (da: "Kør: chmod 600 FIL", en: "Run: chmod 600 FILE"))
    /// A key file that holds no key or cannot be made.
    public static let keyFileWrong = code(
        "key-file-wrong", "Nøglefilen kan ikke bruges", "Key file cannot be used",
        why: (
            da: "Uden nøglen kan personer ikke få pseudonymer.",
            en: "Without the key people cannot be given pseudonyms."
        ), remedy: (da: "Genskab nøglefilen.", en: "Restore the key file."))

    /// The codes that reading exports can report.
    static let intake: [FindingCode] = [
        .cellNotANumber, .cellOutOfRange, .cellDateUnusable, .cellCodeUnknown,
        .cellTotalDisagrees, .rowMalformed, .rowFieldCount, .rowCaseMissing, .rowCaseUnknown,
        .rowPersonMissing, .rowDateUnusable, .rowCodeUnknown, .rowValueMissing, .fileEmpty,
        .fileHeaderMalformed,
        .fileWithoutRows, .fileUnreadable, .fileColumnUnknown, .fileColumnMissing,
        .fileColumnTwice, .fileColumnNameless, .fileItemsMissing, .fileHeaderLow, .fileUnmatched,
        .fileMatchedTwice,
        .encodingGuessed, .encodingWrong, .encodingTwice, .dateOrderUnclear, .dateOrderMixed,
        .dateFormOther,
        .caseTwice, .assessmentTwice,
        .rowTwice, .withdrawalsUnreadable, .consentWithdrawn, .withdrawalUnmatched, .nameVariant,
        .indicatorUnused, .phaseUnknown, .dataStale, .keyFileOpen, .keyFileWrong,
    ]
}
