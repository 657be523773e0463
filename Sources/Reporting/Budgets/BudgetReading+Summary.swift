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
    private var about: Prose { amounts + (subtractsNothing ? " " + nothingSubtracted : "") }

    /// Whether nobody is assumed to succeed without the intervention, so that a success stands
    /// for itself and not for a difference.
    private var subtractsNothing: Bool { basis.without.value == 0 }

    private var nothingSubtracted: Prose {
        context.say(
            """
            Alternativet er sat til 0 %: Der er intet trukket fra for dem, der ville nå \
            succesmålet alligevel.
            """,
            """
            The alternative is set to 0%: nothing is subtracted for those who would meet the \
            success measure anyway.
            """)
    }

    private var amounts: Prose {
        let successes = number(basis.successes)
        let years = Quantity.count(basis.horizon)
        let net = money(potential.net.undiscounted)
        let (with, without) = (share(basis.with), share(basis.without))
        return context.say(
            """
            Beregningen gælder \(number(basis.citizens)) borgere, hvoraf \(successes) flere end \
            ellers antages at nå succesmålet (\(with) med indsatsen, \(without) uden), og ser \
            \(years) år frem. \(bottomLine): \(net) uden diskontering, \
            \(money(potential.net.discounted)) diskonteret.
            """,
            """
            The calculation is of \(number(basis.citizens)) citizens, of whom \(successes) more \
            than otherwise are assumed to meet the success measure (\(with) with the \
            intervention, \(without) without it), and looks \(years) years ahead. \
            \(bottomLine): \(net) undiscounted, \(money(potential.net.discounted)) discounted.
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
        Table(
            words.say("Forventet og målt", "Forecast and measured"),
            columns: [
                .rowHeader(words.say("Beregning", "Calculation")),
                .figures(words.say("Lykkes med indsatsen", "Succeed with it")),
                .figures(words.say("Usikkerhed", "Uncertainty")),
                .figures(words.say("Lykkes uden (antaget)", "Succeed without it (assumed)")),
                .figures(bottomLine),
            ], rows: [forecastRow(comparison.forecast), measuredRow(comparison)],
            note: comparisonNote(comparison))
    }

    private func forecastRow(_ forecast: BudgetPotential) -> Row {
        [
            Prose(words.say("Forventet", "Forecast")), .quantity(share(forecast.basis.with)), "",
            without(forecast), .quantity(money(forecast.net.discounted)),
        ]
    }

    private func measuredRow(_ comparison: BudgetComparison) -> Row {
        let measured = comparison.measured
        let interval = Interval(.share(measured.low), .share(measured.high)).quantity
        let range = Interval(
            money(comparison.realisedLow.discounted), money(comparison.realisedHigh.discounted))
        return [
            Prose(words.say("Målt", "Measured")),
            """
            \(share(comparison.realised.basis.with)) \
            (\(.part(.count(measured.successes), of: .count(measured.due))))
            """,
            .quantity(interval), without(comparison.realised),
            "\(money(comparison.realised.net.discounted)) (\(range.quantity))",
        ]
    }

    /// The share without the intervention; that it takes nothing off stands beside a nought.
    private func without(_ potential: BudgetPotential) -> Prose {
        let share = Prose.quantity(share(potential.basis.without))
        guard potential.basis.without.value == 0 else { return share }
        return share + words.say(" (intet trukket fra)", " (nothing subtracted)").prose
    }

    /// What a measured share is not, what the missing count as, and what nothing subtracted means.
    private func comparisonNote(_ comparison: BudgetComparison) -> Prose {
        let missing: Prose = comparison.measured.missing == 0 ? "" : " " + missingFail(comparison)
        return BudgetCautions.difference[language].prose + missing
            + (comparison.realised.basis.without.value == 0 ? " " + upperFigure : "")
    }

    /// How many are missing stands in no published table of every measure, so that only the
    /// internal edition gives the number.
    private func missingFail(_ comparison: BudgetComparison) -> Prose {
        guard !context.isProtected else {
            return context.say(
                "De, der mangler en måling, tæller med som ikke lykkedes.",
                "Those without a measurement are counted in as not successful.")
        }
        let note = BudgetNote.missingCountAsNotSuccessful(comparison.measured.missing)
        return note.sentence[language].prose
    }

    private var upperFigure: Prose {
        context.say(
            """
            Beløbet i rækken »Målt« er et øvre tal: Det er for højt, hvis nogle var lykkedes \
            alligevel.
            """,
            """
            The amount in the row “Measured” is an upper figure: it is too high if some would \
            have succeeded anyway.
            """)
    }
}

extension BudgetNote {
    /// What is provisional, where the note says that something is.
    fileprivate var provisionalInput: LocalizedText? {
        if case .provisional(let input) = self { input } else { nil }
    }
}
