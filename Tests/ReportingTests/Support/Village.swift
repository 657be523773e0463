import Basics
import Disclosure
import Model
import Reporting
import TestSupport

/// An invented programme with hand-made conclusions, as a report's context.
///
/// Of 31 measured children 12 improved: the 95 % Wilson interval is 24–56 % by hand
/// (centre 0.3994, half-width 0.1624 with z = 1.96).
struct Village {
    var programme = Village.programme
    var conclusions = Conclusions(asOf: Village.day("2026-10-31"))
    var profile = Disclosed.Profile.published
    var language = Language.danish
    var budgets: [WeighedBudget] = []
    var earlier: EarlierReport?
    var absentFiles: [AbsentFile] = []
    var stories: [String] = []
    var quality = [
        QualityCounts(
            file: "sdq.csv", rows: 120, used: 116, rejected: 3, duplicates: 1, cellsUnused: 2)
    ]

    static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

    /// All families, the programme, one municipality, two teams.
    init(cases: Int = 61) {
        conclusions.groups = [
            Village.group(nil, nil, nil, cases), Village.group("vejen", nil, nil, cases),
            Village.group("vejen", "Sø", nil, cases),
            Village.group("vejen", "Sø", "Nord", cases / 2),
            Village.group("vejen", "Sø", "Syd", cases - cases / 2),
        ]
        conclusions.measures = [
            Village.measure(0, 0, "ors.total", "mor", .higher, .reliable),
            Village.measure(1, 0, "sdq.total", "parent", .lower, .reliable),
            Village.measure(2, 0, "wheel.w1", "self", .higher, .moved),
            Village.measure(2, 1, "wheel.w2", "self", .higher, .moved),
            Village.measure(2, 2, "wheel.w3", "self", .higher, .moved),
        ]
    }

    /// Figures that need no small numbers hidden in any group.
    static var rich: Village {
        var village = Village()
        village.fill()
        return village
    }

    private mutating func fill() {
        for group in 0..<3 {
            change(group, measure: 0, measured: 31, improved: 12)
            change(group, measure: 1, measured: 31, improved: 12)
            for measure in 2...4 { change(group, measure: measure, measured: 31, improved: 12) }
        }
        for group in 1..<3 {
            outcome(group, 0, achieved: 18, notAchieved: 6, partly: 6)
            outcome(group, 1, achieved: 8, notAchieved: 16, partly: 6)
            fillActivity(group)
        }
        fillMonths()
    }

    private mutating func fillActivity(_ group: Int) {
        conclusions.adherence.append(
            AdherenceFigure(
                group: group, programme: "vejen", line: 0, due: 100, done: 62, families: 40))
        var goals = GoalFigure(group: group)
        goals.families = 30
        goals.open = 20
        goals.reached = 25
        goals.partly = 10
        goals.dropped = 9
        goals.overdue = 7
        conclusions.goals.append(goals)
        var sides = SidesFigure(group: group, programme: "vejen", horizon: .short)
        for parents in SideChange.allCases {
            for children in SideChange.allCases { sides[parents, children] = 6 }
        }
        conclusions.sides.append(sides)
        var phase = PhaseFigure(group: group, programme: "vejen", phase: 0)
        phase.recorded = 12
        phase.expected = 10
        conclusions.phases.append(phase)
    }

    private mutating func fillMonths() {
        let points = (0..<13).map { month in
            MonthlySeries.Point(
                month: Village.day("2025-10-01").adding(months: month), numerator: 20 + month % 3,
                denominator: 30, value: Double(20 + month % 3) / 30)
        }
        let chart = ControlChart(
            mean: 0.7, low: 0.6, high: 0.8, isTrial: false,
            signals: [ControlChart.Signal(point: 12, rule: .outside)])
        for group in 0..<3 {
            conclusions.monthly.append(
                MonthlySeries(group: group, kind: .measurementsDone, points: points, chart: chart))
        }
    }

