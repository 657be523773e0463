import Basics
import Foundation

/// What would overturn a budget potential.
public struct BudgetUncertainty: Sendable, Hashable {
    /// In order of weight: the widest swing of the discounted net first.
    public var tornado: [TornadoBar]
    /// The simulation.
    public var draws: BudgetDraws
    /// The worst, base and best case.
    public var cases: BudgetCases

    /// Makes an uncertainty block.
    public init(tornado: [TornadoBar], draws: BudgetDraws, cases: BudgetCases) {
        self.tornado = tornado
        self.draws = draws
        self.cases = cases
    }
}

/// One assumption, moved while all others stay.
public struct TornadoBar: Sendable, Hashable {
    /// What is moved.
    public var assumption: Assumption
    /// In ascending order of setting.
    public var settings: [Setting]

    /// What is moved.
    public enum Assumption: String, Sendable, Hashable, CaseIterable {
        case success
        case cost
        case prices
        case horizon
        case rate

        /// What a reader calls it.
        public var title: LocalizedText {
            switch self {
            case .success:
                LocalizedText(da: "Succesrate over alternativet", en: "Success above alternative")
            case .cost: LocalizedText(da: "Omkostninger", en: "Costs")
            case .prices: LocalizedText(da: "Enhedspriser", en: "Unit prices")
            case .horizon: LocalizedText(da: "Tidshorisont", en: "Horizon")
            case .rate: LocalizedText(da: "Diskonteringsrente", en: "Discount rate")
            }
        }
    }

    /// The net at one setting.
    public struct Setting: Sendable, Hashable {
        /// A factor for success, cost and prices; years for the horizon; a share for the rate.
        public var value: Ratio
        /// Nothing where the figures do not reach so far.
        public var net: BudgetSum?
        /// Whether the success share was held at 100 %.
        public var isCapped: Bool

        /// Makes a setting.
        public init(value: Ratio, net: BudgetSum?, isCapped: Bool = false) {
            self.value = value
            self.net = net
            self.isCapped = isCapped
        }
    }

    /// Makes a bar.
    public init(assumption: Assumption, settings: [Setting]) {
        self.assumption = assumption
        self.settings = settings
    }

    /// The distance between the least and the greatest discounted net.
    public var swing: Money {
        let nets = settings.compactMap(\.net?.discounted)
        guard let least = nets.min(), let greatest = nets.max() else { return .zero }
        return greatest - least
    }
}

/// What many draws of the uncertain inputs gave, discounted.
///
/// Drawn in binary arithmetic: the figures are for reading to the nearest thousand, not sums.
public struct BudgetDraws: Sendable, Hashable {
    /// How many draws there were.
    public var count: Int
    /// The seed that gives the same draws again.
    public var seed: UInt64
    /// The share of draws whose net is above zero, from 0 to 1; see `BudgetCautions.shareOfDraws`.
    public var shareAboveZero: Ratio
    /// The 2.5th, 50th and 97.5th percentiles of the net, in kroner.
    public var low: Double
    /// The 50th percentile, in kroner.
    public var median: Double
    /// The upper end of the interval.
    public var high: Double
    /// Which inputs had no stated interval and were given the assumed one.
    public var assumed: [TornadoBar.Assumption]

    /// Makes a summary.
    public init(
        count: Int, seed: UInt64, shareAboveZero: Ratio, low: Double, median: Double,
        high: Double, assumed: [TornadoBar.Assumption]
    ) {
        self.count = count
        self.seed = seed
        self.shareAboveZero = shareAboveZero
        self.low = low
        self.median = median
        self.high = high
        self.assumed = assumed
    }
}

/// The net with every uncertain input at its unfavourable end, as declared, and at its favourable.
public struct BudgetCases: Sendable, Hashable {
    /// Every input at its unfavourable end.
    public var worst: BudgetSum
    /// As declared.
    public var base: BudgetSum
    /// Every input at its favourable end.
    public var best: BudgetSum

    /// Makes three cases.
    public init(worst: BudgetSum, base: BudgetSum, best: BudgetSum) {
        self.worst = worst
        self.base = base
        self.best = best
    }
}

/// A share of citizens who met a success measure, as the data show it.
public struct MeasuredSuccess: Sendable, Hashable {
    /// The success measure's name.
    public var measure: String
    /// Those who met the measure.
    public var successes: Int
    /// Those whose measurement was due, the missing among them.
    public var due: Int
    /// Those who were due and have no measurement; they count as not successful.
    public var missing: Int
    /// The 95 % interval of `successes / due`.
    public var low: Double
    /// The upper end of the interval.
    public var high: Double

    /// Makes a measured share.
    public init(
        measure: String, successes: Int, due: Int, missing: Int, low: Double, high: Double
    ) {
        self.measure = measure
        self.successes = successes
        self.due = due
        self.missing = missing
        self.low = low
        self.high = high
    }
}

/// The declared and the measured success on the same citizens, side by side.
public struct BudgetComparison: Sendable, Hashable {
    /// What the data show.
    public var measured: MeasuredSuccess
    /// With the declared share.
    public var forecast: BudgetPotential
    /// With the measured share instead of the declared one; see `BudgetCautions.difference`.
    public var realised: BudgetPotential
    /// The net at the lower and upper end of the measured share's interval.
    public var realisedLow: BudgetSum
    /// The net at the upper end of the interval.
    public var realisedHigh: BudgetSum

    /// Makes a comparison.
    public init(
        measured: MeasuredSuccess, forecast: BudgetPotential, realised: BudgetPotential,
        realisedLow: BudgetSum, realisedHigh: BudgetSum
    ) {
        self.measured = measured
        self.forecast = forecast
        self.realised = realised
        self.realisedLow = realisedLow
        self.realisedHigh = realisedHigh
    }
}
