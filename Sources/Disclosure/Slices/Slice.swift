import Model

/// Where a figure of a group stands: a table, a column, and which of the group's rows.
struct CellPlace: Sendable, Hashable {
    var table: Int
    var figure: Int
    /// Index among the slice's rows of one group; 0 where a group has one row.
    var variant = 0
}

/// Counts that add up in every group: parts of a total.
struct PartsOfTotal: Sendable, Hashable {
    /// The column whose hiding closes a group's parts.
    var total: Int
    /// The columns that add up, in the order in which they are given up when one must be.
    var parts: [Int]
    /// How the parts together stand to the total.
    var amount = Amount.all

    /// What parts are of their total.
    enum Amount: Sendable, Hashable {
        /// Neither more nor less.
        case all
        /// No more, and perhaps less.
        case some
        /// Of another kind: more people than cases.
        case other
    }

    /// What hiding a cell of the column at a place among the parts costs: each next column is
    /// worth two of the one before, so that what says least is given up first.
    func cost(_ place: Int) -> Int32 { 1 << Int32(min(place, 10)) }
}

/// Which counts belong together, and what is worked out from them.
struct SliceShape: Sendable, Hashable {
    /// Where each column of counts is published; nowhere for a count that others could add up.
    var columns: [[CellPlace]] = []
    /// Totals first; a total that is no part of another is closed where it is small.
    var sums: [PartsOfTotal] = []
    /// Figures worked out from columns of counts.
    var derived: [DerivedFigure] = []

    /// Columns that are zero by a definition that everybody can read, or follow from others: never
    /// hidden for their own sake, and part of no sum. One bit a column.
    var zeros: UInt64 = 0

    /// Columns of counts that may fall from one period to the next, such as cases under way: what
    /// was shown of them tells little of what they are. One bit a column.
    var falling: UInt64 = 0

    /// Columns that stand in other slices too, such as families not yet due, which all outcomes
    /// at a horizon share: protected as totals of their own, by their own counts alone, so that
    /// they are hidden in all slices or in none. They never stand in for another count. One bit a
    /// column.
    var shared: UInt64 = 0

    /// Whether the counts are of days gone by, and grow no more: what was hidden of them stays so.
    var isPast = false

    /// Columns that are hidden just where another is, since that one's people have one or more of
    /// what they count: points due of families, goals of families.
    var twins: [Twin] = []

    /// Columns that follow from others, each with those.
    private var followed: [Int: [Int]] = [:]

    /// Columns that have to do with a column of the table cases, and are hidden where that is.
    var casesColumns: [CasesColumn] = []

    /// Columns that months add up to, with those of other slices.
    var monthTerms: [MonthTerm] = []

    /// A column, and the series of months that it is added up over again in.
    struct MonthTerm: Sendable, Hashable {
        var column: Int
        var series: MonthSeries
    }

    /// A column, and the column of the cases' slice that it equals or counts some of.
    struct CasesColumn: Sendable, Hashable {
        var column: Int
        /// 0 for cases, 1 for open, 2 for ended ones.
        var ofCases: Int
        static let ended = 2
        /// Whether it counts all of them: then it is hidden there and nowhere else.
        var isEqual = true
    }

    /// A total, and the people who have one or more of what it counts.
    struct Twin: Sendable, Hashable {
        var column: Int
        var people: Int

        var bits: UInt64 { SliceShape.bits([column, people]) }
    }

    /// A figure that is hidden where one of its counts is.
    struct DerivedFigure: Sendable, Hashable {
        var place: CellPlace
        /// One bit a column.
        var needs: UInt64
        /// The counts that the figure is the quotient of, if it can be worked out again.
        var quotient: Quotient?
    }

    /// Sums of columns, one bit a column.
    struct Quotient: Sendable, Hashable {
        var numerator: UInt64
        var denominator: UInt64
    }

    /// Columns that are no part of a sum.
    var rootTotals: [Int] {
        columns.indices.filter { column in
            zeros >> UInt64(column) & 1 == 0 && !sums.contains { $0.parts.contains(column) }
        }
    }

    /// Columns that are protected from group to group by themselves.
    var totalsOfTheirOwn: [Int] {
        let equal = Set(casesColumns.filter(\.isEqual).map(\.column) + twins.map(\.column))
        return (rootTotals + columns.indices.filter { shared >> UInt64($0) & 1 != 0 }).filter {
            !equal.contains($0)
        }
    }

    /// Whether a column is a number of cases.
    func equalsCases(_ column: Int) -> Bool {
        casesColumns.contains { $0.column == column && $0.isEqual }
    }

    /// Whether a column counts cases: all of them or some.
    func countsCases(_ column: Int) -> Bool { casesColumns.contains { $0.column == column } }

