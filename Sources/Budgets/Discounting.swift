import Basics
import Foundation
import Model

/// What a krone of the base year has grown to, year by year.
struct Growth {
    /// By years after the base year, from 0; the first is 1.
    private let factors: [Decimal]

    /// Makes the factors of `count` years from the base year on.
    ///
    /// The factor is cumulative: each year multiplies by 1 + its own rate, so a bracket that
    /// begins later does not revalue the years before it. Exact up to 38 digits, which at a rate
    /// with three decimals is twelve years; then cut.
    init(_ rates: DiscountRates, count: Int) {
        var factors: [Decimal] = [1]
        for year in 1..<max(count, 1) {
            factors.append(factors[year - 1] * (1 + rates.rate(ofYear: year).decimal))
        }
        self.factors = factors
    }

    /// The amounts with their value in the base year.
    func sums(_ amounts: [Money]) -> [BudgetSum] {
        zip(amounts, factors).map { BudgetSum(undiscounted: $0, discounted: $0 / $1) }
    }
}
