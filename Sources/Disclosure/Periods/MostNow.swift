extension Slice {
    /// What every count is at most now, as far as what is shown tells: itself where it is shown,
    /// else what the others leave of a total that is shown, or of the wider group; by column, then
    /// group.
    ///
    /// `hidden` says what is hidden, one bit a column, and `growth` what counts are beyond what is
    /// known of them, by column, then group.
    func mostNow(_ hidden: [UInt64], _ growth: [Int32], _ tree: GroupTree) -> [Int32] {
        var most = Array(repeating: RangeTable.unbounded, count: counts.count)
        var least = counts
        for column in shape.columns.indices {
            let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
            for group in domain {
                if hidden[group] & bit == 0 {
                    most[first + group] = counts[first + group]
                } else {
                    least[first + group] -= growth[first + group]
                }
            }
        }
        most.withUnsafeMutableBufferPointer { most in
            least.withUnsafeBufferPointer { least in
                for sum in shape.sums { lower(most, sum, hidden, least) }
                for column in shape.columns.indices { lower(most, column, hidden, least, tree) }
            }
        }
        return most
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
        _ least: UnsafeBufferPointer<Int32>, _ tree: GroupTree
    ) {
        let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
        for parent in domain where !tree.parts(parent).isEmpty {
            var rest = most[first + parent]
            if rest == RangeTable.unbounded { continue }
            for part in tree.parts(parent) { rest -= least[first + Int(part)] }
            for part in tree.parts(parent).map(Int.init) where hidden[part] & bit != 0 {
                most[first + part] = min(most[first + part], rest + least[first + part])
            }
        }
    }
}
