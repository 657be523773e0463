import Basics
import Model
import ReportModel

extension BudgetReading {
    /// What it comes to in a few sentences, with the cautions beside it.
    var summary: [Block] {
        [.paragraph(about), .table(summaryTable)] + comparison
            + [BudgetReading.caution(cautions, in: language)]
    }

    /// What it comes to in one sentence, for a page that gives the cautions once.
    var brief: [Block] { [title, .paragraph(about)] + comparison }

    /// The cautions in a box.
    static func caution(_ cautions: [LocalizedText], in language: Language) -> Block {
        .callout(
            .caution,
            title: Words(language: language).say("Må ikke stå alene", "Must not stand alone"),
            [.list(cautions.map { $0[language].prose })])
    }

    /// What a reader must know, the general cautions first.
    var cautions: [LocalizedText] {
        let notes = potential.notes.filter { $0.provisionalInput == nil }
        return [BudgetCautions.neverAlone, BudgetCautions.notCausal] + notes.map(\.sentence)
            + provisional
    }

    /// The inputs that nobody has confirmed, in one sentence.
    private var provisional: [LocalizedText] {
        let inputs = potential.notes.compactMap(\.provisionalInput)
        guard inputs.count > 1 else {
            return inputs.map { BudgetNote.provisional($0).sentence }
        }
        let danish = Words(language: .danish).list(inputs.map(\.danish))
        let english = Words(language: .english).list(inputs.map(\.english))
        return [
            LocalizedText(
                da: "Foreløbige tal, ikke bekræftet: \(danish).",
                en: "Provisional figures, not confirmed: \(english).")
        ]
    }

    /// `Beregningen gælder 15 borgere … over 4 år: nettoresultatet er 3.300.000 kr.`
    private var about: Prose {
        let successes = number(basis.successes)
        let years = Quantity.count(basis.horizon)
        let net = money(potential.net.undiscounted)
        return context.say(
            """
            Beregningen gælder \(number(basis.citizens)) borgere, hvoraf \(successes) flere end \
            ellers antages at nå succesmålet, og ser \(years) år frem. \(bottomLine): \(net) uden \
            diskontering, \(money(potential.net.discounted)) diskonteret.
            """,
            """
            The calculation is of \(number(basis.citizens)) citizens, of whom \(successes) more \
            than otherwise are assumed to meet the success measure, and looks \(years) years \
            ahead. \(bottomLine): \(net) undiscounted, \(money(potential.net.discounted)) \
            discounted.
            """)
    }

    private var summaryTable: Table {
        let lines: [(String, BudgetSum)] = [
            (words.say("Omkostninger", "Costs"), potential.cost),
            (words.say("Konsekvenser", "Consequences"), potential.consequence),
        ]
        let perCitizen = potential.perCitizen.first { $0.payer == nil }?.sum
        let perSuccess = potential.perSuccess.first { $0.payer == nil }?.sum
        let quotients = [
            perCitizen.map { (words.say("Pr. borger", "Per citizen"), $0) },
            perSuccess.map { (words.say("Pr. succes", "Per success"), $0) },
        ].compactMap(\.self)
        return Table(
            words.say("Resultatet i alt", "The result in all"), columns: sumColumns,
            rows: lines.map(sumRow) + [sumRow(bottomLine, potential.net)]
                + quotients.map(sumRow), note: BudgetCautions.rounding[language].prose)
    }

    private var sumColumns: [Column] {
        [
            .rowHeader(words.say("Post", "Item")),
            .figures(words.say("Udiskonteret", "Undiscounted")),
            .figures(words.say("Diskonteret", "Discounted")),
        ]
    }

    private func sumRow(_ title: String, _ sum: BudgetSum) -> Row {
        [
            Prose(title), .quantity(money(sum.undiscounted)),
            .quantity(money(sum.discounted)),
        ]
    }

    /// The declared and the measured success side by side, unless so few succeeded, or did not,
    /// that the number could give them away.
    private var comparison: [Block] {
        if let comparison = weighed.comparison { return [.table(comparisonTable(comparison))] }
        guard weighed.hidesComparison else { return [] }
        return [
            .paragraph(
                context.say(
                    "Den målte andel er skjult, fordi få familier er målt.",
                    "The measured share is hidden, since few families were measured."))
        ]
    }

    private func comparisonTable(_ comparison: BudgetComparison) -> Table {
        let measured = comparison.measured
        let interval = Interval(.share(measured.low), .share(measured.high)).quantity
        let range = Interval(
            money(comparison.realisedLow.discounted), money(comparison.realisedHigh.discounted))
        return Table(
            words.say("Forventet og målt", "Forecast and measured"),
            columns: [
                .rowHeader(words.say("Beregning", "Calculation")),
                .figures(words.say("Andel, der lykkes", "Share that succeeds")),
                .figures(words.say("Usikkerhed", "Uncertainty")), .figures(bottomLine),
            ],
            rows: [
                [
                    Prose(words.say("Forventet", "Forecast")),
                    .quantity(share(comparison.forecast.basis.with)), "",
                    .quantity(money(comparison.forecast.net.discounted)),
                ],
                [
                    Prose(words.say("Målt", "Measured")),
                    """
                    \(share(comparison.realised.basis.with)) \
                    (\(.part(.count(measured.successes), of: .count(measured.due))))
                    """,
                    .quantity(interval),
                    "\(money(comparison.realised.net.discounted)) (\(range.quantity))",
                ],
            ], note: BudgetCautions.difference[language].prose)
    }
}

extension BudgetNote {
    /// What is provisional, where the note says that something is.
    fileprivate var provisionalInput: LocalizedText? {
        if case .provisional(let input) = self { input } else { nil }
    }
}
