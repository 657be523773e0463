import Basics
import ReportModel

/// One chart of every kind, each with a point that is not shown; invented figures.
struct DemoCharts {
    let language: Language

    func t(_ danish: String, _ english: String) -> String {
        LocalizedText(da: danish, en: english)[language]
    }

    var all: [Chart] {
        [
            trajectory, ladder, wheel, dumbbell, stackedShares, controlChart, funnel, tornado,
            cumulativeNet, smallMultiples,
        ]
    }

    private func estimate(_ value: Double, _ half: Double) -> Estimate {
        Estimate(.score(value), Interval(.score(value - half), .score(value + half)))
    }

    var trajectory: Chart {
        let months = [0, 3, 12, 24]
        let labels = [t("Start", "Start")] + months.dropFirst().map { "\($0) \(t("mdr.", "mo."))" }
        return Chart(
            "trivsel-over-tid", title: t("Trivsel hos mødre og fædre", "Well-being of parents"),
            description: t(
                "Mødrenes ORS stiger fra 21,4 til 28,9 point på to år og kommer over grænsen på 25.",
                "Mothers' ORS rises from 21.4 to 28.9 points in two years and passes the cut-off of 25."
            ),
            .trajectory(
                Trajectory(
                    positions: zip(labels, months).map { .init($0, at: Double($1)) },
                    series: [
                        .init(
                            t("Mødre", "Mothers"),
                            [
                                estimate(21.4, 2.1), estimate(24.2, 2.0), estimate(27.1, 2.4),
                                estimate(28.9, 3.1),
                            ]),
                        .init(
                            t("Fædre", "Fathers"),
                            [
                                estimate(23.0, 2.8), estimate(23.4, 3.0), Estimate.hidden,
                                estimate(27.2, 4.4),
                            ]),
                    ],
                    valueAxis: Axis(t("ORS, 0–40 point", "ORS, 0–40 points"), range: 10...40),
                    bands: [
                        .init(t("Under grænsen (25)", "Below the cut-off (25)"), 0...25, .worse)
                    ])))
    }

    var ladder: Chart {
        func step(_ part: Int, _ whole: Int, _ remark: String? = nil) -> Ladder.Step {
            Ladder.Step(
                share: .share(Double(part) / Double(whole)),
                reached: .part(.count(part), of: .count(whole)), remark: remark)
        }
        let hidden = Ladder.Step(share: .underThreshold(5), reached: .underThreshold(5))
        return Chart(
            "forandringsteori",
            title: t("Forandringsteoriens virkninger", "The change theory's outcomes"),
            description: t(
                "Flest familier er nået langt med tillid til hjælpen, færrest med tilknytning til arbejde.",
                "Most families trust the help they get; fewest have come closer to work."),
            .ladder(
                Ladder(
                    horizons: [
                        t("Kort sigt", "Short term"), t("Mellemlang sigt", "Medium term"),
                        t("Lang sigt", "Long term"),
                    ],
                    rungs: [
                        .init(
                            t(
                                "Forældrene har tillid til den hjælp, de får",
                                "Parents trust the help they get"),
                            whom: t("Forældre", "Parents"),
                            steps: [step(27, 31, t("over mål", "above target")), nil, nil]),
                        .init(
                            t(
                                "Barnet trives bedre i daginstitution eller skole",
                                "The child does better in day care or school"),
                            whom: t("Barn", "Child"),
                            steps: [
                                step(9, 28), step(14, 26, t("som mål", "on target")), step(12, 19),
                            ]),
                        .init(
                            t(
                                "En forælder er kommet i arbejde eller uddannelse",
                                "A parent is in work or education"),
                            whom: t("Familie", "Family"), steps: [nil, hidden, step(5, 30)]),
                    ])))
    }

    var wheel: Chart {
        let axes = [
            ("Bolig", "Housing"), ("Økonomi", "Finances"), ("Helbred", "Health"),
            ("Netværk og støtte fra familien", "Network and support from the family"),
            ("Forældrerollen", "Parenting"), ("Barnets trivsel", "The child's well-being"),
            ("Kontakt til institution og skole", "Contact with day care and school"),
            ("Arbejde og uddannelse", "Work and education"),
            ("Hverdagens struktur", "Everyday routine"),
            ("Fritid", "Leisure"),
        ]
        let first = [4.0, 3, 5, 2, 4, 5, 3, 1, 2, 4]
        let latest = [7.0, 5, 5.5, 6, 7, 8, 6, 4, 6, 5]
        return Chart(
            "progressionshjul", title: t("Progressionshjulet", "The progression wheel"),
            description: t(
                "Ni af ti felter ligger længere ude end ved start; mest er netværket vokset.",
                "Nine of ten axes lie further out than at the start; the network has grown most."),
            .wheel(
                Wheel(
                    spokes: axes.indices.map { index in
                        let isHidden = index == 9
                        return .init(
                            t(axes[index].0, axes[index].1), first: .score(first[index]),
                            latest: isHidden ? .hidden : .score(latest[index]))
                    }, range: 0...10, firstLabel: t("Ved start", "At the start"),
                    latestLabel: t("Seneste", "Latest"))))
    }

