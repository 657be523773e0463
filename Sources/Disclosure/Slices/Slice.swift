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
    /// The column whose hiding closes a group's parts. It may exceed the sum of the parts.
    var total: Int
    /// The columns that add up, in the order in which they are given up when one must be.
    var parts: [Int]

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

    /// Columns that are zero by a definition that everybody can read: always shown, and part of
    /// no sum. One bit a column.
    var zeros: UInt64 = 0

    /// Columns that equal a column of the table cases in every group, and are closed where that
    /// is hidden.
    var casesColumns: [CasesColumn] = []

    /// A column and the column of the cases' slice that it equals.
    struct CasesColumn: Sendable, Hashable {
        var column: Int
        /// 0 for cases, 1 for open, 2 for ended ones.
        var ofCases: Int
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

    /// One bit for each column.
    static func bits(_ columns: [Int]) -> UInt64 {
        columns.reduce(0) { $0 | 1 << UInt64($1) }
    }
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
        rows = Array(repeating: [], count: tables)
    }

    /// Closes every group of fewer cases than the threshold, however many series they have.
    mutating func closeSmallGroups(_ groups: [Group], threshold: Int) {
        let totals = SliceShape.bits(shape.rootTotals)
        for group in domain where groups[group].cases < threshold { alsoSmall[group] |= totals }
    }

    /// Closes what equals hidden numbers of cases.
    mutating func close(where cases: Protection) {
        for equal in shape.casesColumns {
            for group in domain where cases.hidden[group] >> UInt64(equal.ofCases) & 1 != 0 {
                changedLittle[group] |= 1 << UInt64(equal.column)
            }
        }
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

/// Tables that are protected together, and the slices that their counts fall into.
protocol Sheet: Sendable {
    /// The tables, with all their figures.
    var tables: [FigureTable] { get }
    /// How many slices there are; each stands for itself.
    var sliceCount: Int { get }
    /// The counts of one slice.
    func slice(_ index: Int) -> Slice
    /// How many decimals the means in each row of a table are published with; empty for tables
    /// without means.
    func decimals(table: Int) -> [UInt8]
    /// Whether teams have rows.
    var hasTeams: Bool { get }
    /// Decides what no single slice can tell.
    func finish(_ states: inout SheetStates)
    /// Hides what cannot be worked out again from rounded counts.
    func finishRounded(_ states: inout SheetStates)
}

extension Sheet {
    var hasTeams: Bool { true }

    func finish(_ states: inout SheetStates) {}

    func finishRounded(_ states: inout SheetStates) {}
}
