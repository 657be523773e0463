/// What is hidden now beside what was hidden before.
extension SliceProtector {
    /// Finds what the sums of the earlier period and what is shown now tell together: of what was
    /// hidden then, for which more is `telling` now; and of counts that are hidden now, which are
    /// known to be so much at least. Returns whether there are such.
    mutating func takeInBefore() -> Bool {
        // Of days gone by, what was hidden is hidden.
        guard let before = slice.before, !slice.shape.isPast else { return false }
        let now = RangesNow(slice, protection.hidden, growth, tree)
        let ranges = RangesBefore(slice, before, tree, most: now.most)
        self.ranges = ranges
        noteTelling(of: before, ranges)
        return raise { max(now.least[$0], ranges.least($0)) }
    }

    /// Takes hidden counts to be known to be so much at least, as what they were and what the others
    /// can be at most tell, where too little would be left of them to stand in for one another.
    private mutating func raise(_ least: (Int) -> Int32) -> Bool {
        // Of what may have fallen nothing is known.
        let left = slice.shape.falling | decidedElsewhere
        var isRaised = false
        for sum in slice.shape.sums {
            let bits = SliceShape.bits(sum.parts)
            for group in slice.domain where !isHidden(sum.total, group) {
                let hidden = protection.hidden[group] & bits
                if hidden == 0 || hidden & left != 0 { continue }
                if raise(columns: hidden, group, least) { isRaised = true }
            }
        }
        let some = protection.hidden[slice.domain].reduce(0, |) & ~left
        for column in slice.shape.columns.indices where some >> UInt64(column) & 1 != 0 {
            for parent in tree.wholes
            where slice.domain.contains(parent) && !isHidden(column, parent) {
                if raise(column, partsOf: parent, least) { isRaised = true }
            }
        }
        return isRaised
    }

    /// The hidden parts of a total in one group.
    private mutating func raise(
        columns: UInt64, _ group: Int, _ least: (Int) -> Int32
    ) -> Bool {
        var left = Left()
        var rest = columns
        while rest != 0 {
            add(rest.trailingZeroBitCount * slice.groupCount + group, least, to: &left)
            rest &= rest - 1
        }
        guard left.isTooLittle(threshold) else { return false }
        for column in slice.shape.columns.indices where columns >> UInt64(column) & 1 != 0 {
            know(column * slice.groupCount + group, least)
        }
        return true
    }

    /// A column in the parts of a group that hide it.
    private mutating func raise(
        _ column: Int, partsOf parent: Int, _ least: (Int) -> Int32
    ) -> Bool {
        let first = column * slice.groupCount
        var left = Left()
        for part in tree.parts(parent) where isHidden(column, Int(part)) {
            add(first + Int(part), least, to: &left)
        }
        guard left.isTooLittle(threshold) else { return false }
        for part in tree.parts(parent) where isHidden(column, Int(part)) {
            know(first + Int(part), least)
        }
        return true
    }

    /// What hidden counts have grown by together, as far as one took it, and as far as it is.
    private struct Left {
        var before: Int32 = 0
        var now: Int32 = 0

        func isTooLittle(_ threshold: Int32) -> Bool {
            before >= threshold - 1 && now < threshold - 1
        }
    }

    private func add(_ at: Int, _ least: (Int) -> Int32, to left: inout Left) {
        left.before += growth[at]
        left.now += min(growth[at], max(0, slice.counts[at] - least(at)))
    }

    /// Notes what tells of counts that were hidden before to within fewer values than the
    /// threshold, which the earlier period alone does not.
    ///
    /// Where nothing else does, it is a column that stands in other slices too: those must hide it
    /// with this one.
    private mutating func noteTelling(of before: EarlierCounts, _ ranges: RangesBefore) {
        protection.tellingShared = []
        let again = slice.domain.reduce(UInt64(0)) { $0 | shownAgain($1, before) }
        let shared = sharedBeside(before)
        if again == 0 && shared.isEmpty { return }
        var alone: RangesBefore?
        for group in slice.domain {
            var bits = before.open(group)
            while bits != 0 {
                let column = bits.trailingZeroBitCount
                bits &= bits - 1
                let at = column * slice.groupCount + group
                // What had been kept, and is what it was then, says that it has not changed.
                guard ranges.width(at) < threshold - 1, before.exact(column, group) == .unknown,
                    before.known[at] != slice.counts[at]
                else { continue }
                let beside = shownBeside(column, group, before, again)
                let sharedBeside =
                    beside.isEmpty && !shared.isEmpty ? besideInSums(column) & shared[group] : 0
                if beside.isEmpty && sharedBeside == 0 { continue }
                let then = alone ?? RangesBefore(slice, before, tree)
                alone = then
                guard then.width(at) >= threshold - 1 else { continue }
                telling += beside
                noteTelling(shared: sharedBeside, beside: group, before)
            }
        }
    }

    /// What was hidden of the sums that a count is part of, and is shown now.
    private func shownBeside(
        _ column: Int, _ group: Int, _ before: EarlierCounts, _ somewhere: UInt64
    ) -> [(group: Int, bits: UInt64)] {
        var beside: [(group: Int, bits: UInt64)] = []
        let again = shownAgain(group, before)
        if again != 0 {
            for sum in slice.shape.sums where sum.parts.contains(column) {
                let bits = again & SliceShape.bits(sum.parts)
                if bits != 0 { beside.append((group, bits)) }
            }
        }
        let parent = Int(tree.parents[group])
        let bit: UInt64 = 1 << UInt64(column)
        guard slice.domain.contains(parent), somewhere & bit != 0 else { return beside }
        for part in tree.parts(parent).map(Int.init) where shownAgain(part, before) & bit != 0 {
            beside.append((part, bit))
        }
        return beside
    }

    /// What stands in other slices too, was hidden and is shown now, of each group or of one beside
    /// it, one bit a column; empty where there is no such.
    private func sharedBeside(_ before: EarlierCounts) -> [UInt64] {
        guard slice.domain.contains(where: { sharedAgain($0, before) != 0 }) else { return [] }
        let again = (0..<slice.groupCount).map { sharedAgain($0, before) }
        let ofParts = tree.ofParts(again)
        return again.indices.map { group in
            let parent = Int(tree.parents[group])
            return slice.domain.contains(parent) ? ofParts[parent] : again[group]
        }
    }

    /// The columns that add up with one to a total, one bit a column.
    private func besideInSums(_ column: Int) -> UInt64 {
        slice.shape.sums.reduce(0) { bits, sum in
            sum.parts.contains(column) ? bits | SliceShape.bits(sum.parts) : bits
        }
    }

    /// Notes where columns that stand in other slices too are shown anew, in a group or in one
    /// beside it.
    private mutating func noteTelling(shared: UInt64, beside group: Int, _ before: EarlierCounts) {
        if shared == 0 { return }
        let parent = Int(tree.parents[group])
        let groups = slice.domain.contains(parent) ? tree.parts(parent).map(Int.init) : [group]
        for group in groups {
            protection.noteTelling(shared: shared & sharedAgain(group, before), group)
        }
    }

    /// What a group shows that stands in other slices too and was hidden before, one bit a column.
    private func sharedAgain(_ group: Int, _ before: EarlierCounts) -> UInt64 {
        before.open(group) & ~protection.hidden[group] & slice.shape.shared
    }

    /// What a group shows that was hidden before, one bit a column.
    private func shownAgain(_ group: Int, _ before: EarlierCounts) -> UInt64 {
        before.open(group) & ~protection.hidden[group] & ~decidedElsewhere
    }
}
