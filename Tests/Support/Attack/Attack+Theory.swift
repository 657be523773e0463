extension Attack {
    /// Outcomes of the change theories, and both sides' change: every family has one status.
    ///
    /// Whether a family's horizon is due yet is the same for every outcome at that horizon, and
    /// for both sides' change.
    mutating func knowTheory(_ period: Int) {
        var notYetDue: [[String]: Quantity] = [:]
        for (row, keys) in rows(period, "change-theory") {
            let group = Array(keys[..<3])
            knowStatuses(period, row, group)
            note(
                count(period, "change-theory", row, "not_yet_due"), group + [keys[3]], &notYetDue)
        }
        for (row, keys) in rows(period, "sides") {
            knowSides(period, row, Array(keys[..<3]))
            note(count(period, "sides", row, "not_yet_due"), keys, &notYetDue)
        }
        for group in Set(notYetDue.keys.map { Array($0[..<3]) })
        where !definitions.endingProgrammes.contains(group[0]) {
            for (earlier, later) in zip(Attack.horizons, Attack.horizons.dropFirst()) {
                know([notYetDue[group + [earlier]]], atMost: notYetDue[group + [later]])
            }
        }
    }

    /// The same count under another heading.
    private mutating func note(
        _ count: Quantity?, _ keys: [String], _ known: inout [[String]: Quantity]
    ) {
        guard let count else { return }
        if let same = known[keys] {
            attacker.know(same, is: [count])
        } else {
            known[keys] = count
        }
    }

    private mutating func knowStatuses(_ period: Int, _ row: Int, _ group: [String]) {
        guard let cases = count(period, "cases", group, "cases") else { return }
        attacker.know(cases, is: counts(period, "change-theory", row, Attack.statuses))
        knowQuotient(
            period, "change-theory", row, "share_achieved", "achieved",
            of: Array(Attack.statuses[..<3]))
        guard let open = count(period, "cases", group, "open"),
            let ended = count(period, "change-theory", row, "ended")
        else { return }
        attacker.know([ended, open], atMost: cases)
    }

    private mutating func knowSides(_ period: Int, _ row: Int, _ group: [String]) {
        let totals = Attack.sides.map { "parents_\($0)" }
        for total in totals {
            guard let count = count(period, "sides", row, total) else { continue }
            attacker.know(
                count,
                is: counts(period, "sides", row, Attack.sides.map { "\(total)_children_\($0)" }))
        }
        guard let cases = count(period, "cases", group, "cases") else { return }
        attacker.know(cases, is: counts(period, "sides", row, ["not_yet_due"] + totals))
    }
}
