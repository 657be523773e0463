import Model

/// Which columns of each group are hidden, and why: one bit a column.
struct Protection: Sendable {
    /// All that are hidden.
    var hidden: [UInt64]
    /// Hidden because they are small.
    var small: [UInt64]
    /// Hidden because they changed little since last published.
    var changedLittle: [UInt64]
    /// What each group tells of a total that other slices have too; empty where there is none, or
    /// no earlier period.
    var told: [TotalTold] = []
    /// What is shown, stands in other slices too, and tells together with an earlier period, one
    /// bit a column; empty where there is no such.
    var tellingShared: [UInt64] = []

    init(groups: Int) {
        hidden = Array(repeating: 0, count: groups)
        small = hidden
        changedLittle = hidden
    }

    /// Notes what a group shows that stands in other slices too, and tells of others.
    mutating func noteTelling(shared bits: UInt64, _ group: Int) {
        if bits == 0 { return }
        if tellingShared.isEmpty { tellingShared = Array(repeating: 0, count: hidden.count) }
        tellingShared[group] |= bits
    }

    /// Says why a column of each group is hidden.
    @inline(__always)
    func withReasons(
        _ column: Int, _ body: ((_ group: Int) -> HiddenLedger.Reason) -> Void
    ) {
        let bit: UInt64 = 1 << UInt64(column)
        hidden.withUnsafeBufferPointer { hidden in
            small.withUnsafeBufferPointer { small in
                changedLittle.withUnsafeBufferPointer { changedLittle in
                    body { group in
                        if hidden[group] & bit == 0 { return .none }
                        if small[group] & bit != 0 { return .small }
                        return changedLittle[group] & bit != 0 ? .changedLittle : .complementary
                    }
                }
            }
        }
    }
}

extension Slice {
    /// Hides every small count, and each count that changed little, and no more.
    func primary(threshold: Int) -> Protection {
        let small = smallCounts(under: Int32(threshold))
        var protection = Protection(groups: groupCount)
        for group in domain {
            protection.changedLittle[group] = changedLittle[group] & ~small[group]
        }
        for group in domain {
            protection.hidden[group] = small[group] | changedLittle[group] | alsoHidden[group]
        }
        protection.small = small
        return protection
    }

    /// The columns of each group that are small, one bit a column.
    private func smallCounts(under least: Int32) -> [UInt64] {
        var small = Array(repeating: UInt64(0), count: groupCount)
        small.withUnsafeMutableBufferPointer { small in
            counts.withUnsafeBufferPointer { counts in
                for column in shape.columns.indices {
                    let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
                    for group in domain {
                        small[group] |= counts[first + group] < least ? bit : 0
                    }
                }
            }
            for group in domain { small[group] = (small[group] | alsoSmall[group]) & ~shape.zeros }
        }
        return small
    }
}
