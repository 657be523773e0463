import Basics
import Model
import ReportModel

/// How many of the measurements that were due have been made, over all lines of the schedule.
struct AdherenceReading {
    let due: Quantity
    let done: Quantity
    let share: Quantity
    private let context: ReportContext
    /// The share of the period before and its day, where it showed all that it is made of.
    private let earlier: (share: Double, day: CalendarDate)?
    /// The earlier days that figures are of.
    private let keptDays: [CalendarDate]

    init(_ request: SectionRequest) {
        self.init(request.context, request.programmes)
    }

    init(_ context: ReportContext, _ programmes: [Programme]) {
        let rows = programmes.flatMap { context.rows("adherence", GroupName($0).keys) }
        due = AdherenceReading.sum(rows, "due")
        done = AdherenceReading.sum(rows, "done")
        share = AdherenceReading.share(done, of: due)
        keptDays = rows.flatMap { row in ["due", "done"].compactMap { row.keptDay($0) } }
        earlier = AdherenceReading.earlier(context, programmes)
        self.context = context
    }

    /// Hidden where one line's figure is, or where what was done is of another day than what was
    /// due.
    private static func sum(_ rows: [FigureRow], _ column: String) -> Quantity {
        let counts = rows.compactMap { $0.count(column) }
        let isHidden = rows.contains {
            $0.isHidden(column) || !$0.areOfOneDay(["due", "done"])
        }
        if isHidden { return .hidden }
        return .count(counts.reduce(0, +))
    }

    private static func share(_ done: Quantity, of due: Quantity) -> Quantity {
        guard case .count(let done) = done, case .count(let due) = due else { return .hidden }
        return due == 0 ? .notComputed("") : .share(Double(done) / Double(due))
    }

    private static func earlier(
        _ context: ReportContext, _ programmes: [Programme]
    ) -> (share: Double, day: CalendarDate)? {
        guard let earlier = context.earlier, let table = earlier.published["adherence"] else {
            return nil
        }
        let rows = programmes.flatMap { table.rows(GroupName($0).keys) }
        let due = rows.compactMap { table.number($0, "due") }
        let done = rows.compactMap { table.number($0, "done") }
        let all = due.reduce(0, +)
        let days = Set(
            rows.flatMap { row in ["due", "done"].map { table.keptDay(row, $0) ?? earlier.asOf } })
        guard due.count == rows.count, done.count == rows.count, all > 0, days.count == 1 else {
            return nil
        }
        return days.first.map { (done.reduce(0, +) / all, $0) }
    }

    /// A tile, or nothing where nothing was due.
    var tile: HeadlineTile? {
        guard due != .count(0) else { return nil }
        let title = context.words.say("Målinger foretaget", "Measurements made")
        return HeadlineTile(
            title, Tile(title, figure: share, reading: reading, trend: trend),
            isShown: share.isShown)
    }

    /// The share as a cell.
    var cell: Prose { .quantity(share) + mark }

    /// What goes with the figures where one of them is of an earlier period.
    var mark: Prose { share.isShown ? Prose(keptFrom: keptDays) : "" }

    private var trend: Trend? {
        guard keptDays.isEmpty, case .share(let share, _) = share else { return nil }
        return Movement(context, share: share, before: earlier?.share, since: earlier?.day)
            .trend(isGood: true)
    }

    private var reading: Prose {
        context.say(
            "\(.part(done, of: due)) planlagte målinger er foretaget til tiden",
            "\(.part(done, of: due)) measurements that were due were made on time") + mark + "."
    }
}
