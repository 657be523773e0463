import Basics

/// The eleven main areas of consequence in Den Socialøkonomiske Investeringsmodel.
///
/// Justice and social services for adults are named in VIVE (2021), "Opdatering af priser til
/// vidensdatabasen i SØM"; transfers, health, tax, children's measures and school in the model's
/// documentation. How the eleven are told apart is provisional: the full list was not to be had.
public enum ConsequenceArea: String, Sendable, Hashable, CaseIterable {
    case incomeTransfers = "income-transfers"
    case employmentMeasures = "employment-measures"
    case tax = "tax"
    case primaryHealth = "primary-health"
    case somaticHospital = "somatic-hospital"
    case psychiatry = "psychiatry"
    case medicine = "medicine"
    case adultSocialServices = "adult-social-services"
    case childrenSocialMeasures = "children-social-measures"
    case education = "education"
    case justice = "justice"

    /// What a reader calls it.
    public var title: LocalizedText {
        switch self {
        case .incomeTransfers: LocalizedText(da: "Indkomstoverførsler", en: "Income transfers")
        case .employmentMeasures:
            LocalizedText(da: "Beskæftigelsesindsats", en: "Employment measures")
        case .tax: LocalizedText(da: "Skat", en: "Tax")
        case .primaryHealth: LocalizedText(da: "Sygesikring", en: "Primary health care")
        case .somaticHospital: LocalizedText(da: "Somatisk sygehus", en: "Somatic hospital")
        case .psychiatry: LocalizedText(da: "Psykiatri", en: "Psychiatry")
        case .medicine: LocalizedText(da: "Medicin", en: "Medicine")
        case .adultSocialServices:
            LocalizedText(da: "Sociale serviceydelser for voksne", en: "Social services for adults")
        case .childrenSocialMeasures:
            LocalizedText(
                da: "Sociale foranstaltninger for børn og unge",
                en: "Social measures for children and young people")
        case .education:
            LocalizedText(
                da: "Dagtilbud, skole og uddannelse", en: "Day care, school and education")
        case .justice:
            LocalizedText(
                da: "Politi, retsvæsen og kriminalforsorg", en: "Police, courts and probation")
        }
    }
}
