import Basics
import Model

/// One case's days: its start and end, the baseline's window and each horizon's.
struct CaseWindows {
    /// Days since 1970-01-01.
    let start: Int32
    /// Nothing while the case is open on the as-of date.
    let end: Int32?
    let baseline: ClosedRange<Int32>
    let short: Window
    let medium: Window
    let long: Window

    /// The days in which a follow-up counts.
    struct Window {
        /// The target day.
        let target: Int32
        let tolerance: Int32
        /// Days from the case's start to the target day.
        let span: Int32
        /// Whether the window is still open on the as-of date, or the case has no end.
        let isNotYetDue: Bool
        /// Whether the case ended before the window opened.
        let endedBefore: Bool

        /// Whether a day lies in the window.
        func contains(_ day: Int32) -> Bool { distance(day) <= tolerance }

        /// Days between a day and the target.
        func distance(_ day: Int32) -> Int32 { abs(day - target) }
    }

    init(start: Int32, end: Int32?, timing: Timing, asOf: Int32) {
        let end = end.flatMap { $0 <= asOf ? $0 : nil }
        self.start = start
        self.end = end
        baseline = CaseWindows.range(
            start - Int32(timing.baselineDaysBefore), start + Int32(timing.baselineDaysAfter))
        let steps = MonthSteps(from: CalendarDate(days: start))
        func window(_ horizon: Horizon) -> Window {
            CaseWindows.window(timing[horizon], steps, start: start, end: end, asOf: asOf)
        }
        short = window(.short)
        medium = window(.medium)
        long = window(.long)
    }

    /// Every case's, by its programme's timing; `definitions` has the place of each programme name's
    /// definition, or -1.
    static func all(_ input: OutcomeInput, _ definitions: [Int]) -> [CaseWindows] {
        let timings = definitions.map { $0 < 0 ? Timing.standard : input.programmes[$0].timing }
        return (0..<input.cases.count).map { caseIndex in
            let end = input.cases.ends[caseIndex]
            return CaseWindows(
                start: input.cases.starts[caseIndex], end: end == AssessmentBatch.none ? nil : end,
                timing: timings[Int(input.cases.programmes[caseIndex])], asOf: input.asOf.days)
        }
    }

    subscript(_ horizon: Horizon) -> Window {
        switch horizon {
        case .short: short
        case .medium: medium
        case .long: long
        }
    }

    /// Whether no horizon has been reached.
    var areAllNotYetDue: Bool {
        short.isNotYetDue && medium.isNotYetDue && long.isNotYetDue
    }

    private static func range(_ low: Int32, _ high: Int32) -> ClosedRange<Int32> {
        low...max(low, high)
    }

    private static func window(
        _ timing: HorizonTiming, _ steps: MonthSteps, start: Int32, end: Int32?, asOf: Int32
    ) -> Window {
        let tolerance = Int32(timing.toleranceDays)
        switch timing.target {
        case .months(let months):
            let target = steps.date(after: months).days
            return Window(
                target: target, tolerance: tolerance, span: target - start,
                isNotYetDue: asOf < target + tolerance,
                endedBefore: end.map { $0 < target - tolerance } ?? false)
        case .end:
            let target = end ?? asOf
            return Window(
                target: target, tolerance: tolerance, span: target - start,
                isNotYetDue: end == nil || asOf < target + tolerance, endedBefore: false)
        }
    }
}
