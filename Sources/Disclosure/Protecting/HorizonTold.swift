import Model

/// What a slice tells of a total that other slices have too, such as the number of series, which
/// is the same at all horizons; of one group.
///
/// Each slice is protected by itself, as if its total were known. But what its hidden parts have
/// grown by since an earlier period may be too little for that, with nothing left to be hidden.
/// Then the other slices must not tell the total; nor, together with the earlier period, what it
/// was, where that leaves too little for what was hidden then.
struct HorizonTold: Sendable {
    /// What the total was at least and at most in the earlier period, as far as the slice tells.
    fileprivate var low: Int32 = 0
    fileprivate var high = RangeTable.unbounded
    /// What its parts were together at least and at most.
    fileprivate var lowOfParts: Int32 = 0
    fileprivate var highOfParts = RangeTable.unbounded
    /// Whether a part that was hidden then can have been as many numbers as the threshold.
    fileprivate var hasOpen = false
    /// The parts that were hidden then and are shown now, one bit a column.
    fileprivate var shownAgain: UInt64 = 0
    /// Whether the parts that are hidden now have grown so little together that the total would
    /// tell them.
    fileprivate var isHardlyGrown = false
    /// The part to be given up first, one bit; none where one is hidden, or none has grown.
    fileprivate var first: UInt64 = 0

    /// What the slices of one total have to give up, each for the others: one bit a column; nothing
    /// where none has to give up any.
    static func givenUp(_ slices: [HorizonTold], threshold: Int32) -> [UInt64] {
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
        var givenUp = slices.map { isHardlyGrown ? $0.first : 0 }
        for (own, slice) in slices.enumerated() where slice.isTold(low, high, threshold) {
            // First whatever tells more than the slice itself.
            let others = slices.indices.filter {
                slices[$0].shownAgain != 0
                    && (slices[$0].low > slice.low || slices[$0].high < slice.high)
            }
            for other in others { givenUp[other] |= slices[other].shownAgain }
            if others.isEmpty { givenUp[own] |= slice.shownAgain }
        }
        return givenUp
    }

    /// Whether a total between two numbers tells what the slice itself does not.
    private func isTold(_ low: Int32, _ high: Int32, _ threshold: Int32) -> Bool {
        guard hasOpen, low > self.low || high < self.high, low <= high else { return false }
        return high - lowOfParts < threshold - 1 || highOfParts - low < threshold - 1
    }
}

extension SliceProtector {
    /// What the slice tells of a total of each group.
    func told(_ sum: PartsOfTotal, _ before: EarlierCounts, _ ranges: RangesBefore) -> [HorizonTold]
    {
        (0..<slice.groupCount).map { told(sum, $0, before, ranges) }
    }

    /// Looks at a total of one group, its parts, and what of them is hidden now.
    private func told(
        _ sum: PartsOfTotal, _ group: Int, _ before: EarlierCounts, _ ranges: RangesBefore
    ) -> HorizonTold {
        var told = HorizonTold()
        let total = sum.total * slice.groupCount + group
        // One in which nobody was counted tells nothing and has nothing to lose.
        guard slice.domain.contains(group), slice.counts[total] > 0 else { return told }
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
            guard slice.shape.mayStandIn(column) else { continue }
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
