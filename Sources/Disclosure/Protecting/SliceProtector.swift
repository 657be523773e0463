import Model

/// Protects the counts of a slice: a group's parts within their total, and a group's count
/// within the group that it is a part of.
///
/// Everything is decided from the widest group to the narrowest, one sum after another, as if
/// all that is shown of the wider group were known. So each step is a table of a few columns
/// with known margins, whose hidden cells `Margins` can say the exact ranges of. Only the sum
/// over all programmes may be given up for a programme: see `protectTop`.
struct SliceProtector {
    let slice: Slice
    let tree: GroupTree
    let threshold: Int32
    var protection: Protection
    /// Groups whose parts of the sum at hand are hidden together with their total.
    private(set) var closed: [Bool]
    /// The parts of the sum at hand, one bit a column.
    private(set) var partBits: UInt64 = 0
    /// Those of them that stand in for one another: of a number of cases a shared part does not,
    /// since other slices tell something of it too.
    private var balancing: UInt64 = 0
    /// The sum over several programmes, if the slice has one.
    let all: Int?
    /// What is counted, as far as an earlier period does not tell it; by column, then group.
    private(set) var growth: [Int32]
    private var margins = Margins()
    /// What groups show that tells too much of their parts, one bit a column.
    var telling: [(group: Int, bits: UInt64)] = []
    /// The columns that are the total of a sum, one bit a column.
    private let totals: UInt64
    /// What the earlier period and what was last shown told together, if it was looked at.
    var ranges: RangesBefore?
    /// Columns that are hidden in all slices or in none, or just where a number of cases is; one
    /// bit a column.
    let decidedElsewhere: UInt64

    init(_ slice: Slice, _ tree: GroupTree, threshold: Int) {
        self.slice = slice
        self.tree = tree
        self.threshold = Int32(threshold)
        growth = slice.allGrowth
        totals = SliceShape.bits(slice.shape.sums.map(\.total))
        decidedElsewhere =
            slice.shape.shared
            | SliceShape.bits(slice.shape.columns.indices.filter(slice.shape.followsCases))
        all = tree.all.flatMap {
            slice.domain.contains($0) && tree.parts($0).count > 1 ? $0 : nil
        }
        protection = Protection(groups: slice.groupCount)
        closed = Array(repeating: false, count: slice.groupCount)
    }

    /// Hides whatever must be hidden.
    ///
    /// Where the parts of a group, all of them hidden, would still be told by what the group
    /// shows, the group hides it too, and everything begins anew; likewise where an earlier period
    /// and what is shown now tell something together.
    mutating func protect() {
        var primary = slice.primary(threshold: Int(threshold))
        var knowsMore = false
        repeat {
            protection = primary
            telling = []
            protectOnce()
            if telling.isEmpty { notePartsWithoutRoom() }
            knowsMore = telling.isEmpty && takeInBefore()
            for (group, bits) in telling { primary.hidden[group] |= bits }
        } while knowsMore || !telling.isEmpty
        showPartsKnown(but: primary)
        noteTold()
    }

    /// Notes what is told of a total that other slices have too.
    private mutating func noteTold() {
        guard let before = slice.before, let ranges else { return }
        protection.told = told(before, ranges)
    }

    private mutating func protectOnce() {
        hideTwins()
        liftToSinglePart()
        for column in slice.shape.totalsOfTheirOwn { protectTotal(column) }
        hideTwins()
        for sum in slice.shape.sums { protectParts(sum) }
    }

    /// Hides both of a count and its people where one of them is.
    private mutating func hideTwins() {
        if slice.shape.twins.isEmpty { return }
        // To and fro, since one count may have several kinds of people.
        for twin in slice.shape.twins + slice.shape.twins.reversed() {
            for group in slice.domain where protection.hidden[group] & twin.bits != 0 {
                protection.hidden[group] |= twin.bits
            }
        }
    }

    /// The only part of a group is the group: what is hidden in it is hidden in both.
    private mutating func liftToSinglePart() {
        for group in tree.onlyParts where slice.domain.contains(group) {
            let parent = Int(tree.parents[group])
            guard slice.domain.contains(parent) else { continue }
            protection.small[parent] |= protection.small[group]
            protection.changedLittle[parent] |= protection.changedLittle[group]
            protection.hidden[parent] |= protection.hidden[group]
        }
    }

