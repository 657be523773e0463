import Basics

extension SeededRandom {
    /// Whether something that happens in `percent` of cases happens.
    mutating func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// A whole number within a range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number in [low, high).
    mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * unit()
    }

    /// One of the elements, each as likely; there is at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// The index of one of the weights, as likely as its share of their sum.
    mutating func weighted(_ weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        preconditionFailure("weights \(weights) leave \(left) unspent")
    }

    /// A number in (-1, 1), likeliest near 0: two uniform numbers of one draw, added.
    mutating func spread() -> Double {
        let bits = next()
        let sum = (bits >> 32) + (bits & 0xFFFF_FFFF)
        return Double(sum) / 4_294_967_296 - 1
    }

    /// A whole number near `centre`, at most `reach` away from it, held within `range`.
    mutating func near(_ centre: Double, reach: Double, in range: ClosedRange<Int>) -> Int {
        let number = (centre + reach * spread()).rounded()
        return Int(min(max(number, Double(range.lowerBound)), Double(range.upperBound)))
    }
}
