import Basics

/// Something that a reader must know before using a budget potential.
public enum BudgetNote: Sendable, Hashable {
    case borrowed(from: LocalizedText)
    /// The success that was measured is not the one that the consequences belong to.
    case otherSuccessMeasured
    case totalsNotItems
    case laterYearsSpreadEvenly
    case asPublished
    case horizonCut(asked: Int, available: Int)
    case itemEndsEarly(item: LocalizedText, missing: [Int])
    case costsFixed
    case missingCountAsNotSuccessful(Int)
    case provisional(LocalizedText)

    /// The note as a sentence.
    public var sentence: LocalizedText {
        switch self {
        case .borrowed(let lender): BudgetNote.borrowed(lender)
        case .otherSuccessMeasured:
            LocalizedText(
                da: "Den målte succes er ikke konsekvensernes eget succesmål. Tallet er et "
                    + "regneeksempel og ikke et nettoresultat.",
                en: "The success measured is not the consequences' own success measure. The "
                    + "figure is a what-if, not a net result.")
        case .totalsNotItems:
            LocalizedText(
                da: "Kilden giver kun samlede beløb pr. succes, ikke de enkelte ydelser. "
                    + "Beløbene kan derfor ikke fordeles på betalere og områder.",
                en: "The source gives totals per success only, not the single items. The amounts "
                    + "can therefore not be split by payer and area.")
        case .laterYearsSpreadEvenly:
            LocalizedText(
                da: "Kilden giver de senere år under ét. De er her fordelt ligeligt, hvilket er "
                    + "en antagelse; den betyder kun noget for de enkelte år og diskonteringen.",
                en: "The source gives the later years as one amount. They are spread evenly "
                    + "here, which is an assumption and matters only for single years and "
                    + "discounting.")
        case .asPublished:
            LocalizedText(
                da: "Beløb er brugt, som de er offentliggjort, uden omregning til ét prisniveau.",
                en: "Amounts are used as published, not converted to one price level.")
        case .horizonCut(let asked, let available): BudgetNote.horizonCut(asked, available)
        case .itemEndsEarly(let item, let missing): BudgetNote.endsEarly(item, missing)
        case .costsFixed:
            LocalizedText(
                da: "Omkostninger, der er angivet som faste beløb, følger ikke antallet af "
                    + "deltagere.",
                en: "Costs given as fixed amounts do not follow the number of participants.")
        case .missingCountAsNotSuccessful(let count): BudgetNote.missing(count)
        case .provisional(let input):
            LocalizedText(
                da: "Foreløbigt tal, ikke bekræftet: \(input.danish).",
                en: "Provisional figure, not confirmed: \(input.english).")
        }
    }

    private static func borrowed(_ lender: LocalizedText) -> LocalizedText {
        LocalizedText(
            da: "Konsekvenserne er lånt fra »\(lender.danish)«, som gælder en anden målgruppe. "
                + "Tallet er et regneeksempel og ikke et nettoresultat.",
            en: "The consequences are borrowed from “\(lender.english)”, which is about another "
                + "target group. The figure is a what-if, not a net result.")
    }

    private static func horizonCut(_ asked: Int, _ available: Int) -> LocalizedText {
        LocalizedText(
            da: "Der er spurgt om \(asked) år, men tallene rækker til år \(available). "
                + "Senere år er ikke tilgængelige og er ikke talt med.",
            en: "\(asked) years were asked for, but the figures reach year \(available). Later "
                + "years are not available and are not counted.")
    }

    private static func endsEarly(_ item: LocalizedText, _ missing: [Int]) -> LocalizedText {
        let years = missing.map(String.init).joined(separator: ", ")
        return LocalizedText(
            da: "\(item.danish): intet tal for år \(years); det er ikke det samme som nul.",
            en: "\(item.english): no figure for year \(years), which is not the same as zero.")
    }

    private static func missing(_ count: Int) -> LocalizedText {
        LocalizedText(
            da: "\(count) uden måling er regnet som ikke lykkedes.",
            en: "\(count) without a measurement count as not successful.")
    }
}
