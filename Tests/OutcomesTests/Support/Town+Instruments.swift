import Basics
import Model

/// Small instruments whose rules are easy to follow by hand.
extension Town {
    /// Higher is better; five points are a reliable change; under 25 is clinical.
    static let fit = instrument(
        "fit", informants: ["mor", "far", "barn"], editions: ["ors", "cors"],
        scales: [
            scale(
                "ors.total", .higher, highest: 40, rule: .points(5),
                cutOff: CutOff(value: 25, isClinicalAtValue: false)),
            scale(
                "srs.total", .higher, highest: 40,
                cutOff: CutOff(value: 36, isClinicalAtValue: false)),
            scale("cors.total", .higher, highest: 40, rule: .points(5), edition: 1),
        ])

    /// Lower is better; Jacobson–Truax with SD 5.8 and r .82: 6.82 points.
    static let sdq = instrument(
        "sdq", informants: ["parent", "teacher", "self"],
        scales: [
            scale(
                "sdq.total", .lower, highest: 40,
                rule: .jacobsonTruax(
                    sd: Ratio(58, over: 10), reliability: Ratio(82, over: 100),
                    kind: .internalConsistency),
                cutOff: CutOff(value: 17, isClinicalAtValue: true),
                bands: [("close", 0), ("raised", 14), ("high", 17)],
                norm: Norm(
                    group: "invented", mean: 8, sd: 6, retest: Ratio(75, over: 100))),
            scale("sdq.emotional", .lower, highest: 10),
            scale("sdq.impact", .lower, highest: 10),
        ])

    /// Two intervals of unlike length: points are never subtracted between them.
    static let asq = instrument(
        "asq-se", informants: ["parent"], forms: ["12", "24"],
        scales: [asqTotal])

    /// No rule of change.
    static let pss = instrument(
        "pss", informants: ["self"], scales: [scale("pss.total", .lower, highest: 90)])

    private static var asqTotal: Scale {
        var total = scale("asq-se.total", .lower, highest: 400)
        total.comparesAcrossForms = false
        total.bandSets = [
            BandSet(
                name: "two", title: LocalizedText(same: "two"),
                bands: ["below", "above"].map { Band(name: $0, label: LocalizedText(same: $0)) },
                bounds: [
                    Keyed(key: ScoreKey(form: 0), sourced: sourced([0, 40])),
                    Keyed(key: ScoreKey(form: 1), sourced: sourced([0, 60])),
                ])
        ]
        return total
    }

    private static func sourced<Value>(_ value: Value) -> Sourced<Value> {
        Sourced(value, source: "invented", evidence: .confirmed)
    }

    private static func instrument(
        _ name: String, informants: [String], editions: [String]? = nil, forms: [String] = [],
        scales: [Scale]
    ) -> Instrument {
        let forms = forms.map {
            Form(name: $0, ages: AgeRange(from: 0, through: nil, unit: .months))
        }
        return Instrument(
            name: name, title: LocalizedText(same: name), licence: LocalizedText(same: "invented"),
            informants: informants, about: .child, items: [],
            editions: (editions ?? [name]).map {
                Edition(name: $0, title: LocalizedText(same: $0), forms: forms)
            }, scales: scales)
    }

    private static func scale(
        _ name: String, _ better: Better, highest: Ratio, rule: ChangeRule? = nil,
        cutOff: CutOff? = nil, bands: [(String, Ratio)] = [], norm: Norm? = nil, edition: Int = 0
    ) -> Scale {
        func keyed<Value>(_ value: Value?) -> [Keyed<Value>] {
            value.map { [Keyed(key: ScoreKey(), sourced: sourced($0))] } ?? []
        }
        var scale = Scale(
            name: name, title: LocalizedText(same: name), editions: [edition],
            rule: ScoringRule(parts: .items([])), lowest: 0, highest: highest, better: better,
            change: keyed(rule), cutOffs: keyed(cutOff), norms: keyed(norm))
        if !bands.isEmpty {
            scale.bandSets = [
                BandSet(
                    name: "three", title: LocalizedText(same: "three"),
                    bands: bands.map { Band(name: $0.0, label: LocalizedText(same: $0.0)) },
                    bounds: keyed(bands.map(\.1)))
            ]
        }
        return scale
    }
}
