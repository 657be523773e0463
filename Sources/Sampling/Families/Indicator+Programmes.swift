/// The indicators that each programme's definition reads, under the names that it reads them by.
extension Indicator {
    static let ofCoordinatingConsultant: [Indicator] =
        [
            rating("cooperation", .parent), rating("recognition", .parent),
            rating("contact", .family), rating("child-informed", .child, from: 3),
            rating("child-mapped", .child), absence, rating("follows-advice", .parent),
            rating("trust-in-school", .parent), rating("employment-clarified", .parent), workHours,
            measures, inWork,
        ]
        + staff(
            "fidelity.",
            [
                "ansvar": 6.4, "familiens-oplevelse": 7.6, "dialog": 7.1, "fleksibilitet": 5.8,
                "hele-familien": 6.7, "sparring": 6.9, "gaa-med": 5.2, "brobygning": 6.1,
            ])

    static let ofFamilyTreatment: [Indicator] =
        [
            rating("calm-at-home", .family), rating("structure", .parent),
            rating("praise", .child, from: 1), rating("development", .child),
            rating("parenting", .parent), workHours, workPlacement, absence, grades,
            rating("no-concern", .family), rating("network-ready", .family), inWork,
        ]
        + staff(
            "fidelity.",
            [
                "sammenhaeng": 6.6, "almenomraadet": 5.9, "arbejdstid": 7.2, "metode": 6.3,
                "relation": 7.4, "flere-familier": 4.9, "netvaerk": 5.6,
            ])
        + staff(
            "relation.",
            [
                "samarbejde": 6.8, "videndeling": 6.2, "kendskab": 5.7, "problemloesning": 6.5,
                "innovation": 5.4, "respekt": 7.5,
            ])

    static let ofFamilyPlacement: [Indicator] =
        [
            rating("plan", .family), rating("interplay", .family), rating("mentalising", .parent),
            rating("care", .parent), rating("network-ready", .family), homeTogether, inWork,
        ]
        + staff(
            "fidelity.",
            [
                "tvaerfagligt-team": 7.3, "mentaliserende": 6.8, "plan": 7.0, "netvaerk": 5.5,
                "udslusning": 5.9, "ledelse": 6.4, "erfarne-fagfolk": 7.1,
            ])

    static let ofPlacedChildren: [Indicator] =
        [
            rating("resources", .parent), rating("motivation", .parent),
            rating("coherence", .parent), rating("parenting", .parent),
            rating("cooperation", .parent), rating("child-calm", .child),
            rating("placement-stable", .child), placementBreakdowns, returnedHome, inWork,
        ]
        + staff(
            "fidelity.",
            [
                "kriseinformeret": 6.7, "ressourcefokus": 7.2, "handleplan": 6.0, "tilpasset": 6.9,
                "tvaerfagligt": 5.8,
            ])

    static let ofCoherentEffort: [Indicator] =
        [rating("plan", .family), absence, measures, placed, inWork]
        + staff("fidelity.", ["faelles-billede": 6.1, "koordinering": 6.5, "tillid": 7.0])
}
