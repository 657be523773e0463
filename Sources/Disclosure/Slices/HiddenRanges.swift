/// What an outsider can say of hidden counts that add up both over slices, to a total of each group
/// that is known, and over the parts of each group.
///
/// A count that is shown is the least and the greatest that it can be, so nothing that is added up
/// changes it, and none has to be asked for whether it is hidden.
struct HiddenRanges {
    private let tree: GroupTree
    private let sliceCount: Int
    /// By group, then slice: the counts, and `RangeTable.shown` or `.hidden` for each.
    private let counts: [Int32]
    private var marks: [UInt32]
    /// What each count cannot exceed, as far as anybody knows.
    private var most: [Int32]
    /// By group: all counts, those that are shown, and how many are hidden.
    private let totals: [Int32]
    private var shown: [Int32]
    private var hiddenNumbers: [Int]
    private let ranges: RangeTable

    /// Makes ranges of counts by group, then slice, none of which is hidden.
    init(_ counts: [Int32], slices: Int, _ tree: GroupTree) {
        self.tree = tree
        self.counts = counts
        sliceCount = slices
        marks = Array(repeating: RangeTable.shown, count: counts.count)
        most = Array(repeating: RangeTable.unbounded, count: counts.count)
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
    func isHidden(_ place: Int) -> Bool { marks[place] == RangeTable.hidden }

    /// Takes in whether a count of a group in a slice is hidden, which it was not, or was.
    mutating func note(_ isHidden: Bool, _ slice: Int, _ group: Int) {
        let at = group * sliceCount + slice
        marks[at] = isHidden ? RangeTable.hidden : RangeTable.shown
        shown[group] += isHidden ? -counts[at] : counts[at]
        hiddenNumbers[group] += isHidden ? 1 : -1
    }

    /// Takes in what a count of a group in a slice cannot exceed, or that nobody knows.
    mutating func note(most: Int32?, _ slice: Int, _ group: Int) {
        let at = group * sliceCount + slice
        self.most[at] = max(counts[at], most ?? RangeTable.unbounded)
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    func narrowGroups(_ threshold: Int32) -> [Int] {
        ranges.begin(counts, marks, most)
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
            hiddenNumbers[group] > 0 && ranges.least(group, or: marks) < threshold - 1
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
