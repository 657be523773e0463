import Model

/// Slices of the same columns, such as months, that add up to totals which other tables tell.
struct SlicesThatAddUp {
    private(set) var slices: [Slice]
    private var columns: [ColumnThatAddsUp]

    init(_ slices: [Slice], _ tree: GroupTree, threshold: Int) {
        self.slices = slices
        let columns = slices.first?.shape.columns.indices ?? 0..<0
        self.columns = columns.map { ColumnThatAddsUp($0, slices, tree, Int32(threshold)) }
    }

    /// Takes in what is hidden of a slice.
    mutating func note(_ hidden: [UInt64], of index: Int) {
        for column in columns.indices { columns[column].note(hidden, of: index) }
    }

    /// Hides further counts; gives the slices that have changed.
    mutating func hideMore() -> [Int] {
        var changed: Set<Int> = []
        for column in columns.indices {
            for (index, group) in columns[column].more() {
                slices[index].alsoHidden[group] |= 1 << UInt64(column)
                changed.insert(index)
            }
        }
        return changed.sorted()
    }
}

/// One column of slices that add up.
///
/// A group hides none of it or at least two, together as many as the threshold; and none that all
/// groups and slices together would narrow down.
private struct ColumnThatAddsUp {
    private let bit: UInt64
    private let tree: GroupTree
    private let threshold: Int32
    private let domain: Range<Int>
    private let sliceCount: Int
    /// By group, then slice: the counts, and what is not known of them from before; 0 where a
    /// group is not in a slice.
    private var counts: [Int32]
    private var growth: [Int32]
    private var isPresent: [Bool]
    private var isHidden: [Bool]
    /// Whether more may have to be hidden than when that was last asked.
    private var isDue = true

    init(_ column: Int, _ slices: [Slice], _ tree: GroupTree, _ threshold: Int32) {
        self.tree = tree
        self.threshold = threshold
        bit = 1 << UInt64(column)
        domain = slices.first?.domain ?? 0..<0
        sliceCount = slices.count
        let size = slices.count * tree.count
        counts = Array(repeating: 0, count: size)
        growth = counts
        isPresent = Array(repeating: false, count: size)
        isHidden = isPresent
        for (index, slice) in slices.enumerated() {
            for group in tree.parents.indices
            where slice.rows.contains(where: { $0[group] >= 0 }) {
                let at = group * sliceCount + index
                isPresent[at] = true
                counts[at] = Int32(slice[column, group])
                growth[at] = slice.growth(column, group)
            }
        }
    }

    /// Takes in what is hidden of a slice.
    mutating func note(_ hidden: [UInt64], of index: Int) {
        for group in tree.parents.indices {
            let at = group * sliceCount + index
            let isNow = isPresent[at] && hidden[group] & bit != 0
            if isNow != isHidden[at] {
                isHidden[at] = isNow
                isDue = true
            }
        }
    }

    /// What is to be hidden too.
    mutating func more() -> [(index: Int, group: Int)] {
        guard isDue else { return [] }
        isDue = false
        let more = domain.compactMap(tooLittle)
        return more.isEmpty ? narrow() : more
    }

    /// The places of a group's counts.
    private func places(_ group: Int) -> Range<Int> {
        (group * sliceCount)..<((group + 1) * sliceCount)
    }

    /// The smallest count of a group that is shown yet, if it hides too little.
    private func tooLittle(_ group: Int) -> (index: Int, group: Int)? {
        var number = 0
        var sum: Int32 = 0
        for at in places(group) where isHidden[at] {
            number += 1
            sum += growth[at]
        }
        guard number > 0, number < 2 || sum < threshold else { return nil }
        return smallestShown(group)
    }

    private func smallestShown(_ group: Int) -> (index: Int, group: Int)? {
        var best: Int?
        for at in places(group) where isPresent[at] && !isHidden[at] {
            if best.map({ counts[at] < counts[$0] }) ?? true { best = at }
        }
        return best.map { ($0 - group * sliceCount, group) }
    }

    /// For each count that can be narrowed down, one more of its group.
    private func narrow() -> [(index: Int, group: Int)] {
        var ranges = HiddenRanges(growth, isHidden: isHidden, slices: sliceCount, tree)
        return ranges.narrowGroups(threshold).compactMap(smallestShown)
    }
}
