import Basics
import ReportModel

/// A page with every block, every inline and every chart; invented figures.
struct DemoReport {
    let language: Language

    var report: Report {
        Report(
            title: t("Koordinerende familiekonsulent", "Co-ordinating family consultant"),
            subtitle: t("Månedsrapport for oktober 2026", "Monthly report for October 2026"),
            language: language, summary: summary,
            navigation: [
                PageLink(t("Overblik", "Dashboard"), to: .file("index.html")),
                PageLink(t("Rapport", "Report"), to: .page("report"), isCurrent: true),
                PageLink(t("Datakvalitet", "Data quality"), to: .page("quality")),
            ], blocks: headline + effects + budget + closing,
            footer: [
                Prose(t("Opfundne tal. Opgjort pr. ", "Invented figures. As of "))
                    + "\(Quantity.date(asOf))."
            ])
    }

    func t(_ danish: String, _ english: String) -> String {
        LocalizedText(da: danish, en: english)[language]
    }

    private let asOf = CalendarDate(year: 2026, month: 10, day: 31)!
    private var charts: DemoCharts { DemoCharts(language: language) }
    private var interval: Quantity { .between(.share(0.24), .share(0.56)) }

    private var summary: Prose {
        let part = Quantity.part(.count(12), of: .count(31))
        return language == .danish
            ? "\(part) familier har fået det bedre på et år."
            : "\(part) families are better off after a year."
    }

    private var headline: [Block] {
        [
            .heading(level: 2, Prose(t("Kort fortalt", "In short")), anchor: "kort-fortalt"),
            .tiles(tiles),
            .callout(
                .prohibition, title: t("sammenligning af medarbejdere", "comparing staff"),
                [
                    .paragraph(
                        Prose(
                            t(
                                "Tallene siger noget om en gruppe familier. De kan ikke bruges til at rangordne medarbejdere eller til at afgøre noget for en enkelt familie.",
                                "The figures tell of a group of families. They cannot rank staff or decide anything for a single family."
                            )))
                ]),
            .callout(
                .caution, title: "",
                [
                    .list([
                        Prose(
                            t(
                                "Få familier: læs intervallerne.",
                                "Few families: read the intervals.")),
                        [
                            .text(
                                t(
                                    "Grænsen for PSS er foreløbig",
                                    "The cut-off of the PSS is provisional")),
                            .footnote("provisional"), .text("."),
                        ],
                    ])
                ]),
        ]
    }

    private var tiles: [Tile] {
        [
            Tile(
                t("Familier med bedre trivsel", "Families better off"), figure: .share(12.0 / 31),
                reading: language == .danish
                    ? "\(Quantity.part(.count(12), of: .count(31))) familier har fået det bedre, \(interval)."
                    : "\(Quantity.part(.count(12), of: .count(31))) families are better off, \(interval).",
                trend: Trend(
                    .up, .better,
                    "\(Quantity.shareDifference(0.04)) \(t("siden september", "since September"))"),
                caution: Prose(t("få familier", "few families")), link: .anchor("forbedring")),
            Tile(
                t("Forældrestress", "Parental stress"), figure: .difference(-6.4),
                reading: Prose(
                    t(
                        "Stress falder i gennemsnit 6,4 point på et år.",
                        "Stress falls by 6.4 points in a year on average.")),
                trend: Trend(
                    .down, .better, Prose(t("lavere end i september", "lower than in September")))),
            Tile(
                t("Familier med afslag på måling", "Families declining to be measured"),
                figure: .underThreshold(5),
                reading: Prose(
                    t("Så få, at tallet ikke vises.", "So few that the figure is not shown.")),
                trend: Trend(.level, .neutral, Prose(t("som i september", "as in September")))),
            Tile(
                t("Budgetpotentiale", "Budget potential"), figure: .money(3_300_000, .millions),
                reading: Prose(
                    t(
                        "Over fire år, hvis virkningen holder.",
                        "Over four years, if the effect lasts."))),
        ]
    }

