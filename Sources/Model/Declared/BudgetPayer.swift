import Basics

/// A public purse.
public enum PublicPurse: String, Sendable, Hashable, CaseIterable, Comparable {
    case kommune
    case region
    case stat

    /// Whether one stands before another in a table.
    public static func < (a: PublicPurse, b: PublicPurse) -> Bool {
        a.order < b.order
    }

    private var order: Int {
        switch self {
        case .kommune: 0
        case .region: 1
        case .stat: 2
        }
    }

    /// What a reader calls it.
    public var title: LocalizedText {
        switch self {
        case .kommune: LocalizedText(da: "Kommune", en: "Municipality")
        case .region: LocalizedText(da: "Region", en: "Region")
        case .stat: LocalizedText(da: "Stat", en: "State")
        }
    }
}

/// A purse, or one committee's part of the municipality's.
public struct BudgetPayer: Sendable, Hashable, Comparable {
    /// The purse that pays.
    public var purse: PublicPurse
    /// The committee's name where a municipality splits its share.
    public var committee: String?

    /// Makes a payer.
    public init(_ purse: PublicPurse, committee: String? = nil) {
        self.purse = purse
        self.committee = committee
    }

    /// Such as `kommune`, or `kommune/employment` for a committee.
    public var name: String { committee.map { purse.rawValue + "/" + $0 } ?? purse.rawValue }

    /// Whether one stands before another in a table.
    public static func < (a: BudgetPayer, b: BudgetPayer) -> Bool {
        (a.purse, a.committee ?? "") < (b.purse, b.committee ?? "")
    }
}

/// Who pays, as shares that sum to 1, and when that rule holds.
public struct PayerShares: Sendable, Hashable {
    /// The first day the rule holds; nothing where it always has.
    public var from: CalendarDate?
    /// The last day the rule holds; nothing where it still does.
    public var through: CalendarDate?
    /// The shares of the purses named, in the order of `PublicPurse`.
    public var purses: [Part<PublicPurse>]
    /// How the municipality's share splits; empty where it does not. Sums to 1.
    public var committees: [Part<String>]

    /// A share of one payer.
    public struct Part<Payer: Sendable & Hashable>: Sendable, Hashable {
        /// Who pays.
        public var payer: Payer
        /// From 0 to 1.
        public var share: Ratio

        /// Makes a part.
        public init(_ payer: Payer, _ share: Ratio) {
            self.payer = payer
            self.share = share
        }
    }

    /// Makes a rule.
    public init(
        from: CalendarDate? = nil, through: CalendarDate? = nil, purses: [Part<PublicPurse>],
        committees: [Part<String>] = []
    ) {
        self.from = from
        self.through = through
        self.purses = purses
        self.committees = committees
    }

    /// Whether the rule holds on 1 July of a year: one rule is used for a whole budget year.
    public func holds(in year: Int) -> Bool {
        guard let middle = CalendarDate(year: year, month: 7, day: 1) else {
            return from == nil && through == nil
        }
        return from.map { $0 <= middle } ?? true && through.map { middle <= $0 } ?? true
    }
}
