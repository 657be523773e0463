import Basics
import Model
import ReportModel

extension MethodReading {
    private var words: Words { context.words }
    private var language: Language { context.language }

    /// Each programme's windows.
    var timings: Table? {
        guard !context.programmes.isEmpty else { return nil }
        return Table(
            words.say("Vinduer for målinger", "Windows of measurement"),
            columns: [
                .rowHeader(words.say("Indsats", "Programme")),
                .text(words.say("Start", "Baseline")),
            ] + Horizon.allCases.map { .text(words.horizon($0)) },
            rows: context.programmes.map(timing))
    }

    private func timing(_ programme: Programme) -> Row {
        let timing = programme.timing
        let baseline = words.say(
            "\(timing.baselineDaysBefore) dage før til \(timing.baselineDaysAfter) dage efter",
            "\(timing.baselineDaysBefore) days before to \(timing.baselineDaysAfter) days after")
        return Row(
            [Prose(programme.title[language]), Prose(baseline)]
                + Horizon.allCases.map { Prose(window(timing[$0])) })
    }

    private func window(_ horizon: HorizonTiming) -> String {
        let day =
            switch horizon.target {
            case .months(let months): words.say("\(months) mdr.", "\(months) months")
            case .end: words.say("ved afslutning", "at the end")
            }
        let ours =
            horizon.reading == .ours ? words.say(", vores læsning", ", our reading") : ""
        let days = horizon.toleranceDays
        return day + words.say(" ± \(days) dage", " ± \(days) days") + ours
    }

