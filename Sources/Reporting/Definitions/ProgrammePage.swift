import Basics
import Model
import ReportModel

/// Composes the page of a programme: target group, phases, change theory, schedule and costs.
public func programmePage(_ programme: Programme, in language: Language) -> Report {
    ProgrammePage(programme: programme, words: DefinitionWords(language)).report
}

private struct ProgrammePage {
    let programme: Programme
    let words: DefinitionWords

    private var language: Language { words.language }

    private func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    var report: Report {
        Report(
            title: programme.title[language],
            subtitle: say("Indsats ", "Programme ") + programme.name, language: language,
            blocks: [
                .paragraph(
                    words.fact(
                        say("Målgruppe", "Target group"), programme.targetGroup[language].prose))
            ] + phases + outcomes + schedule + exits + elements + costs
                + words.sources(programme.sources))
    }

    private func section(_ title: String, _ columns: [Column], _ rows: [Row]) -> [Block] {
        rows.isEmpty
            ? [] : [words.heading(title), .table(Table(title, columns: columns, rows: rows))]
    }

    private var phases: [Block] {
        section(
            say("Faser", "Phases"),
            [
                .rowHeader(say("Fase", "Phase")), .text(say("Uger", "Weeks")),
                .text(say("Kan gentages", "May repeat")), .text(say("Kilde", "From")),
            ],
            programme.phases.map { phase in
                [
                    phase.title[language].prose, "\(phase.weeks.from)–\(phase.weeks.through)".prose,
                    (phase.mayRepeat ? say("ja", "yes") : say("nej", "no")).prose,
                    words.reading(phase.reading).prose,
                ]
            })
    }

    private var outcomes: [Block] {
        section(
            say("Forandringsteori", "Change theory"),
            [
                .rowHeader(say("Resultat", "Outcome")), .text(say("Hvornår", "When")),
                .text(say("For hvem", "For whom")), .text(say("Vises ved", "Shown by")),
                .text(say("Mål", "Target")), .text(say("Kilde", "From")),
            ],
            programme.outcomes.map { outcome in
                [
                    outcome.title[language].prose,
                    words.words.horizon(outcome.horizon, in: programme).prose,
                    words.words.whom(outcome.whom).prose, evidence(outcome).prose,
                    outcome.target.map { "\(Quantity.share($0.value.value))" } ?? "".prose,
                    words.reading(outcome.reading).prose,
                ]
            })
    }

    private func evidence(_ outcome: Outcome) -> String {
        let pieces = outcome.evidence.map(EvidenceWords(words).sentence)
        guard !pieces.isEmpty else { return say("måles ikke endnu", "not measured yet") }
        let joint =
            switch outcome.achievedWhen {
            case .any: say(" eller ", " or ")
            case .all: say(" og ", " and ")
            case .atLeast(let count): say(" / (mindst \(count)) ", " / (at least \(count)) ")
            }
        return pieces.joined(separator: joint)
    }

    private var schedule: [Block] {
        section(
            say("Måleplan", "Schedule"),
            [
                .rowHeader(say("Måling", "Measurement")), .text(say("Instrument", "Instrument")),
                .text(say("Hvor ofte", "How often")), .text(say("Kilde", "From")),
            ],
            programme.schedule.map { line in
                [
                    line.title[language].prose, (line.instrument ?? "").prose,
                    rhythm(line.rhythm).prose, words.reading(line.reading).prose,
                ]
            })
    }

    private func rhythm(_ rhythm: ScheduleLine.Rhythm) -> String {
        switch rhythm {
        case .atStart: say("ved start", "at start")
        case .atEnd: say("ved afslutning", "at the end")
        case .weeks(1): say("hver uge", "every week")
        case .weeks(let weeks): say("hver \(weeks). uge", "every \(weeks) weeks")
        case .months(1): say("hver måned", "every month")
        case .months(let months): say("hver \(months). måned", "every \(months) months")
        case .eachSession: say("ved hver samtale", "at each session")
        }
    }

    private var exits: [Block] {
        titled(
            say("Kriterier for afslutning", "Exit criteria"),
            programme.exitCriteria.map(\.title))
    }

    private var elements: [Block] {
        titled(say("Kerneelementer", "Core elements"), programme.coreElements.map(\.title))
            + titled(
                say("Relationel kapacitet", "Relational capacity"),
                programme.relationalCapacity.map(\.title))
    }

    private func titled(_ title: String, _ names: [LocalizedText]) -> [Block] {
        names.isEmpty ? [] : [words.heading(title), .list(names.map { $0[language].prose })]
    }

    private var costs: [Block] {
        section(
            say("Omkostninger", "Costs"),
            [
                .rowHeader(say("Periode", "Period")), .text(say("Pr.", "Per")),
                .figures(say("Beløb", "Amount")),
            ] + words.sourceColumns,
            programme.costs.map { cost in
                let isMoney = cost.per != .familiesAYear && cost.per != .monthsAFamily
                let amount: Prose =
                    isMoney
                    ? .quantity(.money(cost.amount.value.value))
                    : words.number(cost.amount.value).prose
                return Row(
                    [cost.period.prose, cost.per.rawValue.prose, amount] + words.cells(cost.amount))
            })
    }
}

/// What shows an outcome, in words.
struct EvidenceWords {
    private let words: DefinitionWords

    init(_ words: DefinitionWords) {
        self.words = words
    }

    private func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    func sentence(_ piece: EvidencePiece) -> String {
        switch piece {
        case .scale(let scale):
            let names = scale.scales.joined(separator: say(" eller ", " or "))
            return names + by(scale) + ": " + rule(scale.rule)
        case .indicator(let indicator): return indicator.indicator + ": " + rule(indicator.rule)
        }
    }

    /// Who fills in, or whom the answers are of, in parentheses.
    private func by(_ scale: ScaleEvidence) -> String {
        var whose = scale.informants.map(words.words.informant)
        switch scale.persons {
        case .parent: whose.append(say("forældre", "parents"))
        case .child: whose.append(say("børn", "children"))
        case .unknown, nil: break
        }
        return whose.isEmpty ? "" : " (" + whose.joined(separator: ", ") + ")"
    }

    private func rule(_ rule: ScaleRule) -> String {
        switch rule {
        case .reliableImprovement:
            say("bedring efter skalaens regel", "improved by the scale's rule")
        case .atLeastSteps(let steps):
            say("bedre med mindst ", "better by at least ") + words.number(steps)
        case .inBand(_, let bands):
            say("i båndet ", "in band ") + bands.joined(separator: say(" eller ", " or "))
        case .betterThanCutOff: say("uden for det kliniske område", "outside the clinical range")
        case .notWorse: say("ikke forværret", "not worse")
        }
    }

    private func rule(_ rule: IndicatorRule) -> String {
        switch rule {
        case .fallsBy(let amount):
            say("falder mindst ", "falls by at least ") + words.number(amount)
        case .risesBy(let amount):
            say("stiger mindst ", "rises by at least ") + words.number(amount)
        case .atMost(let limit): say("højst ", "at most ") + words.number(limit)
        case .atLeast(let limit): say("mindst ", "at least ") + words.number(limit)
        }
    }
}
