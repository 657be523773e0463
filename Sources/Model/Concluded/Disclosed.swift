import Basics

/// Everything that may be rendered or exported from a run, as tables.
///
/// Groups are keyed by `programme`, `municipality` and `team`, with `*` where one is summed over
/// and `-` for a blank name; there is a row for everything (`* * *`), each programme, each
/// municipality in it and each team in that. The tables, their further keys and their figures:
///
/// | table | further keys | figures |
/// |---|---|---|
/// | `cases` | | `cases`, `open`, `people` |
/// | `outcomes` | `scale`, `informant`, `horizon` | as `data/outcomes.csv` |
/// | `clinical` | `scale`, `informant`, `horizon` | `recovered`, `improved`, `unchanged`, `deteriorated`, `harmed` |
/// | `zones` | `scale`, `informant`, `horizon` | `better`, `same`, `worse` |
/// | `attrition` | `scale`, `informant`, `horizon` | `n_measured`, `n_missing`, `mean_baseline_measured`, `mean_baseline_missing`, `standardised_difference`, `expected_regression` |
/// | `funnels` | `scale`, `informant`, `horizon` | `improved`, `measured`, `share`, `units`, `expected`, `overdispersion`, `low_95`, `high_95`, `low_998`, `high_998` (municipalities only) |
/// | `change-theory` | `horizon`, `whom`, `outcome` | as `data/change-theory.csv`; no row for everything |
/// | `sides` | `horizon` | `not_yet_due`, then for each change of the parents `parents_<p>` and `parents_<p>_children_<c>` |
/// | `added-value` | | `n`, `families`, `people`, `mean`, `mean_low`, `mean_high`, `effect_size` |
/// | `raters` | `scale`, `first`, `second` | `n`, `mean_difference`, `agreement` |
/// | `form-changes` | `scale`, `later`, `informant`, `horizon` | `n`, `better`, `same`, `worse` |
/// | `adherence` | `line` | `families`, `due`, `done`, `share_done` |
/// | `monthly` | `series`, `month` | `numerator`, `denominator`, `value`, `mean`, `low`, `high`, `trial`, `signal` |
/// | `phases` | `phase` | `recorded`, `expected`, `over_time`, `contacts_due` |
/// | `exits` | `criterion` | `closed_met`, `closed_not_met`, `closed_not_known`, `nearing_met`, `nearing_not_met`, `nearing_not_known` |
/// | `goals` | | `families`, `goals`, `open`, `reached`, `partly`, `dropped`, `overdue`, `families_with_too_many`, `follow_up_late` |
/// | `elements` | `element` | `cases`, `mean` |
///
/// and, not by group, `quality` (key `file`: `rows`, `used`, `rejected`, `duplicates`,
/// `cells_unused`, `new_rows`) and `unused` (keys `instrument`, `reason`: `assessments`).
public struct Disclosed: Sendable {
    /// Who the figures are for.
    public enum Profile: String, Sendable, Hashable, CaseIterable {
        /// Everything in them may be shown to anybody.
        case published
        /// Nothing is hidden: for those who know the families anyway.
        case `internal`
    }

    public let profile: Profile
    public let rules: SmallNumbers
    public let asOf: CalendarDate
    /// In the order of the list above; a table without rows is left out.
    public let tables: [DisclosedTable]
    /// How many counts each table hides, in the order of the tables.
    public let hidden: [HiddenCounts]
    /// What was hidden and why: for the private folder only.
    public let ledger: HiddenLedger

    /// How many key columns each table has.
    public static let keyCounts: [String: Int] = [
        "cases": 3, "outcomes": 6, "clinical": 6, "zones": 6, "attrition": 6, "funnels": 6,
        "change-theory": 6, "sides": 4, "added-value": 3, "raters": 6, "form-changes": 7,
        "adherence": 4,
        "monthly": 5, "phases": 4, "exits": 4, "goals": 3, "elements": 4, "quality": 1,
        "unused": 2,
    ]

    /// Makes a set of tables.
    @_spi(Disclosure)
    public init(
        profile: Profile, rules: SmallNumbers, asOf: CalendarDate,
        tables: [DisclosedTable], hidden: [HiddenCounts], ledger: HiddenLedger
    ) {
        self.profile = profile
        self.rules = rules
        self.asOf = asOf
        self.tables = tables
        self.hidden = hidden
        self.ledger = ledger
    }

    /// The table of a name, if it has rows.
    public subscript(_ name: String) -> DisclosedTable? {
        tables.first { $0.name == name }
    }

    /// Hidden counts of all tables together.
    public var hiddenInAll: HiddenCounts {
        hidden.reduce(into: HiddenCounts(table: KeyColumn.all)) { $0.add($1) }
    }
}

/// How many of a table's counts are hidden; figures worked out from them are not counted.
public struct HiddenCounts: Sendable, Hashable {
    public var table: String
    /// Counts in the table, hidden or not.
    public var counts = 0
    /// Hidden because they are small.
    public var primary = 0
    /// Hidden so that others cannot be worked out.
    public var complementary = 0
    /// Hidden, or shown as last published, because few people joined or left since.
    public var withheld = 0

    /// Makes counts of nothing.
    public init(table: String) {
        self.table = table
    }

    /// Adds another table's counts.
    public mutating func add(_ other: HiddenCounts) {
        counts += other.counts
        primary += other.primary
        complementary += other.complementary
        withheld += other.withheld
    }

    /// The share of all counts that is hidden beyond the small ones, 0 to 1.
    public var complementaryShare: Double {
        counts == 0 ? 0 : Double(complementary) / Double(counts)
    }
}

/// Why each hidden count is hidden: never published, since it would tell the small from the rest.
public struct HiddenLedger: Sendable {
    /// Why a count is hidden.
    public enum Reason: UInt8, Sendable, Hashable, CaseIterable {
        case none
        case small
        case complementary
        /// Changed by one to four since last published.
        case changedLittle

        /// The word in the private list.
        public var name: String {
            switch self {
            case .none: ""
            case .small: "small"
            case .complementary: "complementary"
            case .changedLittle: "changed-little"
            }
        }
    }

    /// One reason a row for each column of figures, by table; empty for a column of no counts.
    public let reasons: [[[Reason]]]

    /// Makes a ledger; the tables are in the order of `Disclosed.tables`.
    @_spi(Disclosure)
    public init(reasons: [[[Reason]]]) {
        self.reasons = reasons
    }
}

/// What came in from one file and what became of it: counts of rows and cells, never values.
public struct QualityCounts: Sendable, Hashable {
    /// The file's path below the input folder.
    public var file: String
    /// Rows in = used + rejected + duplicates.
    public var rows: Int
    public var used: Int
    public var rejected: Int
    public var duplicates: Int
    /// Cells of used rows that were unreadable or out of range.
    public var cellsUnused: Int
    /// Rows used that lie after the last published period, where there is one.
    public var newRows: Int?

    /// Makes a file's counts.
    public init(
        file: String, rows: Int, used: Int, rejected: Int, duplicates: Int, cellsUnused: Int,
        newRows: Int? = nil
    ) {
        self.file = file
        self.rows = rows
        self.used = used
        self.rejected = rejected
        self.duplicates = duplicates
        self.cellsUnused = cellsUnused
        self.newRows = newRows
    }
}
