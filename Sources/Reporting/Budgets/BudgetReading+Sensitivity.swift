import Basics
import Model
import ReportModel

extension BudgetReading {
    /// What would overturn the result.
    var sensitivity: [Block] {
        guard let uncertainty = weighed.uncertainty else { return [] }
        return [tornado(uncertainty).map { .chart($0) }].compactMap(\.self)
            + [.table(settingTable(uncertainty)), .table(caseTable(uncertainty.cases))]
            + draws(uncertainty.draws)
    }

    private func tornado(_ uncertainty: BudgetUncertainty) -> Chart? {
        let swings = uncertainty.tornado.compactMap(swing)
        guard !swings.isEmpty else { return nil }
        return Chart(
            "budget-\(kebab(budget.name))-tornado",
            title: words.say("Hvad der flytter resultatet mest", "What moves the result most"),
            description: words.say(
                "Det diskonterede resultat, når én forudsætning ad gangen flyttes; den vigtigste øverst.",
                "The discounted result as one assumption at a time is moved; the weightiest first."),
            .tornado(
                Tornado(
                    swings: swings, central: money(potential.net.discounted),
                    axis: Axis(words.say("Kroner", "DKK")))))
    }

    private func swing(_ bar: TornadoBar) -> Tornado.Swing? {
        let settings = bar.settings.filter { $0.net != nil }
        guard let low = settings.first, let high = settings.last, settings.count > 1,
            let atLow = low.net, let atHigh = high.net
        else { return nil }
        return Tornado.Swing(
            bar.assumption.title[language], lowInput: setting(low, bar.assumption),
            atLow: money(atLow.discounted), highInput: setting(high, bar.assumption),
            atHigh: money(atHigh.discounted))
    }

    /// A factor as its distance from the declared, years, or a rate.
    private func setting(
        _ setting: TornadoBar.Setting, _ assumption: TornadoBar.Assumption
    ) -> String {
        switch assumption {
        case .success, .cost, .prices:
            let change = Int(((setting.value.value - 1) * 100).rounded())
            let sign = change > 0 ? "+" : change < 0 ? Formatting.minus : "±"
            return "\(sign)\(abs(change))" + Formatting(language).percentSign
        case .horizon:
            let years = Int(setting.value.value.rounded())
            return words.say("\(years) år", "\(years) years")
        case .rate: return share(setting.value).written(in: language)
        }
    }

    private func settingTable(_ uncertainty: BudgetUncertainty) -> Table {
        Table(
            words.say("Én forudsætning ad gangen", "One assumption at a time"),
            columns: [
                .rowHeader(words.say("Forudsætning", "Assumption")),
                .text(words.say("Sat til", "Set to")),
                .figures(words.say("Udiskonteret", "Undiscounted")),
                .figures(words.say("Diskonteret", "Discounted")),
            ],
            rows: uncertainty.tornado.flatMap { bar in
                bar.settings.map { row(bar.assumption, $0) }
            })
    }

    private func row(
        _ assumption: TornadoBar.Assumption, _ setting: TornadoBar.Setting
    ) -> Row {
        let none = Quantity.notComputed(words.say("tallene rækker ikke så langt", "not reached"))
        let capped = setting.isCapped ? words.say(" (højst 100 %)", " (at most 100%)") : ""
        return [
            Prose(assumption.title[language]), Prose(self.setting(setting, assumption) + capped),
            .quantity(setting.net.map { money($0.undiscounted) } ?? none),
            .quantity(setting.net.map { money($0.discounted) } ?? none),
        ]
    }

    private func caseTable(_ cases: BudgetCases) -> Table {
        let rows = [
            (words.say("Værste tilfælde", "Worst case"), cases.worst),
            (words.say("Som angivet", "As declared"), cases.base),
            (words.say("Bedste tilfælde", "Best case"), cases.best),
        ]
        return Table(
            words.say("Værste og bedste tilfælde", "Worst and best case"),
            columns: [
                .rowHeader(words.say("Tilfælde", "Case")),
                .figures(words.say("Udiskonteret", "Undiscounted")),
                .figures(words.say("Diskonteret", "Discounted")),
            ],
            rows: rows.map { title, sum in
                [
                    Prose(title), .quantity(money(sum.undiscounted)),
                    .quantity(money(sum.discounted)),
                ]
            })
    }

