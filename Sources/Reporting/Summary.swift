import Basics
import Model
import ReportModel

/// The run in one sentence in the report's language, fit for the subject of a mail.
public func summarise(_ context: ReportContext) -> String {
    summary(context, nil).plain(in: context.language)
        .replacing(Formatting.noBreakSpace, with: " ")
}

/// A page in one sentence: how many families, how their targets stand, what needs a look.
func summary(_ context: ReportContext, _ programme: Programme?) -> Prose {
    let title = programme?.title ?? context.pipeline.title
    let start: Prose = "\(title[context.language]) \(.month(context.period.asOf)): "
    let parts = [
        cases(context, programme), targets(context, programme), absent(context, programme),
    ].compactMap(\.self)
    guard let first = parts.first else {
        return start + context.say("ingen familier.", "no families.")
    }
    return parts.dropFirst().reduce(start + first) { $0 + "; " + $1 } + "."
}

private func cases(_ context: ReportContext, _ programme: Programme?) -> Prose? {
    guard let row = context.row("cases", GroupName(programme).keys) else { return nil }
    let cases = row.quantity("cases")
    let open = row.quantity("open")
    guard cases.isShown else {
        return context.say("få familier", "few families")
    }
    let families = context.words.families(row.count("cases"))
    let day = row.dated("cases", context)
    guard open.isShown else { return "\(cases) \(families)\(day)" }
    let underWay = context.say("\(open) i gang", "\(open) under way") + row.dated("open", context)
    return "\(cases) \(families)"
        + (row.areOfOneDay(["cases", "open"]) ? ", " : day + ", ") + underWay
}

extension FigureRow {
    /// The day that a figure is of where it is kept, in brackets, since no note follows.
    fileprivate func dated(_ column: String, _ context: ReportContext) -> Prose {
        guard let day = keptDay(column) else { return "" }
        return context.say(" (pr. \(.date(day)))", " (as of \(.date(day)))")
    }
}

private func targets(_ context: ReportContext, _ programme: Programme?) -> Prose? {
    let verdicts = TargetReading(context, programme)
    guard verdicts.tested > 0 else { return nil }
    return context.say(
        """
        \(.part(.count(verdicts[.above]), of: .count(verdicts.tested))) mål er klart over, \
        \(.count(verdicts[.below])) klart under
        """,
        """
        \(.part(.count(verdicts[.above]), of: .count(verdicts.tested))) targets clearly above, \
        \(.count(verdicts[.below])) clearly below
        """)
}

private func absent(_ context: ReportContext, _ programme: Programme?) -> Prose? {
    let count = context.absentFiles.count
    guard programme == nil, count > 0 else { return nil }
    return count == 1
        ? context.say("én fil mangler", "one file is absent")
        : context.say("\(.count(count)) filer mangler", "\(.count(count)) files are absent")
}

/// How the targets of a programme, or of all, stand to their intervals.
struct TargetReading {
    /// Verdicts that may be shown, by kind.
    private var counts: [Verdict: Int] = [:]
    /// How many verdicts are hidden.
    private(set) var hidden = 0
    /// Rows of outcomes that are under their target, in order.
    private(set) var below: [FigureRow] = []
    /// Rows of outcomes that are above their target, in order.
    private(set) var above: [FigureRow] = []

    /// Targets that were compared with an interval.
    var tested: Int { counts.values.reduce(0, +) - (counts[.tooFew] ?? 0) }

    init(_ context: ReportContext, _ programme: Programme?) {
        let programmes = programme.map { [$0] } ?? context.programmes
        for programme in programmes {
            let withTarget = Set(programme.outcomes.filter { $0.target != nil }.map(\.name))
            for row in context.rows("change-theory", GroupName(programme).keys)
            where withTarget.contains(row.key("outcome")) {
                note(row)
            }
        }
    }

    private mutating func note(_ row: FigureRow) {
        if row.isHidden("verdict") { hidden += 1 }
        guard let verdict = row.verdict else { return }
        counts[verdict, default: 0] += 1
        if verdict == .below { below.append(row) }
        if verdict == .above { above.append(row) }
    }

    /// How many targets have a verdict.
    subscript(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }
}

extension FigureRow {
    /// The verdict on a target, where one may be shown.
    var verdict: Verdict? { word("verdict").flatMap(Verdict.init(rawValue:)) }
}
