import Model

/// The columns of the tables of change, and how a group's change fills them.
enum OutcomeColumns {
    static let outcomes: [(String, FigureKind)] = [
        ("n_measured", .count), ("n_missing", .count), ("n_no_baseline", .count),
        ("n_ended", .count), ("n_not_yet_due", .count),
        ("mean_baseline", .points), ("mean_follow_up", .points), ("mean_improvement", .points),
        ("mean_improvement_low", .points), ("mean_improvement_high", .points),
        ("sd_improvement", .points), ("d", .number), ("d_low", .number), ("d_high", .number),
        ("improved", .count), ("no_change", .count), ("deteriorated", .count),
        ("share_improved", .share), ("share_improved_low", .share),
        ("share_improved_high", .share), ("share_bound_low", .share), ("share_bound_high", .share),
    ]
    static let clinical: [(String, FigureKind)] = [
        ("recovered", .count), ("improved", .count), ("unchanged", .count),
        ("deteriorated", .count), ("harmed", .count),
    ]
    static let zones: [(String, FigureKind)] = [
        ("better", .count), ("same", .count), ("worse", .count),
    ]
    static let attrition: [(String, FigureKind)] = [
        ("n_measured", .count), ("n_missing", .count), ("mean_baseline_measured", .points),
        ("mean_baseline_missing", .points), ("standardised_difference", .number),
        ("expected_regression", .points),
    ]

    /// The tables that have a row for every scale, and how many columns each has.
    static let wholeTables = [
        (table: 0, columns: outcomes.count), (table: 3, columns: attrition.count),
    ]
}

/// Rows of the tables outcomes and attrition, a few hundred at a time, column after column.
struct OutcomeLines {
    private static let most = 256
    private var numbers: [Double]
    private var rowCount = 0
    /// The column that comes next in the last row.
    private var column = 0

    init() {
        let width = OutcomeColumns.wholeTables.reduce(0) { $0 + $1.columns }
        numbers = Array(repeating: .nan, count: width * OutcomeLines.most)
    }

    var isFull: Bool { rowCount == OutcomeLines.most }

    @inline(__always)
    private mutating func add(_ number: Double?) {
        numbers[column * OutcomeLines.most + rowCount] = number ?? .nan
        column += 1
    }

    private mutating func add(count: Int?) { add(count.map(Double.init)) }

    /// Adds a row; a change is large, and is read where it is.
    mutating func add(_ change: UnsafePointer<GroupChange>) {
        addOutcomes(change)
        add(count: change.pointee.standings.measured)
        add(count: change.pointee.standings.missing)
        add(change.pointee.attrition?.meanMeasured)
        add(change.pointee.attrition?.meanMissing)
        add(change.pointee.attrition?.standardisedDifference)
        add(change.pointee.expectedRegression)
        rowCount += 1
        column = 0
    }

    private mutating func addOutcomes(_ change: UnsafePointer<GroupChange>) {
        add(count: change.pointee.standings.measured)
        add(count: change.pointee.standings.missing)
        add(count: change.pointee.standings.noBaseline)
        add(count: change.pointee.standings.ended)
        add(count: change.pointee.standings.notYetDue)
        add(change.pointee.meanBaseline)
        add(change.pointee.meanFollowUp)
        add(change.pointee.meanImprovement)
        add(change.pointee.sdImprovement)
        add(change.pointee.standardisedChange)
        add(count: change.pointee.classes?.improved)
        add(count: change.pointee.classes?.noChange)
        add(count: change.pointee.classes?.deteriorated)
        add(change.pointee.shareImproved)
        add(change.pointee.bounds?.low)
        add(change.pointee.bounds?.high)
    }

    private mutating func add(_ estimate: Estimate?) {
        add(estimate?.value)
        add(estimate?.low)
        add(estimate?.high)
    }

    /// Makes room in the columns of the tables.
    func reserve(_ rows: Int, in tables: inout [FigureTable]) {
        for (table, columns) in OutcomeColumns.wholeTables {
            for column in 0..<columns {
                tables[table].figures[column].values.reserveCapacity(rows)
            }
        }
    }

    /// Appends the rows to the columns of the tables.
    mutating func pour(into tables: inout [FigureTable]) {
        var place = 0
        for (table, columns) in OutcomeColumns.wholeTables {
            for column in 0..<columns {
                tables[table].figures[column].values += numbers[place..<(place + rowCount)]
                place += OutcomeLines.most
            }
        }
        rowCount = 0
    }
}
