import Basics

/// A budget-potential calculation as declared: group, effect, consequences, costs and rules.
///
/// The formula and its conventions are those of Den Socialøkonomiske Investeringsmodel (SØM),
/// Social- og Boligstyrelsen; VIVE (2018), "Socialøkonomisk investeringsmodel (SØM).
/// Dokumentation".
public struct Budget: Sendable, Hashable {
    /// Kebab-case; the name of the definition's file.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// Whom the budget is about.
    public var targetGroup: LocalizedText
    /// What counts as a success.
    public var successMeasure: BudgetSuccessMeasure
    /// The price level of every result.
    public var level: PriceLevel
    /// The year that is not discounted; 0 where years are counted from the start.
    public var baseYear: Int
    /// How many years after the finishing year consequences count for each cohort, 0 to 10.
    public var horizon: Int
    /// The discount rates.
    public var rates: DiscountRates
    /// Whether amounts hold value added tax.
    public var valueAddedTax: ValueAddedTax
    /// Where state reimbursement is counted.
    public var reimbursement: Reimbursement
    /// The citizens by the year in which they finish.
    public var cohorts: [BudgetCohort]
    /// The share of those who start that finish; only where cohorts count those who start.
    public var completion: BudgetShare?
    /// The shares that succeed with and without.
    public var success: BudgetSuccess
    /// The share of the effect that is lost each year after the finishing year, 0 to 1.
    public var fadeOut: Ratio
    /// What follows from a success.
    public var consequences: BudgetConsequences
    /// Whom the consequences were borrowed from, once they have been looked up.
    public var loan: BudgetLoan?
    /// What the intervention costs; empty where only a potential is declared.
    public var costs: [BudgetCost]
    /// The ways to count the costs, the base case first; empty where there is one only.
    public var variants: [BudgetVariant]
    /// A published cost assessment, shown beside the result.
    public var costTable: BudgetCostTable?

    /// Whether amounts hold value added tax; a municipality gets it refunded.
    public enum ValueAddedTax: String, Sendable, Hashable, CaseIterable {
        case excluded
        case included
    }

    /// Where the state's reimbursement to municipalities is counted, for every item alike: in
    /// both places it would count twice, in neither not at all.
    public enum Reimbursement: String, Sendable, Hashable, CaseIterable {
        /// Prices are gross; the payer shares are those after reimbursement.
        case inPayerShares = "in-payer-shares"
        /// Prices are what is left after reimbursement; the payer shares split that.
        case inPrices = "in-prices"
    }

    /// Makes a budget of all its parts.
    public init(
        name: String, title: LocalizedText, targetGroup: LocalizedText,
        successMeasure: BudgetSuccessMeasure, level: PriceLevel, baseYear: Int, horizon: Int,
        rates: DiscountRates = .ministryOfFinance2021, valueAddedTax: ValueAddedTax = .excluded,
        reimbursement: Reimbursement = .inPayerShares,
        cohorts: [BudgetCohort], completion: BudgetShare? = nil, success: BudgetSuccess,
        fadeOut: Ratio = 0, consequences: BudgetConsequences, costs: [BudgetCost],
        variants: [BudgetVariant] = [], costTable: BudgetCostTable? = nil
    ) {
        self.name = name
        self.title = title
        self.targetGroup = targetGroup
        self.successMeasure = successMeasure
        self.level = level
        self.baseYear = baseYear
        self.horizon = horizon
        self.rates = rates
        self.valueAddedTax = valueAddedTax
        self.reimbursement = reimbursement
        self.cohorts = cohorts
        self.completion = completion
        self.success = success
        self.fadeOut = fadeOut
        self.consequences = consequences
        self.costs = costs
        self.variants = variants
        self.costTable = costTable
    }
}

/// What counts as a success: the consequence figures' own measure.
public struct BudgetSuccessMeasure: Sendable, Hashable {
    /// Kebab-case, such as `employment-education-or-leave`.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// Where the data show it, if anywhere.
    public var measuredBy: Measurement?

    /// What tells in the data who has succeeded.
    public enum Measurement: Sendable, Hashable {
        /// An indicator whose last value in the window is at least this.
        case indicator(String, atLeast: Ratio)
        /// An outcome of the programme's change theory that is achieved.
        case outcome(String)
    }

    /// Makes a measure.
    public init(name: String, title: LocalizedText, measuredBy: Measurement? = nil) {
        self.name = name
        self.title = title
        self.measuredBy = measuredBy
    }
}

/// The citizens who finish the course in one year.
public struct BudgetCohort: Sendable, Hashable {
    /// The year in which they finish.
    public var year: Int
    /// How many; above zero, not always whole.
    public var citizens: Ratio
    /// Whether they are counted at the start or at the end.
    public var counted: Counted

    /// Whether the number counts those who start or those who finish.
    public enum Counted: String, Sendable, Hashable, CaseIterable {
        case starting
        case finishing
    }

    /// Makes a cohort.
    public init(year: Int, citizens: Ratio, counted: Counted) {
        self.year = year
        self.citizens = citizens
        self.counted = counted
    }
}

/// The share that succeeds with the intervention, and the share that would have without it.
public struct BudgetSuccess: Sendable, Hashable {
    /// The share that succeeds with the intervention.
    public var with: BudgetShare
    /// The share that would have succeeded anyway.
    public var without: BudgetShare
    /// What the citizens would have had instead.
    public var alternative: LocalizedText

    /// Makes a pair of shares.
    public init(with: BudgetShare, without: BudgetShare, alternative: LocalizedText) {
        self.with = with
        self.without = without
        self.alternative = alternative
    }
}

/// The budget whose consequence figures another one uses.
public struct BudgetLoan: Sendable, Hashable {
    /// The lender's name.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// Whom the budget is about.
    public var targetGroup: LocalizedText
    /// What counts as a success.
    public var successMeasure: BudgetSuccessMeasure

    /// Makes a loan.
    public init(of lender: Budget) {
        name = lender.name
        title = lender.title
        targetGroup = lender.targetGroup
        successMeasure = lender.successMeasure
    }
}

extension Budget {
    /// The budget with its borrowed consequences looked up among others, or nothing when the
    /// lender is not among them or borrows itself; a budget that borrows nothing is returned as
    /// it is.
    public func lookingUpConsequences(among others: [Budget]) -> Budget? {
        guard case .borrowed(let name) = consequences else { return self }
        guard let lender = others.first(where: { $0.name == name }), lender.name != self.name
        else { return nil }
        if case .borrowed = lender.consequences { return nil }
        var copy = self
        copy.consequences = lender.consequences
        copy.loan = BudgetLoan(of: lender)
        return copy
    }
}
