extension Attack {
    /// What an outsider knows of one period from the next: a case that has begun has begun, a
    /// measurement made is made, and the months gone by are as they were.
    ///
    /// What can fall is left alone: cases under way, goals and phases that are open, horizons
    /// that are not yet due.
    mutating func knowGrowth(_ earlier: Int, _ later: Int) {
        let falling: [String: Set<String>] = [
            "cases": ["open"], "outcomes": ["n_not_yet_due"], "change-theory": ["not_yet_due"],
            "sides": ["not_yet_due"],
            "phases": ["recorded", "expected", "over_time", "contacts_due"],
            "exits": Set(Attack.counts["exits"] ?? []),
            "goals": Set(Attack.counts["goals"] ?? []).subtracting(["families", "goals"]),
        ]
        for (name, columns) in Attack.counts.sorted(by: { $0.key < $1.key }) {
            for (row, keys) in rows(later, name) {
                guard let before = periods[earlier].tables[name]?.row(keys) else { continue }
                for column in columns
                where !(falling[name]?.contains(column) ?? false)
                    && !(definitions.changing[name]?.contains(column) ?? false)
                {
                    guard let old = count(earlier, name, before, column),
                        let new = count(later, name, row, column)
                    else { continue }
                    attacker.know([old], atMost: new)
                }
            }
        }
    }
}
