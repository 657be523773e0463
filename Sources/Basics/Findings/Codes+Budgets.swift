extension FindingCode {
    /// Payer shares do not sum to 1, or hold at the same time.
    public static let budgetPayerShares = FindingCode(
        "budget-payer-shares",
        title: LocalizedText(da: "Betalerandele går ikke op", en: "Payer shares do not add up"),
        explanation: LocalizedText(
            da: "Kommune, region og stat deler hvert beløb, så andelene er 100 % i alt, og i "
                + "hvert år gælder netop én fordeling.",
            en: "Municipality, region and state share every amount, so the shares make 100 % in "
                + "all, and in each year exactly one split holds."),
        remedy: LocalizedText(
            da: "Ret andelene eller datoerne.", en: "Correct the shares or the dates."))

    /// An amount without a price year.
    public static let budgetPriceYearMissing = FindingCode(
        "budget-price-year-missing",
        title: LocalizedText(da: "Prisår mangler", en: "Price year missing"),
        explanation: LocalizedText(
            da: "Et beløb siger intet, før det er klart, hvilket års priser det er i.",
            en: "An amount says nothing until it is clear which year's prices it is in."),
        remedy: LocalizedText(
            da: "Skriv price-year som et årstal, eller as-published, hvis kilden ikke siger det.",
            en: "Write price-year as a year, or as-published where the source does not say."))

    /// A consequence area that the model does not have.
    public static let budgetAreaUnknown = FindingCode(
        "budget-area-unknown",
        title: LocalizedText(da: "Ukendt konsekvensområde", en: "Unknown consequence area"),
        explanation: LocalizedText(
            da: "Konsekvenser hører til et af modellens elleve hovedområder, ellers kan "
                + "områderne ikke lægges sammen.",
            en: "Consequences belong to one of the model's eleven main areas, or the areas cannot "
                + "be added up."),
        remedy: LocalizedText(da: "Brug et af de elleve.", en: "Use one of the eleven."))

    /// A success share below 0 or above 1.
    public static let budgetSuccessRange = FindingCode(
        "budget-success-range",
        title: LocalizedText(
            da: "Succesrate uden for 0–100 %", en: "Success share outside 0–100 %"),
        explanation: LocalizedText(
            da: "En succesrate er en andel af deltagerne.",
            en: "A success share is a share of the participants."),
        remedy: LocalizedText(da: "Ret andelen.", en: "Correct the share."))

    /// No share is stated for what would have happened anyway.
    public static let budgetNoAlternative = FindingCode(
        "budget-no-alternative",
        title: LocalizedText(da: "Basisalternativ mangler", en: "No stated alternative"),
        explanation: LocalizedText(
            da: "Uden andelen, der ville være lykkedes alligevel, ville hele successen blive "
                + "regnet som indsatsens fortjeneste.",
            en: "Without the share that would have succeeded anyway, all success would be "
                + "credited to the intervention."),
        remedy: LocalizedText(
            da: "Angiv success.without og success.alternative.",
            en: "State success.without and success.alternative."))

    /// The completion rate would enter twice, or not at all.
    public static let budgetCompletion = FindingCode(
        "budget-completion",
        title: LocalizedText(
            da: "Gennemførelse tæller ikke én gang", en: "Completion does not count once"),
        explanation: LocalizedText(
            da: "Gennemførelsesprocenten bruges netop én gang: på årgange, der tæller dem, der "
                + "starter.",
            en: "The completion rate is used exactly once: on cohorts that count those who start."),
        remedy: LocalizedText(
            da: "Angiv completion, når årgange er starting, og kun da.",
            en: "State completion where cohorts are starting, and only there."))

    /// A year that lies before the base year.
    public static let budgetYearBeforeBase = FindingCode(
        "budget-year-before-base",
        title: LocalizedText(da: "År før basisåret", en: "Year before the base year"),
        explanation: LocalizedText(
            da: "Basisåret er det første år og diskonteres ikke.",
            en: "The base year is the first year and is not discounted."),
        remedy: LocalizedText(
            da: "Flyt året, eller vælg et tidligere basisår.",
            en: "Move the year, or choose an earlier base year."))

    /// Prices of one year cannot be converted to another.
    public static let budgetPriceIndexMissing = FindingCode(
        "budget-price-index-missing",
        title: LocalizedText(da: "Prisindeks mangler", en: "Price index missing"),
        explanation: LocalizedText(
            da: "Et beløb i et andet års priser omregnes med det prisindeks, brugeren giver; "
                + "indekset må have begge år.",
            en: "An amount in another year's prices is converted by the price index that the "
                + "user gives; it must have both years."),
        remedy: LocalizedText(
            da: "Tilføj en CSV-fil med year;index;source;date for begge år.",
            en: "Add a CSV file with year;index;source;date for both years."))

    /// A price index file that cannot be read.
    public static let priceIndexWrong = FindingCode(
        "price-index-wrong",
        title: LocalizedText(da: "Prisindeks kan ikke læses", en: "Price index not readable"),
        explanation: LocalizedText(
            da: "Et prisindeks er en CSV-fil med kolonnerne year;index;source;date, ét år pr. "
                + "linje, decimalpunktum og uden anførselstegn.",
            en: "A price index is a CSV file with the columns year;index;source;date, one year a "
                + "line, a decimal point and no quotes."),
        remedy: LocalizedText(da: "Ret linjen.", en: "Correct the line."))

    /// A what-if question that the budget cannot answer.
    public static let budgetScenarioWrong = FindingCode(
        "budget-scenario-wrong",
        title: LocalizedText(
            da: "Spørgsmålet kan ikke besvares", en: "Question cannot be answered"),
        explanation: LocalizedText(
            da: "Et regneeksempel ændrer forudsætninger inden for det, modellen kan regne.",
            en: "A what-if changes assumptions within what the model can compute."),
        remedy: LocalizedText(da: "Ret værdien.", en: "Correct the value."))

    /// The figures do not reach as far as the horizon.
    public static let budgetHorizonNotSupplied = FindingCode(
        "budget-horizon-not-supplied",
        title: LocalizedText(
            da: "Tidshorisont uden tal", en: "Horizon without figures"),
        explanation: LocalizedText(
            da: "År uden tal er ikke tilgængelige; de regnes aldrig som nul.",
            en: "Years without figures are not available; they never count as zero."),
        remedy: LocalizedText(
            da: "Vælg en kortere horisont, eller tilføj tal for de senere år.",
            en: "Choose a shorter horizon, or add figures for the later years."))

    /// The codes that budgets can report.
    static let budgets: [FindingCode] = [
        .budgetPayerShares, .budgetPriceYearMissing, .budgetAreaUnknown, .budgetSuccessRange,
        .budgetNoAlternative, .budgetCompletion, .budgetYearBeforeBase, .budgetPriceIndexMissing,
        .priceIndexWrong, .budgetScenarioWrong, .budgetHorizonNotSupplied,
    ]
}
