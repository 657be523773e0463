import Model

/// What an earlier period said of the counts of a slice.
struct EarlierCounts: Sendable {
    /// What was shown, or could be worked out from it, or `unknown`; by column, then group.
    private(set) var known: [Int32]
    /// Columns that stood there and were hidden, one bit a column, by group.
    private(set) var hidden: [UInt64]
    /// Columns whose number had been kept from a period before, so that they were so much then at
    /// least, if they only grow; one bit a column, by group.
    private(set) var kept: [UInt64]
    /// Columns whose number was worked out from such: it is of no day; one bit a column, by group.
    private(set) var mixed: [UInt64]
    /// Columns that did not say what they were on the earlier day itself, one bit a column, by group.
    private(set) var inexact: [UInt64]
    private let groupCount: Int
    /// What counts of some of the cases were at most, where that is known; by column, then group.
    private var ofCases: [Int: [Int32]] = [:]

    init(_ slice: Slice, _ earlier: [EarlierFigures], _ cases: EarlierCases, _ tree: GroupTree) {
        groupCount = slice.groupCount
        known = Array(repeating: .unknown, count: slice.counts.count)
        hidden = Array(repeating: 0, count: slice.groupCount)
        kept = hidden
        mixed = hidden
        inexact = hidden
        read(slice, earlier)
        readTotals(slice, earlier, cases)
        for derived in slice.shape.derived { readWhole(of: derived, slice, earlier) }
        workOut(slice.shape, slice.domain)
        for column in slice.shape.columns.indices where slice.shape.columns[column].isEmpty {
            for parent in tree.wholes where slice.domain.contains(parent) {
                workOut(column, parent, tree)
            }
        }
        workOut(slice.shape, slice.domain)
        markUnseen(slice.shape, slice.domain)
        markInexact(slice.shape.columns.indices, slice.domain)
        for each in slice.shape.casesColumns where !each.isEqual {
            // A number that had been kept may have been more by then.
            ofCases[each.column] = (0..<groupCount).map {
                cases.isKept($0, ofCases: each.ofCases)
                    ? RangeTable.unbounded : cases.most($0, ofCases: each.ofCases)
            }
        }
    }

    private func place(_ column: Int, _ group: Int) -> Int { column * groupCount + group }

    private func isKnown(_ column: Int, _ group: Int) -> Bool {
        known[place(column, group)] != .unknown
    }

    /// What a count was on the earlier day itself, or `unknown`.
    func exact(_ column: Int, _ group: Int) -> Int32 {
        (kept[group] | mixed[group]) >> UInt64(column) & 1 == 0
            ? known[place(column, group)] : .unknown
    }

    /// Columns that stood there, and did not say what they were on the earlier day; one bit a
    /// column.
    func open(_ group: Int) -> UInt64 { hidden[group] | kept[group] }

    private mutating func set(_ column: Int, _ group: Int, _ number: Int32, isMixed: Bool) {
        let bit: UInt64 = 1 << UInt64(column)
        known[place(column, group)] = number
        mixed[group] = isMixed ? mixed[group] | bit : mixed[group] & ~bit
    }

    /// What a count of some of the cases was at most, by group; no more than can be added up for
    /// every group there is.
    func mostOfCases(_ column: Int) -> [Int32]? { ofCases[column] }

    private mutating func read(_ slice: Slice, _ earlier: [EarlierFigures]) {
        for (column, places) in slice.shape.columns.enumerated() {
            let bit: UInt64 = 1 << UInt64(column) & ~slice.shape.zeros
            for place in places where earlier[place.table].isKnown {
                read(column, at: place, bit, slice, earlier[place.table])
            }
        }
    }

    private mutating func read(
        _ column: Int, at place: CellPlace, _ bit: UInt64, _ slice: Slice,
        _ earlier: EarlierFigures
    ) {
        let rows = slice.rows[place.table]
        if rows.isEmpty { return }
        let (first, own) = (place.variant * groupCount, column * groupCount)
        known.withUnsafeMutableBufferPointer { known in
            hidden.withUnsafeMutableBufferPointer { hidden in
                kept.withUnsafeMutableBufferPointer { kept in
                    earlier.forEach(place.figure, slice.domain, rowsOf: rows[first...]) {
                        group, value, isKept in
                        if value.isNaN {
                            hidden[group] |= bit
                        } else {
                            known[own + group] = Int32(value)
                            kept[group] |= isKept ? bit : 0
                        }
                    }
                }
            }
        }
    }

    /// Totals that stand nowhere but in other tables or other rows.
    private mutating func readTotals(
        _ slice: Slice, _ earlier: [EarlierFigures], _ cases: EarlierCases
    ) {
        for each in slice.shape.casesColumns
        where each.isEqual && slice.shape.columns[each.column].isEmpty {
            for group in slice.domain {
                let number = cases.number(group, ofCases: each.ofCases)
                set(each.column, group, number, isMixed: cases.isKept(group, ofCases: each.ofCases))
            }
        }
        guard let elsewhere = slice.totalElsewhere, earlier[elsewhere.table].isKnown else { return }
        let figures = earlier[elsewhere.table]
        for group in slice.domain {
            // The last row that shows all of it says it, best of the day itself.
            for rows in elsewhere.rows.reversed() where rows[group] >= 0 {
                let row = Int(rows[group])
                guard let sum = figures.sum(elsewhere.figures, row) else { continue }
                let isMixed = elsewhere.figures.contains { figures.isKept($0, row) }
                if isMixed && isKnown(elsewhere.column, group) { continue }
                set(elsewhere.column, group, Int32(sum), isMixed: isMixed)
                if !isMixed { break }
            }
        }
    }

