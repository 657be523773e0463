import Model

/// Somebody with every published figure in hand, who narrows each count down by every equation.
///
/// A count is a whole number, at least 0, with no other bound than what the equations give:
/// sums over columns, sums over groups, equal totals at all horizons, shares multiplied back.
struct Attacker {
    private(set) var low: [Int] = []
    private(set) var high: [Int] = []
    var equations: [(total: Int, parts: [Int])] = []
    private var equationsOf: [[Int]] = []
    static let unbounded = 1_000_000

    /// Adds a count: known, or anything from 0.
    mutating func variable(_ known: Int?) -> Int {
        low.append(known ?? 0)
        high.append(known ?? Attacker.unbounded)
        equationsOf.append([])
        return low.count - 1
    }

    /// The attacker knows that the parts add up to the total.
    mutating func know(_ total: Int, is parts: [Int]) {
        for variable in [total] + parts { equationsOf[variable].append(equations.count) }
        equations.append((total, parts))
    }

    /// The attacker knows the value of a count from elsewhere.
    mutating func know(_ variable: Int, _ value: Int) {
        low[variable] = max(low[variable], value)
        high[variable] = min(high[variable], value)
    }

    /// Draws every conclusion until nothing changes.
    mutating func attack() {
        var queue = Array(equations.indices)
        var isQueued = Array(repeating: true, count: equations.count)
        while let next = queue.popLast() {
            isQueued[next] = false
            for variable in propagate(equations[next].total, equations[next].parts) {
                for equation in equationsOf[variable] where !isQueued[equation] {
                    isQueued[equation] = true
                    queue.append(equation)
                }
            }
        }
    }

    private mutating func propagate(_ total: Int, _ parts: [Int]) -> [Int] {
        let least = parts.reduce(0) { $0 + low[$1] }
        let most = parts.reduce(0) { $0 + high[$1] }
        var changed: [Int] = []
        if narrow(total, least, most) { changed.append(total) }
        let (floor, ceiling) = (low[total], high[total])
        for part in parts {
            let (partLow, partHigh) = (low[part], high[part])
            let others = (least - partLow, most - partHigh)
            if narrow(part, floor - others.1, ceiling - others.0) { changed.append(part) }
        }
        return changed
    }

    private mutating func narrow(_ variable: Int, _ from: Int, _ through: Int) -> Bool {
        let (newLow, newHigh) = (max(low[variable], from), min(high[variable], through))
        if newLow == low[variable] && newHigh == high[variable] { return false }
        (low[variable], high[variable]) = (newLow, newHigh)
        return true
    }
}
