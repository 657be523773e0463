import Basics
import Model

extension BudgetPlanning {
    /// Whether the success that was measured is not the consequences' own.
    var measuresAnotherSuccess: Bool {
        scenario.measuredBy.map { $0 != measure.name } ?? false
    }

    /// Whether amounts of several price levels are put side by side.
    var isUnconverted: Bool {
        budget.level == .asPublished && Set(levels).count > 1
    }

    private var measure: BudgetSuccessMeasure {
        budget.loan?.successMeasure ?? budget.successMeasure
    }

    private var levels: [PriceLevel] {
        consequenceAmounts.map(\.level) + budget.costs.map(\.amount.level)
    }

    private var consequenceAmounts: [BudgetAmount] {
        switch budget.consequences {
        case .items(let items): items.map(\.price)
        case .totals(let totals): [totals.inAll.amount]
        case .borrowed: []
        }
    }

    /// The index entries that conversions used, in order of year.
    var indexUsed: [PriceIndex.Entry] {
        let used = Set(levels.flatMap(conversion.entries))
        return used.sorted { $0.year < $1.year }
    }

    /// What a reader must know before using a figure of the plan.
    func notes(of plan: BudgetPlan) -> [BudgetNote] {
        var notes: [BudgetNote] = []
        if let loan = budget.loan { notes.append(.borrowed(from: loan.title)) }
        if measuresAnotherSuccess { notes.append(.otherSuccessMeasured) }
        if case .totals(let totals) = budget.consequences {
            notes.append(.totalsNotItems)
            if totals.years > 1 { notes.append(.laterYearsSpreadEvenly) }
        }
        if budget.level == .asPublished { notes.append(.asPublished) }
        if askedHorizon > plan.horizon {
            notes.append(.horizonCut(asked: askedHorizon, available: plan.horizon))
        }
        notes += itemsEndingEarly(by: plan.horizon)
        if scenario.participants != nil, budget.hasFixedCosts { notes.append(.costsFixed) }
        return notes + provisional
    }

    private func itemsEndingEarly(by horizon: Int) -> [BudgetNote] {
        guard case .items(let items) = budget.consequences, horizon > 0 else { return [] }
        return items.compactMap { item in
            let missing = (1...horizon).filter { year in
                !item.changes.contains { $0.year == year }
            }
            return missing.isEmpty ? nil : .itemEndsEarly(item: item.title, missing: missing)
        }
    }

    private var provisional: [BudgetNote] {
        var inputs: [(LocalizedText, BudgetBacking)] = []
        if scenario.with == nil {
            inputs.append((BudgetInputTitle.with, budget.success.with.backing))
        }
        if scenario.without == nil {
            inputs.append((BudgetInputTitle.without, budget.success.without.backing))
        }
        if let completion = budget.completion {
            inputs.append((BudgetInputTitle.completion, completion.backing))
        }
        inputs += consequenceInputs
        inputs += budget.costs.map { ($0.title, $0.amount.backing) }
        return inputs.filter(\.1.isProvisional).map { .provisional($0.0) }
    }

    private var consequenceInputs: [(LocalizedText, BudgetBacking)] {
        switch budget.consequences {
        case .items(let items):
            items.flatMap {
                [($0.title, $0.backing), (BudgetInputTitle.price($0), $0.price.backing)]
            }
        case .totals(let totals):
            [(BudgetInputTitle.totals, totals.inAll.amount.backing)]
                + totals.parts.map { ($0.title, $0.total.amount.backing) }
        case .borrowed: []
        }
    }
}

/// What inputs without a title of their own are called in a note.
private enum BudgetInputTitle {
    static let with = LocalizedText(
        da: "succesrate med indsatsen", en: "success with the intervention")
    static let without = LocalizedText(
        da: "succesrate uden indsatsen", en: "success without the intervention")
    static let completion = LocalizedText(da: "gennemførelsesprocent", en: "completion rate")
    static let totals = LocalizedText(da: "potentiale pr. succes", en: "potential per success")

    static func price(_ item: ConsequenceItem) -> LocalizedText {
        LocalizedText(da: "pris på \(item.title.danish)", en: "price of \(item.title.english)")
    }
}

extension Budget {
    /// Whether some cost does not follow the number of participants.
    var hasFixedCosts: Bool {
        costs.contains {
            if case .years = $0.falls { return true }
            return false
        }
    }
}
