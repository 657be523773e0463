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
    var rhythm: Rhythm
    var indicators: [Indicator]
    /// The phases in their order, each with the day on which it ends.
    var phases: [(name: String, until: Int)] = []

    /// In which months after the start a programme measures.
    struct Rhythm: Sendable {
        /// Months of the register figures and the ratings of families.
        var figures: [Int]
        /// Months in which the staff rate their own work.
        var staff: [Int]
        /// Whether everything is measured once more when a case ends as planned.
        var endsMeasured = false
        /// How many days a measurement may lie from its month.
        var slack = 20
    }
}

extension Programme {
    /// The five programmes; most families belong to the first.
    static let all = [
        coordinatingConsultant, familyTreatment, familyPlacement, placedChildren, coherentEffort,
    ]

    static let coordinatingConsultant = Programme(
        name: "koordinerende-familiekonsulent", weight: 68,
        places: [
            Place(municipality: "Thisted", weight: 57, teams: ["Team Nord", "Team Syd"]),
            Place(municipality: "Morsø", weight: 43, teams: ["Familiehuset"]),
        ],
        daysToRun: 560...760, firstChildAge: 200...4700, childCount: 1...3,
        measures: [.fit, .sdq, .pss, .wheel, .functioning],
        rhythm: Rhythm(figures: [0, 3, 12, 24], staff: [6, 12, 18, 24]),
        indicators: Indicator.ofCoordinatingConsultant,
        phases: [
            ("opstart", 14), ("kortlaegning", 105), ("udvikling", 470), ("vedligeholdelse", 650),
            ("afslutning", 9999),
        ])

    static let familyTreatment = Programme(
        name: "styrket-familiebehandling", weight: 12,
        places: [Place(municipality: "Skive", weight: 1, teams: ["Familiehuset Skive"])],
        daysToRun: 120...420, firstChildAge: 700...4000, childCount: 1...2,
        measures: [.fit, .sdq, .pss, .wellbeing, .safety],
        rhythm: Rhythm(figures: [0, 3, 9], staff: [3, 6, 9, 12], endsMeasured: true),
        indicators: Indicator.ofFamilyTreatment,
        phases: [("opstart", 30), ("behandling", 240), ("afslutning", 9999)])

    static let familyPlacement = Programme(
        name: "familieanbringelse", weight: 7,
        places: [Place(municipality: "Viborg", weight: 1, teams: ["Døgnhuset"])],
        daysToRun: 110...260, firstChildAge: -30...260, childCount: 1...1,
        measures: [.fit, .pss, .infants],
        rhythm: Rhythm(figures: [0, 1, 3, 6], staff: [1, 3, 6], slack: 7),
        indicators: Indicator.ofFamilyPlacement,
        phases: [("for-opholdet", 10), ("ophold", 150), ("udslusning", 9999)])

    static let placedChildren = Programme(
        name: "maalrettet-stoette", weight: 7,
        places: [Place(municipality: "Holstebro", weight: 1, teams: ["Forældreteamet"])],
        daysToRun: 112...336, firstChildAge: 400...5600, childCount: 1...2,
        measures: [.fit, .sdq, .pss, .wellbeing],
        rhythm: Rhythm(figures: [0, 3, 24], staff: [3, 6, 9], endsMeasured: true),
        indicators: Indicator.ofPlacedChildren,
        phases: [("opstart", 84), ("forandring", 180), ("vedligeholdelse", 9999)])

    static let coherentEffort = Programme(
        name: "sammenhaengende-familieindsats", weight: 6,
        places: [Place(municipality: "Struer", weight: 1, teams: ["Familieteamet"])],
        daysToRun: 360...730, firstChildAge: 900...5200, childCount: 1...3,
        measures: [.fit, .sdq, .wellbeing],
        rhythm: Rhythm(figures: [0, 3, 12, 24], staff: [6, 12, 18, 24]),
        indicators: Indicator.ofCoherentEffort)
}
