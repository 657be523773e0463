/// A small table of counts whose row sums and column sums are known, and whose hidden cells
/// must not be narrowed down by them.
///
/// With all margins known the hidden cells form a network, so the least and greatest value of a
/// cell is a cut in it (Gusfield 1988, "A graph theoretic approach to statistical data
/// security", SIAM Journal on Computing 17). There are few columns, so all cuts are looked at:
/// the flow that can leave a set of columns is the hidden count, outside the set, of the rows
/// with something hidden inside it.
struct Margins {
    /// Most columns that a sum may have; above it whole rows are hidden.
    static let mostColumns = 10

    /// Columns by their number in the slice; -1 for those hidden above, taken together.
    private(set) var columns: [Int32] = []
    /// Columns that are a total of people, over whom means are shown.
    private var isTotal: [Bool] = []
    /// What hiding a cell of each column costs.
    private var costs: [Int32] = []
    /// The columns of which no further cell may be hidden, one bit a column.
    private var settled: UInt32 = 0
    /// Groups by row; -1 for all closed ones, taken together.
    private(set) var groups: [Int32] = []
    private var counts: [Int32] = []
    private var hidden: [UInt32] = []
    /// By row, the sum of the hidden cells.
    private var hiddenSums: [Int32] = []
    private var cuts: [Int32] = []
    /// By the columns that rows hide: whether any row hides these, and all their counts together.
    private var hasRows: [Bool] = []
    private var hiddenTogether: [Int32] = []
    /// What was found of the cells of rows that hide the same columns, by these, then column.
    private var known: [Narrowest] = []
    private var pool = -1

    var rowCount: Int { groups.count }

    /// Empties the table.
    mutating func begin() {
        columns.removeAll(keepingCapacity: true)
        isTotal.removeAll(keepingCapacity: true)
        costs.removeAll(keepingCapacity: true)
        settled = 0
        groups.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        hidden.removeAll(keepingCapacity: true)
        hiddenSums.removeAll(keepingCapacity: true)
        pool = -1
    }

    /// Adds a column; without a cost no further cell of it may be hidden.
    mutating func add(column: Int, isTotal: Bool, cost: Int32?) {
        if cost == nil { settled |= 1 << UInt32(columns.count) }
        columns.append(Int32(column))
        self.isTotal.append(isTotal)
        costs.append(cost ?? 0)
    }

    /// Makes room, now that all columns are there, for so many rows at most.
    mutating func lay(rows: Int) {
        counts.append(contentsOf: repeatElement(0, count: rows * columns.count))
    }

    mutating func add(group: Int) -> Int {
        groups.append(Int32(group))
        hidden.append(0)
        hiddenSums.append(0)
        return groups.count - 1
    }

    /// The row of all closed groups together.
    mutating func poolRow() -> Int {
        if pool < 0 { pool = add(group: -1) }
        return pool
    }

    /// Adds a group's counts to a row; `hidden` says which of its columns are, one bit each. Those
    /// hidden above are `merged`.
    @inline(__always)
    mutating func add(
        _ row: Int, hidden: UInt64, merged: Int32, count: (_ column: Int) -> Int32
    ) {
        let first = row * columns.count
        var (mask, sum) = (UInt32(0), Int32(0))
        for place in columns.indices {
            let column = Int(columns[place])
            let more = column < 0 ? merged : count(column)
            counts[first + place] += more
            if column < 0 || hidden >> UInt64(column) & 1 != 0 {
                mask |= 1 << UInt32(place)
                sum += more
            }
        }
        self.hidden[row] |= mask
        hiddenSums[row] += sum
    }

    func isHidden(_ row: Int, _ place: Int) -> Bool { hidden[row] >> UInt32(place) & 1 != 0 }

    private func count(_ row: Int, _ place: Int) -> Int32 { counts[row * columns.count + place] }

    private var full: UInt32 { (1 << UInt32(columns.count)) - 1 }
}

// MARK: - Ranges