    /// All that is decided of the sum at hand, to go back to after an attempt.
    struct Decided {
        fileprivate(set) var hidden: [UInt64]
        fileprivate var closed: [Bool]
        fileprivate var telling: [(group: Int, bits: UInt64)]
    }

    var decided: Decided {
        get { Decided(hidden: protection.hidden, closed: closed, telling: telling) }
        set {
            (protection.hidden, closed, telling) = (
                newValue.hidden, newValue.closed, newValue.telling
            )
        }
    }

    /// What is counted, as far as an earlier period does not tell it.
    func count(_ column: Int, _ group: Int) -> Int32 { growth[column * slice.groupCount + group] }

    /// Takes a count to be known to be so much at least.
    mutating func know(_ at: Int, _ least: (Int) -> Int32) {
        growth[at] = min(growth[at], max(0, slice.counts[at] - least(at)))
    }

    func isHidden(_ column: Int, _ group: Int) -> Bool {
        protection.hidden[group] >> UInt64(column) & 1 != 0
    }

    mutating func hide(_ column: Int, _ group: Int) {
        protection.hidden[group] |= 1 << UInt64(column)
    }
}

// MARK: - Parts of a total

extension SliceProtector {
    private mutating func protectParts(_ sum: PartsOfTotal) {
        partBits = SliceShape.bits(sum.parts)
        balancing = slice.shape.equalsCases(sum.total) ? partBits & ~slice.shape.shared : partBits
        for group in slice.domain { closed[group] = isClosed(group, sum) }
        if let all { protectTop(all, sum) }
        for group in slice.domain where group != all {
            if !slice.domain.contains(Int(tree.parents[group])) { protectAlone(group, sum) }
            if tree.hasParts(group) { protectFamily(group, sum) }
        }
    }

    /// A group's parts are closed where their total is hidden or they are together too few, unless
    /// all of them are known from before.
    private func isClosed(_ group: Int, _ sum: PartsOfTotal) -> Bool {
        if isHidden(sum.total, group) { return true }
        if protection.hidden[group] & partBits == 0 { return false }
        let counted = sum.parts.reduce(0) { $0 + slice[$1, group] }
        return counted < Int(threshold) || together(partBits, group) < threshold - 1
    }

    private mutating func hideAll(_ group: Int) {
        closed[group] = true
        protection.hidden[group] |= partBits
    }

    /// The widest group has nothing beside it: its parts need only hide one another.
    mutating func protectAlone(_ group: Int, _ sum: PartsOfTotal) {
        if closed[group] { hideAll(group) } else { balance(group, sum) }
    }

    /// Gives up further parts until those hidden are at least two and together at least one less
    /// than the threshold. Any shown part is more, so one more is always enough.
    ///
    /// `free` says how much of each part is not known, where that is not what it has grown by.
    /// Returns whether what is hidden is enough.
    @discardableResult
    mutating func balance(_ group: Int, _ sum: PartsOfTotal, free: [Int32]? = nil) -> Bool {
        let hidden = protection.hidden[group] & partBits
        if hidden == 0 { return true }
        var number = hidden.nonzeroBitCount
        var together = self.together(hidden & balancing, group)
        if let free {
            together = 0
            for (place, column) in sum.parts.enumerated()
            where (hidden & balancing) >> UInt64(column) & 1 != 0 {
                together += free[place]
            }
        }
        if number >= 2 && together >= threshold - 1 { return true }
        // What has not grown is known from before and protects nothing: it comes last.
        for isGrown in [true, false] {
            for (place, column) in sum.parts.enumerated()
            where number < 2 || together < threshold - 1 {
                let free = free?[place] ?? count(column, group)
                guard !isHidden(column, group), slice.shape.mayStandIn(column),
                    (free > 0) == isGrown
                else { continue }
                hide(column, group)
                number += 1
                together += free
            }
        }
        return number >= 2 && together >= threshold - 1
    }

    /// Protects the parts of one group from its own counts and from one another's.
    mutating func protectFamily(_ parent: Int, _ sum: PartsOfTotal) {
        let parts = tree.parts(parent)
        if closed[parent] {
            for part in parts { hideAll(Int(part)) }
            return
        }
        closeEnough(parts)
        let above = protection.hidden[parent] & partBits
        for part in parts {
            if closed[Int(part)] {
                hideAll(Int(part))
            } else if !isKnown(Int(part), above) {
                protection.hidden[Int(part)] |= above
                balance(Int(part), sum)
            }
        }
        if parts.count > 1 { mask(parent, sum, parts) }
    }

