import Basics
import Model
import ReportModel

/// A figure now and as it stood in the period before.
struct Movement {
    private let context: ReportContext
    private let column: String
    private let now: FigureRow?
    private let before: FigureRow?

    init(_ context: ReportContext, _ table: String, _ keys: [String], _ column: String) {
        self.context = context
        self.column = column
        now = context.row(table, keys)
        before = context.before?.row(table, keys)
    }

    /// The difference, where both figures may be shown and the newer is no copy of the older.
    var difference: Double? {
        guard let now, let before, case .value(let new) = now.table.figure(now.row, column),
            let old = before.number(column)
        else { return nil }
        return new - old
    }

    /// Whether the figure now lies inside the interval it had before: nothing to speak of.
    private var isWithinUncertainty: Bool {
        guard let now = now?.number(column),
            before?.table.figures.contains(where: { $0.name == column + "_low" }) == true,
            let low = before?.number(column + "_low"), let high = before?.number(column + "_high")
        else { return false }
        return (low...max(low, high)).contains(now)
    }

    /// The movement as a tile shows it; `isGood` says that more is better, nothing where a
    /// rise means neither.
    func trend(isGood: Bool? = nil) -> Trend? {
        guard let difference, let date = context.earlier?.asOf else { return nil }
        let quantity = written(difference)
        let isLevel = quantity.shownValue == 0
        let direction: Trend.Direction = isLevel ? .level : difference > 0 ? .up : .down
        return Trend(
            direction, meaning(difference, isLevel: isLevel, isGood), text(quantity, isLevel, date))
    }

    private func written(_ difference: Double) -> Quantity {
        guard let now else { return .notComputed("") }
        return switch now.table.figures[now.table.column(column)].kind {
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
