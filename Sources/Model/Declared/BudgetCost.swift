import Basics

/// One cost of the intervention, net of nothing: grants and saved costs are lines of their own.
public struct BudgetCost: Sendable, Hashable {
    /// Kebab-case and the cost's own within its budget.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// What the money is spent on.
    public var kind: Kind
    /// The amount, always at or above zero; the kind gives its sign.
    public var amount: BudgetAmount
    /// How many of the amount: positions, hours, months; 1 where the amount stands alone.
    public var times: Ratio
    /// What the amount is for, where that is a span of time: a year's pay, an hour's.
    public var per: Per?
    /// When and how often it is paid.
    public var falls: Falls
    /// What is left of an investment, and when it counts.
    public var residual: Residual?
    /// Who pays.
    public var payers: [PayerShares]
    /// The variant of the costs that it belongs to; nothing where it belongs to all.
    public var variant: String?

    /// What the money is spent on.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case startUp = "start-up"
        case running
        case staff
        case training
        case materials
        /// Money from elsewhere in the public sector or from a fund; lowers the cost.
        case grant
        /// What the basis alternative would have cost; lowers the cost.
        case savedCost = "saved-cost"

        /// Whether the line lowers the cost.
        public var isDeducted: Bool { self == .grant || self == .savedCost }
    }

    /// A span of time that an amount pays for.
    public enum Per: String, Sendable, Hashable, CaseIterable {
        case year
        case month
        case hour
    }

    /// When and how often the amount is paid.
    public enum Falls: Sendable, Hashable {
        /// Once in each of these years, however many take part.
        case years([Int])
        /// For so many participants together, in the year they finish or so many years before.
        case participants(Ratio, yearsBefore: Int)
    }

    /// The value of an investment at the end.
    public struct Residual: Sendable, Hashable {
        /// The amount, always at or above zero; the kind gives its sign.
        public var amount: Money
        /// The calendar year in which it counts.
        public var year: Int

        /// Makes a residual value.
        public init(amount: Money, year: Int) {
            self.amount = amount
            self.year = year
        }
    }

    /// Makes a cost.
    public init(
        name: String, title: LocalizedText, kind: Kind, amount: BudgetAmount, times: Ratio = 1,
        per: Per? = nil, falls: Falls, residual: Residual? = nil, payers: [PayerShares],
        variant: String? = nil
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.amount = amount
        self.times = times
        self.per = per
        self.falls = falls
        self.residual = residual
        self.payers = payers
        self.variant = variant
    }
}

/// One of several ways to count the same costs, such as courses so far and full courses.
public struct BudgetVariant: Sendable, Hashable {
    /// Kebab-case and stable.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText

    /// Makes a variant.
    public init(name: String, title: LocalizedText) {
        self.name = name
        self.title = title
    }
}

/// A published cost assessment, shown as it stands in its source.
public struct BudgetCostTable: Sendable, Hashable {
    /// What a reader calls it.
    public var title: LocalizedText
    /// Headings of the columns of amounts.
    public var columns: [LocalizedText]
    /// The rows in the order of the source.
    public var rows: [Row]
    /// What the source rounded its amounts to, in kroner.
    public var roundedTo: Int
    /// What it rests on.
    public var backing: BudgetBacking

    /// One row of amounts, as many as there are columns.
    public struct Row: Sendable, Hashable {
        /// What a reader calls it.
        public var title: LocalizedText
        /// In kroner, one a column.
        public var amounts: [Money]

        /// Makes a row.
        public init(title: LocalizedText, amounts: [Money]) {
            self.title = title
            self.amounts = amounts
        }
    }

    /// Makes a table.
    public init(
        title: LocalizedText, columns: [LocalizedText], rows: [Row], roundedTo: Int,
        backing: BudgetBacking
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.roundedTo = roundedTo
        self.backing = backing
    }
}
