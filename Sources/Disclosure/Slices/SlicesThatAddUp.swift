import Model

/// Slices of the same columns, such as months, that add up to totals which other tables tell.
struct SlicesThatAddUp {
    private(set) var slices: [Slice]
    private var columns: [ColumnThatAddsUp]
    /// What was last hidden of each slice.
    private var hidden: [[UInt64]]
    /// The columns that are part of a total, each with that.
    private let wholes: [(part: Int, total: Int)]

    init(_ each: [Slice], _ tree: GroupTree, threshold: Int) {
        let columns = each.first?.shape.columns.indices ?? 0..<0
        var slices = each
        for column in columns { slices.leaveRest(column) }
        self.slices = slices
        self.columns = columns.map { ColumnThatAddsUp($0, slices, tree, Int32(threshold)) }
        hidden = slices.map { Array(repeating: 0, count: $0.groupCount) }
        wholes = (slices.first?.shape.sums ?? []).flatMap { sum in
            sum.parts.map { (part: $0, total: sum.total) }
        }
        for index in slices.indices {
            for group in slices[index].domain { noteMost(of: index, group) }
        }
    }

    /// Takes in what is hidden of a slice now.
    mutating func note(_ now: [UInt64], of index: Int) {
        let before = hidden[index]
        hidden[index] = now
        for column in columns.indices {
            let bit: UInt64 = 1 << UInt64(column)
            for group in now.indices where (now[group] ^ before[group]) & bit != 0 {
                columns[column].note(now[group] & bit != 0, index, group)
            }
        }
        for group in now.indices where now[group] != before[group] { noteMost(of: index, group) }
    }

    /// A part is no more than a total that is shown.
    private mutating func noteMost(of index: Int, _ group: Int) {
        for (part, total) in wholes {
            let isHidden = hidden[index][group] >> UInt64(total) & 1 != 0
            let most = isHidden ? nil : slices[index].room(of: part, in: total, group)
            columns[part].note(most: most, index, group)
        }
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

extension [Slice] {
    /// What a count cannot exceed is what all of them cannot, less what an earlier period says that
    /// the others are at least.
    fileprivate mutating func leaveRest(_ column: Int) {
        guard let first, !first.atLeast.isEmpty, !first.most[column].isEmpty else { return }
        for group in first.domain where first.most[column][group] != .max {
            let known = reduce(0) { $0 + $1.known(column, group) }
            for index in indices {
                self[index].most[column][group] -= known - self[index].known(column, group)
            }
        }
    }
}

extension Slice {
    /// What an earlier period says that a count is at least.
    fileprivate func known(_ column: Int, _ group: Int) -> Int32 {
        counts[column * groupCount + group] - growth(column, group)
    }
}

/// One column of slices that add up.
///
/// A group hides none of it or at least two, together as many as the threshold; and none that all
/// groups and slices together would narrow down.
private struct ColumnThatAddsUp {
    private let threshold: Int32
    private let domain: Range<Int>
    private let sliceCount: Int
    /// By group, then slice: the counts, and whether they stand there and are shown.
    private var counts: [Int32]
    private var isShown: [Bool]
    /// What is hidden of each group.
    private var hidden: [HiddenOfGroup]
    private var ranges: HiddenRanges
    /// Whether more may have to be hidden than when that was last asked.
    private var isDue = true

    private struct HiddenOfGroup {
        var number = 0
        var sum: Int32 = 0
    }

    init(_ column: Int, _ slices: [Slice], _ tree: GroupTree, _ threshold: Int32) {
        self.threshold = threshold
        domain = slices.first?.domain ?? 0..<0
        sliceCount = slices.count
        let size = slices.count * tree.count
        counts = Array(repeating: 0, count: size)
        isShown = Array(repeating: false, count: size)
        hidden = Array(repeating: HiddenOfGroup(), count: tree.count)
        var growth = counts
        for (index, slice) in slices.enumerated() {
            for group in tree.parents.indices
            where slice.rows.contains(where: { $0[group] >= 0 }) {
                let at = group * sliceCount + index
                isShown[at] = true
                counts[at] = Int32(slice[column, group])
                growth[at] = slice.growth(column, group)
            }
        }
        ranges = HiddenRanges(growth, slices: slices.count, tree)
    }

    /// Takes in whether a count of a group in a slice is hidden.
    mutating func note(_ isHidden: Bool, _ index: Int, _ group: Int) {
        let at = group * sliceCount + index
        // What does not stand there is neither hidden nor shown.
        guard isShown[at] == isHidden, isShown[at] || ranges.isHidden(at) else { return }
        isShown[at] = !isHidden
        ranges.note(isHidden, index, group)
        hidden[group].number += isHidden ? 1 : -1
        hidden[group].sum += isHidden ? ranges.count(at) : -ranges.count(at)
        isDue = true
    }

    /// Takes in what a count of a group in a slice cannot exceed, or that nobody knows.
    mutating func note(most: Int32?, _ index: Int, _ group: Int) {
        if ranges.note(most: most, index, group) { isDue = true }
    }

    /// What is to be hidden too.
    mutating func more() -> [(index: Int, group: Int)] {
        guard isDue else { return [] }
        isDue = false
        let more = domain.filter(hidesTooLittle).flatMap(companions)
        return more.isEmpty ? ranges.narrowGroups(threshold).flatMap(companions) : more
    }

    private func hidesTooLittle(_ group: Int) -> Bool {
        let hidden = hidden[group]
        return hidden.number > 0 && (hidden.number < 2 || hidden.sum < threshold)
    }

    /// The next counts of a group to hide: the smallest shown one of those that have grown, since
    /// the others are known from before and protect nothing; where none has, all.
    private func companions(_ group: Int) -> [(index: Int, group: Int)] {
        let first = group * sliceCount
        var best: Int?
        for at in first..<(first + sliceCount) where isShown[at] && ranges.count(at) > 0 {
            if best.map({ counts[at] < counts[$0] }) ?? true { best = at }
        }
        if let best { return [(best - first, group)] }
        return (0..<sliceCount).filter { isShown[first + $0] }.map { ($0, group) }
    }
}
