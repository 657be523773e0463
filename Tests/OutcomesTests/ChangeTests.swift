import Basics
import Model
import Testing

/// How one pair of scores is judged.
@Suite struct ChangeTests {
    private func change(
        _ scale: String, _ informant: String, from first: Ratio, to last: Ratio
    ) -> GroupChange? {
        var town = Town()
        town.family("a", from: "2024-01-01")
        town.measure("a", "x", informant, on: "2024-01-01", [scale: first])
        town.measure("a", "x", informant, on: "2024-04-01", [scale: last])
        return town.concluded(asOf: "2026-10-31").change(scale, .short)
    }

    private func classes(_ improved: Int, _ same: Int, _ worse: Int) -> ClassCounts {
        var counts = ClassCounts()
        (counts.improved, counts.noChange, counts.deteriorated) = (improved, same, worse)
        return counts
    }

    // Published points are inclusive, and tenths are compared exactly: 25.1 − 20.1 is 5.
    @Test(arguments: [
        (Ratio(201, over: 10), Ratio(251, over: 10), 1, 0, 0),
        (Ratio(201, over: 10), Ratio(250, over: 10), 0, 1, 0),
        (Ratio(251, over: 10), Ratio(201, over: 10), 0, 0, 1),
    ])
    func aPublishedNumberOfPointsIsInclusive(
        first: Ratio, last: Ratio, improved: Int, same: Int, worse: Int
    ) {
        let row = change("ors.total", "mor", from: first, to: last)
        #expect(row?.classes == classes(improved, same, worse))
    }

    // S_diff = √2 · 5.8 · √.18 = 3.48; 1.96 · 3.48 = 6.82: seven points, not six.
    @Test(arguments: [(20, 13, 1, 0, 0), (20, 14, 0, 1, 0), (13, 20, 0, 0, 1)])
    func jacobsonAndTruaxIsStrictAndLowerIsBetter(
        first: Int, last: Int, improved: Int, same: Int, worse: Int
    ) {
        let row = change("sdq.total", "parent", from: Ratio(first), to: Ratio(last))
        #expect(row?.classes == classes(improved, same, worse))
        #expect(row?.meanImprovement?.value == Double(first - last))
    }

    // Exactly at the threshold: SD 1 and r .5 give S_diff = √2 · √.5 = 1, so 1.96 is the limit.
    @Test func aChangeOfExactlyTheThresholdIsNotReliable() {
        func counts(_ points: Ratio) -> ClassCounts? {
            var town = Town()
            town.instruments[1].scales[0].change = [
                Keyed(
                    key: ScoreKey(),
                    sourced: Sourced(
                        .jacobsonTruax(sd: 1, reliability: Ratio(1, over: 2), kind: .retest),
                        source: "invented", evidence: .confirmed))
            ]
            town.family("a", from: "2024-01-01")
            town.measure("a", "x", "parent", on: "2024-01-01", ["sdq.total": 10])
            town.measure("a", "x", "parent", on: "2024-04-01", ["sdq.total": 10 - points])
            return town.concluded(asOf: "2026-10-31").change("sdq.total", .short)?.classes
        }
        #expect(counts(Ratio(196, over: 100)) == classes(0, 1, 0))
        #expect(counts(Ratio(197, over: 100)) == classes(1, 0, 0))
    }

    @Test func aScaleWithoutARuleHasNoClasses() {
        let row = change("pss.total", "self", from: 50, to: 30)
        #expect(row?.meanImprovement?.value == 20)
        #expect(row?.classes == nil)
        #expect(row?.shareImproved == nil)
        #expect(row?.bounds == nil)
    }

    // Under 25 is clinical; five points are reliable.
    @Test func clinicallySignificantChangeTellsRecoveryFromImprovementAndHarm() {
        func counts(_ first: Int, _ last: Int) -> ClinicalCounts? {
            change("ors.total", "mor", from: Ratio(first), to: Ratio(last))?.clinical
        }
        #expect(counts(20, 25)?.recovered == 1)
        #expect(counts(15, 24)?.improved == 1)
        #expect(counts(26, 35)?.improved == 1)
        #expect(counts(24, 26)?.unchanged == 1)
        #expect(counts(20, 10)?.deteriorated == 1)
        #expect(counts(29, 24)?.harmed == 1)
        #expect(counts(39, 30)?.deteriorated == 1)
    }

    @Test func acrossAgeFormsOnlyZonesAreCompared() {
        var town = Town()
        for name in ["a", "b", "c"] { town.family(name, from: "2024-01-01") }
        // Form 0 begins its upper zone at 40, form 1 at 60: 45 then 50 is a better zone.
        town.measure("a", "x", "parent", on: "2024-01-01", ["asq-se.total": 45], form: 0)
        town.measure("a", "x", "parent", on: "2024-04-01", ["asq-se.total": 50], form: 1)
        town.measure("b", "x", "parent", on: "2024-01-01", ["asq-se.total": 30], form: 0)
        town.measure("b", "x", "parent", on: "2024-04-01", ["asq-se.total": 60], form: 1)
        town.measure("c", "x", "parent", on: "2024-01-01", ["asq-se.total": 30], form: 0)
        town.measure("c", "x", "parent", on: "2024-04-01", ["asq-se.total": 20], form: 0)
        let row = town.concluded(asOf: "2026-10-31").change("asq-se.total", .short)
        #expect(row?.standings.measured == 3)
        #expect(row?.zones.map { [$0.better, $0.same, $0.worse] } == [1, 1, 1])
        #expect(row?.pairs == 1)
        #expect(row?.meanImprovement?.value == 10)
    }

    // 2.3 + 0.8 · 18 + 0.2 · 4 − 0.3 · 5 − 15 = 1.0 and with (20, 5, 6), 15: 2.5.
    @Test func theAddedValueIsTheMeanOfItsChildren() {
        var town = Town()
        town.family("a", from: "2024-01-01")
        town.family("b", from: "2024-01-01")
        town.family("c", from: "2024-01-01")
        let birth = "2015-06-01"
        func baseline(_ total: Int, _ impact: Int, _ emotional: Int) -> [String: Ratio] {
            [
                "sdq.total": Ratio(total), "sdq.impact": Ratio(impact),
                "sdq.emotional": Ratio(emotional),
            ]
        }
        town.measure("a", "x", "parent", on: "2024-01-10", baseline(18, 4, 5), birth: birth)
        town.measure("b", "x", "parent", on: "2024-01-10", baseline(20, 5, 6), birth: birth)
        // Eight months after 10 January is 10 September; 11 September is too late.
        town.measure("a", "x", "parent", on: "2024-09-10", ["sdq.total": 15], birth: birth)
        town.measure("b", "x", "parent", on: "2024-07-01", ["sdq.total": 15], birth: birth)
        // A child of four is too young for the formula.
        town.measure("c", "x", "parent", on: "2024-01-10", baseline(20, 5, 6), birth: "2019-06-01")
        town.measure("c", "x", "parent", on: "2024-07-01", ["sdq.total": 5], birth: "2019-06-01")
        let figure = town.concluded(asOf: "2026-10-31").addedValues.first
        #expect(figure?.count == 2)
        #expect(figure?.mean.value == 1.75)
        #expect(figure?.effectSize == 0.35)
    }
}