    /// Whether all parts of a group's total are what they were: an earlier period and the total
    /// tell them, so they are shown, whatever the wider group hides.
    func isKnown(_ group: Int, _ above: UInt64) -> Bool {
        (protection.hidden[group] & partBits) | (above & slice.shape.shared) == 0
            && together(partBits, group) == 0
    }

    /// Closes further parts, the smallest first, until the closed ones are at least two and
    /// together as many as the threshold.
    private mutating func closeEnough(_ parts: ArraySlice<Int32>) {
        var number = 0
        var together: Int32 = 0
        for part in parts where closed[Int(part)] {
            number += 1
            together += self.together(partBits, Int(part))
        }
        guard number > 0, number < 2 || together < threshold else { return }
        let open = parts.map(Int.init).filter { !closed[$0] }
            .map { (count: self.together(partBits, $0), group: $0) }
            .sorted {
                (SliceProtector.rank($0.count), $0.group)
                    < (SliceProtector.rank($1.count), $1.group)
            }
        for (count, group) in open where number < 2 || together < threshold {
            closed[group] = true
            number += 1
            together += count
        }
    }

    /// Hides further cells until no hidden one can be narrowed down by its margins.
    private mutating func mask(_ parent: Int, _ sum: PartsOfTotal, _ parts: ArraySlice<Int32>) {
        if isAllOrNothingHidden(parent, sum, parts) { return }
        guard load(parent, sum, parts),
            !margins.isSafe(threshold, knowingEarlier: knowsEarlier)
        else { return }
        margins.repair(threshold)
        for row in 0..<margins.rowCount {
            let group = Int(margins.groups[row])
            if group < 0 { continue }
            for (place, column) in margins.columns.enumerated() where column >= 0 {
                if margins.isHidden(row, place) { hide(Int(column), group) }
            }
        }
        if knowsEarlier && !margins.isSafe(threshold, knowingEarlier: true) {
            let shown = partBits & ~slice.shape.shared & ~protection.hidden[parent]
            if shown != 0 { telling.append((parent, shown)) }
        }
    }

    /// Whether an earlier period tells of some counts.
    var knowsEarlier: Bool { !slice.atLeast.isEmpty }

    /// Whether all that a group shows is hidden in all its parts, or nothing in any of them: then
    /// no part can be told from another, or there is nothing to tell.
    private func isAllOrNothingHidden(
        _ parent: Int, _ sum: PartsOfTotal, _ parts: ArraySlice<Int32>
    ) -> Bool {
        let hiddenAbove = protection.hidden[parent] & partBits
        var (isAll, isNothing) = (true, hiddenAbove == 0)
        if sum.parts.count > Margins.mostColumns { isNothing = false }
        for part in parts.map(Int.init) {
            let hidden = closed[part] ? partBits : protection.hidden[part] & partBits
            if hidden | hiddenAbove != partBits { isAll = false }
            if hidden != 0 || closed[part] { isNothing = false }
        }
        return isAll && !knowsEarlier || isNothing
    }

    /// Lays out the table that an attacker sees: a row for each open part and one for all closed
    /// ones together; a column for each one shown above and one for all hidden there together.
    private mutating func load(
        _ parent: Int, _ sum: PartsOfTotal, _ parts: ArraySlice<Int32>
    ) -> Bool {
        margins.begin()
        for (place, column) in sum.parts.enumerated() where !isHidden(column, parent) {
            margins.add(
                column: column, isTotal: totals >> UInt64(column) & 1 != 0,
                cost: slice.shape.mayStandIn(column) ? sum.cost(place) : nil)
        }
        if margins.columns.isEmpty && !parts.contains(where: { closed[Int($0)] }) {
            return false
        }
        let merged = protection.hidden[parent] & partBits
        if merged != 0 { margins.add(column: -1, isTotal: false, cost: 0) }
        margins.lay(rows: parts.count)
        for part in parts.lazy.map(Int.init) {
            let row = closed[part] ? margins.poolRow() : margins.add(group: part)
            margins.add(
                row, hidden: protection.hidden[part], merged: together(merged, part)
            ) { growth[$0 * slice.groupCount + part] }
        }
        return true
    }

    /// Some columns of a group together, one bit a column.
    private func together(_ columns: UInt64, _ group: Int) -> Int32 {
        var (together, rest) = (Int32(0), columns)
        while rest != 0 {
            together += count(rest.trailingZeroBitCount, group)
            rest &= rest - 1
        }
        return together
    }
}
