import Basics
import Disclosure
import Intake
import Model
import Reporting

extension Run {
    /// Passes every figure through disclosure control; an internal edition shows them all.
    func protect(
        _ received: Received, _ conclusions: Conclusions, _ earlier: EarlierPeriod?
    ) -> Disclosed {
        let input = Disclosable(
            conclusions, instruments: definitions.instruments,
            programmes: definitions.programmes,
            quality: received.files.map(QualityCounts.init))
        let rules = definitions.pipeline.smallNumbers
        return request.profile == .internal
            ? discloseInternally(input, rules: rules)
            : disclose(input, rules: rules, earlier: earlier?.published)
    }
}

extension Run {
    /// Keeps the measured success of a budget back where its counts are small: an amount in
    /// kroner would tell the number of successes.
    func protect(_ budgets: [WeighedBudget]) -> [WeighedBudget] {
        guard request.profile == .published else { return budgets }
        let threshold = definitions.pipeline.smallNumbers.threshold
        return budgets.map { budget in
            guard let measured = budget.comparison?.measured,
                [
                    measured.successes, measured.missing,
                    measured.due - measured.successes - measured.missing,
                ].contains(where: { $0 < threshold })
            else { return budget }
            var budget = budget
            budget.comparison = nil
            return budget
        }
    }
}

extension QualityCounts {
    init(_ file: FileReception) {
        let cells = file.rejections.countsByCode.reduce(0) { $0 + ($1.code.isRow ? 0 : $1.count) }
        self.init(
            file: file.file, rows: file.counts.rows, used: file.counts.used,
            rejected: file.counts.rejected, duplicates: file.counts.duplicates,
            cellsUnused: cells)
    }
}
