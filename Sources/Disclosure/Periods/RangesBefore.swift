/// What the counts that an earlier period hid can have been, given all that it showed of a slice
/// and all that is shown now.
///
/// Nobody can work out a hidden count from one period. From two of them somebody may: what was
/// hidden was no more than it is now, and what that leaves of the sums of the earlier period is
/// what the others were at least, and are at least now.
final class RangesBefore {
    private let shape: SliceShape
    private let domain: Range<Int>
    private let groups: Int
    private let tree: GroupTree
    /// The least and the greatest value, by column, then group.
    private let low: UnsafeMutablePointer<Int32>
    private let high: UnsafeMutablePointer<Int32>
    /// What the parts of a total are together at least, and then at most, by group.
    private let scratch: UnsafeMutablePointer<Int32>
    /// The columns that are not known of each group, and of any of its parts, one bit a column.
    private let unknown: [UInt64]
    private let unknownBelow: [UInt64]
    private var isNarrowed = false

    /// `most` says what each count is at most now, by column, then group.
    init(_ slice: Slice, _ before: EarlierCounts, _ tree: GroupTree, most: [Int32]? = nil) {
        shape = slice.shape
        domain = slice.domain
        groups = slice.groupCount
        self.tree = tree
        unknown = before.inexact
        unknownBelow = tree.ofParts(unknown)
        let size = before.known.count
        low = .allocate(capacity: 2 * size + 2 * groups)
        high = low + size
        scratch = high + size
        low.initialize(from: before.known, count: size)
        high.initialize(from: before.known, count: size)
        let some = unknown[domain].reduce(0, |)
        let columns = shape.columns.indices.filter { some >> UInt64($0) & 1 != 0 }
        for column in columns { begin(column, before, most) }
        // Sums of counts, of groups, and of counts again: further rounds tell hardly more.
        narrowCounts()
        isNarrowed = false
        tree.withParts { parts in
            for column in columns { narrow(column, parts) }
        }
        if isNarrowed { narrowCounts() }
    }

    deinit {
        low.deallocate()
    }

    /// What a count was at least.
    func least(_ at: Int) -> Int32 { low[at] }

    /// What a count was at most.
    func most(_ at: Int) -> Int32 { high[at] }

    /// How far apart the least and the greatest value of a count are.
    func width(_ at: Int) -> Int32 { high[at] - low[at] }

    /// Begins with what a column that is not known can have been by itself.
    private func begin(_ column: Int, _ before: EarlierCounts, _ most: [Int32]?) {
        let bit: UInt64 = 1 << UInt64(column)
        let isSeen = !shape.columns[column].isEmpty
        let mayGrow = shape.falling & bit == 0
        let mostOfCases = before.mostOfCases(column)
        for group in domain where unknown[group] & bit != 0 {
            let at = column * groups + group
            // What had been kept was so much at least, unless it may fall.
            low[at] = mayGrow && before.kept[group] & bit != 0 ? before.known[at] : 0
            if (before.open(group) | before.mixed[group]) & bit == 0 {
                // What did not stand there was nought.
                high[at] = isSeen ? 0 : RangeTable.unbounded
                continue
            }
            high[at] = mostOfCases?[group] ?? RangeTable.unbounded
            if let most, mayGrow { high[at] = min(high[at], most[at]) }
        }
    }

    private func narrowCounts() {
        for sum in shape.sums where sum.parts.count > 1 { narrow(sum) }
    }

    /// Narrows a total and its parts in every group.
    private func narrow(_ sum: PartsOfTotal) {
        let (least, most) = (scratch, scratch + groups)
        (least + domain.lowerBound).update(repeating: 0, count: domain.count)
        (most + domain.lowerBound).update(repeating: 0, count: domain.count)
        for column in sum.parts {
            let (low, high) = (low + column * groups, high + column * groups)
            for group in domain { least[group] &+= low[group] }
            for group in domain { most[group] &+= high[group] }
        }
        let (total, wholes) = (low + sum.total * groups, high + sum.total * groups)
        var changes: Int32 = 0
        for group in domain {
            // Parts that are all known say nothing new.
            let isOpen = least[group] != most[group]
            changes |= RangeTable.narrow(
                &total[group], &wholes[group], from: isOpen ? least[group] : .min,
                through: isOpen ? most[group] : .max)
        }
        for column in sum.parts {
            let (low, high) = (low + column * groups, high + column * groups)
            for group in domain {
                changes |= RangeTable.narrow(
                    &low[group], &high[group], from: total[group] &- (most[group] &- high[group]),
                    through: wholes[group] &- (least[group] &- low[group]))
            }
        }
        if changes != 0 { isNarrowed = true }
    }

    /// Narrows a column of every group by its parts, and then of every part by its group, so that
    /// a group and its only part end alike.
    private func narrow(_ column: Int, _ parts: GroupParts) {
        let bit: UInt64 = 1 << UInt64(column)
        let (low, high) = (low + column * groups, high + column * groups)
        var changes: Int32 = 0
        for parent in domain.reversed()
        where unknown[parent] & bit != 0 && !parts[parent].isEmpty {
            let (least, most) = together(parts[parent], low, high)
            changes |= RangeTable.narrow(
                &low[parent], &high[parent], from: Int32(clamping: least),
                through: Int32(clamping: most))
        }
        for parent in domain where unknownBelow[parent] & bit != 0 {
            let (least, most) = together(parts[parent], low, high)
            if least == most { continue }
            let (from, through) = (Int(low[parent]) - most, Int(high[parent]) - least)
            for part in parts[parent].lazy.map(Int.init) {
                changes |= RangeTable.narrow(
                    &low[part], &high[part], from: Int32(clamping: from + Int(high[part])),
                    through: Int32(clamping: through + Int(low[part])))
            }
        }
        if changes != 0 { isNarrowed = true }
    }

    /// The parts of a group may be more than 32 bits can add up.
    @inline(__always)
    private func together(
        _ parts: Swift.Slice<UnsafeBufferPointer<Int32>>, _ low: UnsafeMutablePointer<Int32>,
        _ high: UnsafeMutablePointer<Int32>
    ) -> (Int, Int) {
        var (least, most) = (0, 0)
        for part in parts {
            least &+= Int(low[Int(part)])
            most &+= Int(high[Int(part)])
        }
        return (least, most)
    }
}
