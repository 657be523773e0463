import Basics
import Model

/// The definitions of the invented village.
extension Village {
    static func text(_ danish: String, _ english: String) -> LocalizedText {
        LocalizedText(da: danish, en: english)
    }

    static func group(
        _ programme: String?, _ municipality: String?, _ team: String?, _ cases: Int
    ) -> Group {
        var group = Group(programme: programme, municipality: municipality, team: team)
        group.cases = cases
        group.open = cases / 2
        group.people = cases * 3
        return group
    }

    static func measure(
        _ instrument: Int, _ scale: Int, _ name: String, _ informant: String, _ better: Better,
        _ judgement: Judgement
    ) -> Measure {
        Measure(
            instrument: instrument, scale: scale, scaleName: name, informant: informant,
            better: better, judgement: judgement)
    }

    static let pipeline = Pipeline(
        name: "monthly", title: text("Månedsrapport", "Monthly report"), period: .month,
        places: Pipeline.Places(input: "in", output: "out", privateOutput: "private", key: "key"),
        language: .danish, intake: "standard", instruments: ["fit", "sdq", "wheel"],
        programmes: ["vejen"], budgets: [], report: "monthly", smallNumbers: SmallNumbers(),
        staleAfterDays: 62)

    static let programme: Programme = {
        var programme = Programme(
            name: "vejen", title: text("Vejen", "The Way"),
            targetGroup: text("Opdigtede familier", "Invented families"))
        programme.outcomes = [
            outcome("calm", .short, .parents, text("Mindre stress", "Less stress")),
            outcome("school", .medium, .children, text("Mindre fravær", "Less absence")),
        ]
        programme.parentsAndChildren = ComparedSides(
            parents: ComparedSides.Side(scale: "ors.total", informant: "mor"),
            children: ComparedSides.Side(scale: "sdq.total", informant: "parent"))
        programme.schedule = [
            ScheduleLine(
                name: "sdq", title: text("SDQ ved start", "SDQ at the start"), instrument: "sdq",
                rhythm: .atStart)
        ]
        programme.phases = [
            Phase(
                name: "start", title: text("Opstart", "Start"),
                weeks: WeekRange(from: 4, through: 16), reading: .ours)
        ]
        programme.coreElements = [
            RatedElement(
                name: "whole-family", title: text("Hele familien", "The whole family"),
                indicator: "fidelity.whole-family")
        ]
        programme.wheelAxes = ["Hverdag", "Netværk", "Skole"].enumerated().map { index, title in
            WheelAxis(name: "axis-\(index + 1)", title: LocalizedText(same: title))
        }
        return programme
    }()

    private static func outcome(
        _ name: String, _ horizon: Horizon, _ whom: Beneficiary, _ title: LocalizedText
    ) -> Outcome {
        Outcome(
            name: name, horizon: horizon, whom: whom, title: title,
            evidence: [
                .indicator(IndicatorEvidence(indicator: "rating.calm", rule: .atLeast(7)))
            ],
            target: Sourced(Ratio(1, over: 2), source: "invented", evidence: .confirmed))
    }

    static let instruments = [
        instrument(
            "fit", "ORS", about: .parent, ["mor"], [scale("ors.total", "ORS i alt", .higher, 40)]),
        instrument(
            "sdq", "SDQ", about: .child, ["parent"],
            [scale("sdq.total", "SDQ i alt", .lower, 40, .provisional)]),
        instrument(
            "wheel", "Hjul", about: .parent, ["self"],
            ["w1", "w2", "w3"].map { scale("wheel.\($0)", $0, .higher, 10) }),
    ]

    private static func instrument(
        _ name: String, _ title: String, about: FamilyRole, _ informants: [String],
        _ scales: [Scale]
    ) -> Instrument {
        Instrument(
            name: name, title: LocalizedText(same: title), licence: LocalizedText(same: "invented"),
            informants: informants, about: about, items: [],
            editions: [Edition(name: name, title: LocalizedText(same: title))], scales: scales)
    }

    private static func scale(
        _ name: String, _ title: String, _ better: Better, _ highest: Ratio,
        _ evidence: Evidence = .confirmed
    ) -> Scale {
        Scale(
            name: name, title: LocalizedText(same: title), editions: [0],
            rule: ScoringRule(parts: .items([])), lowest: 0, highest: highest, better: better,
            change: [
                Keyed(
                    key: ScoreKey(),
                    sourced: Sourced(.points(5), source: "invented", evidence: evidence))
            ])
    }

    /// A layout of one page with these sections.
    static func layout(
        _ kinds: [String], scope: ReportLayout.Page.Scope = .run,
        settings: [String: String] = [:]
    ) -> ReportLayout {
        ReportLayout(
            name: "small", title: text("Lille", "Small"),
            pages: [
                ReportLayout.Page(
                    name: "page", title: text("Lille side", "A small page"), scope: scope,
                    hasMarkdown: true,
                    sections: kinds.map {
                        ReportLayout.Section(
                            kind: $0, settings: settings, place: Place("small.yaml"))
                    })
            ])
    }
}
