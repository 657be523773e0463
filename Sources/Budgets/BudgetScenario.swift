import Basics
import Model

/// What a what-if question changes in a declared budget; nothing keeps what is declared.
public struct BudgetScenario: Sendable, Hashable {
    /// How many take part in all; the declared cohorts keep their proportions.
    public var participants: Ratio?
    /// The share that succeeds with the intervention, 0 to 1.
    public var with: Ratio?
    /// The ends of that share's interval; both or none.
    public var withInterval: ClosedRange<Ratio>?
    /// The share that would have succeeded anyway, 0 to 1.
    public var without: Ratio?
    /// One real discount rate for every year, 0 to 1.
    public var rate: Ratio?
    /// Years after the finishing year, 0 to 10.
    public var horizon: Int?
    /// The variant of the costs; the first declared one by default.
    public var variant: String?
    /// What the costs and the unit prices are multiplied by.
    public var costFactor: Ratio
    /// What the unit prices are multiplied by.
    public var priceFactor: Ratio
    /// The measure by which `with` was measured; nothing where it is a forecast.
    public var measuredBy: String?
    /// What the sensitivity block multiplies the difference from the alternative by.
    var differenceFactor: Ratio = 1

    /// Makes a scenario.
    public init(
        participants: Ratio? = nil, with: Ratio? = nil, withInterval: ClosedRange<Ratio>? = nil,
        without: Ratio? = nil, rate: Ratio? = nil, horizon: Int? = nil, variant: String? = nil,
        costFactor: Ratio = 1, priceFactor: Ratio = 1,
        measuredBy: String? = nil
    ) {
        self.participants = participants
        self.with = with
        self.withInterval = withInterval
        self.without = without
        self.rate = rate
        self.horizon = horizon
        self.variant = variant
        self.costFactor = costFactor
        self.priceFactor = priceFactor
        self.measuredBy = measuredBy
    }

    /// The budget as it is declared.
    public static let asDeclared = BudgetScenario()

    /// A copy with some parts changed.
    func with(_ change: (inout BudgetScenario) -> Void) -> BudgetScenario {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A result and the findings on the way; there is no result where a finding is an error.
public struct Weighed<Value: Sendable>: Sendable {
    /// The result, where there is one.
    public var value: Value?
    /// What was found on the way, in order.
    public var findings: [Finding]

    /// Makes an answer.
    public init(value: Value?, findings: [Finding]) {
        self.value = value
        self.findings = findings
    }

    /// The same findings with the value changed.
    func map<Other>(_ change: (Value) -> Other) -> Weighed<Other> {
        Weighed<Other>(value: value.map(change), findings: findings)
    }
}
