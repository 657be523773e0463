import Model

/// The series of the table outcomes: how many there are, and whether anybody can see it.
struct PublishedSeries: Sendable {
    private let outcomes: OutcomeSheet
    /// What is hidden of each group, by slice.
    private let hidden: [[UInt64]]
    /// The column of each figure as a bit, by slice; 0 where a slice has none.
    private let bits: [[UInt64]]

    init(_ outcomes: OutcomeSheet, _ slices: [ProtectedSlice]) {
        self.outcomes = outcomes.withoutTables
        hidden = slices.map(\.protection.hidden)
        bits = slices.map { each in
            SeriesFigure.allCases.map { figure in
                let place = CellPlace(table: 0, figure: figure.rawValue)
                let column = each.slice.shape.columns.firstIndex { $0.contains(place) }
                return column.map { 1 << UInt64($0) } ?? 0
            }
        }
    }

    /// The series of a heading in a group, and whether some of them are hidden.
    func count(_ heading: Heading, _ group: Int) -> (count: Int, isHidden: Bool) {
        var sum = 0
        var isHidden = false
        for measure in heading.measures {
            let slice = outcomes.grid.slice(measure, heading.horizon)
            guard outcomes.grid.rows(slice: slice, group: group) >= 0 else { continue }
            let change = outcomes.change(slice: slice, group: group)
            for figure in heading.figures {
                let bit = bits[slice][figure.ordinal]
                if bit == 0 || hidden[slice][group] & bit != 0 { isHidden = true }
                if change >= 0 { sum += figure.count(outcomes.changes, change) }
            }
        }
        return (sum, isHidden)
    }
}
