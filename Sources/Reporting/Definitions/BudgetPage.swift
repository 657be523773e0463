import Basics
import Model
import ReportModel

/// Composes the page of a budget: its success measure, its costs and what a success changes.
public func budgetPage(_ budget: Budget, in language: Language) -> Report {
    BudgetPage(budget: budget, words: DefinitionWords(language)).report
}

private struct BudgetPage {
    let budget: Budget
    let words: DefinitionWords

    private var language: Language { words.language }

    private func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    var report: Report {
        Report(
            title: budget.title[language], subtitle: say("Budget ", "Budget ") + budget.name,
            language: language, blocks: [.list(facts)] + shares + costs + consequences)
    }

    private var facts: [Prose] {
        var facts = [
            words.fact(say("Målgruppe", "Target group"), budget.targetGroup[language].prose),
            words.fact(
                say("Succesmål", "Success measure"), budget.successMeasure.title[language].prose),
            words.fact(say("Basisår", "Base year"), "\(Quantity.year(budget.baseYear))"),
            words.fact(
                say("År efter slutåret", "Years after the finishing year"),
                "\(budget.horizon)".prose),
            words.fact(
                say("Basisalternativ", "Alternative"), budget.success.alternative[language].prose),
        ]
        facts += budget.cohorts.map { cohort in
            words.fact(
                say("Årgang ", "Cohort ") + "\(cohort.year)", words.number(cohort.citizens).prose)
        }
        return facts
    }

    private var backing: [Column] { words.sourceColumns }

    private func cells(_ backing: BudgetBacking) -> [Prose] {
        let letter = backing.letter.map { " (\($0.rawValue))" } ?? ""
        return [
            backing.source.prose,
            (words.evidence(backing.evidence, confirmedBy: backing.confirmedBy) + letter).prose,
        ]
    }

    private var shares: [Block] {
        let rows = [
            (say("Lykkes med indsatsen", "Succeed with the intervention"), budget.success.with),
            (say("Lykkes uden", "Succeed without it"), budget.success.without),
        ].map { title, share in
            Row(
                [title.prose, "\(Quantity.share(share.share.value, decimals: 1))"]
                    + cells(share.backing))
        }
        return [
            words.heading(say("Andel, der lykkes", "Share that succeeds")),
            .table(
                Table(
                    say("Andel, der lykkes", "Share that succeeds"),
                    columns: [.rowHeader(say("Hvem", "Who")), .figures(say("Andel", "Share"))]
                        + backing, rows: rows)),
        ]
    }

    private var costs: [Block] {
        let rows = budget.costs.map { cost in
            Row(
                [
                    cost.title[language].prose, cost.kind.rawValue.prose,
                    .quantity(.money(cost.amount.amount.value)),
                ] + cells(cost.amount.backing))
        }
        guard !rows.isEmpty else { return [] }
        return [
            words.heading(say("Omkostninger", "Costs")),
            .table(
                Table(
                    say("Omkostninger", "Costs"),
                    columns: [
                        .rowHeader(say("Post", "Line")), .text(say("Art", "Kind")),
                        .figures(say("Beløb", "Amount")),
                    ] + backing, rows: rows)),
        ]
    }

    private var consequences: [Block] {
        let title = say("Hvad en succes ændrer", "What a success changes")
        switch budget.consequences {
        case .borrowed(let name):
            return [
                words.heading(title),
                .paragraph(say("Lånt fra ", "Borrowed from ").prose + words.codes([name])),
            ]
        case .items(let items): return [words.heading(title), table(items, title)]
        case .totals(let totals):
            let parts = totals.parts.map { part in
                Row(
                    [part.title[language].prose, .quantity(.money(part.total.amount.amount.value))]
                        + cells(part.total.amount.backing))
            }
            let all = Row(
                [
                    say("I alt", "In all").prose,
                    .quantity(.money(totals.inAll.amount.amount.value)),
                ] + cells(totals.inAll.amount.backing), isTotal: true)
            let columns: [Column] = [
                .rowHeader(say("Post", "Line")), .figures(say("Beløb", "Amount")),
            ]
            return [
                words.heading(title),
                .table(Table(title, columns: columns + backing, rows: parts + [all])),
            ]
        }
    }

    /// Units more or less in each year after success: `1: -20 · 2: -10`.
    private func changes(_ item: ConsequenceItem) -> String {
        item.changes.map { "\($0.year): \(words.number($0.units))" }.joined(separator: " · ")
    }

    private func table(_ items: [ConsequenceItem], _ title: String) -> Block {
        let rows = items.map { item in
            Row(
                [
                    item.title[language].prose, item.area.title[language].prose,
                    item.unit[language].prose, changes(item).prose,
                    .quantity(.money(item.price.amount.value)),
                ] + cells(item.backing))
        }
        return .table(
            Table(
                title,
                columns: [
                    .rowHeader(say("Post", "Line")), .text(say("Område", "Area")),
                    .text(say("Enhed", "Unit")), .text(say("Ændring pr. år", "Change a year")),
                    .figures(say("Pris", "Price")),
                ] + backing, rows: rows))
    }
}