    /// Adds a change; the interval is given by hand for 12 of 31, and is wide otherwise.
    mutating func change(_ group: Int, measure: Int, measured: Int, improved: Int) {
        var change = GroupChange(group: group, measure: measure, horizon: .short)
        change.standings.measured = measured
        change.standings.missing = 6
        change.standings.noBaseline = 7
        change.standings.ended = 8
        change.standings.notYetDue = 9
        change.families = measured
        change.people = measured
        if measured > 0 { fill(&change, measured, improved) }
        conclusions.changes.append(change)
        conclusions.changes.sort {
            ($0.group, $0.measure, $0.horizon) < ($1.group, $1.measure, $1.horizon)
        }
    }

    private func fill(_ change: inout GroupChange, _ measured: Int, _ improved: Int) {
        change.pairs = measured
        change.meanBaseline = 21.4
        change.meanFollowUp = 25.9
        change.meanImprovement = Model.Estimate(4.5, low: 1.2, high: 7.8)
        change.sdImprovement = 9
        change.standardisedChange = Model.Estimate(0.52, low: 0.1, high: 0.94)
        var classes = ClassCounts()
        classes.improved = improved
        classes.deteriorated = measured - improved > 16 ? 8 : 0
        classes.noChange = measured - improved - classes.deteriorated
        change.classes = classes
        let share = Double(improved) / Double(measured)
        change.shareImproved =
            measured == 31 && improved == 12
            ? Model.Estimate(share, low: 0.2372, high: 0.5618)
            : Model.Estimate(share, low: 0, high: 1)
        change.bounds = Bounds(
            low: Double(improved) / Double(measured + 14),
            high: Double(improved + 14) / Double(measured + 14))
    }

    /// Adds an outcome of the change theory.
    mutating func outcome(
        _ group: Int, _ index: Int, achieved: Int, notAchieved: Int, partly: Int = 0
    ) {
        let declared = programme.outcomes[index]
        var figure = OutcomeFigure(
            group: group, programme: "vejen", outcome: index, name: declared.name,
            horizon: declared.horizon, whom: declared.whom, hasEvidence: true,
            target: declared.target)
        figure.counts.achieved = achieved
        figure.counts.notAchieved = notAchieved
        figure.counts.partly = partly
        figure.counts.alreadyThere = 6
        figure.counts.notMeasured = 10
        figure.counts.ended = 7
        figure.counts.notYetDue = 8
        let measured = achieved + notAchieved + partly
        if measured > 0 {
            figure.share = Model.Estimate(
                Double(achieved) / Double(measured), low: 0.1, high: 0.9)
            figure.verdict = measured < 5 ? .tooFew : index == 0 ? .above : .below
        }
        conclusions.outcomes.append(figure)
    }

    /// The tables as disclosure control leaves them.
    var disclosed: Disclosed {
        let input = Disclosable(
            conclusions, instruments: Village.instruments, programmes: [programme],
            quality: quality)
        return switch profile {
        case .published: disclose(input, rules: SmallNumbers(), earlier: earlier?.published)
        case .internal: discloseInternally(input, rules: SmallNumbers())
        }
    }

    /// The figures as a reader of the published files has them.
    var published: EarlierReport { EarlierReport(EarlierPublished(readingBack: disclosed)) }

    /// All that a report speaks of.
    var context: ReportContext {
        let disclosed = disclosed
        return ReportContext(
            language: language, period: Period(.month, asOf: conclusions.asOf),
            pipeline: Village.pipeline, instruments: Village.instruments, programmes: [programme],
            disclosed: disclosed, earlier: earlier,
            budgets: disclose(budgets, beside: disclosed),
            method: MethodFacts(
                version: "0.0.0", inputDigest: "1234", definitionsDigest: "5678",
                counts: ["intake": ["rows": 120, "used": 116]]),
            absentFiles: absentFiles, stories: stories)
    }
}
