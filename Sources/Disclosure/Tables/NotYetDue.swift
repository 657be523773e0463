import Model

/// How many families' horizons are not yet due, by horizon: the same for every outcome at a
/// horizon and for both sides' change, and nearly the same at the next horizon.
struct NotYetDue: Sendable {
    /// By horizon, then group; less than nothing where no outcome has the horizon.
    private let counts: [[Int32]]
    private let cases: [Int]
    private let threshold: Int

    init(_ conclusions: Conclusions, threshold: Int) {
        let groups = conclusions.groups
        let none = Array(repeating: Int32(-1), count: groups.count)
        var ofOutcomes = Array(repeating: none, count: Horizon.allCases.count)
        var ofSides = ofOutcomes
        var hasOutcomes = Array(repeating: false, count: groups.count)
        for figure in conclusions.outcomes {
            ofOutcomes[Int(figure.horizon.rawValue)][figure.group] = Int32(figure.counts.notYetDue)
            hasOutcomes[figure.group] = true
        }
        for figure in conclusions.sides where !hasOutcomes[figure.group] {
            ofSides[Int(figure.horizon.rawValue)][figure.group] = Int32(figure.notYetDue)
        }
        counts = zip(ofOutcomes, ofSides).map { zip($0, $1).map(max) }
        cases = groups.map(\.cases)
        self.threshold = threshold
    }

    /// Slices of those not yet due in each programme at every horizon, for slices of a table to be
    /// linked to.
    ///
    /// `row` gives a group's row in the table at a horizon, and `figure` stands in it.
    func links(
        _ figure: Int, _ domains: [Range<Int>], row: (Horizon, Int) -> Int32
    ) -> NotYetDueLinks {
        var links = NotYetDueLinks()
        for domain in domains where links.places[domain] == nil {
            let first = links.slices.count
            for horizon in Horizon.allCases
            // Nothing stands at a horizon at which the programme has no outcome.
            where domain.contains(where: { counts[Int(horizon.rawValue)][$0] >= 0 }) {
                links.slices.append(slice(of: figure, domain, horizon, row: row))
            }
            links.places[domain] = first..<links.slices.count
        }
        return links
    }

    private func slice(
        of figure: Int, _ domain: Range<Int>, _ horizon: Horizon, row: (Horizon, Int) -> Int32
    ) -> Slice {
        var shape = SliceShape()
        let count = shape.add(CellPlace(table: 0, figure: figure))
        let all = shape.add()
        shape.falling = SliceShape.bits([count])
        shape.casesColumns = [
            SliceShape.CasesColumn(column: count, ofCases: 0, isEqual: false),
            SliceShape.CasesColumn(column: all, ofCases: 0),
        ]
        var slice = Slice(shape, groups: cases.count, tables: 1)
        slice.domain = domain
        slice.rows = [Array(repeating: -1, count: cases.count)]
        let counts = counts[Int(horizon.rawValue)]
        for group in domain where counts[group] >= 0 {
            slice.rows[0][group] = row(horizon, group)
            slice[count, group] = Int(counts[group])
            slice[all, group] = cases[group]
        }
        slice.hideWithFewDue(all: all, notYetDue: count, threshold: threshold)
        return slice
    }
}

/// Slices of those not yet due, by programme.
struct NotYetDueLinks: Sendable {
    fileprivate(set) var slices: [Slice] = []
    fileprivate var places: [Range<Int>: Range<Int>] = [:]

    /// The links of a slice's column to those of its programme.
    func links(of column: Int, _ domain: Range<Int>) -> [SliceLink] {
        (places[domain] ?? 0..<0).map { SliceLink(column: column, link: $0) }
    }
}
