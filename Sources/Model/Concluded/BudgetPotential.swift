import Basics
import Foundation

/// What a budget comes to: positive where the public purse gains.
public struct BudgetPotential: Sendable, Hashable {
    /// The budget's name.
    public var budget: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// What the bottom line may be called.
    public var standing: Standing
    /// The assumptions that it rests on.
    public var basis: BudgetBasis
    /// The years of the calculation, without gaps, the base year first.
    public var years: [Int]
    /// The years of the horizon that was asked for in which no figure is available.
    public var yearsNotAvailable: [Int]
    /// Costs, consequences, net and cumulative net by payer, area and year.
    public var lines: [BudgetLine]
    /// The net for each citizen who finishes; empty where nobody does.
    public var perCitizen: [BudgetQuotient]
    /// The net for each success; empty where there is none.
    public var perSuccess: [BudgetQuotient]
    /// Where nothing is gained or lost, by payer; empty where there are no costs.
    public var breakEven: [BudgetBreakEven]
    /// Published parts of the potential, such as the children's share; never added to it.
    public var parts: [BudgetPart]
    /// What a reader must know before using a figure.
    public var notes: [BudgetNote]

    /// What the bottom line may be called.
    public enum Standing: Sendable, Hashable {
        /// Costs and consequences of the same group and success measure.
        case netResult
        /// Consequences borrowed from another group or measured by another success: never a
        /// net result.
        case whatIf
        /// Consequences alone; no costs are declared.
        case potential

        /// What a reader calls it.
        public var title: LocalizedText {
            switch self {
            case .netResult: LocalizedText(da: "Nettoresultat", en: "Net result")
            case .whatIf:
                LocalizedText(da: "Hvad-hvis-beregning", en: "What-if calculation")
            case .potential: LocalizedText(da: "Budgetpotentiale", en: "Budget potential")
            }
        }
    }

    /// Makes a potential of all its parts.
    public init(
        budget: String, title: LocalizedText, standing: Standing, basis: BudgetBasis,
        years: [Int], yearsNotAvailable: [Int], lines: [BudgetLine],
        perCitizen: [BudgetQuotient], perSuccess: [BudgetQuotient],
        breakEven: [BudgetBreakEven], parts: [BudgetPart], notes: [BudgetNote]
    ) {
        self.budget = budget
        self.title = title
        self.standing = standing
        self.basis = basis
        self.years = years
        self.yearsNotAvailable = yearsNotAvailable
        self.lines = lines
        self.perCitizen = perCitizen
        self.perSuccess = perSuccess
        self.breakEven = breakEven
        self.parts = parts
        self.notes = notes
    }

    /// The line of a figure for a payer and an area; all of them where nothing is named.
    public func line(
        _ figure: BudgetFigure, payer: BudgetPayer? = nil, area: ConsequenceArea? = nil
    ) -> BudgetLine? {
        lines.first { $0.figure == figure && $0.payer == payer && $0.area == area }
    }

    /// The net of all years for all public payers.
    public var net: BudgetSum { line(.net)?.total ?? .zero }
    /// The cost of all years, negative.
    public var cost: BudgetSum { line(.cost)?.total ?? .zero }
    /// The consequences of all years, positive where they save.
    public var consequence: BudgetSum { line(.consequence)?.total ?? .zero }
}

/// A figure by year.
public enum BudgetFigure: String, Sendable, Hashable, CaseIterable {
    case cost
    case consequence
    case net
    case cumulative
}

/// The same amount undiscounted and discounted to the base year.
public struct BudgetSum: Sendable, Hashable {
    /// In kroner of the price level, whatever the year.
    public var undiscounted: Money
    /// The value in the base year.
    public var discounted: Money

    /// Makes a pair.
    public init(undiscounted: Money, discounted: Money) {
        self.undiscounted = undiscounted
        self.discounted = discounted
    }

    /// Nothing, today and later.
    public static let zero = BudgetSum(undiscounted: .zero, discounted: .zero)

