import Basics
import Model
import ReportModel

/// How many of the measurements that were due have been made, over all lines of the schedule.
struct AdherenceReading {
    let due: Quantity
    let done: Quantity
    let share: Quantity

    init(_ request: SectionRequest) {
        self.init(request.context, request.programmes)
    }

    init(_ context: ReportContext, _ programmes: [Programme]) {
        let rows = programmes.flatMap { context.rows("adherence", GroupName($0).keys) }
        due = AdherenceReading.sum(rows, "due")
        done = AdherenceReading.sum(rows, "done")
        share = AdherenceReading.share(done, of: due)
    }

    private static func sum(_ rows: [FigureRow], _ column: String) -> Quantity {
        let counts = rows.compactMap { $0.count(column) }
        if rows.contains(where: { $0.isHidden(column) }) { return .hidden }
        return .count(counts.reduce(0, +))
    }

    private static func share(_ done: Quantity, of due: Quantity) -> Quantity {
        guard case .count(let done) = done, case .count(let due) = due else { return .hidden }
        return due == 0 ? .notComputed("") : .share(Double(done) / Double(due))
    }

    /// A tile, or nothing where nothing was due.
    func tile(_ request: SectionRequest) -> Tile? {
        guard due != .count(0) else { return nil }
        return Tile(
            request.words.say("Målinger foretaget", "Measurements made"), figure: share,
            reading: reading(request.context))
    }

    private func reading(_ context: ReportContext) -> Prose {
        guard due.isShown, done.isShown else {
            return context.say(
                "Andelen er skjult, fordi nogle tal er små.",
                "The share is hidden, since some counts are small.")
        }
        return context.say(
            "\(.part(done, of: due)) planlagte målinger er foretaget til tiden.",
            "\(.part(done, of: due)) measurements that were due were made on time.")
    }
}
