import Model

/// What is hidden of counts that months add up to as well, by group.
///
/// The points due by all lines of a schedule are the points due in all months, and all changes
/// that are judged are the follow-ups of all months. Where little of one side is hidden, the other
/// side would tell it.
struct HiddenTerms: Sendable {
    private var numbers: [MonthSeries: [Int32]] = [:]
    private var sums: [MonthSeries: [Int32]] = [:]

    /// Notes what is hidden of a slice.
    mutating func add(_ protection: Protection, of slice: Slice) {
        for term in slice.shape.monthTerms {
            let none = [Int32](repeating: 0, count: slice.groupCount)
            for group in slice.domain
            where protection.hidden[group] >> UInt64(term.column) & 1 != 0 {
                numbers[term.series, default: none][group] += 1
                sums[term.series, default: none][group] += slice.growth(term.column, group)
            }
        }
    }

    /// Adds what others noted.
    mutating func add(_ other: HiddenTerms) {
        numbers.merge(other.numbers) { zip($0, $1).map(+) }
        sums.merge(other.sums) { zip($0, $1).map(+) }
    }

    /// Whether some of the counts are hidden, but too few of them to stand in for one another.
    func areTold(_ series: MonthSeries, _ group: Int, threshold: Int) -> Bool {
        guard let number = numbers[series]?[group], let sum = sums[series]?[group], number > 0
        else { return false }
        return number < 2 || sum < Int32(threshold)
    }
}
