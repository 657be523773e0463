import Model

/// Which of a strand's rows count for a scale, by their places; -1 where none does.
struct PickedRows {
    var baseline: Int32 = -1
    /// The follow-ups.
    var short: Int32 = -1
    var medium: Int32 = -1
    var long: Int32 = -1

    /// Picks among the rows that have a score, which stand by date; nothing where none has one.
    @inline(__always)
    init?(_ rows: StrandRows, _ windows: CaseWindows, where hasScore: (StrandEntry) -> Bool) {
        var hasAny = false
        for at in rows.indices where hasScore(rows[at]) {
            hasAny = true
            if windows.baseline.contains(rows[at].date) {
                baseline = Int32(at)
                break
            }
        }
        guard hasAny else { return nil }
        guard baseline >= 0 else { return }
        pickFollowUps(rows, windows, after: rows[Int(baseline)].date, where: hasScore)
    }

    /// Picks follow-ups only, of a baseline on a day.
    @inline(__always)
    init(
        followUpsAmong rows: StrandRows, _ windows: CaseWindows, after day: Int32,
        where hasScore: (StrandEntry) -> Bool
    ) {
        pickFollowUps(rows, windows, after: day, where: hasScore)
    }

    @inline(__always)
    private mutating func pickFollowUps(
        _ rows: StrandRows, _ windows: CaseWindows, after day: Int32,
        where hasScore: (StrandEntry) -> Bool
    ) {
        guard !windows.areAllNotYetDue else { return }
        var (inShort, inMedium, inLong) = (Nearest(), Nearest(), Nearest())
        for at in max(0, Int(baseline))..<rows.count where hasScore(rows[at]) {
            let date = rows[at].date
            guard date > day else { continue }
            inShort.offer(at, date, after: day, windows.short)
            inMedium.offer(at, date, after: day, windows.medium)
            inLong.offer(at, date, after: day, windows.long)
        }
        (short, medium, long) = (inShort.place, inMedium.place, inLong.place)
    }
}

/// The row nearest a window's target so far, by its place, or -1.
private struct Nearest {
    var place: Int32 = -1
    private var distance = Int32.max

    /// Takes a later row that lies in the window, at least half the horizon after the baseline, and
    /// as near the target: at equal distance the later one counts.
    @inline(__always)
    mutating func offer(
        _ place: Int, _ date: Int32, after baseline: Int32, _ window: CaseWindows.Window
    ) {
        let distance = window.distance(date)
        guard distance <= window.tolerance, distance <= self.distance,
            2 * (date - baseline) >= window.span
        else { return }
        self.distance = distance
        self.place = Int32(place)
    }
}

/// Picks the rows of one strand for each of its scales.
///
/// Mostly every row has a score on every scale of its form: one picking then serves them all.
struct StrandPicks {
    private let rows: StrandRows
    /// The scales that any row has a score on, and those that every row has.
    private var anywhere: UInt32 = 0
    private var everywhere: UInt32 = .max
    private var shared: PickedRows?

    init(_ rows: StrandRows) {
        self.rows = rows
        for row in rows {
            anywhere |= row.scored
            everywhere &= row.scored
        }
    }

    /// The rows that count for a scale; nothing where no row has a score on it.
    mutating func rows(
        for scale: Int, in sheet: Sheet, _ windows: CaseWindows
    ) -> PickedRows? {
        guard scale < StrandEntry.scalesMarked else {
            return PickedRows(rows, windows) { sheet.hasScore(Int($0.row), scale) }
        }
        let mark: UInt32 = 1 << UInt32(scale)
        if anywhere & mark == 0 { return nil }
        if everywhere & mark == 0 {
            let picked = PickedRows(rows, windows) { $0.scored & mark != 0 }
            picked?.fetchAhead(rows, in: sheet)
            return picked
        }
        if shared == nil {
            shared = PickedRows(rows, windows) { _ in true }
            shared?.fetchAhead(rows, in: sheet)
        }
        return shared
    }
}

extension PickedRows {
    /// Has the scores of the rows fetched, which stand anywhere in a large sheet: whoever waits for
    /// one after the other waits longer than all the rest takes.
    fileprivate func fetchAhead(_ rows: StrandRows, in sheet: Sheet) {
        func fetch(_ place: Int32) {
            if place >= 0 { sheet.fetchAhead(Int(rows[Int(place)].row)) }
        }
        fetch(baseline)
        if baseline >= 0, rows[Int(baseline)].hasBirth {
            sheet.fetchBirth(Int(rows[Int(baseline)].row))
        }
        fetch(short)
        fetch(medium)
        fetch(long)
    }
}
