import Basics
import Model

/// The indicator values that count, by case; in a case by indicator, person and date.
struct IndicatorRows {
    private let table: Indicators
    private let starts: [Int32]
    private let rows: [Int32]
    /// How many values were left out, by reason.
    let unused: [Int]

    init(_ input: OutcomeInput) {
        table = input.indicators
        var unused = [Int](repeating: 0, count: UnusedCount.Reason.allCases.count)
        var owners = [Int32](repeating: -1, count: table.count)
        for row in 0..<table.count {
            let start = input.cases.starts[Int(table.cases[row])]
            if let reason = IndicatorRows.reason(table.dates[row], start, input.asOf.days) {
                unused[reason.ordinal] += 1
            } else {
                owners[row] = table.cases[row]
            }
        }
        let buckets = Buckets(of: owners, count: input.cases.count)
        self.unused = unused
        starts = buckets.starts
        rows = IndicatorRows.sorted(buckets, input)
    }

    private static func reason(
        _ date: Int32, _ start: Int32, _ asOf: Int32
    ) -> UnusedCount.Reason? {
        if start > asOf { return .caseNotStarted }
        if date > asOf { return .afterAsOf }
        return date < start - daysBeforeStart ? .longBeforeStart : nil
    }

    private static func sorted(_ buckets: Buckets, _ input: OutcomeInput) -> [Int32] {
        let table = input.indicators
        var rows = buckets.members
        for caseIndex in 0..<input.cases.count {
            let range = Int(buckets.starts[caseIndex])..<Int(buckets.starts[caseIndex + 1])
            guard range.count > 1 else { continue }
            rows[range].sort { a, b in
                let (a, b) = (Int(a), Int(b))
                let first = (table.indicators[a], table.persons[a], table.dates[a])
                let second = (table.indicators[b], table.persons[b], table.dates[b])
                return first == second ? table.values[a] < table.values[b] : first < second
            }
        }
        return rows
    }

    /// The rows of one indicator in a case, cut by person, each by date.
    func series(of indicator: Int32, in caseIndex: Int) -> [ArraySlice<Int32>] {
        let own = rows[Int(starts[caseIndex])..<Int(starts[caseIndex + 1])]
        let matching = own.filter { table.indicators[Int($0)] == indicator }[...]
        var series: [ArraySlice<Int32>] = []
        var from = matching.startIndex
        for at in matching.indices
        where at + 1 == matching.endIndex
            || table.persons[Int(matching[at + 1])] != table.persons[Int(matching[at])]
        {
            series.append(matching[from...at])
            from = at + 1
        }
        return series
    }

    /// The newest value of one indicator in a case, whoever it is of.
    func newest(of indicator: Int32, in caseIndex: Int) -> Ratio? {
        let rows = series(of: indicator, in: caseIndex).compactMap(\.last)
        return rows.max { (date($0), value($0)) < (date($1), value($1)) }.map { value($0) }
    }

    func date(_ row: Int32) -> Int32 { table.dates[Int(row)] }

    func value(_ row: Int32) -> Ratio { table.values[Int(row)] }

    func person(_ row: Int32) -> Int32 { table.persons[Int(row)] }
}