    /// Whether a column is hidden just where a number of cases is, being one or what they have.
    func followsCases(_ column: Int) -> Bool {
        equalsCases(column)
            || twins.contains { twin in
                twin.bits >> UInt64(column) & 1 != 0
                    && (equalsCases(twin.column) || equalsCases(twin.people))
            }
    }

    /// Whether a column may stand in for another count.
    func mayStandIn(_ column: Int) -> Bool { shared >> UInt64(column) & 1 == 0 }

    /// Adds a column of counts and gives its index.
    mutating func add(_ places: CellPlace...) -> Int {
        columns.append(places)
        return columns.count - 1
    }

    /// Adds a figure that is worked out from columns.
    mutating func derive(_ place: CellPlace, from columns: [Int], quotient: Quotient? = nil) {
        derived.append(
            DerivedFigure(place: place, needs: SliceShape.bits(columns), quotient: quotient))
    }

    /// Makes a count follow from others that anybody can subtract: it is shown where they are.
    mutating func follow(_ column: Int, from needs: [Int]) {
        for place in columns[column] {
            derive(
                place, from: needs + [column],
                quotient: Quotient(numerator: SliceShape.bits([column]), denominator: 0))
        }
        columns[column] = []
        followed[column] = needs
        zeros |= 1 << UInt64(column)
    }

    /// The columns that a count follows from, or itself.
    func needs(of column: Int) -> [Int] { followed[column] ?? [column] }

    /// One bit for each column.
    static func bits(_ columns: [Int]) -> UInt64 {
        columns.reduce(0) { $0 | 1 << UInt64($1) }
    }
}

/// A total that several slices have: each is protected by itself, and must not tell it where
/// another's counts have hardly grown.
enum TotalInCommon: Sendable, Hashable {
    /// The series of a measure, at all horizons.
    case series(measure: Int)
    /// The families who are due at a horizon, by the first group of their programme.
    case due(programme: Int, horizon: Horizon)
}

/// A column that is the sum of some figures in other rows of a table.
struct TotalElsewhere: Sendable {
    var column: Int
    var table: Int
    var figures: [Int]
    /// Each group's row, or -1; several times.
    var rows: [[Int32]]
}

/// The numerators or denominators of a series of months.
struct MonthSeries: Sendable, Hashable {
    var kind: MonthlySeries.Kind
    var isNumerator: Bool
}

/// The counts of all groups that must be protected together, such as one scale, informant and
/// horizon.
struct Slice: Sendable {
    var shape: SliceShape
    let groupCount: Int
    /// The groups that the slice is about: one of them and all its parts.
    var domain: Range<Int>
    /// Counts by column, then group; 0 where a group has none.
    var counts: [Int32]
    /// Columns that are to be hidden whatever their count, one bit a column, by group.
    var alsoSmall: [UInt64]
    /// Columns that changed little since last published, one bit a column, by group.
    var changedLittle: [UInt64]
    /// Columns that are hidden for the sake of a number of cases, one bit a column, by group.
    var alsoHidden: [UInt64]
    /// What the counts are at least, as an earlier period says of what only grows; by column, then
    /// group. Empty where nothing is known.
    var atLeast: [Int32] = []
    /// What an earlier period said of the counts.
    var before: EarlierCounts?
    /// The same people under another heading.
    var headings: [Heading] = []
    /// A total that stands nowhere, but can be added up in other rows.
    var totalElsewhere: TotalElsewhere?
    var totalInCommon: TotalInCommon?
    /// What the counts of some columns cannot exceed, as everybody knows; by column, then group.
    /// Empty where nobody knows.
    var most: [[Int32]]
    /// The groups' rows in each table and variant: `rows[table][variant × groups + group]`,
    /// or -1.
    var rows: [[Int32]]

    init(_ shape: SliceShape, groups: Int, tables: Int) {
        self.shape = shape
        groupCount = groups
        domain = 0..<groups
        counts = Array(repeating: 0, count: shape.columns.count * groups)
        alsoSmall = Array(repeating: 0, count: groups)
        changedLittle = Array(repeating: 0, count: groups)
        alsoHidden = changedLittle
        most = Array(repeating: [], count: shape.columns.count)
        rows = Array(repeating: [], count: tables)
    }

    /// Lets go of all counts, and keeps where they stand.
    mutating func forgetCounts() {
        counts = []
        alsoSmall = []
        changedLittle = []
        alsoHidden = []
        atLeast = []
        before = nil
        most = []
    }

    /// Closes every group of fewer cases than the threshold, however many series they have.
    mutating func closeSmallGroups(_ groups: [Group], threshold: Int) {
        let totals = SliceShape.bits(shape.rootTotals)
        for group in domain where groups[group].cases < threshold { alsoSmall[group] |= totals }
    }

