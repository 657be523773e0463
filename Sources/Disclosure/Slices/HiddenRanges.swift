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

    /// Takes in what a count of a group in a slice cannot exceed, or that nobody knows; tells
    /// whether that is new.
    mutating func note(most: Int32?, _ slice: Int, _ group: Int) -> Bool {
        let at = group * sliceCount + slice
        let most = max(counts[at], most ?? RangeTable.unbounded)
        if self.most[at] == most { return false }
        self.most[at] = most
        return true
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    func narrowGroups(_ threshold: Int32) -> [Int] {
        ranges.begin(counts, marks, most)
        var due = Due(
            slices: hiddenNumbers.map { $0 > 0 },
            parts: tree.parents.indices.map { group in
                tree.hasParts(group) && tree.parts(group).contains { hiddenNumbers[Int($0)] > 0 }
            })
        while due.isAny {
            due.isAny = false
            for group in tree.parents.indices {
                if due.slices[group] { addUpSlices(group, threshold, &due) }
                if due.parts[group] { addUpParts(group, &due) }
            }
        }
        return tree.parents.indices.filter { group in
            hiddenNumbers[group] > 0 && ranges.least(group, or: marks) < threshold - 1
        }
    }

    /// The sums of which something has changed since they were last added up: over slices, and of
    /// the parts of a group. What a sum narrows itself it need not be asked for again.
    private struct Due {
        var slices: [Bool]
        var parts: [Bool]
        var isAny = true

        mutating func note(slicesOf group: Int) {
            slices[group] = true
            isAny = true
        }

        mutating func note(partsOf group: Int) {
            if group < 0 { return }
            parts[group] = true
            isAny = true
        }
    }

    /// What is hidden of a group is together the rest of a known total. A total that is small
    /// itself is not known.
    private func addUpSlices(_ group: Int, _ threshold: Int32, _ due: inout Due) {
        due.slices[group] = false
        if totals[group] < threshold { return }
        if ranges.narrow(group, total: totals[group], shown: shown[group]) {
            due.note(partsOf: group)
            due.note(partsOf: Int(tree.parents[group]))
        }
    }

    /// The parts add up to their group in every slice.
    private func addUpParts(_ group: Int, _ due: inout Due) {
        due.parts[group] = false
        if !tree.hasParts(group) { return }
        let parts = tree.parts(group)
        ranges.begin()
        for part in parts { ranges.add(part: Int(part)) }
        if ranges.narrowWhole(group) {
            due.note(slicesOf: group)
            due.note(partsOf: Int(tree.parents[group]))
        }
        for part in parts.map(Int.init) where ranges.narrow(part: part, of: group) {
            due.note(slicesOf: part)
            due.note(partsOf: part)
        }
    }
}
