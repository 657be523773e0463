import Basics
import Model

/// What was last shown, where periods hide what they do not show anew instead of keeping it.
extension EarlierPublished {
    /// These figures, and where they show none those of a period before, with the days that they
    /// are of.
    public func withWhatWasShown(before: EarlierPublished) -> EarlierPublished {
        var shown = self
        for index in tables.indices {
            guard let older = before[tables[index].name] else { continue }
            shown.tables[index].fill(from: older, of: before.asOf)
        }
        return shown
    }
}

extension EarlierTable {
    fileprivate mutating func fill(from older: EarlierTable, of asOf: CalendarDate) {
        guard older.keys.map(\.name) == keys.map(\.name), let rowKeys = RowKeys(keys) else {
            return
        }
        takeInDays([asOf] + older.days)
        let places = ([asOf] + older.days).map { day in days.firstIndex(of: day)! + 1 }
        let columns = figures.map { older.figures.firstIndex(of: $0) }
        for (row, olderRow) in rowKeys.rows(of: older).enumerated() where olderRow >= 0 {
            for (column, olderColumn) in columns.enumerated() {
                let at = row * figures.count + column
                guard numbers[at].isNaN, let olderColumn else { continue }
                let from = Int(olderRow) * older.figures.count + olderColumn
                guard !older.numbers[from].isNaN else { continue }
                numbers[at] = older.numbers[from]
                self.places[at] = UInt16(places[older.places.isEmpty ? 0 : Int(older.places[from])])
            }
        }
    }

    /// Makes room for figures of further days, and keeps the newest day first.
    private mutating func takeInDays(_ more: [CalendarDate]) {
        let all = Set(days + more).sorted(by: >)
        let moved = [0] + days.map { day in UInt16(all.firstIndex(of: day)! + 1) }
        places =
            places.isEmpty
            ? Array(repeating: 0, count: numbers.count) : places.map { moved[Int($0)] }
        days = all
    }
}
