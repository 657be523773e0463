import Basics
import Model
import ReportModel

/// One row of a disclosed table, from which a section takes figures as quantities.
///
/// A hidden figure stays hidden, an absent one says why: nothing becomes a nought on the way.
struct FigureRow {
    let table: DisclosedTable
    let row: Int
    let language: Language

    /// How a figure is to be written.
    enum Form {
        case count
        case share
        case score
        case difference
        case number
    }

    /// A figure of this row.
    func quantity(_ column: String, _ form: Form) -> Quantity {
        switch table.figure(row, column) {
        case .hidden: .hidden
        case .empty: .notComputed(language == .danish ? "ikke beregnet" : "not computed")
        case .value(let number), .earlier(let number): written(number, form)
        }
    }

    /// A figure's number, where one may be shown.
    func number(_ column: String) -> Double? { table.figure(row, column).number }

    /// Whether a figure is hidden.
    func isHidden(_ column: String) -> Bool { table.figure(row, column) == .hidden }

    /// A figure with its interval, whose columns begin with `ends` (the figure's own name).
    func estimate(
        _ column: String, _ form: Form, ends: String? = nil
    ) -> ReportModel.Estimate {
        let value = quantity(column, form)
        let low = quantity((ends ?? column) + "_low", form)
        let high = quantity((ends ?? column) + "_high", form)
        guard low.isShown, high.isShown else { return ReportModel.Estimate(value) }
        return ReportModel.Estimate(value, Interval(low, high))
    }

    /// A figure's interval on its own; the figure's reason where there is none.
    func interval(_ column: String, _ form: Form, ends: String? = nil) -> Quantity {
        let estimate = estimate(column, form, ends: ends)
        if let interval = estimate.interval { return interval.quantity }
        return estimate.value.isShown
            ? .notComputed(language == .danish ? "ikke beregnet" : "not computed") : estimate.value
    }

    /// The word that a figure stands for, in a column of words.
    func word(_ column: String) -> String? {
        guard let index = table.figures.firstIndex(where: { $0.name == column }),
            case .word(let words, _) = table.figures[index].kind,
            let number = number(column)
        else { return nil }
        return words[Int(number)]
    }

    private func written(_ number: Double, _ form: Form) -> Quantity {
        switch form {
        case .count: .count(Int(number))
        case .share: .share(number)
        case .score: .score(number)
        case .difference: .difference(number)
        case .number: .score(number, decimals: 2)
        }
    }
}

extension ReportContext {
    /// The row of a table with these keys, or nothing.
    func row(_ name: String, _ keys: [String]) -> FigureRow? {
        guard let table = disclosed.table(name), let row = table.row(keys) else { return nil }
        return FigureRow(table: table, row: row, language: language)
    }

    /// Every row of a table, in its order.
    func rows(_ name: String) -> [FigureRow] {
        guard let table = disclosed.table(name) else { return [] }
        return (0..<table.rowCount).map { FigureRow(table: table, row: $0, language: language) }
    }
}

extension FigureRow {
    /// The key of a column in this row.
    func key(_ column: String) -> String {
        guard let index = table.keys.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("\(table.name) has no key '\(column)'")
        }
        return table.keys[index].word(row)
    }
}
