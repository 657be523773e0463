extension Attack {
    /// Numbers of cases.
    mutating func knowCases(_ period: Int) {
        for (row, _) in rows(period, "cases") {
            know(
                [count(period, "cases", row, "open")], atMost: count(period, "cases", row, "cases"))
        }
    }

    /// What is done with cases: adherence, phases, exits, goals, ratings.
    mutating func knowActivity(_ period: Int) {
        var ended: [[String]: Quantity] = [:]
        for (row, keys) in rows(period, "cases") {
            guard let cases = count(period, "cases", row, "cases"),
                let open = count(period, "cases", row, "open")
            else { continue }
            let rest = attacker.unknown()
            attacker.know(cases, is: [open, rest])
            ended[keys] = rest
        }
        knowAdherence(period, ended)
        knowPhases(period, ended)
        knowExits(period, ended)
        knowGoals(period)
        for (row, keys) in rows(period, "elements") {
            know(
                [count(period, "elements", row, "cases")],
                atMost: count(period, "cases", Array(keys[..<3]), "cases"))
        }
    }

    private mutating func knowAdherence(_ period: Int, _ ended: [[String]: Quantity]) {
        for (row, keys) in rows(period, "adherence") {
            let group = Array(keys[..<3])
            let cases = count(period, "cases", group, "cases")
            let families = count(period, "adherence", row, "families")
            let due = count(period, "adherence", row, "due")
            know([families], atMost: cases)
            know([families], atMost: due)
            know([count(period, "adherence", row, "done")], atMost: due)
            knowQuotient(period, "adherence", row, "share_done", "done", of: ["due"])
            let line = [keys[0], keys[3]]
            if definitions.startLines.contains(line), let cases, let families {
                attacker.know(cases, is: [families])
            }
            if definitions.endLines.contains(line), let ended = ended[group], let families {
                attacker.know(ended, is: [families])
            }
        }
    }

    private mutating func knowPhases(_ period: Int, _ ended: [[String]: Quantity]) {
        var recorded: [[String]: [Quantity]] = [:]
        var expected: [[String]: [Quantity]] = [:]
        for (row, keys) in rows(period, "phases") {
            let group = Array(keys[..<3])
            recorded[group, default: []] += counts(period, "phases", row, ["recorded"])
            expected[group, default: []] += counts(period, "phases", row, ["expected"])
            know(
                [count(period, "phases", row, "over_time")],
                atMost: count(period, "phases", row, "recorded"))
            know([count(period, "phases", row, "contacts_due")], atMost: ended[group])
        }
        for phases in [recorded, expected] {
            for (group, counts) in phases.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                know(counts, atMost: count(period, "cases", group, "open"))
            }
        }
    }

    /// Every criterion of a programme is about the same ended cases, and the same nearing ones.
    private mutating func knowExits(_ period: Int, _ ended: [[String]: Quantity]) {
        var nearing: [[String]: Quantity] = [:]
        let answers = ["met", "not_met", "not_known"]
        for (row, keys) in rows(period, "exits") {
            let group = Array(keys[..<3])
            if let ended = ended[group] {
                attacker.know(
                    ended, is: counts(period, "exits", row, answers.map { "closed_\($0)" }))
            }
            let all = nearing[group] ?? attacker.unknown()
            if nearing[group] == nil { know([all], atMost: count(period, "cases", group, "open")) }
            nearing[group] = all
            attacker.know(all, is: counts(period, "exits", row, answers.map { "nearing_\($0)" }))
        }
    }

    private mutating func knowGoals(_ period: Int) {
        for (row, keys) in rows(period, "goals") {
            func goals(_ column: String) -> Quantity? { count(period, "goals", row, column) }
            if let all = goals("goals") {
                attacker.know(
                    all, is: counts(period, "goals", row, ["open", "reached", "partly", "dropped"]))
            }
            know([goals("families")], atMost: goals("goals"))
            know([goals("families")], atMost: count(period, "cases", keys, "cases"))
            know([goals("overdue")], atMost: goals("open"))
            know([goals("follow_up_late")], atMost: goals("open"))
            know([goals("families_with_too_many")], atMost: goals("families"))
            know([goals("families_with_too_many")], atMost: count(period, "cases", keys, "open"))
            // The other way round it is what the definition says of any number of goals.
            if case .known(let families)? = goals("families_with_too_many") {
                know([.known(families * definitions.tooManyGoals)], atMost: goals("open"))
            }
        }
    }
}
