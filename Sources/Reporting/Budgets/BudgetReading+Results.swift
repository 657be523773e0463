import Basics
import Model
import ReportModel

extension BudgetReading {
    /// Year by year, payer by payer, area by area, and when it breaks even.
    var results: [Block] {
        [.table(yearTable), .chart(cumulativeChart)]
            + [lineTable(payerLines, payerCaption), lineTable(areaLines, areaCaption), partTable]
            .compactMap { $0.map { .table($0) } }
            + breakEven
    }

    private var yearTable: Table {
        let figures: [(BudgetFigure, String)] = [
            (.cost, words.say("Omkostninger", "Costs")),
            (.consequence, words.say("Konsekvenser", "Consequences")), (.net, bottomLine),
            (.cumulative, words.say("Samlet til og med året", "Cumulative")),
        ]
        let lines = figures.compactMap { figure, title in
            potential.line(figure).map { (title, $0) }
        }
        return Table(
            words.say(
                "År for år, udiskonteret og diskonteret",
                "Year by year, undiscounted and discounted"),
            columns: [.rowHeader(words.say("År", "Year"))]
                + lines.flatMap { title, _ -> [Column] in
                    [
                        .figures(title),
                        .figures("\(title), \(words.say("diskonteret", "discounted"))"),
                    ]
                },
            rows: potential.years.indices.map { index in
                Row(
                    [Prose(year(potential.years[index]))]
                        + lines.flatMap { _, line -> [Prose] in
                            let sum = line.byYear[index]
                            return [
                                .quantity(money(sum.undiscounted)),
                                .quantity(money(sum.discounted)),
                            ]
                        })
            }, note: BudgetCautions.discounting[language].prose)
    }

    private var cumulativeChart: Chart {
        let sums = potential.line(.cumulative)?.byYear ?? []
        let point = potential.breakEven.first { $0.payer == nil }?.discounted.year
        let years = zip(potential.years, sums).map { year, sum in
            CumulativeNet.Year(self.year(year), ReportModel.Estimate(money(sum.discounted)))
        }
        return Chart(
            "budget-\(kebab(budget.name))-cumulative",
            title: words.say(
                "\(bottomLine) lagt sammen år for år", "\(bottomLine), added up year by year"),
            description: words.say(
                "Gevinster minus omkostninger, diskonteret og lagt sammen til udgangen af hvert år.",
                "Gains less costs, discounted and added up to the end of each year."),
            note: BudgetCautions.neverAlone[language].prose,
            .cumulativeNet(
                CumulativeNet(
                    years: years, axis: Axis(words.say("Kroner", "DKK")),
                    breakEven: point.map(year))))
    }

    private var payerLines: [(String, BudgetSum)] {
        potential.lines.filter { $0.figure == .net && $0.payer != nil && $0.area == nil }
            .compactMap { line in line.total.map { (payer(line.payer), $0) } }
    }

    private var payerCaption: String {
        words.say("Hvem der betaler, og hvem der vinder", "Who pays and who gains")
    }

    private var areaLines: [(String, BudgetSum)] {
        potential.lines.filter {
            $0.figure == .consequence && $0.payer == nil && $0.area != nil
        }.compactMap { line in
            line.area.flatMap { area in line.total.map { (area.title[language], $0) } }
        }
    }

    private var areaCaption: String {
        words.say("Konsekvenser pr. område", "Consequences by area")
    }

    private func lineTable(_ lines: [(String, BudgetSum)], _ caption: String) -> Table? {
        guard !lines.isEmpty else { return nil }
        return Table(
            caption,
            columns: [
                .rowHeader(
                    caption == payerCaption
                        ? words.say("Kasse", "Purse") : words.say("Område", "Area")),
                .figures(words.say("Udiskonteret", "Undiscounted")),
                .figures(words.say("Diskonteret", "Discounted")),
            ],
            rows: lines.map { title, sum in
                [
                    Prose(title), .quantity(money(sum.undiscounted)),
                    .quantity(money(sum.discounted)),
                ]
            })
    }

    /// Published parts of the potential; they are inside it and are never added.
    private var partTable: Table? {
        guard !potential.parts.isEmpty else { return nil }
        return Table(
            words.say("Dele, der allerede er talt med", "Parts that are already counted"),
            columns: [
                .rowHeader(words.say("Del", "Part")),
                .figures(words.say("Pr. succes", "Per success")),
                .figures(words.say("I alt", "In all")),
            ],
            rows: potential.parts.map { part in
                [
                    Prose(part.title[language]),
                    Prose(bound(part.bound)) + .quantity(money(part.perSuccess)),
                    Prose(bound(part.bound)) + .quantity(money(part.inAll)),
                ]
            })
    }

    private var breakEven: [Block] {
        guard !potential.breakEven.isEmpty else { return [] }
        return [
            .table(
                Table(
                    words.say(
                        "Hvornår det går lige op (diskonteret)", "When it breaks even (discounted)"),
                    columns: [
                        .rowHeader(words.say("Kasse", "Purse")), .text(words.say("År", "Year")),
                        .figures(
                            words.say("Succes over alternativet", "Success above the alternative")),
                        .figures(words.say("Højeste omkostning", "Highest cost")),
                    ], rows: potential.breakEven.map(breakEvenRow)))
        ]
    }

    private func breakEvenRow(_ breakEven: BudgetBreakEven) -> Row {
        let point = breakEven.discounted
        let none = words.say("aldrig", "never")
        let success = point.success.map {
            Quantity.shareDifference($0.double, decimals: 1)
        }
        return [
            Prose(payer(breakEven.payer)), Prose(point.year.map(year) ?? none),
            .quantity(success ?? .notComputed(words.say("ingen andel", "no share"))),
            .quantity(money(point.cost)),
        ]
    }
}
