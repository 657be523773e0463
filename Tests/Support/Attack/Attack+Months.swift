extension Attack {
    /// Months add up: new cases to the cases, ended ones to the ended, points due in a month to
    /// what is due by the schedule, follow-ups judged in a month to all that are judged.
    mutating func knowMonths(_ period: Int) {
        var months: [[String]: [Int]] = [:]
        for (row, keys) in rows(period, "monthly") {
            months[Array(keys[..<4]), default: []].append(row)
            know(
                [count(period, "monthly", row, "numerator")],
                atMost: count(period, "monthly", row, "denominator"))
        }
        for (series, rows) in months.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let group = Array(series[..<3])
            let numerators = rows.flatMap { counts(period, "monthly", $0, ["numerator"]) }
            let denominators = rows.flatMap { counts(period, "monthly", $0, ["denominator"]) }
            switch series[3] {
            case "new-cases": knowNewCases(period, group, numerators)
            case "ended-cases": knowEndedCases(period, group, numerators)
            case "measurements-done": knowDue(period, group, numerators, denominators)
            case "follow-ups-improved": knowJudged(period, group, numerators, denominators)
            default: break
            }
        }
    }

    private mutating func knowNewCases(_ period: Int, _ group: [String], _ months: [Quantity]) {
        guard let cases = count(period, "cases", group, "cases") else { return }
        attacker.know(cases, is: months)
    }

    private mutating func knowEndedCases(_ period: Int, _ group: [String], _ months: [Quantity]) {
        guard let cases = count(period, "cases", group, "cases"),
            let open = count(period, "cases", group, "open")
        else { return }
        attacker.know(cases, is: [open] + months)
    }

    /// Points of all lines of the schedule that have days.
    private mutating func knowDue(
        _ period: Int, _ group: [String], _ done: [Quantity], _ due: [Quantity]
    ) {
        guard group[0] != "*" else { return }
        let lines = rows(period, "adherence").filter {
            Array($0.keys[..<3]) == group
                && !definitions.sessionLines.contains([$0.keys[0], $0.keys[3]])
        }
        knowSame(due, lines.flatMap { counts(period, "adherence", $0.row, ["due"]) })
        knowSame(done, lines.flatMap { counts(period, "adherence", $0.row, ["done"]) })
    }

    private mutating func knowJudged(
        _ period: Int, _ group: [String], _ improved: [Quantity], _ judged: [Quantity]
    ) {
        let changes = rows(period, "outcomes").filter { Array($0.keys[..<3]) == group }
        knowSame(judged, changes.flatMap { counts(period, "outcomes", $0.row, Attack.classes) })
        knowSame(improved, changes.flatMap { counts(period, "outcomes", $0.row, ["improved"]) })
    }

    private mutating func knowSame(_ first: [Quantity], _ second: [Quantity]) {
        let sum = attacker.unknown()
        attacker.know(sum, is: first)
        attacker.know(sum, is: second)
    }
}
