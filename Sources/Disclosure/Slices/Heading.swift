import Model

/// Families that are the same people as series of the table outcomes: those who reached an outcome
/// by reliable improvement, say, each have a series that improved.
struct Heading: Sendable {
    /// Columns of the slice, each with how many of the series a family in it has at least.
    var columns: [(column: Int, series: Int32)]
    /// Indices among the measures.
    var measures: [Int]
    var horizon: Horizon
    /// Figures of the table outcomes that count the series.
    var figures: [SeriesFigure]
}

/// A count of the table outcomes, by its place among the figures.
enum SeriesFigure: Int, Sendable, CaseIterable {
    case measured = 0
    case improved = 14
    case noChange = 15
    case deteriorated = 16

    static let judged: [SeriesFigure] = [.improved, .noChange, .deteriorated]

    /// The place in the list of all.
    var ordinal: Int {
        switch self {
        case .measured: 0
        case .improved: 1
        case .noChange: 2
        case .deteriorated: 3
        }
    }

    /// The count of one change among many.
    func count(_ changes: [GroupChange], _ index: Int) -> Int {
        switch self {
        case .measured: changes[index].standings.measured
        case .improved: changes[index].classes?.improved ?? 0
        case .noChange: changes[index].classes?.noChange ?? 0
        case .deteriorated: changes[index].classes?.deteriorated ?? 0
        }
    }
}

extension Slice {
    /// Closes the groups in which families and their series would tell each other: where either is
    /// hidden, and the series are hardly more than there must be. Gives whether there were any.
    mutating func closeTold(
        by series: PublishedSeries, _ hidden: [UInt64], threshold: Int
    ) -> Bool {
        let ofSums = shape.sums.reduce(UInt64(0)) { $0 | SliceShape.bits($1.parts) }
        let parts = ofSums & ~(shape.shared | shape.zeros)
        var isChanged = false
        for group in domain where hidden[group] & parts != parts {
            let isTold = headings.contains { heading in
                let found = series.count(heading, group)
                var families = 0
                var bits: UInt64 = 0
                for (column, number) in heading.columns {
                    families += Int(number) * self[column, group]
                    bits |= 1 << UInt64(column)
                }
                let most = heading.columns.reduce(1) { max($0, Int($1.series)) }
                // Fewer series than families: they are not the same people after all.
                return (found.isHidden || hidden[group] & bits != 0)
                    && (0..<(threshold - 1) * most).contains(found.count - families)
            }
            if isTold {
                alsoHidden[group] |= parts
                isChanged = true
            }
        }
        return isChanged
    }
}
