/// Counts that are part of a sum and cannot be more than a number of cases, such as families that
/// had ended before an outcome was due.
extension SliceProtector {
    /// Notes what else must be hidden where hidden counts that are part of a sum, such as families
    /// that have ended, are nearly as many as the cases are.
    ///
    /// Whatever else is hidden of a group may be more only if these can be fewer, and others more
    /// in their stead.
    mutating func notePartsWithoutRoom() {
        for column in partsOfCases {
            for parent in tree.wholes
            where slice.domain.contains(parent) && !isHidden(column, parent) {
                notePartsWithoutRoom(column, parent)
            }
        }
    }

    /// Columns that are part of a sum and cannot be more than a number of cases.
    private var partsOfCases: [Int] {
        slice.shape.columns.indices.filter { column in
            !slice.most[column].isEmpty && slice.shape.mayStandIn(column)
                && slice.shape.sums.contains { $0.parts.contains(column) }
        }
    }

    /// Shows what is hidden for the sake of others only, is what it was, and can hardly be more: it
    /// is as good as known, and what is hidden beside it must do without it.
    mutating func showPartsKnown(but primary: Protection) {
        guard knowsEarlier else { return }
        let kept = alikeInOnlyParts(primary.hidden)
        for column in partsOfCases {
            let bit: UInt64 = 1 << UInt64(column)
            for group in slice.domain
            where protection.hidden[group] & ~kept[group] & bit != 0
                && isKnownPart(column, group) && isOneOfMany(column, group)
            {
                protection.hidden[group] &= ~bit
            }
        }
    }

    /// What is hidden of groups, in a group and its only part alike.
    private func alikeInOnlyParts(_ hidden: [UInt64]) -> [UInt64] {
        let onlyParts = tree.onlyParts.filter {
            slice.domain.contains($0) && slice.domain.contains(Int(tree.parents[$0]))
        }
        var hidden = hidden
        for part in onlyParts { hidden[Int(tree.parents[part])] |= hidden[part] }
        for part in onlyParts.reversed() { hidden[part] |= hidden[Int(tree.parents[part])] }
        return hidden
    }

    /// Whether a part is what an earlier period showed, and nearly as many as the cases.
    private func isKnownPart(_ column: Int, _ group: Int) -> Bool {
        let at = column * slice.groupCount + group
        let (now, most) = (slice.counts[at], slice.most[column][group])
        return slice.before?.exact(column, group) == now && most != .max
            && most - now < threshold - 1
    }

    /// Whether at least two others are hidden of every sum that a part is hidden in, and of the
    /// group's parts.
    private func isOneOfMany(_ column: Int, _ group: Int) -> Bool {
        let others = protection.hidden[group] & ~slice.shape.shared & ~(1 << UInt64(column))
        let isInSums = slice.shape.sums.allSatisfy { sum in
            !sum.parts.contains(column)
                || !isHidden(sum.total, group)
                    && (others & SliceShape.bits(sum.parts)).nonzeroBitCount > 1
        }
        let parent = Int(tree.parents[group])
        guard isInSums, slice.domain.contains(parent) else { return isInSums }
        let parts = tree.parts(parent)
        // The only part of a group is the group, which comes before it.
        if isHidden(column, parent) { return parts.count > 1 }
        return parts.count { isHidden(column, Int($0)) } != 2
    }

    private mutating func notePartsWithoutRoom(_ column: Int, _ parent: Int) {
        let parts = tree.parts(parent).map(Int.init)
        var room = PartsRoom(threshold)
        for part in parts where isHidden(column, part) { add(part, column, to: &room) }
        if room.isEnough { return }
        let shown = parts.filter { !isHidden(column, $0) }
            .sorted { (slice[column, $0], $0) < (slice[column, $1], $1) }
        let bit: UInt64 = 1 << UInt64(column)
        for next in shown where !room.isEnough {
            telling.append((next, bit))
            add(next, column, to: &room)
        }
        if !room.isEnough { telling.append((parent, bit)) }
    }

    private func add(_ group: Int, _ column: Int, to room: inout PartsRoom) {
        let (count, most) = (
            slice.counts[column * slice.groupCount + group], slice.most[column][group]
        )
        room.add(below: self.count(column, group), above: most == .max ? .max : most - count)
    }

    /// How much more the hidden parts of a group could be.
    private struct PartsRoom {
        private let threshold: Int32
        private var above: Int32 = 0
        private var parts: [(below: Int32, above: Int32)] = []

        init(_ threshold: Int32) {
            self.threshold = threshold
        }

        /// Adds a part that could be so much less and so much more.
        mutating func add(below: Int32, above: Int32) {
            // As much as the threshold is as good as any number.
            let part = (below: min(below, threshold - 1), above: max(0, min(above, threshold - 1)))
            parts.append(part)
            self.above += part.above
        }

        /// Whether the others could be as much more as each could be less.
        var isEnough: Bool {
            parts.allSatisfy { above - $0.above >= $0.below }
        }
    }
}
