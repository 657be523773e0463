import Basics
import Foundation

/// Every assumption that a potential rests on; printed with each result.
public struct BudgetBasis: Sendable, Hashable {
    /// Citizens who finish, over all cohorts.
    public var citizens: Decimal
    /// Successes above the alternative, over all cohorts.
    public var successes: Decimal
    /// The share that succeeds with the intervention.
    public var with: Ratio
    /// The share that would have succeeded anyway.
    public var without: Ratio
    /// Years after the finishing year that were asked for, and that could be counted.
    public var horizonAsked: Int
    /// Years after the finishing year that could be counted.
    public var horizon: Int
    /// The year that is not discounted.
    public var baseYear: Int
    /// The price level of every amount.
    public var level: PriceLevel
    /// The discount rates used.
    public var rates: DiscountRates
    /// Whether amounts hold value added tax.
    public var valueAddedTax: Budget.ValueAddedTax
    /// Where state reimbursement is counted.
    public var reimbursement: Budget.Reimbursement
    /// The share of the effect lost each year, 0 to 1.
    public var fadeOut: Ratio
    /// The variant of the costs that was counted.
    public var variant: BudgetVariant?
    /// Whose consequences are borrowed.
    public var loan: BudgetLoan?
    /// The entries of the price index that were used, if any.
    public var indexUsed: [PriceIndex.Entry]

    /// Makes a basis.
    public init(
        citizens: Decimal, successes: Decimal, with: Ratio, without: Ratio, horizonAsked: Int,
        horizon: Int, baseYear: Int, level: PriceLevel, rates: DiscountRates,
        valueAddedTax: Budget.ValueAddedTax, reimbursement: Budget.Reimbursement,
        fadeOut: Ratio, variant: BudgetVariant?, loan: BudgetLoan?,
        indexUsed: [PriceIndex.Entry]
    ) {
        self.citizens = citizens
        self.successes = successes
        self.with = with
        self.without = without
        self.horizonAsked = horizonAsked
        self.horizon = horizon
        self.baseYear = baseYear
        self.level = level
        self.rates = rates
        self.valueAddedTax = valueAddedTax
        self.reimbursement = reimbursement
        self.fadeOut = fadeOut
        self.variant = variant
        self.loan = loan
        self.indexUsed = indexUsed
    }

    /// The success share above the alternative.
    public var difference: Decimal { with.decimal - without.decimal }
}