    /// Hides how many are not yet due where those who are due are few: all and not yet due
    /// would tell how few.
    mutating func hideWithFewDue(all: Int, notYetDue: Int, threshold: Int) {
        for group in domain where self[all, group] - self[notYetDue, group] < threshold {
            alsoSmall[group] |= 1 << UInt64(notYetDue)
        }
    }

    /// Closes the groups whose number of cases is hidden where what they show would say that they
    /// have as many cases at least, unless that many are known from before; and hides what is about
    /// hidden numbers of open or ended ones.
    mutating func close(
        where cases: Protection, _ groups: [Group], _ earlier: EarlierCases, threshold: Int
    ) {
        let totals = shape.rootTotals
        for group in domain where cases.hidden[group] & 1 != 0 {
            let known = min(earlier.number(group, ofCases: 0), Int32(groups[group].cases))
            for column in totals {
                let isTold = shape.countsCases(column) || known < threshold
                if isTold && self[column, group] > Int(known) {
                    alsoHidden[group] |= 1 << UInt64(column)
                }
            }
        }
        for each in shape.casesColumns {
            var most = [Int32](repeating: .max, count: groupCount)
            for group in domain {
                if cases.hidden[group] >> UInt64(each.ofCases) & 1 != 0 {
                    alsoHidden[group] |= 1 << UInt64(each.column)
                } else {
                    most[group] = Int32(groups[group].number(ofCases: each.ofCases))
                }
            }
            if !each.isEqual { self.most[each.column] = most }
        }
    }

    /// Closes what months would tell of counts of which little else is hidden.
    mutating func close(where terms: HiddenTerms, threshold: Int) {
        for term in shape.monthTerms {
            let bit: UInt64 = 1 << UInt64(term.column)
            for group in terms.toldGroups(term.series, threshold: threshold)
            where domain.contains(group) {
                alsoHidden[group] |= bit
            }
        }
    }

    /// Hides the only column of a slice in some groups.
    mutating func hideOnlyColumn(_ groups: [Int]) {
        for group in groups where domain.contains(group) { alsoHidden[group] |= 1 }
    }

    /// The groups of the slice in a tree: a programme without a row has none of what is counted,
    /// as anybody can see, so it cannot stand in for another one.
    func present(in tree: GroupTree) -> GroupTree {
        var isAbsent = Array(repeating: true, count: groupCount)
        for rows in rows where isAbsent.contains(true) {
            for first in stride(from: 0, to: rows.count, by: max(1, groupCount)) {
                for group in 0..<groupCount where rows[first + group] >= 0 {
                    isAbsent[group] = false
                }
            }
        }
        // Nobody sees the rows of a slice that stands nowhere.
        guard isAbsent.contains(false),
            domain.contains(where: { isAbsent[$0] && !tree.standsApart($0) })
        else { return tree }
        return tree.without(isAbsent)
    }

    /// A count as far as an earlier period does not tell it: all of it, or what it has grown by.
    func growth(_ column: Int, _ group: Int) -> Int32 {
        let at = column * groupCount + group
        return atLeast.isEmpty ? counts[at] : counts[at] - atLeast[at]
    }

    /// How much a part can be as far as an earlier period does not tell it, given its total.
    func room(of part: Int, in total: Int, _ group: Int) -> Int32 {
        counts[total * groupCount + group] - counts[part * groupCount + group]
            + growth(part, group)
    }

    /// The same of all counts; by column, then group.
    var allGrowth: [Int32] {
        if atLeast.isEmpty { return counts }
        var growth = counts
        growth.withUnsafeMutableBufferPointer { growth in
            atLeast.withUnsafeBufferPointer { atLeast in
                for at in growth.indices { growth[at] &-= atLeast[at] }
            }
        }
        return growth
    }

    /// A count by column and group.
    subscript(_ column: Int, _ group: Int) -> Int {
        get { Int(counts[column * groupCount + group]) }
        set { counts[column * groupCount + group] = Int32(newValue) }
    }

    /// The row of a place for a group, or nothing.
    func row(_ place: CellPlace, _ group: Int) -> Int? {
        let at = place.variant * groupCount + group
        guard rows[place.table].indices.contains(at) else { return nil }
        let row = rows[place.table][at]
        return row < 0 ? nil : Int(row)
    }
}

extension Group {
    /// A count of the cases' slice: 0 for cases, 1 for open, 2 for ended ones.
    fileprivate func number(ofCases column: Int) -> Int {
        switch column {
        case 0: cases
        case 1: open
        default: cases - open
        }
    }
}
