import Model

/// How many cases an earlier period showed of each group.
struct EarlierCases: Sendable {
    private let cases: [Int32]
    private let open: [Int32]
    /// Whether the numbers of cases and of open ones had been kept from a period before.
    private let isKept: [(cases: Bool, open: Bool)]

    /// Reads them; the groups' rows of the table cases are in the order of the groups.
    init(_ table: FigureTable?, _ earlier: EarlierPublished?, groups: Int) {
        let figures = table.map { EarlierFigures($0, earlier) }
        func column(_ index: Int) -> [Int32] {
            (0..<groups).map { figures?.number(index, $0).map { Int32($0) } ?? .unknown }
        }
        cases = column(0)
        open = column(1)
        isKept = (0..<groups).map { group in
            (figures?.isKept(0, group) == true, figures?.isKept(1, group) == true)
        }
    }

    /// Whether a number of a group is not of the period's own day.
    func isKept(_ group: Int, ofCases column: Int) -> Bool {
        switch column {
        case 0: isKept[group].cases
        case 1: isKept[group].open
        default: isKept[group].cases || isKept[group].open
        }
    }

    /// What some of the cases of a group were at most; no more than can be added up for every
    /// group there is.
    func most(_ group: Int, ofCases column: Int) -> Int32 {
        let number = number(group, ofCases: column)
        return number == .unknown ? RangeTable.unbounded : number
    }

    /// A number of a group, if it is known: 0 for cases, 1 for open, 2 for ended ones.
    func number(_ group: Int, ofCases column: Int) -> Int32 {
        switch column {
        case 0: return cases[group]
        case 1: return open[group]
        default:
            let (all, open) = (cases[group], open[group])
            return all == .unknown || open == .unknown ? .unknown : all - open
        }
    }
}

extension Int32 {
    /// Stands for a count of an earlier period that nobody knows.
    static let unknown = Int32.min
}
