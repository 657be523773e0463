import Basics
import Model
import ReportModel

extension BudgetReading {
    /// What the intervention costs, line by line, and the source's own table.
    var costs: [Block] {
        let counted = budget.costs.filter { $0.variant == nil || $0.variant == basis.variant?.name }
        guard !counted.isEmpty else {
            return [
                .paragraph(
                    context.say(
                        "Der er ikke angivet omkostninger; tallet er et potentiale.",
                        "No costs are declared; the figure is a potential."))
            ]
        }
        let variant = basis.variant.map { variant -> [Block] in
            let title = variant.title[language]
            return [
                .paragraph(
                    context.say("Regnet som: \(title).", "Counted as: \(title)."))
            ]
        }
        return (variant ?? []) + [.table(costTable(counted))] + published
    }

    private func costTable(_ costs: [BudgetCost]) -> Table {
        Table(
            words.say("Omkostninger ved indsatsen", "Costs of the intervention"),
            columns: [
                .rowHeader(words.say("Post", "Item")), .figures(words.say("Beløb", "Amount")),
                .figures(words.say("Antal", "Times")), .text(words.say("Falder", "Falls")),
                .text(words.say("Prisår", "Price year")), .text(words.say("Kilde", "Source")),
            ],
            rows: costs.map { cost in
                [
                    Prose(cost.title[language] + (cost.kind.isDeducted ? " (−)" : "")),
                    .quantity(money(cost.amount.amount)),
                    .quantity(number(cost.times.decimal)), Prose(falls(cost.falls)),
                    Prose(level(cost.amount.level)), backing(cost.amount.backing),
                ]
            })
    }

    private func falls(_ falls: BudgetCost.Falls) -> String {
        switch falls {
        case .years(let years):
            return years.map(year).joined(separator: ", ")
        case .participants(let participants, let before):
            let count = number(participants.decimal).written(in: language)
            let each = words.say("for hver \(count) deltagere", "for every \(count) participants")
            guard before > 0 else { return each }
            return each + words.say(", \(before) år før", ", \(before) years before")
        }
    }

    func level(_ level: PriceLevel) -> String {
        switch level {
        case .year(let year): String(year)
        case .asPublished: words.say("som offentliggjort", "as published")
        }
    }

    /// The source's own cost table, as it stands there.
    private var published: [Block] {
        guard let table = budget.costTable else { return [] }
        let rounded = Quantity.money(Double(table.roundedTo))
        return [
            .table(
                Table(
                    table.title[language],
                    columns: [.rowHeader(words.say("Opgjort", "Reckoned"))]
                        + table.columns.map { .figures($0[language]) },
                    rows: table.rows.map { row in
                        Row(
                            [Prose(row.title[language])]
                                + row.amounts.map { .quantity(money($0)) })
                    },
                    note: context.say(
                        "Afrundet til nærmeste \(rounded) i kilden: ",
                        "Rounded to the nearest \(rounded) in the source: ")
                        + backing(table.backing)))
        ]
    }

    /// How many succeed with and without, and what they would have had instead.
    var effect: [Block] {
        [
            .table(
                Table(
                    words.say("Andel, der når succesmålet", "Share that meets the success measure"),
                    columns: [
                        .rowHeader(words.say("Forløb", "Course")),
                        .figures(words.say("Andel", "Share")),
                        .figures(words.interval), .text(words.say("Kilde", "Source")),
                    ],
                    rows: [
                        effect(
                            words.say("Med indsatsen", "With the intervention"), basis.with,
                            budget.success.with),
                        effect(
                            words.say("Uden indsatsen", "Without it"), basis.without,
                            budget.success.without),
                        difference,
                    ])),
            .paragraph(
                context.say(
                    """
                    Succesmål: \(budget.successMeasure.title[language]). Alternativet: \
                    \(budget.success.alternative[language]).
                    """,
                    """
                    Success measure: \(budget.successMeasure.title[language]). The alternative: \
                    \(budget.success.alternative[language]).
                    """)),
        ]
    }

    private func effect(_ title: String, _ used: Ratio, _ declared: BudgetShare) -> Row {
        let interval: Prose =
            if let low = declared.low, let high = declared.high {
                .quantity(.interval(low: share(low), high: share(high)))
            } else {
                .quantity(.notComputed(words.say("ikke angivet", "not stated")))
            }
        return [Prose(title), .quantity(share(used)), interval, backing(declared.backing)]
    }

    private var difference: Row {
        Row(
            [
                Prose(words.say("Forskel", "Difference")),
                .quantity(.shareDifference(basis.difference.double)), "",
                BudgetCautions.difference[language].prose,
            ], isTotal: true)
    }

    /// What follows from a success, item by item or as published in all.
    var consequences: [Block] {
        let loan = basis.loan.map { loan -> [Block] in
            [
                .callout(
                    .caution, title: words.say("Lånte konsekvenser", "Borrowed consequences"),
                    [.paragraph(BudgetNote.borrowed(from: loan.title).sentence[language].prose)])
            ]
        }
        switch budget.consequences {
        case .items(let items): return (loan ?? []) + [.table(itemTable(items))]
        case .totals(let totals): return (loan ?? []) + [.table(totalTable(totals))]
        case .borrowed: return loan ?? []
        }
    }

    private func itemTable(_ items: [ConsequenceItem]) -> Table {
        Table(
            words.say("Konsekvenser pr. succes", "Consequences per success"),
            columns: [
                .rowHeader(words.say("Ydelse", "Service")), .text(words.say("Område", "Area")),
                .text(words.say("Ændring pr. år", "Change by year")),
                .figures(words.say("Pris", "Price")), .text(words.say("Enhed", "Unit")),
                .text(words.say("Prisår", "Price year")), .text(words.say("Kilde", "Source")),
            ], rows: items.map(itemRow))
    }

    private func itemRow(_ item: ConsequenceItem) -> Row {
        let changes = item.changes.map { change in
            let units = Quantity.difference(change.units.value, decimals: 1).written(in: language)
            return words.say("år \(change.year): \(units)", "year \(change.year): \(units)")
        }
        return [
            Prose(item.title[language]), Prose(item.area.title[language]),
            Prose(changes.joined(separator: "; ")), .quantity(money(item.price.amount)),
            Prose(item.unit[language]), Prose(level(item.price.level)), backing(item.backing),
        ]
    }

    private func totalTable(_ totals: PotentialTotals) -> Table {
        let years = totals.years
        let all = words.say("I alt over \(years) år", "In all over \(years) years")
        let first =
            totals.firstYear.map { [(words.say("Heraf år 1", "Of which year 1"), $0)] } ?? []
        let parts = totals.parts.map { ($0.title[language], $0.total) }
        return Table(
            words.say("Offentliggjort potentiale pr. succes", "Published potential per success"),
            columns: [
                .rowHeader(words.say("Del", "Part")),
                .figures(words.say("Pr. succes", "Per success")),
                .text(words.say("Prisår", "Price year")), .text(words.say("Kilde", "Source")),
            ],
            rows: ([(all, totals.inAll)] + first + parts).map { title, total in
                [
                    Prose(title), Prose(bound(total.bound)) + .quantity(money(total.perSuccess)),
                    Prose(level(total.amount.level)), backing(total.amount.backing),
                ]
            })
    }

    /// How exactly the source words a figure, before the figure.
    func bound(_ bound: PotentialTotals.Bound) -> String {
        switch bound {
        case .exactly: ""
        case .about: words.say("ca. ", "about ")
        case .moreThan: words.say("mere end ", "more than ")
        case .justUnder: words.say("knap ", "just under ")
        }
    }
}
