import Basics
import Model
import Reporting

/// An invented budget whose sums are easy: 10 citizens, 2 successes more than otherwise, costs of
/// 100.000 in year 0 and consequences of 30.000 in each of four years, undiscounted.
extension Village {
    private static let backing = BudgetBacking(
        source: "invented", evidence: .provisional, letter: .c)

    static let budget = Budget(
        name: "vejen", title: text("Vejens regnestykke", "The Way's sums"),
        targetGroup: text("Opdigtede familier", "Invented families"),
        successMeasure: BudgetSuccessMeasure(name: "work", title: text("I arbejde", "In work")),
        level: .asPublished, baseYear: 0, horizon: 4,
        cohorts: [BudgetCohort(year: 0, citizens: 10, counted: .finishing)],
        success: BudgetSuccess(
            with: BudgetShare(Ratio(4, over: 10), backing: backing),
            without: BudgetShare(Ratio(2, over: 10), backing: backing),
            alternative: text("Ingen indsats", "No intervention")),
        consequences: .borrowed(from: "other"),
        costs: [
            BudgetCost(
                name: "running", title: text("Drift", "Running"), kind: .running,
                amount: BudgetAmount(Money(100_000), level: .asPublished, backing: backing),
                falls: .participants(1, yearsBefore: 0), payers: [])
        ])

    private static func sum(_ kroner: Int) -> BudgetSum {
        BudgetSum(undiscounted: Money(kroner), discounted: Money(kroner))
    }

    private static func line(_ figure: BudgetFigure, _ years: [Int], total: Int?) -> BudgetLine {
        BudgetLine(figure: figure, byYear: years.map(sum), total: total.map(sum))
    }

    static func potential(
        _ standing: BudgetPotential.Standing, without: Ratio = Ratio(2, over: 10)
    ) -> BudgetPotential {
        var basis = basis
        basis.without = without
        return BudgetPotential(
            budget: "vejen", title: budget.title, standing: standing, basis: basis,
            years: [0, 1, 2, 3, 4], yearsNotAvailable: [],
            lines: [
                line(.cost, [-100_000, 0, 0, 0, 0], total: -100_000),
                line(.consequence, [0, 30_000, 30_000, 30_000, 30_000], total: 120_000),
                line(.net, [-100_000, 30_000, 30_000, 30_000, 30_000], total: 20_000),
                line(.cumulative, [-100_000, -70_000, -40_000, -10_000, 20_000], total: nil),
            ],
            perCitizen: [BudgetQuotient(payer: nil, sum: sum(2_000))],
            perSuccess: [BudgetQuotient(payer: nil, sum: sum(10_000))],
            breakEven: [
                BudgetBreakEven(payer: nil, undiscounted: point, discounted: point)
            ], parts: [], notes: [.borrowed(from: text("Andet", "Other"))])
    }

    private static let point = BudgetBreakEven.Point(
        year: 4, success: 0.1667, cost: Money(120_000), costPerCitizen: Money(12_000))

    private static let basis = BudgetBasis(
        citizens: 10, successes: 2, with: Ratio(4, over: 10), without: Ratio(2, over: 10),
        horizonAsked: 4, horizon: 4, baseYear: 0, level: .asPublished,
        rates: .ministryOfFinance2021, valueAddedTax: .excluded, reimbursement: .inPayerShares,
        fadeOut: 0, variant: nil, loan: nil, indexUsed: [])

    static let uncertainty = BudgetUncertainty(
        tornado: [
            TornadoBar(
                assumption: .success,
                settings: [
                    TornadoBar.Setting(value: Ratio(1, over: 2), net: sum(-40_000)),
                    TornadoBar.Setting(value: Ratio(3, over: 2), net: sum(80_000)),
                ]),
            TornadoBar(
                assumption: .horizon,
                settings: [
                    TornadoBar.Setting(value: 3, net: sum(-10_000)),
                    TornadoBar.Setting(value: 10, net: nil),
                ]),
        ],
        draws: BudgetDraws(
            count: 1000, seed: 7, shareAboveZero: Ratio(6, over: 10), low: -50_000, median: 20_000,
            high: 90_000, assumed: [.prices]),
        cases: BudgetCases(worst: sum(-60_000), base: sum(20_000), best: sum(95_000)))

    static func comparison(successes: Int, without: Ratio) -> BudgetComparison {
        var realised = potential(.whatIf, without: without)
        realised.basis.with = Ratio(Int64(successes), over: 40)
        return BudgetComparison(
            measured: MeasuredSuccess(
                measure: "work", successes: successes, due: 40, missing: 6, low: 0.2, high: 0.5),
            forecast: potential(.whatIf, without: without), realised: realised,
            realisedLow: sum(-30_000), realisedHigh: sum(60_000))
    }

    /// A village whose budget is of this standing, with this share without the intervention.
    static func withBudget(
        _ standing: BudgetPotential.Standing, successes: Int? = nil,
        without: Ratio = Ratio(2, over: 10)
    ) -> Village {
        var village = Village()
        village.budgets = [
            WeighedBudget(
                budget: budget, potential: potential(standing, without: without),
                uncertainty: uncertainty,
                comparison: successes.map { comparison(successes: $0, without: without) })
        ]
        return village
    }
}
