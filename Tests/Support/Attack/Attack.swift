/// An attack on all published tables together, of one period or of two consecutive ones.
///
/// Each kind of table has its file beside this one, which says what an outsider knows of it: how
/// its counts add up, what they cannot exceed, and which stand in another table too.
public struct Attack {
    typealias Quantity = Attacker.Quantity

    /// What the definitions say, which anybody can read.
    public struct Definitions: Sendable {
        /// Lines of the schedule at which every case has a point, by programme and line.
        public var startLines: Set<[String]> = []
        /// Lines at which every ended case has a point, by programme and line.
        public var endLines: Set<[String]> = []
        /// Lines whose points have no days, by programme and line.
        public var sessionLines: Set<[String]> = []
        /// How many goals a family has open at least, when it has too many open.
        public var tooManyGoals = 4
        /// Instruments whose forms for other ages are not subtracted, so that a mean may be of
        /// fewer than are measured.
        public var agedInstruments: Set<String> = []
        /// The scale of the added value, and who fills it in.
        public var addedValue: [String] = []
        /// Families who are the same people as the series of another table.
        public var headings: [Heading] = []
        /// Columns that a later measurement may take somebody out of again, by table.
        public var changing: [String: Set<String>] = [:]
        /// Programmes of which some horizon is the end of the case.
        public var endingProgrammes: Set<String> = []

        /// Makes definitions of nothing.
        public init() {}
    }

    /// A hidden count, and what an attacker found.
    public struct Narrowed: CustomStringConvertible {
        public var period: Int
        public var table: String
        public var keys: [String]
        public var column: String
        public var low: Int
        public var high: Int

        public var description: String {
            "\(period): \(table) \(keys.joined(separator: "|")) \(column): \(low)...\(high)"
        }
    }

    public internal(set) var attacker = Attacker()
    let definitions: Definitions
    var periods: [Published] = []
    /// The tables of the periods before those under attack, the newest last: what they showed is no
    /// secret, where it is still so.
    public var before: [[PublishedTable]] = []

    /// The tables of one period, and what is known of each count in them.
    struct Published {
        var tables: [String: PublishedTable] = [:]
        /// By table, row and column; nothing where a cell is no count, or not computed.
        var quantities: [String: [[Quantity?]]] = [:]
        /// Groups by their keys, each with the keys of its parts.
        var parts: [(group: [String], parts: [[String]])] = []
    }

    /// Starts with the tables of consecutive periods, the earlier first.
    public init(_ periods: [[PublishedTable]], _ definitions: Definitions = Definitions()) {
        self.definitions = definitions
        for tables in periods { read(tables) }
        for period in self.periods.indices {
            attacker.subject = "groups"
            knowGroups(period)
            attacker.subject = "cases"
            knowCases(period)
            attacker.subject = "change"
            knowChange(period)
            attacker.subject = "theory"
            knowTheory(period)
            attacker.subject = "headings"
            knowHeadings(period)
            attacker.subject = "activity"
            knowActivity(period)
            attacker.subject = "months"
            knowMonths(period)
            attacker.subject = "not computed"
            knowWhatIsNotComputed(period)
        }
        for later in self.periods.indices.dropFirst() { knowGrowth(later - 1, later) }
    }

    /// The columns of counts of each table.
    static let counts: [String: [String]] = [
        "cases": ["cases", "open", "people"],
        "outcomes": standings + classes,
        "clinical": ["recovered", "improved", "unchanged", "deteriorated", "harmed"],
        "zones": ["better", "same", "worse"],
        "attrition": ["n_measured", "n_missing"],
        "funnels": ["improved", "measured"],
        "change-theory": statuses,
        "sides": ["not_yet_due"]
            + sides.flatMap { a in
                ["parents_\(a)"] + sides.map { "parents_\(a)_children_\($0)" }
            },
        "added-value": ["n", "families", "people"],
        "raters": ["n"],
        "form-changes": ["n", "better", "same", "worse"],
        "adherence": ["families", "due", "done"],
        "monthly": ["numerator", "denominator"],
        "phases": ["recorded", "expected", "over_time", "contacts_due"],
        "exits": [
            "closed_met", "closed_not_met", "closed_not_known", "nearing_met", "nearing_not_met",
            "nearing_not_known",
        ],
        "goals": [
            "families", "goals", "open", "reached", "partly", "dropped", "overdue",
            "families_with_too_many", "follow_up_late",
        ],
        "elements": ["cases"],
    ]
    /// Columns that say how it went: the last measurement within a window decides.
    public static let judgements: [String: Set<String>] = [
        "outcomes": Set(classes), "clinical": Set(counts["clinical"] ?? []),
        "zones": Set(counts["zones"] ?? []), "funnels": ["improved"],
        "change-theory": Set(statuses[..<5]), "sides": Set(counts["sides"] ?? []),
        "monthly": ["numerator", "denominator"],
    ]

