import Basics
import Foundation
import ReportModel
import Testing

@testable import Rendering

@Suite struct ChartPictureTests {
    @Test(arguments: Language.allCases)
    func everyPictureIsWellFormedAndSaysWhatItShows(_ language: Language) throws {
        for chart in DemoCharts(language: language).all {
            let svg = ChartPicture(chart, in: language).file
            let picture = try #require(TagReader.read(svg), "\(chart.name) is not well-formed")
            #expect(picture.tags.prefix(4) == ["svg", "title", "desc", "style"])
            #expect(picture.text.contains(chart.title))
            #expect(picture.text.contains(chart.description))
        }
    }

    /// The reason stands in the picture, and no nought stands for the figure.
    @Test(arguments: Language.allCases)
    func aHiddenFigureIsAGapWithItsReason(_ language: Language) throws {
        for chart in HostileCharts(text: "x").all {
            let reason = Absence.under(5).explained(in: language)
            let short = Absence.under(5).written(in: language)
            let svg = ChartPicture(chart, in: language).file
            #expect(svg.contains(reason) || svg.contains(short), "\(chart.name)")
        }
    }

    /// A trajectory of nothing but hidden figures has neither a line nor a mark.
    @Test func aChartOfHiddenFiguresDrawsNone() {
        let chart = Chart(
            "x", title: "T", description: "D.",
            .trajectory(
                Trajectory(
                    positions: [.init("a", at: 0), .init("b", at: 1)],
                    series: [.init("s", [.hidden, .hidden])], valueAxis: Axis("y"))))
        let plot = ChartPicture(chart, in: .english).file.split(separator: "class=\"grid\"")
            .dropFirst()
        #expect(!plot.joined().contains("class=\"mark"))
        #expect(!plot.joined().contains("class=\"line"))
        #expect(plot.joined().components(separatedBy: "class=\"cross\"").count == 5)
    }

    /// The legend names the mean and the limits only where they are drawn.
    @Test(arguments: [Quantity.hidden, .share(0.4)])
    func aLegendNamesNoLimitThatIsNotDrawn(_ limit: Quantity) {
        let chart = ControlChart(
            points: [.init("a", .share(0.5), .notJudged(.hidden))],
            phases: [.init(from: 0, mean: limit, lower: limit, upper: limit)],
            valueAxis: Axis("y"))
        let svg = ChartPicture(
            Chart("x", title: "T", description: "D.", .controlChart(chart)), in: .english
        ).file
        #expect(svg.contains("Mean") == limit.isShown)
        #expect(svg.contains("Lower limit") == limit.isShown)
    }

    /// Two shares that are shown alike are drawn alike, so that no coordinate gives either away.
    @Test func aPictureTellsNoMoreThanTheRoundedFigure() {
        func picture(_ share: Double) -> String {
            let bar = StackedShares.Bar("b", size: .count(31), [Estimate(.share(share))])
            let shares = StackedShares(categories: [.init("c", .better)], bars: [bar])
            return ChartPicture(
                Chart("x", title: "T", description: "D.", .stackedShares(shares)), in: .danish
            ).file
        }
        #expect(picture(12.0 / 31) == picture(0.39))
        #expect(picture(0.38) != picture(0.39))
    }

    /// Charts of no rows at all are drawn and say nothing false.
    @Test func emptyChartsAreDrawn() throws {
        let axis = Axis("y")
        let drawings: [Drawing] = [
            .trajectory(Trajectory(positions: [], series: [], valueAxis: axis)),
            .ladder(Ladder(horizons: [], rungs: [])),
            .dumbbell(Dumbbell(pairs: [], baselineLabel: "a", followUpLabel: "b")),
            .stackedShares(StackedShares(categories: [], bars: [])),
            .controlChart(ControlChart(points: [], phases: [], valueAxis: axis)),
            .funnel(
                Funnel(units: [], common: .hidden, limits: [], sizeAxis: axis, shareAxis: axis)),
            .tornado(Tornado(swings: [], central: .hidden, axis: axis)),
            .cumulativeNet(CumulativeNet(years: [], axis: axis)),
            .smallMultiples(SmallMultiples(periods: [], panels: [], valueAxis: axis)),
        ]
        for drawing in drawings {
            let chart = Chart("x", title: "T", description: "D.", drawing)
            #expect(TagReader.read(ChartPicture(chart, in: .danish).file) != nil)
        }
    }

    @Test(arguments: [(0.0, "0"), (1.25, "1.3"), (-1.25, "-1.3"), (-0.04, "0"), (12, "12")])
    func coordinatesHaveOneDecimalAtMost(_ value: Double, _ written: String) {
        var text = TextBuffer()
        text.add(coordinate: value)
        let result = text.text
        #expect(result == written)
    }

    @Test func aLongWordIsBrokenAndALongTextIsCut() {
        let lines = TextMeasure.wrapped(String(repeating: "æ", count: 300), width: 60, most: 2)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { TextMeasure.width($0) <= 60 })
        #expect(lines.last?.hasSuffix("…") == true)
    }

    @Test(arguments: [
        (0.0, 1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]), (10, 40, [10, 20, 30, 40]),
        (-2.9, 5.6, [-4, -2, 0, 2, 4, 6]), (5, 5, [4, 4.5, 5, 5.5, 6]),
    ])
    func axesHaveRoundTicks(_ low: Double, _ high: Double, _ ticks: [Double]) {
        let scale = LinearScale([low, high], range: nil, from: 0, to: 100)
        #expect(zip(scale.ticks, ticks).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(scale.ticks.count == ticks.count)
    }
}
