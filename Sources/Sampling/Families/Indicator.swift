/// A register figure or a rating as the sample writes it.
struct Indicator: Sendable {
    /// Whom a value is about.
    enum Subject: Sendable { case family, parent, child }

    /// How a burden becomes a value.
    enum Kind: Sendable {
        /// 1 to 5, 5 best.
        case rating
        /// 0 or 1, 1 good.
        case yesNo
        /// 0,00 to 1,00; `rises` where more is better.
        case share(rises: Bool)
        /// A count, 0 upwards, fewer is better; `perBurden` more for each unit of burden.
        case count(perBurden: Double)
        /// A mark on the seven-step scale's range of means, 0,0 to 12,0.
        case mark
    }

    /// The value in the column `indicator`.
    var name: String
    var subject: Subject
    var kind: Kind
    /// From which age a child has the figure.
    var fromAge = 0
}

extension Indicator {
    private static func rating(_ name: String, _ subject: Subject = .parent, from age: Int = 0)
        -> Indicator
    {
        Indicator(name: name, subject: subject, kind: .rating, fromAge: age)
    }

    private static func yesNo(_ name: String, _ subject: Subject, from age: Int = 0) -> Indicator {
        Indicator(name: name, subject: subject, kind: .yesNo, fromAge: age)
    }

    private static let network = rating("network")
    private static let cooperation = rating("cooperation")
    private static let motivation = rating("motivation")
    private static let agency = rating("agency")
    private static let competence = rating("parenting-competence")
    private static let coherent = rating("coherent-effort", .family)
    private static let community = rating("community", .child, from: 3)
    private static let routines = rating("routines", .child)
    private static let inWork = yesNo("in-work", .parent)
    private static let measures = Indicator(
        name: "number-of-measures", subject: .family, kind: .count(perBurden: 2.2))
    private static let absence = Indicator(
        name: "absence-share", subject: .child, kind: .share(rises: false), fromAge: 3)
    private static let attendance = Indicator(
        name: "attendance-share", subject: .child, kind: .share(rises: true), fromAge: 1)

    static let ofCoordinatingConsultant: [Indicator] = [
        rating("insight"), cooperation, motivation, network, rating("contact-stability", .family),
        yesNo("children-informed", .child, from: 3), yesNo("child-mapped", .child), absence,
        routines, rating("prepared-for-school", .child, from: 6), yesNo("leisure", .child, from: 5),
        rating("child-perspective"), rating("follows-advice"), agency,
        rating("trust-in-school"), yesNo("employment-clarified", .parent), inWork,
        rating("meaningful-contact"), measures, rating("relevant-care"), rating("own-direction"),
        community, attendance,
    ]

    static let ofFamilyTreatment: [Indicator] = [
        routines, competence, network, cooperation, coherent, inWork, absence,
        Indicator(
            name: "unlawful-absence-hours", subject: .child, kind: .count(perBurden: 14),
            fromAge: 6),
        Indicator(name: "grades", subject: .child, kind: .mark, fromAge: 13),
    ]

    static let ofFamilyPlacement: [Indicator] = [
        competence, network, cooperation, rating("relevant-care"), rating("child-perspective"),
    ]

    static let ofPlacedChildren: [Indicator] = [
        rating("seen-and-heard"), agency, network, motivation, rating("support-fits"), coherent,
        rating("cooperation-placement"), competence, yesNo("placement-stable", .child),
        Indicator(name: "placement-breakdowns", subject: .child, kind: .count(perBurden: 0.5)),
    ]

    static let ofCoherentEffort: [Indicator] = [
        inWork, yesNo("employment-clarified", .parent), measures, coherent, cooperation,
        attendance, community, agency,
    ]
}
