/// The least and greatest values of counts, by group and then slice; all slices of a group are
/// narrowed at once.
final class RangeTable {
    private let slices: Int
    private let low: UnsafeMutablePointer<Int32>
    private let high: UnsafeMutablePointer<Int32>
    /// What the parts of a group are together at least and at most, by slice.
    private let least: UnsafeMutablePointer<Int32>
    private let most: UnsafeMutablePointer<Int32>

    /// What stands for a count that is shown, as a mask, and for one that is hidden.
    static let shown = UInt32.max
    static let hidden: UInt32 = 0
    /// More than there are families, and few enough to be added up for every group there is.
    static let unbounded: Int32 = 1_000_000

    init(groups: Int, slices: Int) {
        self.slices = slices
        let size = groups * slices
        low = .allocate(capacity: 2 * size + 2 * slices)
        high = low + size
        least = high + size
        most = least + slices
    }

    deinit {
        low.deallocate()
    }

    /// Begins with what the counts can be by themselves: what they are where they are shown, any
    /// number up to the most where they are hidden.
    func begin(_ counts: [Int32], _ marks: [UInt32], _ most: [Int32]) {
        counts.withUnsafeBufferPointer { counts in
            marks.withUnsafeBufferPointer { marks in
                most.withUnsafeBufferPointer { most in
                    for at in counts.indices {
                        let mark = Int32(bitPattern: marks[at])
                        low[at] = counts[at] & mark
                        high[at] = counts[at] & mark | most[at] & ~mark
                    }
                }
            }
        }
    }

    /// How far apart the least and the greatest value of a group's hidden counts are at least.
    func least(_ group: Int, or marks: [UInt32]) -> Int32 {
        let (low, high) = (low + group * slices, high + group * slices)
        return marks.withUnsafeBufferPointer { marks in
            var least = UInt32(Int32.max)
            let first = group * slices
            for slice in 0..<slices {
                let width = UInt32(bitPattern: high[slice] &- low[slice])
                // What is shown is out of reach.
                least = min(least, width | marks[first &+ slice])
            }
            return Int32(bitPattern: least)
        }
    }

    /// Narrows a group whose counts add up to a total, of which so much is shown.
    func narrow(_ group: Int, total: Int32, shown: Int32) -> Bool {
        let (low, high) = (low + group * slices, high + group * slices)
        var (least, most) = (-shown, -shown)
        for slice in 0..<slices {
            least &+= low[slice]
            most &+= high[slice]
        }
        let rest = total - shown
        var changes: Int32 = 0
        for slice in 0..<slices {
            changes |= RangeTable.narrow(
                &low[slice], &high[slice], from: rest &- (most &- high[slice]),
                through: rest &- (least &- low[slice]))
        }
        return changes != 0
    }

    /// Begins to add up the parts of a group.
    func begin() {
        least.update(repeating: 0, count: 2 * slices)
    }

    /// Adds a part to what the parts are together.
    func add(part: Int) {
        let (low, high) = (low + part * slices, high + part * slices)
        for slice in 0..<slices { least[slice] &+= low[slice] }
        for slice in 0..<slices { most[slice] &+= high[slice] }
    }

    /// Narrows the group to what its parts are together.
    func narrowWhole(_ group: Int) -> Bool {
        let (low, high) = (low + group * slices, high + group * slices)
        var changes: Int32 = 0
        for slice in 0..<slices {
            changes |= RangeTable.narrow(
                &low[slice], &high[slice], from: least[slice], through: most[slice])
        }
        return changes != 0
    }

    /// Narrows a part to what the others leave of the group.
    func narrow(part: Int, of group: Int) -> Bool {
        let (low, high) = (low + part * slices, high + part * slices)
        let (from, through) = (self.low + group * slices, self.high + group * slices)
        var changes: Int32 = 0
        for slice in 0..<slices {
            changes |= RangeTable.narrow(
                &low[slice], &high[slice], from: from[slice] &- (most[slice] &- high[slice]),
                through: through[slice] &- (least[slice] &- low[slice]))
        }
        return changes != 0
    }

    /// Narrows a range, and tells by a number other than 0 that it has changed. Of what is known
    /// nothing changes.
    @inline(__always)
    static func narrow(
        _ low: inout Int32, _ high: inout Int32, from: Int32, through: Int32
    ) -> Int32 {
        let (newLow, newHigh) = (max(from, low), min(through, high))
        // What contradicts itself is not true of these counts.
        let isPossible = newLow <= newHigh
        let (lower, upper) = (isPossible ? newLow : low, isPossible ? newHigh : high)
        let change = (lower ^ low) | (upper ^ high)
        low = lower
        high = upper
        return change
    }
}
