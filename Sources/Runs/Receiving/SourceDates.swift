import Basics
import Intake
import Model

/// How new the rows of each file are, seen from a day.
struct SourceDates {
    /// The day of the last published period, if there is one.
    let last: CalendarDate?
    /// The newest date of each file that is not after the as-of date.
    private(set) var newest: [String: CalendarDate] = [:]
    /// Rows of each file that lie after the last published period and not after the as-of date.
    private(set) var newRows: [String: Int] = [:]

    private let asOf: CalendarDate

    /// Looks from an as-of date back to the last published period.
    init(asOf: CalendarDate, since last: CalendarDate? = nil) {
        self.asOf = asOf
        self.last = last
    }

    /// Looks at rows, given the file of each among some names.
    mutating func add(_ names: [String], _ files: [Int16], _ dates: [Int32]) {
        let since = last?.days ?? .max
        var newestDays = [Int32](repeating: .min, count: names.count)
        var newer = [Int](repeating: 0, count: names.count)
        for row in files.indices where dates[row] <= asOf.days {
            let file = Int(files[row])
            newestDays[file] = max(newestDays[file], dates[row])
            if dates[row] > since { newer[file] += 1 }
        }
        for (file, days) in newestDays.enumerated() where days != .min {
            newest[names[file]] = CalendarDate(days: days)
            newRows[names[file]] = newer[file]
        }
    }

    /// Looks at rows with two dates each, the later of which counts where it is not after the
    /// as-of date.
    mutating func add(
        _ names: [String], _ files: [Int16], _ first: [Int32], or second: [Int32]
    ) {
        add(names, files, zip(first, second).map { $1 <= asOf.days ? max($0, $1) : $0 })
    }
}

extension Received {
    /// Warns of files of measurements whose newest row is old. Cases, goals and stories come when
    /// they come.
    func reportStaleness(on day: CalendarDate, after days: Int, _ findings: inout Findings) {
        for file in files where !irregularFiles.contains(file.file) {
            if let stale = file.staleness(on: day, after: days) { findings.report(stale) }
        }
    }

    private var irregularFiles: Set<String> {
        Set(fileNames.cases + fileNames.goals + fileNames.stories)
    }
}
