import Basics

/// The agency's letter for how well a piece of knowledge is documented, A best.
///
/// Socialstyrelsen's *Vidensdeklaration* uses the same four letters.
public enum EvidenceLetter: String, Sendable, Hashable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
}

/// What an input of a budget rests on.
public struct BudgetBacking: Sendable, Hashable {
    /// The publication or page, short.
    public var source: String
    /// Whether the number was read in the source.
    public var evidence: Evidence
    /// How well it is documented, where somebody has judged it.
    public var letter: EvidenceLetter?
    /// Who confirmed it at the site, and when, if somebody did.
    public var confirmedBy: String?

    /// Makes a backing.
    public init(
        source: String, evidence: Evidence, letter: EvidenceLetter? = nil,
        confirmedBy: String? = nil
    ) {
        self.source = source
        self.evidence = evidence
        self.letter = letter
        self.confirmedBy = confirmedBy
    }

    /// Whether reports must say that the input is not yet confirmed.
    public var isProvisional: Bool { evidence == .provisional && confirmedBy == nil }
}

/// A share with its interval, from 0 to 1.
public struct BudgetShare: Sendable, Hashable {
    /// The share as declared.
    public var share: Ratio
    /// The ends of its 95 % interval, where one is stated; both or none.
    public var low: Ratio?
    /// The upper end; see `low`.
    public var high: Ratio?
    /// What it rests on.
    public var backing: BudgetBacking

    /// Makes a share.
    public init(_ share: Ratio, low: Ratio? = nil, high: Ratio? = nil, backing: BudgetBacking) {
        self.share = share
        self.low = low
        self.high = high
        self.backing = backing
    }
}

/// The year whose prices an amount is given in.
public enum PriceLevel: Sendable, Hashable {
    case year(Int)
    /// The source states no price year, or amounts of several are put side by side unconverted.
    case asPublished
}

/// An amount with its price year, its interval and what it rests on.
public struct BudgetAmount: Sendable, Hashable {
    /// The amount as declared.
    public var amount: Money
    /// The ends of its 95 % interval, where one is stated; both or none.
    public var low: Money?
    /// The upper end; see `low`.
    public var high: Money?
    /// The year whose prices it is in.
    public var level: PriceLevel
    /// What it rests on.
    public var backing: BudgetBacking

    /// Makes an amount.
    public init(
        _ amount: Money, low: Money? = nil, high: Money? = nil, level: PriceLevel,
        backing: BudgetBacking
    ) {
        self.amount = amount
        self.low = low
        self.high = high
        self.level = level
        self.backing = backing
    }
}
