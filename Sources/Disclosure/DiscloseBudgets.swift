@_spi(Disclosure) import Model

/// Gives budgets as they may be published beside these tables.
///
/// The declared figures are about nobody. The measured success is, and every amount reckoned
/// from it tells the number of successes: it is shown only where the successes, the others and
/// the missing each may be, and, where it is an outcome's, where the tables show that outcome's
/// share. Rounded counts and exact amounts do not go together.
public func disclose(_ budgets: [WeighedBudget], beside disclosed: Disclosed) -> [DisclosedBudget] {
    budgets.map { budget in
        let isShown = budget.comparison.map { mayShow($0.measured, of: budget.budget, disclosed) }
        return DisclosedBudget(budget, comparison: isShown ?? false ? budget.comparison : nil)
    }
}

private func mayShow(
    _ measured: MeasuredSuccess, of budget: Budget, _ disclosed: Disclosed
) -> Bool {
    if disclosed.profile == .internal { return true }
    if disclosed.rules.method == .roundToFive { return false }
    let counts = [
        measured.successes, measured.missing,
        measured.due - measured.successes - measured.missing,
    ]
    guard counts.allSatisfy({ $0 >= disclosed.rules.threshold }) else { return false }
    guard case .outcome(let name) = budget.successMeasure.measuredBy else { return true }
    return showsCounts(ofOutcome: name, disclosed)
}

/// Whether the tables show what a measured success is made of, in every programme that has the
/// outcome.
private func showsCounts(ofOutcome name: String, _ disclosed: Disclosed) -> Bool {
    guard let table = disclosed["change-theory"] else { return false }
    let rows = (0..<table.rowCount).filter {
        table.keys[5].word($0) == name && table.keys[1].word($0) == KeyColumn.all
    }
    let needed = ["achieved", "share_achieved", "not_measured", "ended"]
    return !rows.isEmpty
        && rows.allSatisfy { row in
            needed.allSatisfy { table.states[table.column($0)][row] == .shown }
        }
}
