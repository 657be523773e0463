import Basics
import Foundation
import Model
import ReportModel

/// One budget as blocks; each part of the agency's order is an extension in a file of its own.
struct BudgetReading {
    let context: ReportContext
    let weighed: DisclosedBudget

    init(_ context: ReportContext, _ weighed: DisclosedBudget) {
        self.context = context
        self.weighed = weighed
    }

    var words: Words { context.words }
    var language: Language { context.language }
    var budget: Budget { weighed.budget }
    var potential: BudgetPotential { weighed.potential }
    var basis: BudgetBasis { potential.basis }

    /// What the bottom line may be called: a what-if is never a net result.
    var bottomLine: String { potential.standing.title[language] }

    /// The heading of the budget.
    var title: Block {
        .heading(
            level: 3, Prose(potential.title[language]), anchor: "budget-\(kebab(budget.name))")
    }

    /// All parts in the agency's order, or the first alone.
    func blocks(isSummary: Bool) -> [Block] {
        if isSummary { return [title] + summary }
        return [title] + summary + part("Omkostninger", "Costs", costs)
            + part("Effekt", "Effect", effect)
            + part("Konsekvenser og priser", "Consequences and prices", consequences)
            + part("Resultater", "Results", results)
            + part("Følsomhed", "Sensitivity", sensitivity)
            + part("Forudsætninger", "Assumptions", assumptions)
    }

    private func part(_ danish: String, _ english: String, _ blocks: [Block]) -> [Block] {
        blocks.isEmpty ? [] : [.heading(level: 4, Prose(words.say(danish, english)))] + blocks
    }

    /// An amount rounded for showing, in whole kroner.
    func money(_ amount: Money) -> Quantity { .money(amount.value) }

    /// A number of citizens or successes, with a decimal only where it has one.
    func number(_ decimal: Decimal) -> Quantity {
        let value = decimal.double
        return value == value.rounded() ? .count(Int(value)) : .score(value, decimals: 1)
    }

    /// A share as declared.
    func share(_ ratio: Ratio) -> Quantity {
        let percent = ratio.value * 100
        return .share(ratio.value, decimals: abs(percent - percent.rounded()) < 1e-9 ? 0 : 1)
    }

    /// A year of the calculation: a calendar year, or counted from the start.
    func year(_ year: Int) -> String {
        basis.baseYear == 0 ? words.say("År \(year)", "Year \(year)") : String(year)
    }

    /// A purse or a committee, or all of them.
    func payer(_ payer: BudgetPayer?) -> String {
        guard let payer else { return words.say("Det offentlige i alt", "The public in all") }
        let purse = payer.purse.title[language]
        return payer.committee.map { "\(purse): \($0)" } ?? purse
    }

    /// What an input rests on: source, evidence and letter.
    func backing(_ backing: BudgetBacking) -> Prose {
        let evidence =
            backing.isProvisional
            ? words.say("foreløbig", "provisional") : words.say("bekræftet", "confirmed")
        let letter = backing.letter.map { ", \($0.rawValue)" } ?? ""
        return Prose("\(backing.source) (\(evidence)\(letter))")
    }
}