    var dumbbell: Chart {
        Chart(
            "start-og-opfoelgning",
            title: t("Før og efter på hver skala", "Before and after on each scale"),
            description: t(
                "Forældrestress og børnenes vanskeligheder er faldet; trivslen er steget.",
                "Parental stress and the children's difficulties have fallen; well-being has risen."
            ),
            .dumbbell(
                Dumbbell(
                    pairs: [
                        .init(
                            "PSS – " + t("forældrestress", "parental stress"),
                            baseline: .score(46.2), followUp: .score(39.8), range: 18...90, .better),
                        .init(
                            "SDQ – " + t("samlede vanskeligheder", "total difficulties"),
                            baseline: .score(17.1), followUp: .score(13.4), range: 0...40, .better,
                            cutOff: .score(17, decimals: 0)),
                        .init(
                            "ORS", baseline: .score(21.4), followUp: .score(28.9), range: 0...40,
                            .better, cutOff: .score(25, decimals: 0)),
                        .init(
                            "SDQ – " + t("social styrke", "prosocial"), baseline: .score(6.9),
                            followUp: .score(6.5), range: 0...10, .worse),
                        .init(
                            "ADBB", baseline: .underThreshold(5),
                            followUp: .notComputed(t("for få målinger", "too few measurements")),
                            range: 0...32, .neutral),
                    ], baselineLabel: t("Start", "Baseline"),
                    followUpLabel: t("12 måneder", "12 months"))))
    }

    var stackedShares: Chart {
        func part(_ share: Double) -> Estimate { Estimate(.share(share)) }
        return Chart(
            "forbedring", title: t("Hvor mange har fået det bedre?", "How many are better off?"),
            description: t(
                "I alt er 45 % forbedret, 42 % uændret og 13 % forværret.",
                "In all 45% improved, 42% did not change and 13% got worse."),
            .stackedShares(
                StackedShares(
                    categories: [
                        .init(t("Forbedret", "Improved"), .better),
                        .init(t("Uændret", "No change"), .neutral),
                        .init(t("Forværret", "Deteriorated"), .worse),
                    ],
                    bars: [
                        .init(
                            t("Alle familier", "All families"), size: .count(31),
                            [
                                Estimate(.share(14.0 / 31), Interval(.share(0.29), .share(0.62))),
                                part(13.0 / 31), part(4.0 / 31),
                            ]),
                        .init(
                            t("Hold Nord", "Team North"), size: .count(18),
                            [
                                Estimate(.share(0.5), Interval(.share(0.29), .share(0.71))),
                                part(0.39), part(0.11),
                            ]),
                        .init(
                            t("Hold Syd", "Team South"), size: .count(13),
                            [Estimate(.share(0.385)), Estimate.hidden, Estimate.hidden]),
                        .init(
                            t("Hold Vest", "Team West"), size: .underThreshold(5),
                            [.hidden, .hidden, .hidden]),
                    ])))
    }

    var controlChart: Chart {
        let shares = [
            0.62, 0.66, 0.58, 0.64, 0.71, 0.6, 0.63, 0.38, 0.61, 0.67, 0.7, 0.74, 0.72, 0.69, 0.76,
            0.92,
        ]
        let points = shares.enumerated().map { index, share -> ControlChart.Point in
            let date = CalendarDate(year: 2025, month: 7, day: 1)!.adding(months: index)
            let label = Formatting(language).shortMonth(date.month, year: date.year)
            let rule = t("uden for grænserne", "outside the limits")
            switch index {
            case 7: return .init(label, .share(share), .signal(.init(rule, .worse)))
            case 10: return .init(label, .underThreshold(5), .notJudged(.notComputed("")))
            case 15: return .init(label, .share(share), .signal(.init(rule, .better)))
            default: return .init(label, .share(share), .ordinary)
            }
        }
        return Chart(
            "maalinger-til-tiden", title: t("Målinger til tiden", "Measurements in time"),
            description: t(
                "Andelen svinger om 63 %; februar 2026 faldt uden for det almindelige, oktober 2026 over.",
                "The share varies about 63%; February 2026 fell below the ordinary, October 2026 above."
            ),
            .controlChart(
                ControlChart(
                    points: points,
                    phases: [
                        .init(from: 0, mean: .share(0.63), lower: .share(0.41), upper: .share(0.85))
                    ],
                    valueAxis: Axis(
                        t("Andel målinger udført", "Share of measurements done"), range: 0...1))))
    }

