/// A programme as the sample needs it: who comes, where, for how long, and what is measured.
struct Programme: Sendable {
    /// The instruments that a programme's families fill in.
    struct Measures: OptionSet, Sendable {
        let rawValue: Int
        static let fit = Measures(rawValue: 1)
        static let sdq = Measures(rawValue: 2)
        static let pss = Measures(rawValue: 4)
        static let infants = Measures(rawValue: 8)
        static let wheel = Measures(rawValue: 16)
        static let wellbeing = Measures(rawValue: 32)
        static let functioning = Measures(rawValue: 64)
        static let safety = Measures(rawValue: 128)
    }

    /// A municipality, how many of the families live there, and its teams.
    struct Place: Sendable {
        var municipality: String
        var weight: Int
        var teams: [String]
    }

    /// The value in the column `programme`.
    var name: String
    /// How many of a hundred families come here.
    var weight: Int
    var places: [Place]
    /// How long a family stays that does not drop out.
    var daysToRun: ClosedRange<Int>
    /// How old the youngest child is at the start, in days; negative before the birth.
    var firstChildAge: ClosedRange<Int>
    var childCount: ClosedRange<Int>
    var measures: Measures
    var indicators: [Indicator]
    /// The phases in their order, each with the day on which it ends.
    var phases: [(name: String, until: Int)]
}

extension Programme {
    /// The five programmes; most families belong to the first.
    static let all = [
        coordinatingConsultant, familyTreatment, familyPlacement, placedChildren, coherentEffort,
    ]

    static let coordinatingConsultant = Programme(
        name: "koordinerende-familiekonsulent", weight: 56,
        places: [
            Place(municipality: "Thisted", weight: 55, teams: ["Team Nord", "Team Syd"]),
            Place(municipality: "Morsø", weight: 25, teams: ["Familiehuset"]),
            Place(municipality: "Skive", weight: 20, teams: ["Team Fjorden"]),
        ],
        daysToRun: 560...760, firstChildAge: 200...4700, childCount: 1...3,
        measures: [.fit, .sdq, .pss, .wheel, .functioning, .wellbeing],
        indicators: Indicator.ofCoordinatingConsultant,
        phases: [
            ("referral", 14), ("mapping", 105), ("development", 470), ("maintenance", 650),
            ("closing", 9999),
        ])

    static let familyTreatment = Programme(
        name: "styrket-familiebehandling", weight: 13,
        places: [Place(municipality: "Skive", weight: 1, teams: ["Familiehuset Skive"])],
        daysToRun: 120...420, firstChildAge: 700...4000, childCount: 1...2,
        measures: [.fit, .sdq, .wellbeing, .safety], indicators: Indicator.ofFamilyTreatment,
        phases: [])

    static let familyPlacement = Programme(
        name: "familieanbringelse", weight: 11,
        places: [Place(municipality: "Viborg", weight: 1, teams: ["Døgnhuset"])],
        daysToRun: 110...260, firstChildAge: -30...260, childCount: 1...1,
        measures: [.pss, .infants, .wellbeing], indicators: Indicator.ofFamilyPlacement, phases: [])

    static let placedChildren = Programme(
        name: "maalrettet-stoette", weight: 10,
        places: [Place(municipality: "Holstebro", weight: 1, teams: ["Forældreteamet"])],
        daysToRun: 112...336, firstChildAge: 400...5600, childCount: 1...2,
        measures: [.fit, .pss, .wellbeing, .functioning], indicators: Indicator.ofPlacedChildren,
        phases: [("start", 84), ("change", 180), ("maintenance", 9999)])

    static let coherentEffort = Programme(
        name: "sammenhaengende-familieindsats", weight: 10,
        places: [Place(municipality: "Struer", weight: 1, teams: ["Familieteamet"])],
        daysToRun: 360...730, firstChildAge: 900...5200, childCount: 1...3,
        measures: [.fit, .sdq, .pss, .wellbeing, .safety], indicators: Indicator.ofCoherentEffort,
        phases: [])
}
