/// What an outsider can say of hidden counts that add up both over slices, to a total of each group
/// that is known, and over the parts of each group.
///
/// A count that is shown is the least and the greatest that it can be, so nothing that is added up
/// changes it, and none has to be asked for whether it is hidden.
struct HiddenRanges {
    private let tree: GroupTree
    private let sliceCount: Int
    /// By group, then slice: the counts, the least and greatest that they can be by themselves,
    /// and `HiddenRanges.isShown` for those that are shown.
    private let counts: [Int32]
    private var low: [Int32]
    private var high: [Int32]
    private var shownMarks: [Int32]
    /// By group: all counts, those that are shown, and how many are hidden.
    private let totals: [Int32]
    private var shown: [Int32]
    private var hiddenNumbers: [Int]
    private let ranges: RangeTable

    /// More than there are families, and few enough to be added up for every group there is.
    private static let unbounded: Int32 = 1_000_000
    /// More than any range is wide.
    private static let isShown: Int32 = 1 << 30

    /// Makes ranges of counts by group, then slice, none of which is hidden.
    init(_ counts: [Int32], slices: Int, _ tree: GroupTree) {
        self.tree = tree
        self.counts = counts
        sliceCount = slices
        low = counts
        high = counts
        shownMarks = Array(repeating: HiddenRanges.isShown, count: counts.count)
        totals = tree.parents.indices.map { group in
            counts[(group * slices)..<((group + 1) * slices)].reduce(0, +)
        }
        shown = totals
        hiddenNumbers = Array(repeating: 0, count: tree.count)
        ranges = RangeTable(groups: tree.count, slices: slices)
    }

    /// The count at a place.
    func count(_ place: Int) -> Int32 { counts[place] }

    /// Whether the count at a place is hidden.
    func isHidden(_ place: Int) -> Bool { shownMarks[place] == 0 }

    /// Takes in whether a count of a group in a slice is hidden, which it was not, or was.
    mutating func note(_ isHidden: Bool, _ slice: Int, _ group: Int) {
        let at = group * sliceCount + slice
        low[at] = isHidden ? 0 : counts[at]
        high[at] = isHidden ? HiddenRanges.unbounded : counts[at]
        shownMarks[at] = isHidden ? 0 : HiddenRanges.isShown
        shown[group] += isHidden ? -counts[at] : counts[at]
        hiddenNumbers[group] += isHidden ? 1 : -1
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    func narrowGroups(_ threshold: Int32) -> [Int] {
        ranges.begin(low, high)
        // Groups of which something has changed since they were last added up.
        var isDue = tree.parents.indices.map { group in
            hiddenNumbers[group] > 0
                || tree.parts(group).contains { hiddenNumbers[Int($0)] > 0 }
        }
        while isDue.contains(true) {
            for group in tree.parents.indices where isDue[group] {
                isDue[group] = false
                addUpSlices(group, threshold, &isDue)
                addUpParts(group, &isDue)
            }
        }
        return tree.parents.indices.filter { group in
            hiddenNumbers[group] > 0 && ranges.least(group, or: shownMarks) < threshold - 1
        }
    }

    /// What is hidden of a group is together the rest of a known total. A total that is small
    /// itself is not known.
    private func addUpSlices(_ group: Int, _ threshold: Int32, _ isDue: inout [Bool]) {
        if totals[group] < threshold { return }
        if ranges.narrow(group, total: totals[group], shown: shown[group]) {
            note(group, in: &isDue)
        }
    }

    /// The parts add up to their group in every slice.
    private func addUpParts(_ group: Int, _ isDue: inout [Bool]) {
        let parts = tree.parts(group)
        if parts.isEmpty { return }
        ranges.begin(group)
        for part in parts { ranges.add(part: Int(part)) }
        if ranges.narrowWhole(group) { note(group, in: &isDue) }
        for part in parts.map(Int.init) where ranges.narrow(part: part) { note(part, in: &isDue) }
    }

    private func note(_ group: Int, in isDue: inout [Bool]) {
        isDue[group] = true
        let parent = Int(tree.parents[group])
        if parent >= 0 { isDue[parent] = true }
    }
}

/// The least and greatest values of counts, by group and then slice; all slices of a group are
/// narrowed at once.
private final class RangeTable {
    private let slices: Int
    private let low: UnsafeMutablePointer<Int32>
    private let high: UnsafeMutablePointer<Int32>
    /// The range of a group, and what its parts are together at least and at most, by slice.
    private let from: UnsafeMutablePointer<Int32>
    private let through: UnsafeMutablePointer<Int32>
    private let least: UnsafeMutablePointer<Int32>
    private let most: UnsafeMutablePointer<Int32>

    init(groups: Int, slices: Int) {
        self.slices = slices
        let size = groups * slices
        low = .allocate(capacity: 2 * size + 4 * slices)
        low.initialize(repeating: 0, count: 2 * size + 4 * slices)
        high = low + size
        from = high + size
        through = from + slices
        least = through + slices
        most = least + slices
    }

    deinit {
        low.deallocate()
    }

    /// Begins with what the counts can be by themselves.
    func begin(_ low: [Int32], _ high: [Int32]) {
        low.withUnsafeBufferPointer { low in
            if let first = low.baseAddress { self.low.update(from: first, count: low.count) }
        }
        high.withUnsafeBufferPointer { high in
            if let first = high.baseAddress { self.high.update(from: first, count: high.count) }
        }
    }

    /// How far apart the least and the greatest value of a group's counts are at least; `marks`
    /// put some of them out of reach.
    func least(_ group: Int, or marks: [Int32]) -> Int32 {
        let (low, high) = (low + group * slices, high + group * slices)
        return marks.withUnsafeBufferPointer { marks in
            var least = Int32.max
            let first = group * slices
            for slice in 0..<slices {
                least = min(least, (high[slice] &- low[slice]) | marks[first &+ slice])
            }
            return least
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
    func begin(_ group: Int) {
        from.update(from: low + group * slices, count: slices)
        through.update(from: high + group * slices, count: slices)
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
    func narrow(part: Int) -> Bool {
        let (low, high) = (low + part * slices, high + part * slices)
        var changes: Int32 = 0
        for slice in 0..<slices {
            changes |= RangeTable.narrow(
                &low[slice], &high[slice], from: from[slice] &- (most[slice] &- high[slice]),
                through: through[slice] &- (least[slice] &- low[slice]))
        }
        return changes != 0
    }

    /// Narrows a range, and tells by a number other than 0 that it has changed.
    @inline(__always)
    private static func narrow(
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
