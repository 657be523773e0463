import Basics

/// What follows from a success, as the definition gives it.
public enum BudgetConsequences: Sendable, Hashable {
    /// Quantities and unit prices, item by item.
    case items([ConsequenceItem])
    /// Only totals per success are published.
    case totals(PotentialTotals)
    /// Another budget's consequences, by that budget's name, not yet looked up.
    case borrowed(from: String)
}

/// A service or payment whose use changes when a citizen succeeds.
public struct ConsequenceItem: Sendable, Hashable {
    /// Kebab-case and the item's own within its budget.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// What is counted, such as days.
    public var unit: LocalizedText
    /// The main area that it belongs to.
    public var area: ConsequenceArea
    /// Whether more of it costs or brings in.
    public var kind: Kind
    /// The change in units per success, in ascending order of year; a year that is not listed
    /// is not available, which is something else than no change.
    public var changes: [Change]
    /// What the changes rest on.
    public var backing: BudgetBacking
    /// The price of one unit.
    public var price: BudgetAmount
    /// Rules that never hold in the same year.
    public var payers: [PayerShares]

    /// Whether more of it costs the public money or brings it in.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case expense
        case income
    }

    /// The change in units per success in one year.
    public struct Change: Sendable, Hashable {
        /// Years after the year in which the course is finished, from 0.
        public var year: Int
        /// Units per success; negative where less is used.
        public var units: Ratio

        /// Makes a change.
        public init(year: Int, units: Ratio) {
            self.year = year
            self.units = units
        }
    }

    /// Makes an item.
    public init(
        name: String, title: LocalizedText, unit: LocalizedText, area: ConsequenceArea,
        kind: Kind, changes: [Change], backing: BudgetBacking, price: BudgetAmount,
        payers: [PayerShares]
    ) {
        self.name = name
        self.title = title
        self.unit = unit
        self.area = area
        self.kind = kind
        self.changes = changes
        self.backing = backing
        self.price = price
        self.payers = payers
    }
}

/// A published potential per success that is not split into items, payers or years.
public struct PotentialTotals: Sendable, Hashable {
    /// How many years after the finishing year the total covers.
    public var years: Int
    /// The whole potential.
    public var inAll: Total
    /// The part that falls in year 1, where the source gives it; the later years share the rest
    /// evenly, which is an assumption of the definition and is said wherever it shows.
    public var firstYear: Total?
    /// Parts of `inAll` that the source names; never added to it.
    public var parts: [Part]

    /// An amount for a number of successes.
    public struct Total: Sendable, Hashable {
        /// The published amount.
        public var amount: BudgetAmount
        /// How many successes the amount is for.
        public var successes: Ratio
        /// How exactly the source words it.
        public var bound: Bound

        /// Makes a total.
        public init(amount: BudgetAmount, successes: Ratio, bound: Bound) {
            self.amount = amount
            self.successes = successes
            self.bound = bound
        }

        /// The amount for one success.
        public var perSuccess: Money { amount.amount / successes.decimal }
    }

    /// How exactly a source words a figure.
    public enum Bound: String, Sendable, Hashable, CaseIterable {
        case exactly
        case about
        case moreThan = "more-than"
        case justUnder = "just-under"
    }

    /// A named part of the total.
    public struct Part: Sendable, Hashable {
        /// Kebab-case and stable.
        public var name: String
        /// What a reader calls it.
        public var title: LocalizedText
        /// The main area that it belongs to.
        public var area: ConsequenceArea
        /// The amount of the part.
        public var total: Total

        /// Makes a part.
        public init(name: String, title: LocalizedText, area: ConsequenceArea, total: Total) {
            self.name = name
            self.title = title
            self.area = area
            self.total = total
        }
    }

    /// Makes totals.
    public init(years: Int, inAll: Total, firstYear: Total?, parts: [Part]) {
        self.years = years
        self.inAll = inAll
        self.firstYear = firstYear
        self.parts = parts
    }
}