    /// Each scale's rule of change with its source and how sure it is.
    var changeRules: Table? {
        let rows = context.instruments.flatMap { instrument in
            instrument.scales.flatMap { scale in
                scale.change.map { keyed in
                    row(scale, instrument, keyed.key, text(keyed.sourced.value), keyed.sourced)
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            words.say("Regler for forandring", "Rules of change"),
            columns: definitionColumns(words.say("Regel", "Rule")), rows: rows)
    }

    /// Each scale's cut-off with its source and how sure it is.
    var cutOffs: Table? {
        let rows = context.instruments.flatMap { instrument in
            instrument.scales.flatMap { scale in
                scale.cutOffs.map { keyed in
                    row(
                        scale, instrument, keyed.key, text(keyed.sourced.value, scale.better),
                        keyed.sourced)
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            words.say("Skel til det kliniske område", "Cut-offs of the clinical range"),
            columns: definitionColumns(words.say("Klinisk", "Clinical")), rows: rows)
    }

    private func definitionColumns(_ rule: String) -> [Column] {
        [
            .rowHeader(words.say("Skala", "Scale")),
            .text(words.say("Gælder", "Applies to")), .text(rule),
            .text(words.say("Kilde", "Source")), .text(words.say("Sikkerhed", "Evidence")),
        ]
    }

    private func row<Value>(
        _ scale: Scale, _ instrument: Instrument, _ key: ScoreKey, _ rule: String,
        _ sourced: Sourced<Value>
    ) -> Row {
        [
            Prose(scale.title[language]), Prose(who(key, scale, instrument)), Prose(rule),
            Prose(sourced.source),
            Prose(
                sourced.isProvisional
                    ? words.say("foreløbig", "provisional") : words.say("bekræftet", "confirmed")),
        ]
    }

    private func who(_ key: ScoreKey, _ scale: Scale, _ instrument: Instrument) -> String {
        DefinitionWords(language).key(key, in: instrument, edition: scale.editions.first ?? 0)
    }

    private func number(_ ratio: Ratio) -> String {
        Quantity.score(ratio.value, decimals: ratio.denominator == 1 ? 0 : 2).written(in: language)
    }

    private func text(_ rule: ChangeRule) -> String {
        switch rule {
        case .points(let points):
            return words.say("mindst \(number(points)) point", "at least \(number(points)) points")
        case .steps(let steps):
            return words.say(
                "flyttet: mindst \(number(steps)) point", "moved: at least \(number(steps)) points")
        case .minimalImportantDifference(let points):
            return words.say(
                "mindste relevante forskel: \(number(points)) point",
                "minimal important difference: \(number(points)) points")
        case .jacobsonTruax(let sd, let reliability, let kind):
            let note =
                kind == .internalConsistency
                ? words.say(", intern konsistens", ", internal consistency") : ""
            return "Jacobson–Truax: SD \(hundredths(sd)), r \(hundredths(reliability))\(note)"
        }
    }

    /// With two decimals also where the last are noughts, so that a column reads alike.
    private func hundredths(_ ratio: Ratio) -> String {
        Quantity.score(ratio.value, decimals: 2).written(in: language)
    }

    private func text(_ cutOff: CutOff, _ better: Better) -> String {
        let value = number(cutOff.value)
        switch (better, cutOff.isClinicalAtValue) {
        case (.lower, true): return words.say("\(value) og derover", "\(value) and above")
        case (.lower, false): return words.say("over \(value)", "above \(value)")
        case (.higher, true): return words.say("\(value) og derunder", "\(value) and below")
        case (.higher, false): return words.say("under \(value)", "below \(value)")
        }
    }

    /// How many counts are hidden in each table, small ones and others together: to tell them
    /// apart would give the small ones away.
    var hidden: Table? {
        let rows = context.disclosed.hidden.filter { $0.counts > 0 }
        guard context.isProtected, !rows.isEmpty else { return nil }
        return Table(
            words.say("Skjulte tal", "Hidden figures"),
            columns: [
                .rowHeader(words.say("Tabel", "Table")), .figures(words.say("Antal", "Counts")),
                .figures(words.say("Skjult eller fastholdt", "Hidden or kept")),
            ], rows: rows.map(hidden) + [hiddenTotal])
    }

    private func hidden(_ counts: HiddenCounts) -> Row {
        [Prose([.code(counts.table)]), .quantity(.count(counts.counts)), .quantity(sum(counts))]
    }

    private func sum(_ counts: HiddenCounts) -> Quantity {
        .count(counts.primary + counts.complementary + counts.withheld)
    }

    private var hiddenTotal: Row {
        let all = context.disclosed.hiddenInAll
        return Row(
            [
                Prose(words.say("I alt", "In all")), .quantity(.count(all.counts)),
                .quantity(sum(all)),
            ], isTotal: true)
    }

    /// Rows in and out of each stage.
    var stages: Table? {
        let counts = context.method.counts
        guard !counts.isEmpty else { return nil }
        let rows = counts.keys.sorted().flatMap { stage in
            (counts[stage] ?? [:]).sorted { $0.key < $1.key }.map { what, count in
                Row([Prose(stage), Prose(what), .quantity(.count(count))])
            }
        }
        return Table(
            words.say("Trin for trin", "Stage by stage"),
            columns: [
                .rowHeader(words.say("Trin", "Stage")), .text(words.say("Hvad", "What")),
                .figures(words.say("Antal", "Number")),
            ], rows: rows)
    }

    /// What the run was made from.
    var provenance: Table {
        let method = context.method
        let facts: [(String, Prose)] = [
            (words.say("Program", "Program"), "\(Program.name) \(method.version)"),
            (words.say("Pipeline", "Pipeline"), Prose(context.pipeline.name)),
            (words.say("Opgjort pr.", "As of"), .quantity(.date(context.period.asOf))),
            (
                words.say("Inputfiler (SHA-256)", "Input files (SHA-256)"),
                Prose([.code(method.inputDigest)])
            ),
            (
                words.say("Definitioner (SHA-256)", "Definitions (SHA-256)"),
                Prose([.code(method.definitionsDigest)])
            ),
        ]
        return Table(
            words.say("Oplysninger om kørslen", "About the run"),
            columns: [
                .rowHeader(words.say("Oplysning", "Fact")), .text(words.say("Værdi", "Value")),
            ], rows: facts.map { [Prose($0.0), $0.1] })
    }
}
