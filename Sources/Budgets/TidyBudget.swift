import Basics
import Foundation
import Model

/// A potential as tidy rows: one figure, payer, area and year a row, after a header.
///
/// `*` stands where a column is summed over and `never` where nothing breaks even; an amount that
/// is not available is empty. Costs are negative. A committee is `kommune/<committee>` and lies
/// within `kommune`, so payers are added up without the committees.
public func tidyRows(_ potential: BudgetPotential) -> [[String]] {
    let tidy = TidyBudget(potential: potential)
    return [TidyBudget.header] + tidy.figures + tidy.quotients + tidy.breakEven
}

private struct TidyBudget {
    static let header = ["figure", "payer", "area", "year", "undiscounted", "discounted"]

    let potential: BudgetPotential

    var figures: [[String]] {
        BudgetFigure.allCases.flatMap { figure in
            potential.lines.filter { $0.figure == figure }.flatMap(rows)
                + (figure == .cost ? [] : notAvailable(figure))
        }
    }

    private func rows(_ line: BudgetLine) -> [[String]] {
        let start = [line.figure.rawValue, name(line.payer), line.area?.rawValue ?? "*"]
        let years = zip(potential.years, line.byYear).map { year, sum in
            start + [String(year)] + amounts(sum)
        }
        return (line.total.map { [start + ["*"] + amounts($0)] } ?? []) + years
    }

    private func notAvailable(_ figure: BudgetFigure) -> [[String]] {
        potential.yearsNotAvailable.map { [figure.rawValue, "*", "*", String($0), "", ""] }
    }

    var quotients: [[String]] {
        potential.perCitizen.map {
            ["net-per-citizen", name($0.payer), "*", "*"] + amounts($0.sum)
        }
            + potential.perSuccess.map {
                ["net-per-success", name($0.payer), "*", "*"] + amounts($0.sum)
            }
    }

    var breakEven: [[String]] {
        potential.breakEven.map { point in
            ["break-even-success", name(point.payer), "*", "*"]
                + [point.undiscounted, point.discounted].map { share($0.success) }
        }
            + potential.breakEven.map { point in
                ["break-even-year", name(point.payer), "*", "*"]
                    + [point.undiscounted, point.discounted].map {
                        $0.year.map(String.init) ?? "never"
                    }
            }
    }

    private func name(_ payer: BudgetPayer?) -> String { payer?.name ?? "*" }

    private func amounts(_ sum: BudgetSum) -> [String] {
        [sum.undiscounted.tidy, sum.discounted.tidy]
    }

    /// A share with at most ten decimals.
    private func share(_ value: Decimal?) -> String {
        value.map { "\($0.rounded(places: 10))" } ?? "never"
    }
}
