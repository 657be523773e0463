import Foundation

/// Student's t distribution (Student 1908, *Biometrika* 6: 1–25).
///
/// Within 1e-12 of the true values, relatively, for tails of 1e-12 or more.
public struct StudentT: Sendable, Hashable {
    /// The degrees of freedom, at least 1 and finite; need not be whole.
    public let degreesOfFreedom: Double

    /// Makes the distribution of so many degrees of freedom.
    public init(degreesOfFreedom: Double) {
        precondition(
            degreesOfFreedom >= 1 && degreesOfFreedom.isFinite,
            "\(degreesOfFreedom) degrees of freedom")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// Gives the probability of a value at or below `t`: 0.75 at 1 with one degree of freedom.
    public func cumulative(_ t: Double) -> Double {
        t > 0 ? 1 - upperTail(t) : upperTail(-t)
    }

    /// Gives the value that a share `probability`, between 0 and 1, lies at or below.
    ///
    /// At 0.975 with 9 degrees of freedom it is 2.2621571627982.
    public func quantile(_ probability: Double) -> Double {
        precondition(
            probability > 0 && probability < 1, "probability \(probability) is not between 0 and 1")
        return probability > 0.5 ? upper(1 - probability) : -upper(probability)
    }

    /// Gives the two-sided critical value of a confidence in 0..<1.
    ///
    /// 0.99 with 30 degrees of freedom gives 2.7500.
    public func critical(confidence: Double) -> Double {
        precondition(
            (0..<1).contains(confidence), "confidence \(confidence) is not at least 0 and below 1")
        return upper((1 - confidence) / 2)
    }
}

extension StudentT {
    private func upperTail(_ t: Double) -> Double {
        studentTail(t, freedom: degreesOfFreedom)
    }

    private func density(_ t: Double) -> Double {
        gammaRatio(degreesOfFreedom / 2) / (Double.pi * degreesOfFreedom).squareRoot()
            * exp(-(degreesOfFreedom + 1) / 2 * log1p(t * t / degreesOfFreedom))
    }

    /// The t ≥ 0 with `tail` above it, by Newton's steps held inside a shrinking bracket.
    private func upper(_ tail: Double) -> Double {
        if tail == 0.5 { return 0 }
        var bracket = self.bracket(tail)
        var t = bracket.low
        for _ in 0..<200 {
            let excess = upperTail(t) - tail
            if excess > 0 { bracket.low = t } else { bracket.high = t }
            var next = t + excess / density(t)
            if next < bracket.low || next > bracket.high {
                next = (bracket.low + bracket.high) / 2
            }
            if abs(next - t) <= 1e-15 * next { return next }
            t = next
        }
        return t
    }

    /// Two values around the quantile; the normal quantile lies below it, the tails being heavier.
    private func bracket(_ tail: Double) -> (low: Double, high: Double) {
        var low = 0.0
        var high = max(1, -StandardNormal.quantile(tail))
        while upperTail(high) > tail {
            low = high
            high *= 2
        }
        return (low, high)
    }
}
