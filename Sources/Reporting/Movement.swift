import Basics
import Model
import ReportModel

/// A figure now and as it stood in the period before.
struct Movement {
    private let context: ReportContext
    private let kind: FigureKind
    private let now: Double?
    private let before: Double?
    /// The day that the older figure is of.
    let since: CalendarDate?
    /// The interval that the figure had before.
    private let interval: ClosedRange<Double>?

    /// The movement of one figure of a table, by the keys of its row; the columns of its
    /// interval begin with `ends` (the figure's own name).
    init(
        _ context: ReportContext, _ table: String, _ keys: [String], _ column: String,
        ends: String? = nil
    ) {
        let row = context.row(table, keys)
        let earlier = context.earlier?.published[table]
        let old = earlier?.rows(keys).first
        func number(_ column: String) -> Double? { old.flatMap { earlier?.number($0, column) } }
        self.context = context
        kind = row.map { $0.table.figures[$0.table.column(column)].kind } ?? .number
        now = row.flatMap { $0.keptDay(column) == nil ? $0.number(column) : nil }
        before = number(column)
        since = old.flatMap { earlier?.keptDay($0, column) } ?? context.earlier?.asOf
        interval = Movement.interval(
            number((ends ?? column) + "_low"), number((ends ?? column) + "_high"))
    }

    /// The movement of a share that no table holds.
    init(
        _ context: ReportContext, share now: Double?, before: Double?, since: CalendarDate?
    ) {
        self.context = context
        kind = .share
        self.now = now
        self.before = before
        self.since = since
        interval = nil
    }

    private static func interval(_ low: Double?, _ high: Double?) -> ClosedRange<Double>? {
        guard let low, let high else { return nil }
        return low...max(low, high)
    }

    /// The difference, where both figures may be shown and the newer is no copy of the older.
    var difference: Double? {
        guard let now, let before else { return nil }
        return now - before
    }

    /// Whether the figure now lies inside the interval it had before: nothing to speak of.
    var isWithinUncertainty: Bool {
        guard let now, let interval else { return false }
        return interval.contains(now)
    }

    /// The movement as a tile shows it; `isGood` says that more is better, nothing where a
    /// rise means neither.
    func trend(isGood: Bool? = nil) -> Trend? {
        guard let difference, let date = since else { return nil }
        let quantity = written(difference)
        let isLevel = quantity.shownValue == 0
        let direction: Trend.Direction = isLevel ? .level : difference > 0 ? .up : .down
        return Trend(
            direction, meaning(difference, isLevel: isLevel, isGood), text(quantity, isLevel, date))
    }

    /// Since when, where the older figure is not of the period before but was kept in it.
    var sinceAnotherDay: Prose {
        guard let since, since != context.earlier?.asOf else { return "" }
        return context.say(" siden \(.month(since))", " since \(.month(since))")
    }

    private func written(_ difference: Double) -> Quantity {
        switch kind {
        case .share: .shareDifference(difference)
        case .count, .plain: .difference(difference, decimals: 0)
        case .points, .number, .money, .word: .difference(difference)
        }
    }

    private func meaning(_ difference: Double, isLevel: Bool, _ isGood: Bool?) -> Meaning {
        guard let isGood, !isLevel, !isWithinUncertainty else { return .neutral }
        return (difference > 0) == isGood ? .better : .worse
    }

    private func text(_ quantity: Quantity, _ isLevel: Bool, _ date: CalendarDate) -> Prose {
        let month = Quantity.month(date)
        if isLevel { return context.say("som i \(month)", "as in \(month)") }
        let end: Prose =
            isWithinUncertainty
            ? context.say(", inden for usikkerheden", ", within the uncertainty") : ""
        return context.say("\(quantity) siden \(month)", "\(quantity) since \(month)") + end
    }
}
