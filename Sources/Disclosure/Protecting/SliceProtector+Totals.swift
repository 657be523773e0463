import Model

/// Totals: a count of a group within the group that it is a part of.
extension SliceProtector {
    /// Hides further totals, the smallest first, until the hidden parts of a group are at least
    /// two, together as many as the threshold, and together far enough from what they are at most.
    mutating func protectTotal(_ column: Int) {
        hideWithoutRoom(column)
        for parent in tree.wholes where slice.domain.contains(parent) {
            if parent == all {
                protectTopTotal(column, parent)
            } else {
                protectTotal(column, parent)
            }
        }
    }

    /// Hides a group's total where its parts are so near to what they can be at most that they
    /// could not be anything else.
    private mutating func hideWithoutRoom(_ column: Int) {
        let most = slice.most[column]
        if most.isEmpty { return }
        for group in tree.wholes.reversed() where slice.domain.contains(group) {
            let parts = tree.parts(group)
            guard parts.contains(where: { isHidden(column, Int($0)) }) else { continue }
            var room = Room(threshold)
            for part in parts { add(Int(part), column, most, to: &room) }
            if !room.isEnough { hide(column, group) }
        }
    }

    /// What the hidden parts of a total could be instead.
    private struct Room {
        private let threshold: Int32
        /// How much more they could be together.
        private var above: Int32 = 0
        /// Over how many values they can range together, and the one that ranges furthest.
        private var range: Int32 = 0
        private var furthest: Int32 = 0
        /// How many of them nobody knows what they are at most, what those count, and how much
        /// more the others could be.
        private var boundless = 0
        private var inBoundless: Int32 = 0
        private var aboveOthers: Int32 = 0

        init(_ threshold: Int32) {
            self.threshold = threshold
        }

        /// Adds a part that could be so much less, and so much more, if anybody knows.
        mutating func add(count: Int32, below: Int32, above: Int32?) {
            // Twice the threshold is as good as any number.
            let (below, near) = (min(below, 2 * threshold), min(above ?? .max, 2 * threshold))
            self.above += near
            range += near + below
            furthest = max(furthest, near + below)
            if let above {
                aboveOthers += above
            } else {
                boundless += 1
                inBoundless += count
            }
        }

        /// Whether there is room above all of them, and beside each of them; and whether the only
        /// one of a hidden number of cases could be nobody, so that it tells nothing of the cases.
        var isEnough: Bool {
            above >= threshold - 1 && range - furthest >= threshold - 1
                && (boundless != 1 || aboveOthers >= inBoundless)
        }
    }

    private func add(_ group: Int, _ column: Int, _ most: [Int32], to room: inout Room) {
        let count = slice.counts[column * slice.groupCount + group]
        if most.isEmpty {
            return room.add(count: 0, below: self.count(column, group), above: nil)
        }
        room.add(
            count: count, below: self.count(column, group),
            above: most[group] == .max ? nil : most[group] - count)
    }

    mutating func protectTotal(_ column: Int, _ parent: Int) {
        if isHidden(column, parent) {
            for part in tree.parts(parent) { hide(column, Int(part)) }
        } else {
            hideEnoughTotals(column, parent)
        }
    }

    /// Hides further parts until they are enough. Where all of them are not, since an earlier
    /// period tells of them, the group must be hidden too.
    private mutating func hideEnoughTotals(_ column: Int, _ parent: Int) {
        let parts = tree.parts(parent)
        let most = slice.most[column]
        var number = 0
        var sum: Int32 = 0
        var room = Room(threshold)
        for part in parts where isHidden(column, Int(part)) {
            number += 1
            sum += count(column, Int(part))
            add(Int(part), column, most, to: &room)
        }
        while number > 0, number < parts.count,
            number < 2 || sum < threshold || !room.isEnough
        {
            guard let next = smallestShown(column, parts) else { return }
            hide(column, next)
            number += 1
            sum += count(column, next)
            add(next, column, most, to: &room)
        }
        if number == parts.count, knowsEarlier, sum < threshold - 1 || !room.isEnough {
            telling.append((parent, 1 << UInt64(column)))
        }
    }

    /// The first of the smallest parts that still show a column.
    private func smallestShown(_ column: Int, _ parts: ArraySlice<Int32>) -> Int? {
        var best: Int?
        var least = Int32.max
        for part in parts.map(Int.init) where !isHidden(column, part) {
            let rank = SliceProtector.rank(count(column, part))
            if rank < least { (best, least) = (part, rank) }
        }
        return best
    }

    /// The place of a count among those that may stand in for others, the smallest first. One
    /// that has not grown is known from before and protects nothing, so it comes last.
    static func rank(_ count: Int32) -> Int32 { count == 0 ? .max - 1 : count }
}
