import Model

extension Slice {
    /// Notes what an earlier period says of the counts.
    ///
    /// A count that changed by one to one less than the threshold since last shown is hidden: the
    /// difference would be a small count. What a count was is what it is at least, if it only
    /// grows. And parts that were hidden stay so until they have grown together.
    mutating func noteChanges(
        since earlier: [EarlierFigures], _ cases: EarlierCases, _ tree: GroupTree, threshold: Int
    ) {
        guard earlier.contains(where: \.isKnown) else { return }
        let before = EarlierCounts(self, earlier, cases, tree)
        let least = Int32(threshold)
        atLeast = Array(repeating: 0, count: counts.count)
        for column in shape.columns.indices {
            note(before, column, least)
            raise(column, tree)
        }
        if shape.isPast {
            for group in domain { changedLittle[group] |= before.hidden[group] }
        }
        for sum in shape.sums where sum.parts.count > 1 { holdBack(sum, before, least) }
        for column in shape.columns.indices where shape.falling >> UInt64(column) & 1 == 0 {
            holdBack(column, tree, before, least)
        }
    }

    private mutating func note(_ before: EarlierCounts, _ column: Int, _ threshold: Int32) {
        let bit: UInt64 = 1 << UInt64(column)
        let (isSeen, isFalling) = (isSeen(column), shape.falling & bit != 0)
        for group in domain {
            let at = column * groupCount + group
            let number = before.known[at]
            if number == .unknown { continue }
            let change = abs(counts[at] - number)
            if isSeen && change >= 1 && change < threshold { changedLittle[group] |= bit }
            if !isFalling { atLeast[at] = max(0, min(number, counts[at])) }
        }
    }

    /// A group has at least what its parts have.
    private mutating func raise(_ column: Int, _ tree: GroupTree) {
        let first = column * groupCount
        for group in domain.reversed() {
            var ofParts: Int32 = 0
            for part in tree.parts(group) { ofParts += atLeast[first + Int(part)] }
            let at = first + group
            atLeast[at] = min(counts[at], max(atLeast[at], ofParts))
        }
    }

    /// Whether a count is shown, or what is left of a total that is.
    private func isSeen(_ column: Int) -> Bool {
        !shape.columns[column].isEmpty
            || shape.sums.contains {
                $0.parts.contains(column) && !shape.columns[$0.total].isEmpty
            }
    }

    /// Parts of a total that were hidden stay so while they have hardly grown together: none of
    /// them was more than it is now, so what they are now would tell what they were.
    private mutating func holdBack(
        _ sum: PartsOfTotal, _ before: EarlierCounts, _ threshold: Int32
    ) {
        for group in domain {
            let total = before.known[sum.total * groupCount + group]
            if total == .unknown { continue }
            var growth = -total
            var bits: UInt64 = 0
            for column in sum.parts {
                let at = column * groupCount + group
                if before.known[at] != .unknown {
                    growth += before.known[at]
                } else {
                    growth += counts[at]
                    bits |= before.hidden[group] & 1 << UInt64(column)
                }
            }
            // One that may have been more than it is leaves the others open.
            if bits & shape.falling == 0, growth < threshold - 1 {
                changedLittle[group] |= bits & ~shape.shared
            }
        }
    }

    /// The same for the parts of groups.
    private mutating func holdBack(
        _ column: Int, _ tree: GroupTree, _ before: EarlierCounts, _ threshold: Int32
    ) {
        let first = column * groupCount
        let bit: UInt64 = 1 << UInt64(column)
        for parent in domain {
            let known = before.known[first + parent]
            // A group that was hidden was no more than it is now, and no less than the parts of it
            // that were shown.
            if known == .unknown {
                if before.hidden[parent] & bit == 0 { continue }
                let shown = tree.parts(parent).reduce(Int32(0)) { sum, part in
                    let number = before.known[first + Int(part)]
                    return number == .unknown ? sum : sum + number
                }
                if counts[first + parent] - shown < threshold - 1 { changedLittle[parent] |= bit }
                continue
            }
            let parts = tree.parts(parent)
            var growth = -known
            var isHidden = false
            for part in parts.map(Int.init) {
                let number = before.known[first + part]
                growth += number == .unknown ? counts[first + part] : number
                if number == .unknown && before.hidden[part] & bit != 0 { isHidden = true }
            }
            guard isHidden, growth < threshold - 1 else { continue }
            for part in parts.map(Int.init)
            where before.known[first + part] == .unknown && before.hidden[part] & bit != 0 {
                changedLittle[part] |= bit
            }
        }
    }
}