    var funnel: Chart {
        let sizes = stride(from: 5.0, through: 65, by: 5)
        let limits = sizes.map { size -> Funnel.Limit in
            let error = (0.45 * 0.55 / size).squareRoot()
            return .init(
                size: size, inner: max(0, 0.45 - 1.96 * error)...min(1, 0.45 + 1.96 * error),
                outer: max(0, 0.45 - 3.09 * error)...min(1, 0.45 + 3.09 * error))
        }
        let units: [Funnel.Unit] = [
            .init(
                t("Kommune A", "Municipality A"), size: .count(31), share: .share(0.45),
                .within),
            .init(
                t("Kommune B", "Municipality B"), size: .count(58), share: .share(0.69),
                .outside(.better)),
            .init(
                t("Kommune C", "Municipality C"), size: .count(12), share: .share(0.33),
                .within),
            .init(
                t("Kommune D", "Municipality D"), size: .count(24), share: .share(0.5),
                .within),
            .init(
                t("Kommune E", "Municipality E"), size: .count(49), share: .share(0.22),
                .outside(.worse)),
            .init(
                t("Kommune F", "Municipality F"), size: .underThreshold(5), share: .hidden,
                .notJudged),
        ]
        return Chart(
            "kommuner",
            title: t("Kommunerne og den fælles andel", "Municipalities and the common share"),
            description: t(
                "Tre kommuner ligger inden for, hvad tilfældet kan give; én ligger over og én under.",
                "Three municipalities lie within what chance can give; one lies above and one below."
            ),
            .funnel(
                Funnel(
                    units: units, common: .share(0.45), limits: limits,
                    sizeAxis: Axis(t("Antal familier", "Number of families")),
                    shareAxis: Axis(t("Andel forbedret", "Share improved"), range: 0...1))))
    }

    var tornado: Chart {
        func money(_ millions: Double) -> Quantity { .money(millions * 1e6, .millions) }
        return Chart(
            "foelsomhed", title: t("Hvad flytter resultatet?", "What moves the result?"),
            description: t(
                "Andelen af succeser betyder mest: fra 0,4 til 6,2 mio. kr.",
                "The share of successes matters most: from DKK 0.4 to 6.2 million."),
            .tornado(
                Tornado(
                    swings: [
                        .init(
                            t("Andel succeser", "Share of successes"), lowInput: "30 %",
                            atLow: money(0.4), highInput: "60 %", atHigh: money(6.2)),
                        .init(
                            t("Anbringelser, der undgås", "Placements avoided"), lowInput: "1",
                            atLow: money(1.9), highInput: "4", atHigh: money(5.1)),
                        .init(
                            t("Timepris for konsulenten", "The consultant's hourly price"),
                            lowInput: "520 kr.", atLow: money(3.9), highInput: "640 kr.",
                            atHigh: money(2.8)),
                        .init(
                            t("Diskonteringsrente", "Discount rate"), lowInput: "2 %",
                            atLow: money(3.5), highInput: "5 %",
                            atHigh: .notComputed(t("mangler", "missing"))),
                    ], central: money(3.3),
                    axis: Axis(t("Netto over fire år", "Net over four years")))))
    }

    var cumulativeNet: Chart {
        func net(_ millions: Double, _ low: Double, _ high: Double) -> Estimate {
            func money(_ value: Double) -> Quantity { .money(value * 1e6, .millions) }
            return Estimate(money(millions), Interval(money(low), money(high)))
        }
        return Chart(
            "netto", title: t("Samlet netto år for år", "Net year by year"),
            description: t(
                "Indsatsen koster mest de to første år og har tjent sig ind i løbet af det tredje.",
                "The programme costs most in the first two years and has paid for itself in the third."
            ),
            .cumulativeNet(
                CumulativeNet(
                    years: [
                        .init("2026", net(-2.4, -2.9, -1.9)), .init("2027", net(-1.1, -2.0, -0.2)),
                        .init("2028", net(0.6, -0.8, 2.0)), .init("2029", net(3.3, 1.1, 5.6)),
                        .init("2030", Estimate(.hidden)),
                    ], axis: Axis(t("Samlet netto siden 2026", "Net since 2026")),
                    breakEven: t("Går i nul i 2028.", "Breaks even in 2028."))))
    }

    var smallMultiples: Chart {
        let values = [
            [0.42, 0.45, 0.5, 0.48, 0.55, 0.58], [0.5, 0.47, 0.44, 0.41, 0.45, 0.4],
            [0.35, 0.52, 0.49, 0.6, 0.58, 0.62], [0.45, 0.44, 0.46, 0.47, 0.44, 0.46],
            [0.3, 0.33, 0.41, 0.4, 0.38, 0.45],
        ]
        let names = [
            ("Hold Nord", "Team North"), ("Hold Syd", "Team South"), ("Hold Vest", "Team West"),
            ("Familiehuset i Hanstholm og omegn", "The family house in Hanstholm"),
            ("Hold Øst", "Team East"),
        ]
        return Chart(
            "teams", title: t("Udviklingen i hvert team", "The course in each team"),
            description: t(
                "Andelen forbedret er steget i tre team og nogenlunde uændret i to.",
                "The share improved has risen in three teams and is much the same in two."),
            .smallMultiples(
                SmallMultiples(
                    periods: (5...10).map { Formatting(language).shortMonth($0, year: 2026) },
                    panels: values.indices.map { index in
                        let figures = values[index].enumerated().map { period, share in
                            index == 1 && period < 2 ? Quantity.underThreshold(5) : .share(share)
                        }
                        return .init(t(names[index].0, names[index].1), figures)
                    }, valueAxis: Axis(t("Andel forbedret", "Share improved"), range: 0...1),
                    reference: .share(0.47),
                    referenceLabel: t("Hele programmet", "The whole programme"))))
    }
}