    /// Whether a column of a table counts people or what they have.
    public static func isCount(_ column: String, in table: String) -> Bool {
        counts[table]?.contains(column) ?? false
    }

    static let standings = ["n_measured", "n_missing", "n_no_baseline", "n_ended", "n_not_yet_due"]
    /// Columns of series that were judged.
    public static let classes = ["improved", "no_change", "deteriorated"]
    static let statuses = [
        "achieved", "partly", "not_achieved", "already_there", "not_measured", "ended",
        "not_yet_due",
    ]
    static let sides = ["better", "unchanged", "worse", "mixed", "not_measured"]
    static let horizons = ["short", "medium", "long"]

    private mutating func read(_ tables: [PublishedTable]) {
        var period = Published()
        for table in tables {
            period.tables[table.name] = table
            guard let counts = Attack.counts[table.name] else { continue }
            period.quantities[table.name] = table.cells.map { cells in
                zip(table.columns, cells).map { name, cell in
                    counts.contains(name) ? quantity(cell) : nil
                }
            }
        }
        period.parts = Attack.parts(period.tables["cases"]?.rows ?? [])
        periods.append(period)
    }

    private mutating func quantity(_ cell: PublishedTable.Cell) -> Quantity? {
        switch cell {
        case .number(let number): .known(Int(number.rounded()))
        case .hidden, .earlier: attacker.unknown()
        case .empty, .word: nil
        }
    }

    /// Each group with the groups that add up to it.
    private static func parts(_ groups: [[String]]) -> [(group: [String], parts: [[String]])] {
        groups.compactMap { group in
            guard let level = group.firstIndex(of: "*") else { return nil }
            let parts = groups.filter { other in
                Array(other.prefix(level)) == Array(group.prefix(level)) && other[level] != "*"
                    && other.dropFirst(level + 1).allSatisfy { $0 == "*" }
            }
            return parts.isEmpty ? nil : (group, parts)
        }
    }
}

// MARK: - Cells

extension Attack {
    /// A count by its table, keys and column; nothing where there is none.
    func count(_ period: Int, _ table: String, _ keys: [String], _ column: String) -> Quantity? {
        guard let row = periods[period].tables[table]?.row(keys) else { return nil }
        return count(period, table, row, column)
    }

    func count(_ period: Int, _ table: String, _ row: Int, _ column: String) -> Quantity? {
        guard let published = periods[period].tables[table],
            let place = published.columns.firstIndex(of: column)
        else { return nil }
        return periods[period].quantities[table]?[row][place]
    }

    func counts(_ period: Int, _ table: String, _ row: Int, _ columns: [String]) -> [Quantity] {
        columns.compactMap { count(period, table, row, $0) }
    }

    /// A number of this period, if it is shown.
    func shown(_ period: Int, _ table: String, _ row: Int, _ column: String) -> Double? {
        guard let published = periods[period].tables[table],
            published.columns.contains(column)
        else { return nil }
        return published[row, column].number
    }

    func rows(_ period: Int, _ table: String) -> [(row: Int, keys: [String])] {
        (periods[period].tables[table]?.rows ?? []).enumerated().map { ($0, $1) }
    }

    /// The parts are together no more than the total, where all of them are counts.
    mutating func know(_ parts: [Quantity?], times factor: Int = 1, atMost total: Quantity?) {
        guard let total else { return }
        attacker.know(parts.compactMap(\.self), times: factor, atMost: total)
    }
}

// MARK: - Results

extension Attack {
    /// Hidden counts narrower than from 0 up to, not including, the threshold.
    public mutating func narrowed(threshold: Int) -> [Narrowed] {
        attacker.attack()
        var found: [Narrowed] = []
        forEachKept { period, table, row, column, range in
            let width = range.upperBound - range.lowerBound
            if width < threshold - 1, width < widthBefore(period, table, row, column),
                !isKnownUnchanged(period, table, row, column, range)
            {
                found.append(
                    Narrowed(
                        period: period, table: table.name, keys: table.rows[row],
                        column: table.columns[column], low: range.lowerBound,
                        high: range.upperBound))
            }
        }
        return found
    }

