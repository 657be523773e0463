import Basics
import Model

/// A day on which a measurement is due, and the days that count as on time.
struct DuePoint {
    let due: Int32
    let opens: Int32
    let closes: Int32
}

extension ScheduleLine.Rhythm {
    /// Hands out the points of a case that fall due on or before a day, ascending; on time is half
    /// an interval either side. Sessions have no days of their own and give none.
    ///
    /// At the start the baseline's window counts, at the end as many days either side as the
    /// baseline's window has after the start.
    @inline(__always)
    func forEachPoint(
        of windows: CaseWindows, through last: Int32, _ body: (DuePoint) -> Void
    ) {
        switch self {
        case .atStart:
            guard windows.start <= last else { return }
            body(
                DuePoint(
                    due: windows.start, opens: windows.baseline.lowerBound,
                    closes: windows.baseline.upperBound))
        case .atEnd:
            guard let end = windows.end, end <= last else { return }
            let after = windows.baseline.upperBound - windows.start
            body(DuePoint(due: end, opens: end - after, closes: end + after))
        case .weeks(let weeks):
            let interval = Int32(weeks * 7)
            repeating(from: windows.start, through: last, { windows.start + $0 * interval }, body)
        case .months(let months):
            let steps = MonthSteps(from: CalendarDate(days: windows.start))
            repeating(
                from: windows.start, through: last, { steps.date(after: Int($0) * months).days },
                body)
        case .eachSession: break
        }
    }

    /// The points of a rhythm whose `k`th day is known; the first is one interval after the start.
    @inline(__always)
    private func repeating(
        from start: Int32, through last: Int32, _ day: (Int32) -> Int32,
        _ body: (DuePoint) -> Void
    ) {
        var (before, due, step) = (start, day(1), Int32(1))
        while due <= last {
            let next = day(step + 1)
            body(
                DuePoint(
                    due: due, opens: due - (due - before) / 2, closes: due + (next - due) / 2))
            (before, due, step) = (due, next, step + 1)
        }
    }
}
