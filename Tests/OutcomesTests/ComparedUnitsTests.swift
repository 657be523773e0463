import Basics
import Model
import Testing

/// Funnels, control charts, rated elements and scales that are outgrown. The expected figures are
/// worked out by hand beside each test.
@Suite struct ComparedUnitsTests {
    /// Ten families in each of two municipalities, of whom some gain ten points.
    private func twoMunicipalities(improved: [(String, Int)]) -> Conclusions {
        var town = Town()
        for (municipality, count) in improved {
            for number in 0..<10 {
                let name = "\(municipality)\(number)"
                town.family(name, from: "2024-01-01", municipality: municipality)
                town.measure(name, "x", "mor", on: "2024-01-01", ["ors.total": 20])
                let last: Ratio = number < count ? 30 : 20
                town.measure(name, "x", "mor", on: "2024-04-01", ["ors.total": last])
            }
        }
        return town.concluded(asOf: "2026-10-31")
    }

    // p₀ = 9/20; √(.45 · .55 / 10) = .157321; both lie .9535 standard errors away, so φ is 1.
    @Test func twoMunicipalitiesLieAboutTheirCommonShare() throws {
        let conclusions = twoMunicipalities(improved: [("A", 3), ("B", 6)])
        let funnel = try #require(
            conclusions.funnels.first { $0.horizon == .short && $0.units.count == 2 })
        #expect(funnel.expected == 0.45)
        #expect(funnel.overdispersion == 1)
        #expect(!funnel.hasVerdict)
        #expect(funnel.units.map(\.improved) == [3, 6])
        #expect(funnel.units.map(\.measured) == [10, 10])
        #expect(abs(funnel.units[0].limits95.low - 0.14166) < 1e-4)
        #expect(abs(funnel.units[0].limits95.high - 0.75834) < 1e-4)
        #expect(funnel.units[1].limits998.low == 0)
        #expect(abs(funnel.units[1].limits998.high - 0.93612) < 1e-4)
    }

    @Test func oneMunicipalityMakesNoFunnel() {
        #expect(twoMunicipalities(improved: [("A", 3)]).funnels.isEmpty)
    }

    // Twenty months of two and three new cases in turn, then twelve. The limits are those of the
    // first twelve: mean 2.5, mean moving range 1, upper limit 2.5 + 2.66 = 5.16.
    @Test func aMonthOfManyNewCasesIsSignalled() throws {
        var town = Town()
        for month in 0..<21 {
            let (year, number) = (2023 + month / 12, month % 12 + 1)
            let date = "\(year)-\(number < 10 ? "0" : "")\(number)-05"
            let count = month == 20 ? 12 : month.isMultiple(of: 2) ? 2 : 3
            for index in 0..<count { town.family("\(month) \(index)", from: date) }
        }
        let conclusions = town.concluded(asOf: "2024-09-30")
        let series = try #require(
            conclusions.monthly.first { $0.group == 0 && $0.kind == .newCases })
        let chart = try #require(series.chart)
        #expect(series.points.map(\.numerator).suffix(3) == [2, 3, 12])
        #expect(chart.mean == 2.5)
        #expect(abs(chart.high - 5.16) < 1e-12)
        #expect(chart.signals.contains { $0.point == 20 && $0.rule == .outside })
        #expect(!chart.signals.contains { $0.point < 20 && $0.rule == .outside })
    }

    // The newest ratings known on the as-of day are 4 and 3: 3.5.
    @Test func ratedElementsAreAveragedOverTheNewestRatings() throws {
        var town = Town()
        let label = LocalizedText(same: "p")
        var programme = Programme(name: "p", title: label, targetGroup: label)
        programme.coreElements = [
            RatedElement(name: "visits", title: label, indicator: "fidelity.visits")
        ]
        town.programmes = [programme]
        for name in ["a", "b", "unrated"] { town.family(name, from: "2024-01-01") }
        town.indicate("a", nil, "fidelity.visits", on: "2024-01-10", 2)
        town.indicate("a", nil, "fidelity.visits", on: "2024-05-10", 4)
        town.indicate("b", nil, "fidelity.visits", on: "2024-03-01", 3)
        town.indicate("b", nil, "fidelity.visits", on: "2024-09-01", 1)
        let figures = town.concluded(asOf: "2024-06-30").ratedElements
        let figure = try #require(figures.first { $0.group == 1 })
        #expect(figure.element == "visits")
        #expect(figure.cases == 2)
        #expect(figure.mean == 3.5)
    }

    /// Children who begin with CORS under 32 and go on with ORS from 25.
    private func outgrown(_ children: [(first: Int, last: Int)], alsoOnCORS: Bool = false)
        -> Conclusions
    {
        var town = Town()
        town.instruments[0].scales[2].continuesAs = "ors.total"
        town.instruments[0].scales[2].cutOffs = [
            Keyed(
                key: ScoreKey(),
                sourced: Sourced(
                    CutOff(value: 32, isClinicalAtValue: false), source: "invented",
                    evidence: .confirmed))
        ]
        for (number, child) in children.enumerated() {
            let name = "f\(number)"
            town.family(name, from: "2024-01-01")
            town.measure(
                name, "x", "barn", on: "2024-01-01", ["cors.total": Ratio(child.first)])
            town.measure(name, "x", "barn", on: "2024-04-01", ["ors.total": Ratio(child.last)])
            if alsoOnCORS {
                town.measure(name, "x", "barn", on: "2024-04-02", ["cors.total": 30])
            }
        }
        return town.concluded(asOf: "2024-08-31")
    }

    // 30 is clinical on CORS and 27 is not on ORS: better; 35 and 20: worse; 30 and 20, 35 and 27:
    // the same side.
    @Test func aChildWhoOutgrowsAScaleIsComparedByZoneOnly() throws {
        let conclusions = outgrown([(30, 27), (35, 20), (30, 20), (35, 27)])
        let figure = try #require(
            conclusions.formChanges.first { $0.group == 0 && $0.horizon == .short })
        #expect(conclusions.measures[figure.earlier].scaleName == "cors.total")
        #expect(conclusions.measures[figure.later].scaleName == "ors.total")
        #expect((figure.counts.better, figure.counts.same, figure.counts.worse) == (1, 2, 1))
        #expect(conclusions.change("cors.total", .short)?.standings.missing == 4)
        #expect(conclusions.change("ors.total", .short)?.standings.noBaseline == 4)
    }

    @Test func whoIsFollowedUpOnTheSameScaleHasNotOutgrownIt() {
        #expect(outgrown([(30, 27)], alsoOnCORS: true).formChanges.isEmpty)
    }
}
