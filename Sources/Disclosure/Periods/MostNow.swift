extension Slice {
    /// What every count is at most now, as far as what is shown tells: itself where it is shown,
    /// else what the others leave of a total that is shown, or of the wider group; by column, then
    /// group.
    ///
    /// `hidden` says what is hidden, one bit a column, and `growth` what counts are beyond what is
    /// known of them, by column, then group.
    func mostNow(_ hidden: [UInt64], _ growth: [Int32], _ tree: GroupTree) -> [Int32] {
        var most = counts
        var least = counts
        let hiddenBelow = tree.ofParts(hidden)
        most.withUnsafeMutableBufferPointer { most in
            least.withUnsafeMutableBufferPointer { least in
                begin(most, least, hidden, growth)
                let least = UnsafeBufferPointer(least)
                for sum in shape.sums { lower(most, sum, hidden, least) }
                tree.withParts { parts in
                    for column in shape.columns.indices {
                        lower(most, column, hidden, hiddenBelow, least, parts)
                    }
                }
            }
        }
        return most
    }

    private func begin(
        _ most: UnsafeMutableBufferPointer<Int32>, _ least: UnsafeMutableBufferPointer<Int32>,
        _ hidden: [UInt64], _ growth: [Int32]
    ) {
        for group in domain {
            var rest = hidden[group]
            while rest != 0 {
                let at = rest.trailingZeroBitCount * groupCount + group
                most[at] = RangeTable.unbounded
                least[at] -= growth[at]
                rest &= rest - 1
            }
        }
    }

    private func lower(
        _ most: UnsafeMutableBufferPointer<Int32>, _ sum: PartsOfTotal, _ hidden: [UInt64],
        _ least: UnsafeBufferPointer<Int32>
    ) {
        let bits = SliceShape.bits(sum.parts)
        for group in domain where hidden[group] & bits != 0 {
            var rest = most[sum.total * groupCount + group]
            if rest == RangeTable.unbounded { continue }
            for column in sum.parts { rest -= least[column * groupCount + group] }
            for column in sum.parts where hidden[group] >> UInt64(column) & 1 != 0 {
                let at = column * groupCount + group
                most[at] = min(most[at], rest + least[at])
            }
        }
    }

    private func lower(
        _ most: UnsafeMutableBufferPointer<Int32>, _ column: Int, _ hidden: [UInt64],
        _ hiddenBelow: [UInt64], _ least: UnsafeBufferPointer<Int32>, _ parts: GroupParts
    ) {
        let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
        for parent in domain where hiddenBelow[parent] & bit != 0 {
            var rest = most[first + parent]
            if rest == RangeTable.unbounded { continue }
            for part in parts[parent] { rest -= least[first + Int(part)] }
            for part in parts[parent] where hidden[Int(part)] & bit != 0 {
                let at = first + Int(part)
                most[at] = min(most[at], rest + least[at])
            }
        }
    }
}