    /// Whether all that is found is that a kept count is still what it was: what has not changed is
    /// shown.
    private func isKnownUnchanged(
        _ period: Int, _ table: PublishedTable, _ row: Int, _ column: Int,
        _ range: ClosedRange<Int>
    ) -> Bool {
        if let number = lastShown(period, table, row, column) { return range == number...number }
        // A new month in which nothing is added to a number that is still what it was.
        return table.name == "monthly" && range == 0...0
            && periods.dropLast().contains { $0.tables["monthly"]?.row(table.rows[row]) == nil }
    }

    /// What was last shown of a count that is hidden now, or kept.
    private func lastShown(
        _ period: Int, _ table: PublishedTable, _ row: Int, _ column: Int
    ) -> Int? {
        if case .earlier(let number) = table.cells[row][column] { return Int(number) }
        let earlier = before.compactMap { tables in tables.first { $0.name == table.name } }
        let attacked = periods[..<period].compactMap { $0.tables[table.name] }
        for tables in (earlier + attacked).reversed() where tables.columns == table.columns {
            if let place = tables.row(table.rows[row]),
                case .number(let number) = tables.cells[place][column]
            {
                return Int(number)
            }
        }
        return nil
    }

    /// How wide a kept count is by what was last shown of it, and by what it is a part of, alone:
    /// in its own group, a wider one, or the only part of it that the table has.
    private func widthBefore(
        _ period: Int, _ table: PublishedTable, _ row: Int, _ column: Int
    ) -> Int {
        let keys = table.rows[row]
        let wholes = Attack.wholes["\(table.name).\(table.columns[column])"] ?? []
        let wider = (0...3).map { Array(keys[..<$0]) + Array(repeating: "*", count: 3 - $0) }
        let groups = wider + onlyParts(table, keys)
        let widths = groups.flatMap { group in
            wholes.compactMap { whole -> Int? in
                guard case .known(let most)? = count(period, whole.table, group, whole.column),
                    let row = table.row(group + keys[3...]),
                    let number = lastShown(period, table, row, column)
                else { return nil }
                return most - number
            }
        }
        return widths.min() ?? .max
    }

    /// The only part of a row's group in its table, the only part of that, and so on.
    private func onlyParts(_ table: PublishedTable, _ keys: [String]) -> [[String]] {
        var group = Array(keys[..<3])
        var parts: [[String]] = []
        while let level = group.firstIndex(of: "*") {
            let below = Set(
                table.rows.filter {
                    $0[..<level] == group[..<level] && $0[level] != "*" && $0[3...] == keys[3...]
                }.map { $0[level] })
            guard below.count == 1, let name = below.first else { break }
            group[level] = name
            parts.append(group)
        }
        return parts
    }

    /// What counts of some of a group's cases are parts of.
    private static let wholes: [String: [(table: String, column: String)]] = [
        "adherence.families": [("cases", "cases")], "goals.families": [("cases", "cases")],
        "elements.cases": [("cases", "cases")], "change-theory.ended": [("cases", "cases")],
        "added-value.families": [("cases", "cases"), ("added-value", "n")],
        "added-value.people": [("added-value", "n")],
    ]

    /// Counts whose true value lies outside of what was found: what an outsider was taken to know
    /// is then not so.
    public func mistakes(truth: [[PublishedTable]]) -> [Narrowed] {
        let truth = truth.map { tables in
            Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
        }
        var found: [Narrowed] = []
        forEachKept { period, table, row, column, range in
            guard let true_ = truth[period][table.name],
                let trueRow = true_.row(table.rows[row]),
                case .number(let number) = true_.cells[trueRow][column]
            else { return }
            if !range.contains(Int(number.rounded())) {
                found.append(
                    Narrowed(
                        period: period, table: table.name, keys: table.rows[row],
                        column: table.columns[column] + " = \(Int(number))",
                        low: range.lowerBound, high: range.upperBound))
            }
        }
        return found
    }

    /// How many counts are hidden, or kept from an earlier period.
    public var keptCount: Int {
        var count = 0
        forEachKept { _, _, _, _, _ in count += 1 }
        return count
    }

    private func forEachKept(
        _ body: (Int, PublishedTable, Int, Int, ClosedRange<Int>) -> Void
    ) {
        for (index, period) in periods.enumerated() {
            for name in period.quantities.keys.sorted() {
                guard let table = period.tables[name], let rows = period.quantities[name]
                else { continue }
                for (row, quantities) in rows.enumerated() {
                    for (column, quantity) in quantities.enumerated() {
                        guard let quantity, table.cells[row][column].isKept else { continue }
                        body(index, table, row, column, attacker.range(quantity))
                    }
                }
            }
        }
    }
}
