import Model

/// The other way to protect counts: 1 to 7 are hidden and all others rounded to the nearest 5.
///
/// NHS England, "Hospital Episode Statistics disclosure control" (since September 2018), and
/// OpenSAFELY. Every count is rounded on its own, so parts need not add up to their total; a
/// share is worked out again from rounded counts, or hidden where it cannot be.
enum RoundToFive {
    /// The greatest count that is hidden.
    static let greatestHidden = 7

    /// The nearest multiple of five.
    static func nearest(_ count: Int) -> Int { (count + 2) / 5 * 5 }

    static func protect(_ slice: Slice) -> Protection {
        var protection = Protection(groups: slice.groupCount)
        for group in slice.domain {
            var bits: UInt64 = 0
            // Shared counts are hidden to protect what is left of exact sums.
            let alsoSmall = slice.alsoSmall[group] & ~slice.shape.shared
            for column in slice.shape.columns.indices where slice[column, group] > 0 {
                let bit: UInt64 = 1 << UInt64(column)
                let isSmall = slice[column, group] <= greatestHidden
                if isSmall || alsoSmall & bit != 0 { bits |= bit }
            }
            protection.small[group] = bits
            protection.hidden[group] = bits
        }
        return protection
    }

    /// Puts rounded counts in the place of the exact ones, and shares of rounded counts.
    static func round(_ slice: Slice, _ tables: inout [FigureTable], _ states: inout SheetStates) {
        for (column, places) in slice.shape.columns.enumerated() {
            for place in places {
                for group in slice.domain {
                    guard let row = slice.row(place, group) else { continue }
                    tables[place.table].figures[place.figure].values[row] =
                        Double(nearest(slice[column, group]))
                }
            }
        }
        for derived in slice.shape.derived {
            round(derived, slice, &tables[derived.place.table], &states)
        }
    }

    private static func round(
        _ derived: SliceShape.DerivedFigure, _ slice: Slice, _ table: inout FigureTable,
        _ states: inout SheetStates
    ) {
        let place = derived.place
        let kind = table.figures[place.figure].kind
        if kind == .points || (kind == .number && derived.quotient == nil) { return }
        for group in slice.domain {
            guard let row = slice.row(place, group),
                states.states[place.table][place.figure][row] == .shown
            else { continue }
            if let quotient = derived.quotient, let value = value(quotient, slice, group) {
                table.figures[place.figure].values[row] = value
            } else {
                states.states[place.table][place.figure][row] = .hidden
            }
        }
    }

    private static func value(
        _ quotient: SliceShape.Quotient, _ slice: Slice, _ group: Int
    ) -> Double? {
        let numerator = nearest(sum(quotient.numerator, slice, group))
        if quotient.denominator == 0 { return Double(numerator) }
        let denominator = nearest(sum(quotient.denominator, slice, group))
        return denominator == 0 ? nil : min(1, Double(numerator) / Double(denominator))
    }

    private static func sum(_ columns: UInt64, _ slice: Slice, _ group: Int) -> Int {
        slice.shape.columns.indices.reduce(0) { sum, column in
            columns >> UInt64(column) & 1 == 0 ? sum : sum + slice[column, group]
        }
    }
}