extension Margins {
    /// Adds up the cuts, and tells whether every hidden cell is wide enough. Where everything is
    /// hidden, all are, as long as the counts are all there is: not where an earlier period tells
    /// of some.
    mutating func isSafe(_ threshold: Int32, knowingEarlier: Bool) -> Bool {
        if !knowingEarlier && hidden.allSatisfy({ $0 == full }) { return true }
        if columns.count > Margins.mostColumns { return false }
        cuts.removeAll(keepingCapacity: true)
        for _ in 0...full { cuts.append(0) }
        addUpHidden()
        for mask in 0...full where hasRows[Int(mask)] {
            for set in 1...full where set & mask != 0 {
                cuts[Int(set)] += sum(hiddenTogether, Int(mask), of: mask & ~set)
            }
        }
        return firstNarrow(threshold) == nil
    }

    /// Adds up the rows that hide the same columns: they let the same through each cut.
    private mutating func addUpHidden() {
        let size = Int(full) + 1
        hasRows.removeAll(keepingCapacity: true)
        hasRows.append(contentsOf: repeatElement(false, count: size))
        hiddenTogether.removeAll(keepingCapacity: true)
        hiddenTogether.append(contentsOf: repeatElement(0, count: size * columns.count))
        for row in 0..<rowCount where hidden[row] != 0 {
            let mask = Int(hidden[row])
            hasRows[mask] = true
            for place in columns.indices {
                hiddenTogether[mask * columns.count + place] += count(row, place)
            }
        }
    }

    /// Adds or takes away what a row lets through each cut.
    private mutating func cut(_ row: Int, sign: Int32) {
        let mask = hidden[row]
        if mask == 0 { return }
        for set in 1...full where set & mask != 0 {
            cuts[Int(set)] += sign * sum(row, of: mask & ~set)
        }
    }

    private func sum(_ row: Int, of set: UInt32) -> Int32 { sum(counts, row, of: set) }