    /// What a share is of, from the share and its part.
    private mutating func readWhole(
        of derived: SliceShape.DerivedFigure, _ slice: Slice, _ earlier: [EarlierFigures]
    ) {
        guard let quotient = derived.quotient, quotient.denominator != 0,
            let sum = slice.shape.sums.first(where: {
                SliceShape.bits($0.parts) == quotient.denominator
            }),
            let part = sum.parts.first(where: { quotient.numerator == SliceShape.bits([$0]) })
        else { return }
        for group in slice.domain where isKnown(part, group) && !isKnown(sum.total, group) {
            guard let row = slice.row(derived.place, group),
                let share = earlier[derived.place.table].number(derived.place.figure, row),
                share > 0
            else { continue }
            let number = Double(known[place(part, group)])
            let isMixed =
                exact(part, group) == .unknown
                || earlier[derived.place.table].isKept(derived.place.figure, row)
            set(sum.total, group, Int32((number / share).rounded()), isMixed: isMixed)
        }
    }

    /// Totals, from all their parts; and what is left of a known total.
    private mutating func workOut(_ shape: SliceShape, _ domain: Range<Int>) {
        for sum in shape.sums.reversed() {
            let (isSeen, parts) = (!shape.columns[sum.total].isEmpty, SliceShape.bits(sum.parts))
            for group in domain where !isKnown(sum.total, group) {
                let (rest, unknown) = left(of: 0, sum, group)
                if unknown != -1 { continue }
                let isMixed = isMixed(parts, group)
                // One that was hidden may have been more than the parts that were shown; a single
                // part is people of what the total counts.
                if !isSeen || !isMixed && sum.parts.count > 1 {
                    set(sum.total, group, -rest, isMixed: isMixed || isSeen)
                }
            }
        }
        // What is shown is known; only what stands nowhere is to be worked out.
        for sum in shape.sums where sum.parts.contains(where: { shape.columns[$0].isEmpty }) {
            let all = SliceShape.bits(sum.parts + [sum.total])
            for group in domain where isKnown(sum.total, group) {
                let (rest, unknown) = left(of: known[place(sum.total, group)], sum, group)
                if unknown >= 0, shape.columns[unknown].isEmpty {
                    set(unknown, group, rest, isMixed: isMixed(all, group))
                }
            }
        }
    }

    /// Whether one of some columns, one bit each, is not of the earlier day itself.
    private func isMixed(_ columns: UInt64, _ group: Int) -> Bool {
        columns & (kept[group] | mixed[group]) != 0
    }

    /// What is left of a total when its known parts are taken away, and the only part that is not
    /// known: -1 where all are, -2 where there are several.
    private func left(of total: Int32, _ sum: PartsOfTotal, _ group: Int) -> (Int32, Int) {
        var (rest, unknown) = (total, -1)
        for part in sum.parts {
            let number = known[place(part, group)]
            if number != .unknown {
                rest -= number
            } else if unknown == -1 {
                unknown = part
            } else {
                return (rest, -2)
            }
        }
        return (rest, unknown)
    }

    /// A group from its parts, or a part from its group and the other parts.
    private mutating func workOut(_ column: Int, _ parent: Int, _ tree: GroupTree) {
        let parts = tree.parts(parent)
        var (sum, unknown) = (Int32(0), -1)
        let bit: UInt64 = 1 << UInt64(column)
        var isMixed = isMixed(bit, parent)
        for part in parts.map(Int.init) {
            isMixed = isMixed || self.isMixed(bit, part)
            let number = known[place(column, part)]
            if number != .unknown {
                sum += number
            } else if unknown == -1 {
                unknown = part
            } else {
                return
            }
        }
        let total = known[place(column, parent)]
        if total == .unknown {
            if unknown == -1 { set(column, parent, sum, isMixed: isMixed) }
        } else if unknown >= 0 {
            set(column, unknown, total - sum, isMixed: isMixed)
        }
    }

    /// A count that stands nowhere was hidden where one that it is left of was.
    private mutating func markUnseen(_ shape: SliceShape, _ domain: Range<Int>) {
        for sum in shape.sums {
            let parts = SliceShape.bits(sum.parts)
            for column in sum.parts where shape.columns[column].isEmpty {
                let bit: UInt64 = 1 << UInt64(column) & ~shape.zeros
                for group in domain where hidden[group] & parts != 0 && !isKnown(column, group) {
                    hidden[group] |= bit
                }
            }
        }
    }

    private mutating func markInexact(_ columns: Range<Int>, _ domain: Range<Int>) {
        for group in domain { inexact[group] = kept[group] | mixed[group] }
        inexact.withUnsafeMutableBufferPointer { inexact in
            known.withUnsafeBufferPointer { known in
                for column in columns {
                    let (first, bit) = (column * groupCount, UInt64(1) << UInt64(column))
                    for group in domain {
                        inexact[group] |= known[first + group] == .unknown ? bit : 0
                    }
                }
            }
        }
    }
}
