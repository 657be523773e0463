/// The sum over all programmes beside the programmes.
///
/// Where one programme is nearly everything, the others are too few to stand between its counts
/// and the sum's: one of the two must go. What the sum says, the programme says better, so the
/// sum is worth half: it is given up where more than half of it would be hidden otherwise.
extension SliceProtector {
    /// Hides totals of programmes so that none that is small can be worked out, or the sum's.
    mutating func protectTopTotal(_ column: Int, _ all: Int) {
        let before = protection.hidden
        protectTotal(column, all)
        let lost = tree.parts(all).reduce(Int32(0)) { lost, programme in
            let isNew = (protection.hidden[Int(programme)] ^ before[Int(programme)]) != 0
            return isNew ? lost + count(column, Int(programme)) : lost
        }
        if !isHidden(column, all) && 2 * lost > count(column, all) {
            protection.hidden = before
            hide(column, all)
            hideEnoughBeside(column, all)
        }
    }

    /// Hides further totals of programmes, the smallest first, until those that are hidden leave
    /// the sum open: together they must be able to take as many values as the threshold.
    private mutating func hideEnoughBeside(_ column: Int, _ all: Int) {
        let programmes = tree.parts(all).map(Int.init)
        var range = programmes.filter { isHidden(column, $0) }
            .reduce(0) { $0 + self.range(column, $1) }
        let shown = programmes.filter { !isHidden(column, $0) }
            .sorted { (slice[column, $0], $0) < (slice[column, $1], $1) }
        for next in shown where range < threshold - 1 {
            hide(column, next)
            range += self.range(column, next)
        }
    }

    /// Over how many values a count can range, no more than the threshold: from what is known of
    /// it to the most that it can be.
    private func range(_ column: Int, _ group: Int) -> Int32 {
        let most = slice.most[column].isEmpty ? .max : slice.most[column][group]
        if most == .max { return threshold }
        let count = slice.counts[column * slice.groupCount + group]
        return min(threshold, self.count(column, group) + max(0, most - count))
    }

    /// Protects the parts of a sum in everything and in the programmes: with everything shown as
    /// far as its own counts allow, or as a mere sum of what its programmes show, whichever costs
    /// less.
    mutating func protectTop(_ all: Int, _ sum: PartsOfTotal) {
        let before = decided
        protectAlone(all, sum)
        protectFamily(all, sum)
        let cost = cost(all, sum, since: before.hidden)
        if cost.programmes == 0 { return }
        let together = decided
        decided = before
        protectApart(all, sum)
        let costApart = self.cost(all, sum, since: before.hidden)
        if 2 * costApart.programmes + costApart.all < 2 * cost.programmes + cost.all { return }
        decided = together
    }

    /// Protects each programme by itself; everything then shows what all programmes show, and
    /// tells nothing that they do not.
    ///
    /// An earlier period may tell more of what is hidden of everything than of what is hidden of
    /// the programmes. Then further parts are given up, in the programmes that hide some too.
    private mutating func protectApart(_ all: Int, _ sum: PartsOfTotal) {
        let programmes = tree.parts(all).map(Int.init)
        var givenUp = protection.hidden[all] & partBits
        var hiding = programmes
        repeat {
            for programme in hiding where !isKnown(programme, givenUp) {
                protection.hidden[programme] |= givenUp
                protectAlone(programme, sum)
            }
            hiding = programmes.filter { protection.hidden[$0] & partBits != 0 }
            for programme in hiding {
                protection.hidden[all] |= protection.hidden[programme] & partBits
            }
            if closed[all] { return }
            let before = protection.hidden[all]
            let isEnough = balance(all, sum, free: sum.parts.map { free($0, all, hiding) })
            givenUp = protection.hidden[all] & ~before
            if givenUp == 0 && !isEnough { givenUp = shown(in: hiding, of: all) }
        } while givenUp != 0
    }

    /// What everything hides although some of the programmes that hide any of it show it.
    private func shown(in hiding: [Int], of all: Int) -> UInt64 {
        let hidden = protection.hidden[all] & partBits
        return hiding.reduce(0) { shown, programme in
            isKnown(programme, hidden)
                ? shown : shown | hidden & ~protection.hidden[programme]
        }
    }

    /// How much of a part of everything is not known where some programmes hide theirs, or would.
    private func free(_ column: Int, _ all: Int, _ hiding: [Int]) -> Int32 {
        let isGivenUp = isHidden(column, all)
        let ofProgrammes = hiding.reduce(Int32(0)) { free, programme in
            let isShown = isGivenUp && !isHidden(column, programme)
            return isShown ? free : free + count(column, programme)
        }
        return min(count(column, all), ofProgrammes)
    }

    /// What was hidden since, each count weighed by its column, in everything and its programmes.
    private func cost(
        _ all: Int, _ sum: PartsOfTotal, since before: [UInt64]
    ) -> (all: Int64, programmes: Int64) {
        let ofAll = cost(of: all, sum, since: before)
        return (ofAll, tree.parts(all).reduce(0) { $0 + cost(of: Int($1), sum, since: before) })
    }

    private func cost(of group: Int, _ sum: PartsOfTotal, since before: [UInt64]) -> Int64 {
        var cost: Int64 = 0
        for (place, column) in sum.parts.enumerated()
        where isHidden(column, group) && before[group] >> UInt64(column) & 1 == 0 {
            cost += Int64(sum.cost(place)) * Int64(1 + count(column, group))
        }
        return cost
    }
}