    private func draws(_ draws: BudgetDraws) -> [Block] {
        let above = Quantity.share(draws.shareAboveZero.value)
        let low = Quantity.money(draws.low, .thousands)
        let high = Quantity.money(draws.high, .thousands)
        let assumed = words.list(draws.assumed.map { $0.title[language].lowercased() })
        let start = context.say(
            """
            I \(.count(draws.count)) trækninger (frø \(String(draws.seed))) af de usikre \
            forudsætninger er resultatet over nul i \(above), og 95 % af dem giver mellem \(low) \
            og \(high) i alt.
            """,
            """
            In \(.count(draws.count)) draws (seed \(String(draws.seed))) of the uncertain inputs \
            the result is above nought in \(above), and 95% of them give between \(low) and \
            \(high) in all.
            """)
        let end =
            assumed.isEmpty
            ? ""
            : words.say(" Antaget usikkerhed: \(assumed).", " Assumed uncertainty: \(assumed).")
        return [
            .paragraph(start + end.prose),
            .paragraph(BudgetCautions.shareOfDraws[language].prose),
        ]
    }

    /// Every assumption that the result rests on.
    var assumptions: [Block] {
        [
            .table(
                Table(
                    words.say("Forudsætninger", "Assumptions"),
                    columns: [
                        .rowHeader(words.say("Forudsætning", "Assumption")),
                        .text(words.say("Værdi", "Value")),
                    ], rows: facts.map { [Prose($0.0), $0.1] }))
        ]
    }

    private var facts: [(String, Prose)] {
        [
            (words.say("Målgruppe", "Target group"), Prose(budget.targetGroup[language])),
            (words.say("Borgere", "Citizens"), .quantity(number(basis.citizens))),
            (
                words.say("Succeser over alternativet", "Successes above the alternative"),
                .quantity(number(basis.successes))
            ),
            (words.say("Prisniveau", "Price level"), Prose(level(basis.level))),
            (words.say("Basisår", "Base year"), Prose(year(basis.baseYear))),
            (words.say("Tidshorisont", "Horizon"), Prose(horizon)),
            (words.say("Diskonteringsrente", "Discount rate"), Prose(rates)),
            (words.say("Moms", "VAT"), Prose(valueAddedTax)),
            (words.say("Refusion", "Reimbursement"), Prose(reimbursement)),
            (words.say("Aftagende effekt", "Fade-out"), Prose(fadeOut)),
            (words.say("Prisindeks", "Price index"), Prose(index)),
        ]
    }

    private var horizon: String {
        let asked = words.say("\(basis.horizonAsked) år", "\(basis.horizonAsked) years")
        guard basis.horizon != basis.horizonAsked else { return asked }
        return asked
            + words.say(
                ", heraf \(basis.horizon) med tal", ", \(basis.horizon) of them with figures")
    }

    private var rates: String {
        var from = 1
        return basis.rates.brackets.map { bracket in
            let rate = share(bracket.rate).written(in: language)
            defer { from = (bracket.through ?? from) + 1 }
            guard let through = bracket.through else {
                return from == 1
                    ? words.say("\(rate) i alle år", "\(rate) in all years")
                    : words.say("\(rate) fra år \(from)", "\(rate) from year \(from)")
            }
            return words.say("\(rate) til og med år \(through)", "\(rate) through year \(through)")
        }.joined(separator: "; ")
    }

    private var valueAddedTax: String {
        switch basis.valueAddedTax {
        case .excluded: words.say("ikke med", "excluded")
        case .included: words.say("med", "included")
        }
    }

    private var reimbursement: String {
        switch basis.reimbursement {
        case .inPayerShares: words.say("i betalernes andele", "in the payers' shares")
        case .inPrices: words.say("i priserne", "in the prices")
        }
    }

    private var fadeOut: String {
        basis.fadeOut == 0
            ? words.say("ingen", "none")
            : share(basis.fadeOut).written(in: language) + words.say(" om året", " a year")
    }

    private var index: String {
        guard !basis.indexUsed.isEmpty else { return words.say("intet brugt", "none used") }
        return basis.indexUsed.map { entry in
            let value = Quantity.score(entry.index.value).written(in: language)
            return "\(entry.year): \(value) (\(entry.source))"
        }.joined(separator: "; ")
    }
}
