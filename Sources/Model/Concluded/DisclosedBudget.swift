/// A budget as declared and what it comes to, as it may be shown.
///
/// Only the stage `Disclosure` can make one: an amount in kroner would tell the number of
/// successes that it was reckoned from.
public struct DisclosedBudget: Sendable {
    /// As declared.
    public let budget: Budget
    /// What it comes to.
    public let potential: BudgetPotential
    /// What would overturn it.
    public let uncertainty: BudgetUncertainty?
    /// The declared success beside the measured one, where the data show it and it may be shown.
    public let comparison: BudgetComparison?
    /// Whether there is a comparison that may not be shown.
    public let hidesComparison: Bool

    /// Makes a budget that may be shown.
    @_spi(Disclosure)
    public init(
        _ weighed: WeighedBudget, comparison: BudgetComparison?
    ) {
        budget = weighed.budget
        potential = weighed.potential
        uncertainty = weighed.uncertainty
        self.comparison = comparison
        hidesComparison = weighed.comparison != nil && comparison == nil
    }
}

/// A budget as declared and what it comes to, before disclosure control.
public struct WeighedBudget: Sendable {
    /// As declared.
    public var budget: Budget
    /// What it comes to.
    public var potential: BudgetPotential
    /// What would overturn it.
    public var uncertainty: BudgetUncertainty?
    /// The declared success beside the measured one, where the data show it.
    public var comparison: BudgetComparison?

    /// Makes a budget with its potential.
    public init(
        budget: Budget, potential: BudgetPotential, uncertainty: BudgetUncertainty? = nil,
        comparison: BudgetComparison? = nil
    ) {
        self.budget = budget
        self.potential = potential
        self.uncertainty = uncertainty
        self.comparison = comparison
    }
}
