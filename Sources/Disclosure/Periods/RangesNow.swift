/// What every count can be now, as far as what is shown and what is known from before tell: itself
/// where it is shown, else what the others leave of a total that is shown, or of the wider group.
struct RangesNow {
    /// The least and the greatest value, by column, then group.
    private(set) var least: [Int32]
    private(set) var most: [Int32]

    /// `hidden` says what is hidden, one bit a column, and `growth` what counts are beyond what is
    /// known of them, by column, then group.
    init(_ slice: Slice, _ hidden: [UInt64], _ growth: [Int32], _ tree: GroupTree) {
        least = slice.counts
        most = slice.counts
        let hiddenBelow = tree.ofParts(hidden)
        let columns = hiddenBelow[slice.domain].reduce(0, |)
        slice.counts.withUnsafeBufferPointer { counts in
            hidden.withUnsafeBufferPointer { hidden in
                hiddenBelow.withUnsafeBufferPointer { hiddenBelow in
                    least.withUnsafeMutableBufferPointer { least in
                        most.withUnsafeMutableBufferPointer { most in
                            let narrowing = Narrowing(
                                groups: slice.groupCount, domain: slice.domain, counts: counts,
                                hidden: hidden, hiddenBelow: hiddenBelow, least: least, most: most)
                            narrowing.begin(growth)
                            tree.withParts { narrowing.narrow(slice.shape.sums, columns, $0) }
                        }
                    }
                }
            }
        }
    }
}

/// Draws conclusions from one sum after another, until nothing new is found.
private struct Narrowing {
    let groups: Int
    let domain: Range<Int>
    let counts: UnsafeBufferPointer<Int32>
    /// What is hidden of each group, and of any of its parts, one bit a column.
    let hidden: UnsafeBufferPointer<UInt64>
    let hiddenBelow: UnsafeBufferPointer<UInt64>
    let least: UnsafeMutableBufferPointer<Int32>
    let most: UnsafeMutableBufferPointer<Int32>

    func begin(_ growth: [Int32]) {
        for group in domain {
            var rest = hidden[group]
            while rest != 0 {
                let at = rest.trailingZeroBitCount * groups + group
                most[at] = RangeTable.unbounded
                least[at] -= growth[at]
                rest &= rest - 1
            }
        }
    }

    func narrow(_ sums: [PartsOfTotal], _ columns: UInt64, _ parts: GroupParts) {
        var isNew = true
        while isNew {
            for sum in sums where sum.amount != .other { lower(sum) }
            eachColumn(columns) { lower($0, parts) }
            isNew = false
            for sum in sums where sum.amount == .all && raise(sum) { isNew = true }
            eachColumn(columns) { if raise($0, parts) { isNew = true } }
        }
    }

    private func eachColumn(_ columns: UInt64, _ body: (Int) -> Void) {
        var rest = columns
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}

// A single count, whose range holds it whatever is found.
extension Narrowing {
    @inline(__always)
    private func lower(_ at: Int, to value: Int32) {
        most[at] = min(most[at], max(value, counts[at]))
    }

    @inline(__always)
    private func raise(_ at: Int, to value: Int32) -> Bool {
        let value = min(value, counts[at])
        if value <= least[at] { return false }
        least[at] = value
        return true
    }
}

// The parts of a total in each group.
extension Narrowing {
    /// A part is no more than what the others leave of a total.
    private func lower(_ sum: PartsOfTotal) {
        let bits = SliceShape.bits(sum.parts)
        for group in domain where hidden[group] & bits != 0 {
            var rest = most[sum.total * groups + group]
            if rest == RangeTable.unbounded { continue }
            for column in sum.parts { rest -= least[column * groups + group] }
            for column in sum.parts where hidden[group] >> UInt64(column) & 1 != 0 {
                let at = column * groups + group
                lower(at, to: rest + least[at])
            }
        }
    }

    /// A part is no less than what the others leave of a total; tells whether that is new.
    private func raise(_ sum: PartsOfTotal) -> Bool {
        let bits = SliceShape.bits(sum.parts)
        var isNew = false
        for group in domain where hidden[group] & bits != 0 {
            var rest = Rest(of: least[sum.total * groups + group])
            for column in sum.parts { rest.take(most[column * groups + group]) }
            if rest.saysNothing { continue }
            for column in sum.parts where hidden[group] >> UInt64(column) & 1 != 0 {
                let at = column * groups + group
                if raise(at, to: rest.without(most[at])) { isNew = true }
            }
        }
        return isNew
    }
}

// The parts of a group in each column.
extension Narrowing {
    /// A part is no more than what the others leave of its group.
    private func lower(_ column: Int, _ parts: GroupParts) {
        let (first, bit) = (column * groups, UInt64(1) << UInt64(column))
        for parent in domain where hiddenBelow[parent] & bit != 0 {
            var rest = most[first + parent]
            if rest == RangeTable.unbounded { continue }
            for part in parts[parent] { rest -= least[first + Int(part)] }
            for part in parts[parent] where hidden[Int(part)] & bit != 0 {
                let at = first + Int(part)
                lower(at, to: rest + least[at])
            }
        }
    }

    /// A part is no less than what the others leave of its group; tells whether that is new.
    private func raise(_ column: Int, _ parts: GroupParts) -> Bool {
        let (first, bit) = (column * groups, UInt64(1) << UInt64(column))
        var isNew = false
        for parent in domain where hiddenBelow[parent] & bit != 0 {
            var rest = Rest(of: least[first + parent])
            for part in parts[parent] { rest.take(most[first + Int(part)]) }
            if rest.saysNothing { continue }
            for part in parts[parent] where hidden[Int(part)] & bit != 0 {
                let at = first + Int(part)
                if raise(at, to: rest.without(most[at])) { isNew = true }
            }
        }
        return isNew
    }
}

/// What is left of a total when all its parts are as much as they can be.
private struct Rest {
    private var left: Int32
    private var widest: Int32 = 0
    /// How many parts nobody knows any most of.
    private var boundless: Int32 = 0

    init(of total: Int32) {
        left = total
    }

    @inline(__always)
    mutating func take(_ most: Int32) {
        let isBoundless = most == RangeTable.unbounded
        boundless += isBoundless ? 1 : 0
        left &-= isBoundless ? 0 : most
        widest = max(widest, isBoundless ? 0 : most)
    }

    /// Whether no part has to be anything at all.
    var saysNothing: Bool { boundless > 1 || left &+ (boundless == 1 ? 0 : widest) <= 0 }

    /// The same without one of the parts; nothing where another one could be anything.
    @inline(__always)
    func without(_ most: Int32) -> Int32 {
        if most == RangeTable.unbounded { return left }
        return boundless > 0 ? 0 : left &+ most
    }
}
