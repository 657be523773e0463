import Basics
import Model
import ReportModel

/// The figures of one programme's change theory, outcome by outcome.
struct ChangeTheoryReading {
    let context: ReportContext
    let programme: Programme
    let rows: [String: FigureRow]

    init(_ context: ReportContext, _ programme: Programme) {
        self.context = context
        self.programme = programme
        rows = Dictionary(
            context.rows("change-theory", GroupName(programme).keys)
                .map { ($0.key("outcome"), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var words: Words { context.words }

    /// Outcomes with a row, in the order of the definition.
    private var outcomes: [(outcome: Outcome, row: FigureRow)] {
        programme.outcomes.compactMap { outcome in rows[outcome.name].map { (outcome, $0) } }
    }

    /// How the shares are to be read, and how many targets were tested.
    var introduction: Prose {
        context.say(
            """
            Andelen er af de familier, der er målt og ikke allerede var nået dertil ved start. \
            En manglende måling tæller hverken som nået eller ikke nået.
            """,
            """
            The share is of the families that were measured and were not already there at the \
            start. A missing measurement counts neither as reached nor as not reached.
            """) + " " + targets
    }

    /// Whether any family may be told to have reached anything, or not to have.
    var showsAnything: Bool {
        let counts = [
            "achieved", "partly", "not_achieved", "already_there", "not_measured", "ended",
            "not_yet_due",
        ]
        return outcomes.contains { !$0.row.areHiddenAltogether(counts) }
    }

    /// What stands where no figure may be shown.
    var allHidden: Prose {
        context.say(
            """
            Alle tal for de \(.count(outcomes.count)) virkninger er skjult, fordi små tal kunne \
            røbe enkelte familier.
            """,
            """
            All figures of the \(.count(outcomes.count)) outcomes are hidden, because small \
            numbers could give single families away.
            """)
    }

    private var targets: Prose {
        let reading = TargetReading(context, programme)
        let hidden = reading.hidden > 0 ? " " + hiddenTargets(reading.hidden) : ""
        return tested(reading.tested) + hidden
    }

    private func tested(_ tested: Int) -> Prose {
        switch tested {
        case 0:
            return context.say(
                "Ingen vurdering af mål kan vises.", "No verdict on a target can be shown.")
        case 1:
            return context.say(
                "Ét mål er holdt op mod et 99 %-interval.",
                "One target was compared with a 99% interval.")
        default:
            return context.say(
                """
                \(.count(tested)) mål er holdt op mod hver sit 99 %-interval; jo flere mål, jo \
                større er risikoen for, at ét af dem falder ud ved et tilfælde.
                """,
                """
                \(.count(tested)) targets were each compared with a 99% interval; the more \
                targets, the greater the risk that one stands out by chance.
                """)
        }
    }

    private func hiddenTargets(_ count: Int) -> Prose {
        count == 1
            ? context.say(
                "Vurderingen af ét mål er skjult, fordi nogle tal er små.",
                "The verdict on one target is hidden, since some counts are small.")
            : context.say(
                "Vurderingen af \(.count(count)) mål er skjult, fordi nogle tal er små.",
                "The verdicts on \(.count(count)) targets are hidden, since some counts are small.")
    }

    /// The ladder of all outcomes by horizon.
    var ladder: Chart {
        let rungs = programme.outcomes.map { outcome in
            Ladder.Rung(
                outcome.title[context.language], whom: words.whom(outcome.whom),
                steps: Horizon.allCases.map {
                    $0 == outcome.horizon ? rows[outcome.name].map(step) : nil
                })
        }
        return Chart(
            "change-theory-\(kebab(programme.name))",
            title: words.say(
                "Hvor mange familier er nået hvortil", "How many families got how far"),
            description: description,
            .ladder(
                Ladder(
                    horizons: Horizon.allCases.map { words.horizon($0, in: programme) },
                    rungs: rungs))
        ).noting(outcomes.map(\.row), context)
    }

    private var description: String {
        let measured = outcomes.count { $0.row.number("share_achieved") != nil }
        let all = programme.outcomes.count
        return words.say(
            """
            Hver virkning i forandringsteorien med andelen af målte familier, der har nået den; \
            \(measured) af \(all) virkninger har et tal, der kan vises.
            """,
            """
            Each outcome of the change theory with the share of measured families that reached \
            it; \(measured) of \(all) outcomes have a figure that can be shown.
            """)
    }

    private func step(_ row: FigureRow) -> Ladder.Step {
        let whole = measured(row)
        return Ladder.Step(
            share: row.quantity("share_achieved", reason: reason(row)),
            reached: .part(row.quantity("achieved"), of: whole),
            remark: row.verdict.map(words.verdict))
    }

    /// How many families the share is of.
    private func measured(_ row: FigureRow) -> Quantity {
        row.whole(
            "achieved", share: "share_achieved", of: ["achieved", "partly", "not_achieved"])
    }

    /// Why there is no share.
    private func reason(_ row: FigureRow) -> String {
        let outcome = programme.outcomes.first { $0.name == row.key("outcome") }
        if outcome?.evidence.isEmpty == true {
            return words.say("måles ikke endnu", "not measured yet")
        }
        return measured(row) == .count(0)
            ? words.noneMeasured : words.say("for få målte", "too few measured")
    }

    /// How many families stand where with each outcome.
    var countTable: Table {
        let counts = [
            ("achieved", words.say("Nået", "Reached")),
            ("partly", words.say("Delvist", "Partly")),
            ("not_achieved", words.say("Ikke nået", "Not reached")),
            ("already_there", words.say("Var der ved start", "There at the start")),
            ("not_measured", words.say("Ikke målt", "Not measured")),
            ("ended", words.say("Afsluttet før", "Ended before")),
            ("not_yet_due", words.say("Ikke tid endnu", "Not yet due")),
        ]
        return Table(
            words.say("Antal familier pr. virkning", "Families by outcome"),
            columns: outcomeColumns + counts.map { .figures($0.1) },
            rows: outcomes.map { pair in
                Row(names(pair.outcome) + counts.map { pair.row.cell($0.0) })
            }, anchor: "outcome-counts-\(kebab(programme.name))")
    }

    /// How large the share is, how sure, and how it stands to its target.
    var shareTable: Table {
        Table(
            words.say("Andel familier, der har nået virkningen", "Share of families by outcome"),
            columns: outcomeColumns + [
                .figures(words.say("Andel nået", "Share reached")), .figures(words.interval),
                .figures(words.say("Yderpunkter", "Bounds")), .figures(words.say("Mål", "Target")),
                .text(words.say("Vurdering", "Verdict")),
            ], rows: outcomes.map(shareRow), note: boundsNote)
    }

    private var outcomeColumns: [Column] {
        [
            .rowHeader(words.say("Virkning", "Outcome")), .text(words.say("For", "For")),
            .text(words.say("Sigt", "Horizon")),
        ]
    }

    private func names(_ outcome: Outcome) -> [Prose] {
        [
            outcome.title[context.language].prose + context.provisionalMarks(of: [outcome]),
            Prose(words.whom(outcome.whom)), Prose(words.horizon(outcome.horizon)),
        ]
    }

    private func shareRow(_ outcome: Outcome, _ row: FigureRow) -> Row {
        let target = outcome.target.map { Quantity.share($0.value.value) }
        let hasTarget = outcome.target != nil
        return Row(
            names(outcome) + [
                row.cell("share_achieved", reason: reason(row)),
                row.interval("share_achieved", ends: "share"),
                bounds(row),
                .quantity(target ?? .notComputed(words.say("intet mål", "no target")))
                    + provisional(outcome).prose,
                Prose(hasTarget ? verdictText(row) : ""),
            ])
    }

    private func provisional(_ outcome: Outcome) -> String {
        outcome.target?.isProvisional == true
            ? words.say(" (foreløbigt)", " (provisional)") : ""
    }

    private func verdictText(_ row: FigureRow) -> String {
        if let verdict = row.verdict { return words.verdict(verdict) }
        return row.isHidden("verdict")
            ? words.say("skjult", "hidden") : words.say("ingen vurdering", "no verdict")
    }

    /// What the share would be if none or all of the unmeasured had reached the outcome.
    private func bounds(_ row: FigureRow) -> Prose {
        let reached = row.quantity("achieved")
        let measured = measured(row)
        let unknown = row.sum(["not_measured", "ended"])
        guard case .count(let k) = reached, case .count(let n) = measured,
            case .count(let u) = unknown, row.areOfOneDay(["achieved", "share_achieved", "ended"])
        else { return .quantity(.hidden) }
        guard n + u > 0, row.number("share_achieved") != nil else {
            return .quantity(row.quantity("share_achieved", reason: reason(row)))
        }
        let whole = Double(n + u)
        return .quantity(
            .interval(low: .share(Double(k) / whole), high: .share(Double(k + u) / whole)))
            + row.earlierMark("achieved")
    }

    private var boundsNote: Prose {
        context.say(
            """
            Yderpunkter: andelen, hvis ingen eller alle de ikke målte og de afsluttede havde \
            nået virkningen.
            """,
            """
            Bounds: the share if none or all of those not measured or ended had reached the \
            outcome.
            """)
    }
}
