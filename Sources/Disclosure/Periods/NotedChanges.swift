import Model

/// What is known of the parts of a group together from an earlier period. What did not stand
/// there was nought.
private struct EarlierParts {
    /// What was shown of them.
    private(set) var shown: Int32 = 0
    /// What they were at most, given what they are now.
    private(set) var now: Int32 = 0

    mutating func add(shown number: Int32) {
        shown += number
        now += number
    }

    mutating func add(hidden count: Int32, least: Int32) {
        shown += least
        now += count
    }
}

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
        for column in shape.columns.indices { note(before, column, least) }
        for sum in shape.sums.reversed() where sum.parts.count > 1 { raise(sum) }
        raise(tree)
        if shape.isPast {
            for group in domain { changedLittle[group] |= before.hidden[group] }
        }
        for sum in shape.sums where sum.parts.count > 1 { holdBack(sum, before, least) }
        holdBackGroups(tree, before, least)
        self.before = before
    }

    private mutating func note(_ before: EarlierCounts, _ column: Int, _ threshold: Int32) {
        let bit: UInt64 = 1 << UInt64(column)
        let isSeen = isSeen(column) && !shape.followsCases(column)
        let isFalling = shape.falling & bit != 0
        for group in domain {
            let at = column * groupCount + group
            let number = before.known[at]
            if number == .unknown { continue }
            let change = abs(counts[at] - number)
            if isSeen && change >= 1 && change < threshold { changedLittle[group] |= bit }
            if !isFalling && before.mixed[group] & bit == 0 {
                atLeast[at] = max(0, min(number, counts[at]))
            }
        }
    }

    /// A total is at least what its parts are.
    private mutating func raise(_ sum: PartsOfTotal) {
        if shape.falling >> UInt64(sum.total) & 1 != 0 { return }
        atLeast.withUnsafeMutableBufferPointer { atLeast in
            for group in domain {
                let total = sum.total * groupCount + group
                let ofParts = sum.parts.reduce(0) { $0 + atLeast[$1 * groupCount + group] }
                atLeast[total] = min(counts[total], max(atLeast[total], ofParts))
            }
        }
    }

    /// A group has at least what its parts have.
    private mutating func raise(_ tree: GroupTree) {
        atLeast.withUnsafeMutableBufferPointer { atLeast in
            tree.withParts { parts in
                for column in shape.columns.indices {
                    let first = column * groupCount
                    // Parts stand behind their group.
                    for group in tree.wholes.reversed() where domain.contains(group) {
                        let ofParts = parts[group].reduce(0) { $0 + atLeast[first + Int($1)] }
                        let at = first + group
                        atLeast[at] = min(counts[at], max(atLeast[at], ofParts))
                    }
                }
            }
        }
    }

    /// Whether a count is shown, or what is left of a total that is: in the slice's own table, or
    /// as a number of cases.
    private func isSeen(_ column: Int) -> Bool {
        !shape.columns[column].isEmpty
            || shape.sums.contains {
                $0.parts.contains(column)
                    && (!shape.columns[$0.total].isEmpty || shape.equalsCases($0.total))
            }
    }

    /// Parts of a total that were hidden stay so while they have hardly grown together: none of
    /// them was more than it is now, so what they are now would tell what they were.
    private mutating func holdBack(
        _ sum: PartsOfTotal, _ before: EarlierCounts, _ threshold: Int32
    ) {
        for group in domain {
            let total = before.exact(sum.total, group)
            if total == .unknown { continue }
            var growth = -total
            var bits: UInt64 = 0
            for column in sum.parts {
                let number = before.exact(column, group)
                if number != .unknown {
                    growth += number
                } else {
                    growth += counts[column * groupCount + group]
                    bits |= before.open(group) & 1 << UInt64(column)
                }
            }
            // One that may have been more than it is leaves the others open.
            if bits & shape.falling == 0, growth < threshold - 1 {
                changedLittle[group] |= bits & ~shape.shared
            }
        }
    }

    /// The same for the parts of groups. And a group that was hidden was no more than it is now,
    /// and no less than the parts of it that were shown.
    private mutating func holdBackGroups(
        _ tree: GroupTree, _ before: EarlierCounts, _ threshold: Int32
    ) {
        let open = (0..<groupCount).map(before.open)
        // Of days gone by, what was hidden is hidden already.
        let asked = shape.isPast ? before.kept : open
        let wasHidden = asked[domain].reduce(0, |) & ~shape.falling
        var families = Array(repeating: EarlierParts(), count: groupCount)
        for column in shape.columns.indices
        // What follows a number of cases is hidden where that is.
        where wasHidden >> UInt64(column) & 1 != 0 && !shape.followsCases(column) {
            let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
            addUp(&families, column, open, tree, before)
            for group in domain where asked[group] & before.inexact[group] & bit != 0 {
                let parent = Int(tree.parents[group])
                let whole = domain.contains(parent) ? before.exact(column, parent) : .unknown
                var room = counts[first + group] - families[group].shown
                if whole != .unknown { room = min(room, families[parent].now - whole) }
                if room < threshold - 1 { changedLittle[group] |= bit }
            }
        }
    }

    /// Adds up what is known of the parts of every group together.
    private func addUp(
        _ families: inout [EarlierParts], _ column: Int, _ open: [UInt64], _ tree: GroupTree,
        _ before: EarlierCounts
    ) {
        let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
        tree.withParts { parts in
            for parent in tree.wholes where domain.contains(parent) {
                var family = EarlierParts()
                for part in parts[parent].lazy.map(Int.init) {
                    let number = before.known[first + part]
                    if before.inexact[part] & bit == 0 {
                        family.add(shown: number)
                    } else if open[part] & bit != 0 {
                        family.add(hidden: counts[first + part], least: max(0, number))
                    }
                }
                families[parent] = family
            }
        }
    }

    /// The groups in which what is hidden beside a shared part of a number of cases has hardly
    /// grown: the shared part must be hidden too, since they could not stand in for one another.
    func hardlyGrown(beside shared: Int, threshold: Int) -> [Int] {
        guard
            let sum = shape.sums.first(where: {
                $0.parts.contains(shared) && shape.equalsCases($0.total)
            })
        else { return [] }
        let others = sum.parts.filter { $0 != shared }
        return domain.filter { group in
            let hides = others.contains { column in
                self[column, group] < threshold || changedLittle[group] >> UInt64(column) & 1 != 0
            }
            return hides && others.reduce(0) { $0 + self.growth($1, group) } < Int32(threshold) - 1
        }
    }
}
