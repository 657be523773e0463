extension Attack {
    /// Change on the scales: outcomes, clinical, zones, attrition, funnels, raters, added value.
    mutating func knowChange(_ period: Int) {
        var series: [[String]: Quantity] = [:]
        for (row, keys) in rows(period, "outcomes") {
            let measure = Array(keys.dropLast())
            let all = series[measure] ?? attacker.unknown()
            series[measure] = all
            knowStandings(period, row, all)
            knowParts(period, row, keys)
        }
        for measure in series.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let all = series[measure] else { continue }
            knowHorizons(period, measure, all)
        }
        knowRaters(period, series)
        knowFormChanges(period, series)
        knowAddedValue(period, series)
        knowFunnels(period)
    }

    /// A series stands somewhere at every horizon.
    private mutating func knowStandings(_ period: Int, _ row: Int, _ all: Quantity) {
        attacker.know(all, is: counts(period, "outcomes", row, Attack.standings))
        guard let measured = count(period, "outcomes", row, "n_measured") else { return }
        let classes = counts(period, "outcomes", row, Attack.classes)
        // Of some that are measured the change cannot be judged.
        attacker.know(classes, atMost: measured)
        knowQuotient(period, "outcomes", row, "share_improved", "improved", of: Attack.classes)
    }

    /// The tables that show the same series by another name.
    private mutating func knowParts(_ period: Int, _ row: Int, _ keys: [String]) {
        let measured = count(period, "outcomes", row, "n_measured")
        if let zones = periods[period].tables["zones"]?.row(keys) {
            know(counts(period, "zones", zones, Attack.counts["zones"] ?? []), atMost: measured)
        }
        for column in ["n_measured", "n_missing"] {
            if let same = count(period, "attrition", keys, column),
                let own = count(period, "outcomes", row, column)
            {
                attacker.know(own, is: [same])
            }
        }
        guard let clinical = periods[period].tables["clinical"]?.row(keys) else { return }
        for (total, parts) in [
            ("improved", ["recovered", "improved"]), ("no_change", ["unchanged"]),
            ("deteriorated", ["deteriorated", "harmed"]),
        ] {
            know(
                counts(period, "clinical", clinical, parts),
                atMost: count(period, "outcomes", row, total))
        }
    }

    /// What is due at a later horizon was due at an earlier one, and a series that has no baseline
    /// has none at any.
    private mutating func knowHorizons(_ period: Int, _ measure: [String], _ all: Quantity) {
        // Over all programmes too: the horizons of most end after so many months.
        if definitions.endingProgrammes.contains(measure[0]) { return }
        if measure[0] == "*" && !definitions.endingProgrammes.isEmpty { return }
        for (earlier, later) in zip(Attack.horizons, Attack.horizons.dropFirst()) {
            guard
                let first = count(period, "outcomes", measure + [earlier], "n_not_yet_due"),
                let second = count(period, "outcomes", measure + [later], "n_not_yet_due")
            else { continue }
            attacker.know([first], atMost: second)
            if let with = count(period, "outcomes", measure + [earlier], "n_no_baseline"),
                let without = count(period, "outcomes", measure + [later], "n_no_baseline")
            {
                attacker.know([without], atMost: with)
                // Due and with a baseline later: then earlier too.
                let unread = (0..<2).map { _ in attacker.unknown() }
                attacker.know(all, is: [first, with, unread[0]])
                attacker.know(all, is: [second, without, unread[1]])
                attacker.know([unread[1]], atMost: unread[0])
            }
        }
    }

    /// Both rated whoever is compared.
    private mutating func knowRaters(_ period: Int, _ series: [[String]: Quantity]) {
        for (row, keys) in rows(period, "raters") {
            for informant in keys[4...5] {
                know(
                    [count(period, "raters", row, "n")],
                    atMost: series[Array(keys[..<4]) + [informant]])
            }
        }
    }

    /// Whoever has outgrown a scale has a series of it.
    private mutating func knowFormChanges(_ period: Int, _ series: [[String]: Quantity]) {
        for (row, keys) in rows(period, "form-changes") {
            guard let all = count(period, "form-changes", row, "n") else { continue }
            let zones = counts(period, "form-changes", row, ["better", "same", "worse"])
            attacker.know(all, is: zones)
            know([all], atMost: series[Array(keys[..<3]) + [keys[3], keys[5]]])
        }
    }

    private mutating func knowAddedValue(_ period: Int, _ series: [[String]: Quantity]) {
        for (row, keys) in rows(period, "added-value") {
            let children = count(period, "added-value", row, "n")
            know([count(period, "added-value", row, "families")], atMost: children)
            know([count(period, "added-value", row, "people")], atMost: children)
            know(
                [count(period, "added-value", row, "families")],
                atMost: count(period, "cases", keys, "cases"))
            know([children], atMost: series[keys + definitions.addedValue])
        }
    }

    /// Funnels show what the outcomes show; whoever has a row has somebody judged.
    private mutating func knowFunnels(_ period: Int) {
        for (row, keys) in rows(period, "funnels") {
            guard let outcome = periods[period].tables["outcomes"]?.row(keys) else { continue }
            let classes = counts(period, "outcomes", outcome, Attack.classes)
            if let judged = count(period, "funnels", row, "measured") {
                attacker.know(judged, is: classes)
                attacker.know([.known(1)], atMost: judged)
            }
            if let improved = count(period, "funnels", row, "improved"),
                let same = count(period, "outcomes", outcome, "improved")
            {
                attacker.know(same, is: [improved])
            }
        }
    }

    /// A share with all its digits, and the count that it is of, give the whole.
    mutating func knowQuotient(
        _ period: Int, _ table: String, _ row: Int, _ share: String, _ part: String,
        of parts: [String]
    ) {
        guard let value = shown(period, table, row, share),
            let count = count(period, table, row, part)
        else { return }
        guard case .known(let number) = count else {
            knowFraction(value, count, counts(period, table, row, parts))
            return
        }
        guard value > 0 else { return }
        let whole = Int((Double(number) / value).rounded())
        attacker.know(.known(whole), is: counts(period, table, row, parts))
    }

    /// A share alone is a fraction in its lowest terms: part and whole are multiples of it.
    private mutating func knowFraction(_ value: Double, _ part: Quantity, _ parts: [Quantity]) {
        let found = (1...2000).first { size in
            let part = (value * Double(size)).rounded()
            return abs(part / Double(size) - value) < 1e-11
        }
        guard let size = found else { return }
        let numerator = Int((value * Double(size)).rounded())
        let times = attacker.unknown()
        attacker.know([.known(1)], atMost: times)
        attacker.know(part, is: Array(repeating: times, count: numerator))
        let whole = attacker.unknown()
        attacker.know(whole, is: parts)
        attacker.know(whole, is: Array(repeating: times, count: size))
    }
}
