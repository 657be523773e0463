import Basics
import ReportModel

/// Values of an axis as positions in a picture.
struct LinearScale {
    let low: Double
    let high: Double
    /// Where `low` and `high` lie.
    let start: Double
    let end: Double
    /// Round values from low to high.
    let ticks: [Double]

    /// Makes a scale that shows all values and the range asked for, with round ends.
    init(_ values: [Double], range: ClosedRange<Double>?, from start: Double, to end: Double) {
        let all = values + (range.map { [$0.lowerBound, $0.upperBound] } ?? [])
        var low = all.min() ?? 0
        var high = all.max() ?? 1
        let half = abs(low) <= 1 ? 0.1 : 1
        if low == high { (low, high) = (low - half, high + half) }
        let step = LinearScale.step(from: low, to: high)
        self.low = (low / step).rounded(.down) * step
        self.high = (high / step).rounded(.up) * step
        self.start = start
        self.end = end
        let count = Int(((self.high - self.low) / step).rounded())
        let first = self.low
        ticks = (0...max(count, 1)).map { first + Double($0) * step }
    }

    /// A step of 1, 2 or 5 times a power of ten that gives four to seven ticks.
    private static func step(from low: Double, to high: Double) -> Double {
        let rough = (high - low) / 5
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        let factor = [1.0, 2, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10
        return factor * power
    }

    func position(_ value: Double) -> Double {
        start + (value - low) / (high - low) * (end - start)
    }

    /// Writes a tick in the kind of the figures that the axis is for.
    func label(_ tick: Double, like sample: Quantity?, in language: Language) -> String {
        let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
        switch sample {
        case .share, .shareDifference:
            return Quantity.share(tick, decimals: LinearScale.decimals(step * 100))
                .written(in: language)
        case .money: return Quantity.money(tick, LinearScale.precision(step)).written(in: language)
        case .interval(let low, _), .between(let low, _):
            return label(tick, like: low, in: language)
        case .part(let part, _): return label(tick, like: part, in: language)
        default:
            return Quantity.score(tick, decimals: LinearScale.decimals(step)).written(in: language)
        }
    }

    private static func decimals(_ step: Double) -> Int {
        step >= 0.999 ? 0 : step >= 0.0999 ? 1 : step >= 0.00999 ? 2 : 3
    }

    private static func precision(_ step: Double) -> MoneyPrecision {
        step >= 99_999 ? .millions : step >= 999 ? .thousands : step >= 0.999 ? .kroner : .oere
    }
}
