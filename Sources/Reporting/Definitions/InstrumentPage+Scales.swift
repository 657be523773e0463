import Basics
import Model
import ReportModel

extension InstrumentPage {
    var scales: [Block] {
        let rows = instrument.scales.map { scale in
            Row(
                [
                    words.codes([scale.name]), scale.title[language].prose,
                    RuleWords(instrument, words).sentence(scale).prose,
                    "\(words.number(scale.lowest))–\(words.number(scale.highest))".prose,
                    better(scale).prose,
                ] + words.cells(scale.basis))
        }
        let reversed = Set(instrument.scales.flatMap(\.rule.reversed)).sorted()
        let note =
            say("Tæller omvendt: ", "Count from the other end: ").prose
            + words.codes(reversed.map { instrument.items[$0].name })
        return [
            words.heading(say("Skalaer", "Scales")),
            .table(
                Table(
                    say("Hvordan skalaerne regnes", "How the scales are scored"),
                    columns: [
                        .rowHeader(say("Skala", "Scale")), .text(say("Navn", "Title")),
                        .text(say("Regel", "Rule")), .text(say("Spænd", "Range")),
                        .text(say("Bedst", "Better")),
                    ] + words.sourceColumns, rows: rows, note: reversed.isEmpty ? nil : note)),
        ]
    }

    private func better(_ scale: Scale) -> String {
        scale.better == .higher ? say("højere", "higher") : say("lavere", "lower")
    }

    var cutOffs: [Block] {
        table(
            say("Klinisk grænse", "Clinical cut-offs"),
            say("Hvor det kliniske område begynder", "Where the clinical range begins"),
            say("Klinisk", "Clinical"), \.cutOffs
        ) { cutOff, scale in
            let value = words.number(cutOff.value)
            switch (scale.better, cutOff.isClinicalAtValue) {
            case (.higher, true): return say("\(value) eller lavere", "\(value) or below")
            case (.higher, false): return say("under \(value)", "below \(value)")
            case (.lower, true): return say("\(value) eller højere", "\(value) or above")
            case (.lower, false): return say("over \(value)", "above \(value)")
            }
        }
    }

    var changeRules: [Block] {
        table(
            say("Ændring", "Change"),
            say("Hvornår en ændring tæller", "When a change counts"), say("Regel", "Rule"),
            \.change
        ) { rule, _ in self.rule(rule) }
    }

    private func rule(_ rule: ChangeRule) -> String {
        switch rule {
        case .points(let points):
            say(
                "pålidelig fra \(words.number(points)) point",
                "reliable from \(words.number(points)) points")
        case .jacobsonTruax(let sd, let reliability, let kind):
            say(
                "Jacobson–Truax: SD \(words.number(sd)), reliabilitet \(words.number(reliability))",
                "Jacobson–Truax: SD \(words.number(sd)), reliability \(words.number(reliability))")
                + (kind == .retest
                    ? say(" (retest)", " (retest)")
                    : say(" (intern konsistens)", " (internal consistency)"))
        case .steps(let steps):
            say(
                "flyttet fra \(words.number(steps)) point; kaldes aldrig pålidelig",
                "moved from \(words.number(steps)) points; never called reliable")
        case .minimalImportantDifference(let points):
            say(
                "mindste vigtige forskel: \(words.number(points)) point",
                "minimal important difference: \(words.number(points)) points")
        }
    }

    var norms: [Block] {
        table(
            say("Normer", "Norms"), say("Referencegrupper", "Reference groups"),
            say("Gruppe", "Group"), \.norms
        ) { norm, _ in
            let retest = norm.retest.map {
                say(", retest ", ", retest ") + words.number($0)
            }
            let mean = say("gennemsnit ", "mean ") + words.number(norm.mean)
            return "\(norm.group): \(mean), SD \(words.number(norm.sd))" + (retest ?? "")
        }
    }

    var bandSets: [Block] {
        var names: [String] = []
        for set in instrument.scales.flatMap(\.bandSets) where !names.contains(set.name) {
            names.append(set.name)
        }
        return names.flatMap(bands)
    }

    /// One set of bands over all scales that have it.
    private func bands(_ name: String) -> [Block] {
        var title = name
        var rows: [Row] = []
        for scale in instrument.scales {
            guard let set = scale.bandSets.first(where: { $0.name == name }) else { continue }
            title = set.title[language]
            rows += set.bounds.map { row(scale, set, $0) }
        }
        let intro = say("Navn: ", "Name: ").prose + words.codes([name])
        return [
            words.heading(say("Bånd: ", "Bands: ") + title),
            .table(
                Table(
                    say("Hvor båndene begynder", "Where the bands begin"),
                    columns: columns(say("Bånd", "Bands")), rows: rows,
                    note: intro)),
        ]
    }

    private func row(_ scale: Scale, _ set: BandSet, _ bounds: Keyed<[Ratio]>) -> Row {
        let text = zip(set.bands, bounds.sourced.value).map { band, bound in
            band.label[language] + say(" fra ", " from ") + words.number(bound)
        }.joined(separator: " · ")
        return Row(
            [words.codes([scale.name]), key(bounds.key, scale).prose, text.prose]
                + words.cells(bounds.sourced))
    }

    private func key(_ key: ScoreKey, _ scale: Scale) -> String {
        words.key(key, in: instrument, edition: scale.editions.first ?? 0)
    }

    private func columns(_ what: String) -> [Column] {
        [
            .rowHeader(say("Skala", "Scale")), .text(say("Gælder", "Applies to")), .text(what),
        ] + words.sourceColumns
    }

    /// A table of keyed numbers over all scales, or nothing where there are none.
    private func table<Value>(
        _ title: String, _ caption: String, _ what: String, _ keyed: KeyPath<Scale, [Keyed<Value>]>,
        _ text: (Value, Scale) -> String
    ) -> [Block] {
        let rows = instrument.scales.flatMap { scale in
            scale[keyPath: keyed].map { each in
                Row(
                    [
                        words.codes([scale.name]), key(each.key, scale).prose,
                        text(each.sourced.value, scale).prose,
                    ] + words.cells(each.sourced))
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            words.heading(title), .table(Table(caption, columns: columns(what), rows: rows)),
        ]
    }

    var examples: [Block] {
        guard !instrument.examples.isEmpty else { return [] }
        let rows = instrument.examples.map { example in
            let gives = example.expected.map { expected in
                let score = expected.score.map(words.number) ?? say("ingen score", "no score")
                let band = expected.band.map { " (\($0))" } ?? ""
                return "\(expected.scale) \(score)\(band)"
            }
            return Row([example.name.prose, gives.joined(separator: " · ").prose])
        }
        return [
            words.heading(say("Eksempler", "Examples")),
            .paragraph(
                say(
                    "Eksemplerne følger med definitionen og regnes efter ved hver kørsel.",
                    "The examples travel with the definition and are worked out in every run."
                ).prose),
            .table(
                Table(
                    say("Regneeksempler", "Worked examples"),
                    columns: [
                        .rowHeader(say("Eksempel", "Example")), .text(say("Giver", "Gives")),
                    ], rows: rows)),
        ]
    }
}