    private var effects: [Block] {
        [
            .heading(level: 2, Prose(t("Virkninger", "Outcomes")), anchor: "virkninger"),
            .paragraph(
                [
                    .text(t("Se også ", "See also ")),
                    .link(
                        Prose(t("tallene som CSV", "the figures as CSV")),
                        to: .file("data/outcomes.csv")),
                    .text(" · "), .link(Prose(t("budgettet", "the budget")), to: .anchor("budget")),
                    .text(" · "),
                    .link("Socialstyrelsen", to: .address("https://sbst.dk/")), .text(". "),
                    .emphasis(
                        Prose(
                            t(
                                "Manglende målinger er hverken succes eller fiasko.",
                                "Missing is neither success nor failure."))),
                    .text(" "), .code("ors.total"),
                ]),
            .table(changeTable),
            .chart(charts.ladder), .chart(charts.trajectory), .chart(charts.wheel),
            .heading(level: 3, Prose(t("Grupper og team", "Groups and teams"))),
            .chart(charts.dumbbell), .chart(charts.stackedShares), .chart(charts.controlChart),
            .chart(charts.funnel), .chart(charts.smallMultiples),
        ]
    }

    private var changeTable: Table {
        let mean = t("Forbedring i snit", "Mean improvement")
        func row(_ scale: String, _ n: Int, _ start: Double, _ change: Double, _ share: Double)
            -> Row
        {
            [
                Prose(scale), .quantity(.count(n)), .quantity(.score(start)),
                "\(Quantity.difference(change)) (\(Quantity.interval(low: .difference(change - 2.25), high: .difference(change + 2.25))))",
                .quantity(.share(share)),
            ]
        }
        let hidden: Row = [
            "ADBB", .quantity(.underThreshold(5)), .quantity(.hidden), .quantity(.hidden),
            .quantity(.hidden),
        ]
        return Table(
            t("Ændring på hver skala efter 12 måneder", "Change on each scale after 12 months"),
            columns: [
                .rowHeader(t("Skala", "Scale")), .figures(t("Familier", "Families")),
                .figures(t("Start", "Baseline")), .figures(mean),
                .figures(t("Andel forbedret", "Share improved")),
            ],
            rows: [
                row("ORS", 31, 21.4, 7.5, 14.0 / 31), row("SDQ", 28, 17.1, 3.7, 0.357),
                row("PSS", 30, 46.2, 6.4, 0.4), hidden,
                Row(
                    [
                        Prose(t("I alt", "Total")), .quantity(.count(1_234)), "", "",
                        .quantity(.share(0.387)),
                    ],
                    isTotal: true),
            ],
            note: Prose(
                t(
                    "Forbedring er regnet positiv på alle skalaer.",
                    "Improvement counts as positive on every scale.")),
            anchor: "aendring")
    }

    private var budget: [Block] {
        [
            .heading(level: 2, Prose(t("Budget", "Budget")), anchor: "budget"),
            .chart(charts.tornado), .chart(charts.cumulativeNet),
            .callout(
                .note, title: t("skøn", "an estimate"),
                [
                    .paragraph(
                        Prose(
                            t(
                                "Beløbene er et potentiale, ikke en bevilling.",
                                "The amounts are a potential, not a grant.")))
                ]),
            .callout(
                .praise, title: "",
                [
                    .paragraph(
                        Prose(
                            t(
                                "Alle team målte til tiden i oktober.",
                                "Every team measured in time in October.")))
                ]),
        ]
    }

    private var closing: [Block] {
        [
            .heading(level: 2, Prose(t("Datakvalitet", "Data quality")), anchor: "kvalitet"),
            .table(weeks),
            .heading(level: 2, Prose(t("Metode", "Method")), anchor: "metode"),
            .list(
                [
                    Prose(t("Læs", "Read")), Prose(t("Beregn", "Score")),
                    "\(Quantity.notComputed(t("for få målinger", "too few measurements")))",
                ], isOrdered: true),
            .details(
                summary: t("Sådan er tallene regnet", "How the figures are computed"),
                [
                    .paragraph(
                        Prose(
                            t(
                                "Forbedring måles med Jacobson og Truax (1991).",
                                "Improvement is measured after Jacobson and Truax (1991).")))
                ]),
            .footnote(
                Footnote(
                    "provisional",
                    Prose(
                        t(
                            "Stedet skal bekræfte grænsen, før den bruges til beslutninger.",
                            "The site must confirm the cut-off before decisions rest on it.")))),
        ]
    }

    private var weeks: Table {
        let remark = t("uden kolonnen ors_total", "without ors_total")
        let rows = (1...14).map { number -> Row in
            let count = Quantity.count(number * 997 % 1_300)
            return [
                Prose("fit-" + String(number) + ".csv"), .quantity(count),
                Prose(number == 3 ? remark : ""),
            ]
        }
        return Table(
            t("Modtagne rækker", "Rows received"),
            columns: [
                .rowHeader(t("Fil", "File")), .figures(t("Rækker", "Rows")),
                .text(t("Bemærkning", "Remark")),
            ], rows: rows)
    }
}
