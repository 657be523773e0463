import Model

/// Slices of the same columns, such as months, that add up to totals which other tables tell.
struct SlicesThatAddUp {
    private(set) var slices: [Slice]
    private let tree: GroupTree
    private let threshold: Int32

    init(_ slices: [Slice], _ tree: GroupTree, threshold: Int) {
        self.slices = slices
        self.tree = tree
        self.threshold = Int32(threshold)
    }

    /// Hides further counts, given what is hidden; gives the slices that have changed.
    ///
    /// A group hides none of a column or at least two, together as many as the threshold; and none
    /// that all groups and slices together would narrow down.
    mutating func hideMore(_ hidden: [[UInt64]]) -> [Int] {
        guard let first = slices.first else { return [] }
        var changed: Set<Int> = []
        for column in first.shape.columns.indices {
            var more = first.domain.compactMap { tooLittle(hidden, column, $0) }
            if more.isEmpty { more = narrow(hidden, column) }
            for (index, group) in more {
                slices[index].alsoHidden[group] |= 1 << UInt64(column)
                changed.insert(index)
            }
        }
        return changed.sorted()
    }

    private func isHidden(_ hidden: [[UInt64]], _ index: Int, _ column: Int, _ group: Int) -> Bool {
        hidden[index][group] >> UInt64(column) & 1 != 0
    }

    private func isPresent(_ index: Int, _ group: Int) -> Bool {
        slices[index].rows.contains { $0[group] >= 0 }
    }

    /// The smallest count of a group that is shown yet, if it hides too little of a column.
    private func tooLittle(
        _ hidden: [[UInt64]], _ column: Int, _ group: Int
    ) -> (index: Int, group: Int)? {
        var number = 0
        var sum: Int32 = 0
        for index in slices.indices where isPresent(index, group) {
            guard isHidden(hidden, index, column, group) else { continue }
            number += 1
            sum += slices[index].growth(column, group)
        }
        guard number > 0, number < 2 || sum < threshold else { return nil }
        return smallestShown(hidden, column, group).map { ($0, group) }
    }

    private func smallestShown(_ hidden: [[UInt64]], _ column: Int, _ group: Int) -> Int? {
        var best: Int?
        for index in slices.indices
        where isPresent(index, group) && !isHidden(hidden, index, column, group) {
            if best.map({ slices[index][column, group] < slices[$0][column, group] }) ?? true {
                best = index
            }
        }
        return best
    }

    /// For each count that can be narrowed down, one more of its group.
    private func narrow(_ hidden: [[UInt64]], _ column: Int) -> [(index: Int, group: Int)] {
        let counts = slices.indices.map { index in
            tree.parents.indices.map { group -> HiddenRanges.Count in
                isPresent(index, group)
                    ? HiddenRanges.Count(
                        count: slices[index].growth(column, group),
                        isHidden: isHidden(hidden, index, column, group))
                    : HiddenRanges.Count(count: 0, isHidden: false)
            }
        }
        var ranges = HiddenRanges(counts, tree)
        return ranges.narrowGroups(threshold).compactMap { group in
            smallestShown(hidden, column, group).map { ($0, group) }
        }
    }
}
