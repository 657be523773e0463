import Basics
import ReportModel

extension ReportContext {
    /// How many a share leaves out, to stand after it: `; 34 uden opfølgning`. It is nothing
    /// where nobody is left out, and says so where the number is hidden.
    func leftOut(_ row: FigureRow, _ columns: [String]) -> Prose {
        let count = row.sum(columns)
        guard count.isShown else {
            return say("; uden opfølgning: skjult", "; without follow-up: hidden")
        }
        if count == .count(0) { return "" }
        let marks = Prose(keptFrom: columns.compactMap { row.keptDay($0) })
        return say("; \(count) uden opfølgning", "; \(count) without follow-up") + marks
    }
}