    /// The sum of two pairs.
    public static func + (a: BudgetSum, b: BudgetSum) -> BudgetSum {
        BudgetSum(
            undiscounted: a.undiscounted + b.undiscounted,
            discounted: a.discounted + b.discounted)
    }

    /// Both amounts divided by a number that is not zero.
    public static func / (a: BudgetSum, number: Decimal) -> BudgetSum {
        BudgetSum(
            undiscounted: a.undiscounted / number, discounted: a.discounted / number)
    }
}

/// A figure for one payer or all, one area or all, in every year.
public struct BudgetLine: Sendable, Hashable {
    /// What the line shows.
    public var figure: BudgetFigure
    /// Nothing where payers are summed over.
    public var payer: BudgetPayer?
    /// Nothing where areas are summed over.
    public var area: ConsequenceArea?
    /// One sum a year, as many as the potential has years.
    public var byYear: [BudgetSum]
    /// The sum over the years; nothing for the cumulative figure.
    public var total: BudgetSum?

    /// Makes a line.
    public init(
        figure: BudgetFigure, payer: BudgetPayer? = nil, area: ConsequenceArea? = nil,
        byYear: [BudgetSum], total: BudgetSum?
    ) {
        self.figure = figure
        self.payer = payer
        self.area = area
        self.byYear = byYear
        self.total = total
    }
}

/// The net divided by citizens or by successes, for one payer or all.
public struct BudgetQuotient: Sendable, Hashable {
    /// Nothing where payers are summed over.
    public var payer: BudgetPayer?
    /// The net divided.
    public var sum: BudgetSum

    /// Makes a quotient.
    public init(payer: BudgetPayer?, sum: BudgetSum) {
        self.payer = payer
        self.sum = sum
    }
}

/// When and at what rate or cost a payer neither gains nor loses.
public struct BudgetBreakEven: Sendable, Hashable {
    /// Nothing where payers are summed over.
    public var payer: BudgetPayer?
    /// In kroner of the price level, whatever the year.
    public var undiscounted: Point
    /// The value in the base year.
    public var discounted: Point

    /// The break-even of one way to count.
    public struct Point: Sendable, Hashable {
        /// The first year from which the cumulative net stays at or above zero; nothing: never.
        public var year: Int?
        /// The success share above the alternative at which the net is zero; it may exceed 1.
        /// Nothing: no share will do, since a success saves nothing.
        public var success: Decimal?
        /// What the intervention may cost in all before the net turns negative.
        public var cost: Money
        /// The same for each citizen who finishes.
        public var costPerCitizen: Money?

        /// Makes a point.
        public init(year: Int?, success: Decimal?, cost: Money, costPerCitizen: Money?) {
            self.year = year
            self.success = success
            self.cost = cost
            self.costPerCitizen = costPerCitizen
        }
    }

    /// Makes a break-even.
    public init(payer: BudgetPayer?, undiscounted: Point, discounted: Point) {
        self.payer = payer
        self.undiscounted = undiscounted
        self.discounted = discounted
    }
}

/// A published part of a potential for the successes of the calculation, undiscounted.
public struct BudgetPart: Sendable, Hashable {
    /// Kebab-case and stable.
    public var name: String
    /// What a reader calls it.
    public var title: LocalizedText
    /// The main area that it belongs to.
    public var area: ConsequenceArea
    /// How exactly the source words it.
    public var bound: PotentialTotals.Bound
    /// For one success.
    public var perSuccess: Money
    /// For all successes of the calculation.
    public var inAll: Money

    /// Makes a part.
    public init(
        name: String, title: LocalizedText, area: ConsequenceArea,
        bound: PotentialTotals.Bound, perSuccess: Money, inAll: Money
    ) {
        self.name = name
        self.title = title
        self.area = area
        self.bound = bound
        self.perSuccess = perSuccess
        self.inAll = inAll
    }
}
