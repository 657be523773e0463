/// Somebody who narrows counts down by everything that is known of how they hang together.
///
/// A count is a whole number, at least 0. Relations between counts are added one by one; `attack`
/// draws every conclusion that follows from one relation at a time, until nothing changes.
public struct Attacker {
    /// The least that each unknown count can be.
    public private(set) var low: [Int] = []
    /// The greatest that each unknown count can be.
    public private(set) var high: [Int] = []
    /// What relations said that cannot be.
    public private(set) var contradictions: [String] = []
    /// What is being added, for whoever looks at contradictions.
    var subject = ""
    private var relations: [Relation] = []
    private var relationsOf: [[Int32]] = []

    /// A range with no upper end that anybody knows.
    public static let unbounded = 1_000_000

    /// Something that counts are added up of: known, or one of the unknown.
    public enum Quantity {
        case known(Int)
        case unknown(Int)
    }

    /// Σ factor · count + constant = 0, or ≤ 0.
    private struct Relation {
        var counts: [Int] = []
        var factors: [Int] = []
        var constant = 0
        var isEquality: Bool

        mutating func add(_ quantity: Quantity, times factor: Int) {
            switch quantity {
            case .known(let number): constant += factor * number
            case .unknown(let count):
                counts.append(count)
                factors.append(factor)
            }
        }
    }

    /// Makes somebody who knows nothing.
    public init() {}

    /// Adds an unknown count.
    public mutating func unknown() -> Quantity {
        low.append(0)
        high.append(Attacker.unbounded)
        relationsOf.append([])
        return .unknown(low.count - 1)
    }

    /// The parts add up to the total.
    public mutating func know(_ total: Quantity, is parts: [Quantity]) {
        know(parts, total, factor: 1, isEquality: true)
    }

    /// The parts, each that many times, are together no more than the total.
    public mutating func know(_ parts: [Quantity], times factor: Int = 1, atMost total: Quantity) {
        know(parts, total, factor: factor, isEquality: false)
    }

    private mutating func know(
        _ parts: [Quantity], _ total: Quantity, factor: Int, isEquality: Bool
    ) {
        var relation = Relation(isEquality: isEquality)
        relation.add(total, times: -1)
        for part in parts { relation.add(part, times: factor) }
        if relation.counts.isEmpty {
            let holds = isEquality ? relation.constant == 0 : relation.constant <= 0
            if !holds { contradictions.append(subject) }
            return
        }
        for count in relation.counts { relationsOf[count].append(Int32(relations.count)) }
        relations.append(relation)
    }

    /// The least and greatest that a quantity can be.
    public func range(_ quantity: Quantity) -> ClosedRange<Int> {
        switch quantity {
        case .known(let number): number...number
        case .unknown(let count): low[count]...high[count]
        }
    }
}

// MARK: - Conclusions

extension Attacker {
    /// Draws every conclusion until nothing changes.
    public mutating func attack() {
        var queue = Array(relations.indices)
        var isQueued = Array(repeating: true, count: relations.count)
        while let next = queue.popLast() {
            isQueued[next] = false
            for count in propagate(next) {
                for other in relationsOf[count] where !isQueued[Int(other)] {
                    isQueued[Int(other)] = true
                    queue.append(Int(other))
                }
            }
        }
    }

    /// Narrows the counts of one relation; gives those that changed.
    private mutating func propagate(_ index: Int) -> [Int] {
        let relation = relations[index]
        var least = relation.constant
        var most = relation.constant
        for (count, factor) in zip(relation.counts, relation.factors) {
            least += factor > 0 ? factor * low[count] : factor * high[count]
            most += factor > 0 ? factor * high[count] : factor * low[count]
        }
        var changed: [Int] = []
        for (count, factor) in zip(relation.counts, relation.factors) {
            let (own, ownMost) =
                factor > 0
                ? (factor * low[count], factor * high[count])
                : (factor * high[count], factor * low[count])
            // factor · count ≤ −(least of the others), and ≥ −(most of them) in an equality.
            let through = own - least
            let from = relation.isEquality ? ownMost - most : nil
            if narrow(count, factor, from, through) { changed.append(count) }
        }
        return changed
    }

    /// from ≤ factor · count ≤ through.
    private mutating func narrow(
        _ count: Int, _ factor: Int, _ from: Int?, _ through: Int
    ) -> Bool {
        var (newLow, newHigh) = (low[count], high[count])
        if factor > 0 {
            newHigh = min(newHigh, through.dividedDown(by: factor))
            if let from { newLow = max(newLow, -(-from).dividedDown(by: factor)) }
        } else {
            newLow = max(newLow, -through.dividedDown(by: -factor))
            if let from { newHigh = min(newHigh, (-from).dividedDown(by: -factor)) }
        }
        if newLow > newHigh {
            contradictions.append("in between")
            return false
        }
        if newLow == low[count] && newHigh == high[count] { return false }
        (low[count], high[count]) = (newLow, newHigh)
        return true
    }
}

extension Int {
    /// The greatest whole number that is no more than the quotient; the divisor is positive.
    fileprivate func dividedDown(by divisor: Int) -> Int {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
