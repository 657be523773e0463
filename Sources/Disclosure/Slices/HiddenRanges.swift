/// What an outsider can say of hidden counts that add up both over slices, to a total of each group
/// that is known, and over the parts of each group.
///
/// A count that is shown is the least and the greatest that it can be, so nothing that is added up
/// changes it, and none has to be asked for whether it is hidden.
struct HiddenRanges {
    private let tree: GroupTree
    private let sliceCount: Int
    /// By group: all counts, and those that are shown.
    private let totals: [Int32]
    private let shown: [Int32]
    /// By group, then slice.
    private let isHidden: [Bool]
    private let ranges: RangeTable
    /// Groups of which something has changed since they were last added up.
    private var isDue: [Bool]

    /// More than there are families, and few enough to be added up for every group there is.
    private static let unbounded: Int32 = 1_000_000

    /// `counts` are by group, then slice.
    init(_ counts: [Int32], isHidden: [Bool], slices: Int, _ tree: GroupTree) {
        self.tree = tree
        self.isHidden = isHidden
        sliceCount = slices
        ranges = RangeTable(counts, groups: tree.count, slices: slices)
        var (totals, shown, hides) = ([Int32](), [Int32](), [Bool]())
        for group in tree.parents.indices {
            var (total, rest, hidesSome) = (Int32(0), Int32(0), false)
            for at in (group * slices)..<((group + 1) * slices) {
                total += counts[at]
                if isHidden[at] {
                    rest += counts[at]
                    ranges.open(at, through: HiddenRanges.unbounded)
                    hidesSome = true
                }
            }
            totals.append(total)
            shown.append(total - rest)
            hides.append(hidesSome)
        }
        self.totals = totals
        self.shown = shown
        isDue = hides.indices.map { group in
            hides[group] || tree.parts(group).contains { hides[Int($0)] }
        }
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    mutating func narrowGroups(_ threshold: Int32) -> [Int] {
        while isDue.contains(true) {
            for group in tree.parents.indices where isDue[group] {
                isDue[group] = false
                addUpSlices(group, threshold)
                addUpParts(group)
            }
        }
        return tree.parents.indices.filter { group in
            ((group * sliceCount)..<((group + 1) * sliceCount)).contains { at in
                isHidden[at] && ranges.width(at) < threshold - 1
            }
        }
    }

    /// What is hidden of a group is together the rest of a known total. A total that is small
    /// itself is not known.
    private mutating func addUpSlices(_ group: Int, _ threshold: Int32) {
        if totals[group] < threshold { return }
        if ranges.narrow(group, total: totals[group], shown: shown[group]) {
            noteChange(of: group)
        }
    }

    /// The parts add up to their group in every slice.
    private mutating func addUpParts(_ group: Int) {
        let parts = tree.parts(group)
        if parts.isEmpty { return }
        ranges.begin(group)
        for part in parts { ranges.add(part: Int(part)) }
        if ranges.narrowWhole(group) { noteChange(of: group) }
        for part in parts.map(Int.init) where ranges.narrow(part: part) { noteChange(of: part) }
    }

    private mutating func noteChange(of group: Int) {
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

    /// Ranges of counts that are all shown.
    init(_ counts: [Int32], groups: Int, slices: Int) {
        self.slices = slices
        let size = groups * slices
        low = .allocate(capacity: 2 * size + 4 * slices)
        high = low + size
        from = high + size
        through = from + slices
        least = through + slices
        most = least + slices
        counts.withUnsafeBufferPointer { counts in
            guard let first = counts.baseAddress else { return }
            low.initialize(from: first, count: size)
            high.initialize(from: first, count: size)
        }
        from.initialize(repeating: 0, count: 4 * slices)
    }

    deinit {
        low.deallocate()
    }

    /// Makes a count one that may be anything up to a limit.
    func open(_ place: Int, through limit: Int32) {
        low[place] = 0
        high[place] = limit
    }

    /// How far apart the least and the greatest value of a count are.
    func width(_ place: Int) -> Int32 { high[place] - low[place] }

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
