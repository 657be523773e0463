import Model

/// What is hidden of counts that months add up to as well, by group.
///
/// The points due by all lines of a schedule are the points due in all months, and all changes
/// that are judged are the follow-ups of all months. Where little of one side is hidden, the other
/// side would tell it.
struct HiddenTerms: Sendable {
    /// By series, then group; empty where nothing is counted.
    private var numbers: [[Int32]]
    private var sums: [[Int32]]

    init() {
        numbers = Array(repeating: [], count: MonthSeries.count)
        sums = numbers
    }

    /// Notes what is hidden of a slice.
    mutating func add(_ protection: Protection, of slice: Slice) {
        for term in slice.shape.monthTerms {
            let series = term.series.ordinal
            if numbers[series].isEmpty {
                numbers[series] = Array(repeating: 0, count: slice.groupCount)
                sums[series] = numbers[series]
            }
            for group in slice.domain
            where protection.hidden[group] >> UInt64(term.column) & 1 != 0 {
                numbers[series][group] += 1
                sums[series][group] += slice.growth(term.column, group)
            }
        }
    }

    /// Adds what others noted.
    mutating func add(_ other: HiddenTerms) {
        for series in numbers.indices where !other.numbers[series].isEmpty {
            if numbers[series].isEmpty {
                numbers[series] = other.numbers[series]
                sums[series] = other.sums[series]
            } else {
                for group in numbers[series].indices {
                    numbers[series][group] += other.numbers[series][group]
                    sums[series][group] += other.sums[series][group]
                }
            }
        }
    }

    /// The groups of which some of the counts are hidden, but too few of them to stand in for one
    /// another.
    func toldGroups(_ series: MonthSeries, threshold: Int) -> [Int] {
        let (numbers, sums) = (numbers[series.ordinal], sums[series.ordinal])
        return numbers.indices.filter { group in
            numbers[group] > 0 && (numbers[group] < 2 || sums[group] < Int32(threshold))
        }
    }
}

extension MonthSeries {
    /// How many there are, and the place of one among them.
    fileprivate static var count: Int { 2 * MonthlySeries.Kind.allCases.count }
    fileprivate var ordinal: Int { 2 * kind.ordinal + (isNumerator ? 1 : 0) }
}
