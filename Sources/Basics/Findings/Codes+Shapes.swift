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

    private static let fileLost = (
        da: "Filen bruges ikke, så intet svar går tabt ubemærket; resten af kørslen fortsætter.",
        en: "The file is refused, so that no answer is lost unnoticed; the rest of the run goes on."
    )
    private static let saveAgain = (
        da: "Åbn regnearket, og gem det som Excel-projektmappe (.xlsx) eller som CSV UTF-8.",
        en: "Open the workbook and save it as an Excel workbook (.xlsx) or as CSV UTF-8."
    )

    /// A workbook with a part that is missing or broken.
    public static let workbookDamaged = code(
        "workbook-damaged", "Regnearket er beskadiget", "Workbook is damaged", why: fileLost,
        remedy: saveAgain)
    /// A workbook under a password.
    public static let workbookLocked = code(
        "workbook-locked", "Regnearket er låst med adgangskode", "Workbook is under a password",
        why: fileLost,
        remedy: (
            da: "Åbn regnearket, fjern adgangskoden, og gem det igen, eller gem arket som "
                + "CSV UTF-8.",
            en: "Open the workbook, remove the password and save it again, or save the sheet as "
                + "CSV UTF-8."
        ))
    /// A spreadsheet that is no .xlsx.
    public static let workbookForm = code(
        "workbook-form", "Regnearket er ikke i .xlsx-format", "Workbook is no .xlsx",
        why: (
            da: "Regneark læses som Excel-projektmappe (.xlsx); ældre og andre formater ikke.",
            en: "Workbooks are read as Excel workbooks (.xlsx); older and other forms are not."
        ), remedy: saveAgain)
    /// A workbook that unpacks to more than people's answers can be.
    public static let workbookTooLarge = code(
        "workbook-too-large", "Regnearket fylder for meget udpakket",
        "Workbook unpacks to too much",
        why: (
            da: "Et regneark, der udpakket fylder mange gange mere end filen, kan standse "
                + "maskinen; det læses ikke.",
            en: "A workbook that unpacks to many times its size can stop the machine; it is not "
                + "read."
        ),
        remedy: (
            da: "Gem kun arket med svar, som CSV UTF-8.",
            en: "Save only the sheet with the answers, as CSV UTF-8."
        ))
    /// A sheet that the intake names and the workbook lacks.
    public static let sheetMissing = code(
        "sheet-missing", "Arket findes ikke", "Sheet not found", why: fileLost,
        remedy: (
            da: "Ret 'sheet' i intake-filen, eller omdøb arket.",
            en: "Correct 'sheet' in the intake, or rename the sheet."
        ))
    /// A workbook with several sheets, of which the intake names none.
    public static let sheetFirst = code(
        "sheet-first", "Kun det første ark er læst", "Only the first sheet was read",
        why: (
            da: "Regnearket har flere ark, og intake-filen siger ikke hvilket.",
            en: "The workbook has several sheets, and the intake does not say which."
        ),
        remedy: (
            da: "Skriv arkets navn eller nummer som 'sheet' i intake-filen.",
            en: "Give the sheet's name or number as 'sheet' in the intake."
        ))
    /// Cells that are merged into one, below the header.
    public static let cellsMerged = code(
        "cells-merged", "Flettede celler", "Merged cells",
        why: (
            da: "I flettede celler har kun den første en værdi; de andre er tomme. Om værdien "
                + "også gælder dem, kan programmet ikke vide, så den føres ikke videre.",
            en: "Of merged cells only the first has a value; the others are empty. Whether it is "
                + "theirs too the program cannot know, so it is not carried over."
        ),
        remedy: (
            da: "Ophæv fletningen i regnearket, og skriv værdien i hver celle.",
            en: "Unmerge the cells in the workbook and write the value in each."
        ))
    /// Cells that hold a formula and no result.
    public static let formulasUnevaluated = code(
        "formulas-unevaluated", "Formler uden resultat", "Formulas without a result",
        why: (
            da: "Formler regnes ikke ud; uden et gemt resultat er feltet tomt.",
            en: "Formulas are not computed; without a stored result the cell is empty."
        ),
        remedy: (
            da: "Åbn regnearket i Excel, og gem det, så resultaterne bliver gemt.",
            en: "Open the workbook in Excel and save it, so that the results are stored."
        ))

    /// A layout with label files, and none beside the data.
    public static let labelFileAbsent = code(
        "label-file-absent", "Ingen fil med svartekster", "No file of answer texts",
        why: (
            da: "Uden svarteksterne tæller koderne, som de står; spørgeskemaets koder er ikke "
                + "altid skemaets point.",
            en: "Without the answer texts codes count as they stand; a survey's codes are not "
                + "always the form's points."
        ),
        remedy: (
            da: "Eksportér svarteksterne med, og læg filen ved siden af data.",
            en: "Export the answer texts too, and put the file beside the data."
        ))
    /// A label file that cannot be read.
    public static let labelFileWrong = code(
        "label-file-wrong", "Filen med svartekster kan ikke læses",
        "File of answer texts cannot be read", why: fileLost,
        remedy: (
            da: "Filen har tre kolonner: variabel, kode og tekst. Eksportér den igen.",
            en: "The file has three columns: variable, code and text. Export it again."
        ))
    /// An answer text that the intake does not know.
    public static let labelTextUnknown = code(
        "label-text-unknown", "Ukendt svartekst", "Unknown answer text",
        why: (
            da: "Svar med den tekst regnes som ubesvarede, for koden alene siger ikke, hvor "
                + "mange point svaret giver.",
            en: "Answers with that text count as unanswered, for the code alone does not say how "
                + "many points the answer gives."
        ),
        remedy: (
            da: "Skriv teksten under 'labels' eller 'missing' i intake-filen.",
            en: "Add the text under 'labels' or 'missing' in the intake."
        ))
    /// Rows of one form that do not stand together, in a stream.
    public static let rowsNotTogether = code(
        "rows-not-together", "Rækker fra samme skema står ikke samlet",
        "Rows of one form do not stand together",
        why: (
            da: "Standard input læses række for række, og et skema slutter, når et andet "
                + "begynder; skemaet er derfor scoret i flere dele.",
            en: "Standard input is read row by row, and a form ends where another begins; the "
                + "form is therefore scored in parts."
        ),
        remedy: (
            da: "Sortér efter sag, person og dato, eller giv filens navn.",
            en: "Sort by case, person and date, or name the file."
        ))

    /// The codes that workbooks, label files and long layouts can report.
    static let shapes: [FindingCode] = [
        .workbookDamaged, .workbookLocked, .workbookForm, .workbookTooLarge, .sheetMissing,
        .sheetFirst, .cellsMerged, .formulasUnevaluated, .labelFileAbsent, .labelFileWrong,
        .labelTextUnknown,
        .rowsNotTogether,
    ]
}
