extension Attack {
    /// A figure that is not computed, and not hidden either, says that there is nobody to compute
    /// it of.
    mutating func knowWhatIsNotComputed(_ period: Int) {
        let quotients: [(table: String, figure: String, wholes: [String])] = [
            ("outcomes", "mean_baseline", ["n_measured"]),
            ("outcomes", "share_improved", Attack.classes),
            ("attrition", "mean_baseline_measured", ["n_measured"]),
            ("change-theory", "share_achieved", Array(Attack.statuses[..<3])),
            ("added-value", "mean", ["n"]),
            ("raters", "mean_difference", ["n"]),
            ("elements", "mean", ["cases"]),
            ("adherence", "share_done", ["due"]),
        ]
        for (table, figure, wholes) in quotients {
            for (row, keys) in rows(period, table)
            where isEmpty(period, table, row, figure) && isOfWhole(table, keys) {
                for whole in counts(period, table, row, wholes) {
                    attacker.know([whole], atMost: .known(0))
                }
            }
        }
        for table in ["clinical", "zones"] { knowEmptyClasses(period, table) }
        for (row, _) in rows(period, "monthly")
        where isEmpty(period, "monthly", row, "value") {
            know([count(period, "monthly", row, "denominator")], atMost: .known(4))
        }
    }

    private func isEmpty(_ period: Int, _ table: String, _ row: Int, _ column: String) -> Bool {
        periods[period].tables[table].map { $0[row, column] == .empty } ?? false
    }

    /// Whether a mean is of all that are measured. The attrition's means need two groups of
    /// people, of which either may be nobody.
    private func isOfWhole(_ table: String, _ keys: [String]) -> Bool {
        switch table {
        case "outcomes": !isAged(keys[3])
        case "attrition": false
        default: true
        }
    }

    private func isAged(_ scale: String) -> Bool {
        scale.split(separator: ".").first.map { definitions.agedInstruments.contains(String($0)) }
            ?? false
    }

    /// Clinical classes or zones that a scale has at another horizon, but not at this one, are
    /// nobody's at this one.
    private mutating func knowEmptyClasses(_ period: Int, _ table: String) {
        let column = table == "clinical" ? "improved" : "better"
        for (row, keys) in rows(period, table) where isEmpty(period, table, row, column) {
            guard let outcome = periods[period].tables["outcomes"]?.row(keys) else { continue }
            let wholes =
                table == "clinical"
                ? counts(period, "outcomes", outcome, Attack.classes)
                : counts(period, "outcomes", outcome, ["n_measured"])
            // Some series have no cut-off, such as those of small children.
            if isAged(keys[3]) { continue }
            for whole in wholes { attacker.know([whole], atMost: .known(0)) }
        }
    }
}