    private func sum(_ counts: [Int32], _ row: Int, of set: UInt32) -> Int32 {
        var rest = set
        var sum: Int32 = 0
        while rest != 0 {
            sum += counts[row * columns.count + rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }

    /// How far apart the least and greatest possible values of a hidden cell are.
    private func width(_ row: Int, _ place: Int, _ narrowest: Narrowest) -> Int32 {
        let value = count(row, place)
        let all = hiddenSums[row]
        let greatest = min(all, narrowest.beside, narrowest.apart &+ all)
        // Of several closed groups any one may be empty.
        if groups[row] < 0 { return greatest }
        return greatest - value + min(value, narrowest.alone - (all - value))
    }

    /// The narrowest cuts that a hidden cell meets; they are the same in all rows that hide the
    /// same columns.
    private struct Narrowest {
        /// Of columns that its row hides, without its own; with its own alone; and of columns that
        /// its row does not hide.
        var beside = Int32.max
        var alone = Int32.max
        // No row's sum added to it is out of reach.
        var apart = Int32.max / 2
        var isKnown = false
    }

    private func narrowest(_ mask: UInt32, _ place: Int) -> Narrowest {
        let bit: UInt32 = 1 << UInt32(place)
        var narrowest = Narrowest(isKnown: true)
        for set in 1...full {
            let flow = cuts[Int(set)]
            if set & bit == 0 {
                if set & mask == 0 {
                    narrowest.apart = min(narrowest.apart, flow)
                } else {
                    narrowest.beside = min(narrowest.beside, flow)
                }
            } else if set & mask == bit {
                narrowest.alone = min(narrowest.alone, flow)
            }
        }
        return narrowest
    }

    /// The hidden people of a column together.
    private func people(_ place: Int) -> Int32 {
        var people: Int32 = 0
        for row in 0..<rowCount where isHidden(row, place) { people += count(row, place) }
        return people
    }

    /// How far a hidden cell is protected: it must be able to take as many values as the
    /// threshold, and the hidden people of a total must together be as many, or the mean that is
    /// left when shown ones are subtracted would be one of fewer.
    private func protection(_ row: Int, _ place: Int, _ threshold: Int32) -> Int32 {
        let wide = width(row, place, narrowest(hidden[row], place))
        return min(threshold - 1, wide)
            + (isTotal[place] ? min(threshold, people(place)) : threshold)
    }

    /// Whether a cell needs no protection: it stands for counts that are hidden above as well.
    private func isEnough(_ row: Int, _ place: Int, _ threshold: Int32) -> Bool {
        columns[place] < 0 && count(row, place) >= threshold - 1
    }

    private mutating func firstNarrow(_ threshold: Int32) -> (row: Int, place: Int)? {
        let few = columns.indices.map { isTotal[$0] && people($0) < threshold }
        known.removeAll(keepingCapacity: true)
        for _ in 0..<((Int(full) + 1) * columns.count) { known.append(Narrowest()) }
        for row in 0..<rowCount where hidden[row] != 0 {
            for place in columns.indices where isHidden(row, place) {
                if isEnough(row, place, threshold) { continue }
                if few[place] { return (row, place) }
                let at = Int(hidden[row]) * columns.count + place
                if !known[at].isKnown { known[at] = narrowest(hidden[row], place) }
                if width(row, place, known[at]) < threshold - 1 { return (row, place) }
            }
        }
        return nil
    }
}

// MARK: - Hiding more

extension Margins {
    /// Hides further cells until every hidden cell is wide enough.
    mutating func repair(_ threshold: Int32) {
        if columns.count > Margins.mostColumns { return hideEverything() }
        while let (row, place) = firstNarrow(threshold) {
            guard let choice = best(row, place, threshold) else { return hideEverything() }
            hide(choice.row, choice.mask)
        }
    }

    /// Cells of one row that could be hidden.
    private struct Choice {
        var row: Int
        var mask: UInt32
        /// How far the narrow cell would be protected, no more than is wanted.
        var protection: Int32
        /// Of the columns that are given up.
        var cost: Int32
        var loss: Int32

        /// Wide enough first, then what costs least, then smallest counts; then the first row.
        func isBetter(than other: Choice) -> Bool {
            if protection != other.protection { return protection > other.protection }
            if cost != other.cost { return cost < other.cost }
            return loss < other.loss
        }
    }

    /// The best cells to hide for a narrow cell: one more of its row, its column in another row,
    /// or all its row's hidden columns in another row; nothing if none of them widens it.
    private mutating func best(_ row: Int, _ place: Int, _ threshold: Int32) -> Choice? {
        let before = protection(row, place, threshold)
        var best: Choice?
        for other in 0..<rowCount {
            for mask in masks(row, place, other) {
                let choice = attempt(other, mask, for: row, place, threshold)
                if choice.protection > before, best.map(choice.isBetter) ?? true { best = choice }
            }
        }
        return best
    }

    private func masks(_ row: Int, _ place: Int, _ other: Int) -> [UInt32] {
        let shown = full & ~hidden[other] & ~settled
        let bit: UInt32 = 1 << UInt32(place)
        if other == row {
            return columns.indices.map { 1 << UInt32($0) }.filter { $0 & shown != 0 }
        }
        return [bit & shown, hidden[row] & shown].filter { $0 != 0 }
    }

    private mutating func attempt(
        _ other: Int, _ mask: UInt32, for row: Int, _ place: Int, _ threshold: Int32
    ) -> Choice {
        let (oldMask, oldSum) = (hidden[other], hiddenSums[other])
        hide(other, mask)
        let reached = protection(row, place, threshold)
        cut(other, sign: -1)
        (hidden[other], hiddenSums[other]) = (oldMask, oldSum)
        cut(other, sign: 1)
        return Choice(
            row: other, mask: mask, protection: reached, cost: cost(of: mask),
            loss: sum(other, of: mask))
    }

    private func cost(of mask: UInt32) -> Int32 {
        columns.indices.reduce(0) { mask >> UInt32($1) & 1 == 0 ? $0 : $0 + costs[$1] }
    }

    private mutating func hide(_ row: Int, _ mask: UInt32) {
        cut(row, sign: -1)
        hiddenSums[row] += sum(row, of: mask & ~hidden[row])
        hidden[row] |= mask
        cut(row, sign: 1)
    }

    private mutating func hideEverything() {
        for row in 0..<rowCount {
            hidden[row] |= full & ~settled
            hiddenSums[row] = sum(row, of: hidden[row])
        }
    }
}
