import Model

/// What a slice tells of a total that other slices have too, of one group: the number of series,
/// which is the same at all horizons, or of those who are due, the same in all outcomes at one.
///
/// Each slice is protected by itself, as if its total were known. But what its hidden parts have
/// grown by since an earlier period may be too little for that, with nothing left to be hidden.
/// Then the other slices must not tell the total; nor, together with the earlier period, what it
/// was, where that leaves too little for what was hidden then.
struct TotalTold: Sendable {
    /// What the total was at least and at most in the earlier period, as far as the slice tells.
    fileprivate var low: Int32 = 0
    fileprivate var high = RangeTable.unbounded
    /// What its parts were together at least and at most.
    fileprivate var lowOfParts: Int32 = 0
    fileprivate var highOfParts = RangeTable.unbounded
    /// Whether a part that was hidden then can have been as many numbers as the threshold.
    fileprivate var hasOpen = false
    /// The parts that were hidden then and are shown now, one bit a column.
    fileprivate(set) var shownAgain: UInt64 = 0
    /// Those of the hidden parts that are shown now in another part of the same group.
    fileprivate var shownBeside: UInt64 = 0
    /// Those that are shown now and stand in other slices too.
    fileprivate var sharedAgain: UInt64 = 0
    /// Whether the parts that are hidden now have grown so little together that the total would
    /// tell them.
    fileprivate var isHardlyGrown = false
    /// The part to be given up first, one bit; none where one is hidden, or none has grown.
    fileprivate var first: UInt64 = 0

    /// What a slice gives up for the others, one bit a column: in the group itself; in it and the
    /// groups beside it, of what was hidden there and is shown now; and where nothing else is left,
    /// what stands in other slices too.
    struct GivenUp {
        var own: UInt64 = 0
        var shownAgain: UInt64 = 0
        var shared: UInt64 = 0

        var isNothing: Bool { own | shownAgain | shared == 0 }
    }

    /// What the slices of one total have to give up, each for the others; nothing where none has
    /// to give up any.
    static func givenUp(_ slices: [TotalTold], threshold: Int32) -> [GivenUp] {
        var low: Int32 = 0
        var high = RangeTable.unbounded
        var isHardlyGrown = false
        for slice in slices {
            low = max(low, slice.low)
            high = min(high, slice.high)
            if slice.isHardlyGrown { isHardlyGrown = true }
        }
        guard isHardlyGrown || slices.contains(where: { $0.isTold(low, high, threshold) }) else {
            return []
        }
        var givenUp = slices.map { GivenUp(own: isHardlyGrown ? $0.first : 0) }
        for (own, slice) in slices.enumerated() where slice.isTold(low, high, threshold) {
            // First whatever tells more than the slice itself.
            let others = slices.indices.filter {
                slices[$0].shownAnywhere != 0
                    && (slices[$0].low > slice.low || slices[$0].high < slice.high)
            }
            if others.isEmpty && slice.shownAnywhere == 0 {
                givenUp[own].shared |= slice.sharedAgain
            }
            for each in others.isEmpty ? [own] : others {
                givenUp[each].shownAgain |= slices[each].shownAnywhere
            }
        }
        return givenUp
    }

    private var shownAnywhere: UInt64 { shownAgain | shownBeside }

    /// Whether a total between two numbers tells what the slice itself does not.
    private func isTold(_ low: Int32, _ high: Int32, _ threshold: Int32) -> Bool {
        guard hasOpen, low > self.low || high < self.high, low <= high else { return false }
        return high - lowOfParts < threshold - 1 || highOfParts - low < threshold - 1
    }
}

extension TotalTold {
    /// Takes those away who are not due: the others are what the slices have in common. Whoever
    /// is due is told by these alone, and hidden with them, so nothing is given up for the total
    /// as it is now.
    fileprivate mutating func take(away notDue: Int, _ ranges: RangesBefore) {
        low = max(0, low - ranges.most(notDue))
        high -= ranges.least(notDue)
        (isHardlyGrown, first) = (false, 0)
    }
}

extension Slice {
    /// The sum whose total the slice has in common with others, if there is one.
    fileprivate var sumInCommon: PartsOfTotal? {
        switch totalInCommon {
        case .series: shape.sums.first { $0.total == totalElsewhere?.column }
        case .due: shape.sums.first { shape.equalsCases($0.total) }
        case nil: nil
        }
    }

    /// The part of a number of cases that is not due, if those who are due are in common.
    fileprivate func columnNotDue(_ sum: PartsOfTotal) -> Int? {
        guard case .due = totalInCommon else { return nil }
        return sum.parts.first { !shape.mayStandIn($0) }
    }
}

extension SliceProtector {
    /// What the slice tells of the total that it has in common with others, of each group.
    func told(_ before: EarlierCounts, _ ranges: RangesBefore) -> [TotalTold] {
        guard let sum = slice.sumInCommon else { return [] }
        let notDue = slice.columnNotDue(sum)
        var due = sum
        due.parts.removeAll { $0 == notDue }
        var all = (0..<slice.groupCount).map { group in
            // One in which nobody is counted tells nothing and has nothing to lose.
            guard slice.domain.contains(group), slice[sum.total, group] > 0 else {
                return TotalTold()
            }
            var told = told(due, group, before, ranges)
            if let notDue { told.take(away: notDue * slice.groupCount + group, ranges) }
            return told
        }
        noteBeside(&all, before)
        return all
    }

    /// Notes what groups that are parts of the same one show now and hid then.
    private func noteBeside(_ all: inout [TotalTold], _ before: EarlierCounts) {
        guard all.contains(where: { $0.shownAgain != 0 }) else { return }
        let ofParts = tree.ofParts(all.map(\.shownAgain))
        for group in slice.domain where slice.domain.contains(Int(tree.parents[group])) {
            all[group].shownBeside = ofParts[Int(tree.parents[group])] & before.open(group)
        }
    }

    /// Looks at a total of one group, its parts, and what of them is hidden now.
    private func told(
        _ sum: PartsOfTotal, _ group: Int, _ before: EarlierCounts, _ ranges: RangesBefore
    ) -> TotalTold {
        var told = TotalTold()
        let total = sum.total * slice.groupCount + group
        (told.low, told.high) = (ranges.least(total), ranges.most(total))
        told.highOfParts = 0
        let (hidden, open) = (protection.hidden[group], before.open(group))
        var grown: Int32 = 0
        for column in sum.parts {
            let (at, bit) = (column * slice.groupCount + group, UInt64(1) << UInt64(column))
            told.lowOfParts += ranges.least(at)
            told.highOfParts = min(RangeTable.unbounded, told.highOfParts + ranges.most(at))
            if open & before.inexact[group] & bit != 0, before.known[at] != slice.counts[at],
                ranges.width(at) >= threshold - 1
            {
                told.hasOpen = true
            }
            guard slice.shape.mayStandIn(column) else {
                told.sharedAgain |= open & bit & ~hidden
                continue
            }
            if hidden & bit != 0 {
                told.isHardlyGrown = true
                grown += growth[at]
            } else {
                told.shownAgain |= open & bit
                if growth[at] > 0 && told.first == 0 { told.first = bit }
            }
        }
        told.isHardlyGrown = told.isHardlyGrown && grown < threshold - 1
        if hidden & SliceShape.bits(sum.parts) != 0 { told.first = 0 }
        return told
    }
}
