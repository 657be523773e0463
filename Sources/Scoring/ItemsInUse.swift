import Model

/// Which of an instrument's items each case's programme uses, where some use fewer than there are:
/// a share of the items is then asked of those in use.
public struct ItemsInUse: Sendable {
    /// Sets of items in use, by the instrument's items.
    let sets: [[Bool]]
    /// By case, which set; all items where it is negative.
    let setOfCase: [Int8]

    /// Takes how many of the first items each case's programme uses; nothing for all of them.
    public init(items count: Int, firstByCase: [Int?]) {
        var sets: [[Bool]] = []
        var places: [Int: Int8] = [:]
        setOfCase = firstByCase.map { used in
            guard let used, used < count else { return -1 }
            if let known = places[used] { return known }
            let place = Int8(sets.count)
            places[used] = place
            sets.append((0..<count).map { $0 < used })
            return place
        }
        self.sets = sets
    }

    /// Whether every case uses all items.
    public var isEverything: Bool { sets.isEmpty }

    func set(of row: Int, in batch: AssessmentBatch) -> Int {
        let owner = Int(batch.cases[row])
        return setOfCase.indices.contains(owner) ? Int(setOfCase[owner]) : -1
    }
}

extension Scorer {
    /// The scorers for a file's columns, one a set of items in use.
    public func narrowed(to inUse: ItemsInUse, present: [Bool]) -> [Scorer] {
        inUse.sets.map { used in
            Scorer(instrument, present: zip(used, present).map { $0 && $1 })
        }
    }
}
