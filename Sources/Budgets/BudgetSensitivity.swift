import Basics
import Model

/// Moves one assumption at a time and orders them by weight.
///
/// Success ±50 %, costs ±20 %, prices ±20 %, horizon 3, 5 and 10 years, rate 0, 3.5 and 5 %.
struct BudgetSensitivity {
    let budget: Budget
    let scenario: BudgetScenario
    let index: PriceIndex?

    /// The bars, the widest swing of the discounted net first.
    func tornado() -> [TornadoBar] {
        let bars = [
            bar(.success, [Ratio(1, over: 2), Ratio(3, over: 2)]) { $0.differenceFactor = $1 },
            bar(.cost, BudgetSensitivity.fifth) { $0.costFactor = $1 },
            bar(.prices, BudgetSensitivity.fifth) { $0.priceFactor = $1 },
            bar(.horizon, [3, 5, 10]) { $0.horizon = Int($1.numerator) },
            bar(.rate, [0, Ratio(35, over: 1000), Ratio(5, over: 100)]) { $0.rate = $1 },
        ]
        // Equal swings keep the order above: sorting by position as well makes it stable.
        return bars.enumerated()
            .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }
            .map(\.element)
    }

    private static let fifth = [Ratio(4, over: 5), Ratio(6, over: 5)]

    private func bar(
        _ assumption: TornadoBar.Assumption, _ values: [Ratio],
        moving move: (inout BudgetScenario, Ratio) -> Void
    ) -> TornadoBar {
        let settings = values.map { value in
            setting(value, in: scenario.with { move(&$0, value) })
        }
        return TornadoBar(assumption: assumption, settings: settings)
    }

    private func setting(_ value: Ratio, in moved: BudgetScenario) -> TornadoBar.Setting {
        var planning = BudgetPlanning(budget, moved, index: index)
        guard let plan = planning.plan(), plan.horizon == planning.askedHorizon else {
            return TornadoBar.Setting(value: value, net: nil)
        }
        return TornadoBar.Setting(value: value, net: net(of: plan), isCapped: plan.isCapped)
    }
}
