import Basics
import Loading
import Model
import Scoring
import Testing

@Suite("What a row may be scored as") struct RowRulesTests {
    private static let fit = ShippedInstruments.instrument("fit")
    private static let asq = ShippedInstruments.instrument("asqse")
    private static let sdq = ShippedInstruments.instrument("sdq")

    private func session(_ informant: String, birth: String?) -> FilledForm {
        var form = FilledForm(Self.fit)
        form.informant = informant
        form.birth = birth.flatMap { CalendarDate(iso: $0) }
        for item in 0..<8 { form.answers[item] = 65 }
        return form
    }

    @Test(
        arguments: [
            ("barn", "2018-06-15", "cors.total"), ("barn", "2011-06-16", "cors.total"),
            ("barn", "2011-06-15", "ors.total"), ("mor", "2014-06-15", nil),
            ("barn", nil, "ors.total"), ("mor", nil, "ors.total"), ("barn", "2019-06-15", nil),
        ] as [(String, String?, String?)])
    func anOutcomeLineWithoutANamedFormFollowsAgeAndInformant(
        informant: String, birth: String?, scale: String?
    ) {
        let scores = Scorer(Self.fit).scores(session(informant, birth: birth))
        let given = scores.filter { $0.value.value == 26 && !$0.key.contains("srs") }
        #expect(given.keys.sorted() == (scale.map { [$0] } ?? []))
    }

    private func infant(_ interval: Int?, birth: String, on date: String, weeks: Int?)
        -> FilledForm
    {
        var form = FilledForm(Self.asq)
        form.interval = interval
        form.birth = CalendarDate(iso: birth)
        form.date = CalendarDate(iso: date)!
        form.gestationWeeks = weeks
        for item in 0..<36 { form.answers[item] = 5 }
        return form
    }

    /// Born 2023-01-10, seen 2023-10-12: nine months; born 8 weeks early, seven months by the
    /// day it was due, 2023-03-07. Corrected up to 24 months only.
    @Test(
        arguments: [
            (12, "2023-01-10", "2023-10-12", 40, nil), (12, "2023-01-10", "2023-10-12", nil, nil),
            (6, "2023-01-10", "2023-10-12", 32, nil), (12, "2023-01-10", "2023-10-12", 38, nil),
            (12, "2023-01-10", "2023-10-12", 32, UnscoredReason.intervalMismatch),
            (6, "2023-01-10", "2023-10-12", 40, .intervalMismatch),
            (24, "2021-10-12", "2023-10-12", 32, nil), (18, "2021-10-13", "2023-10-12", 25, nil),
            (7, "2023-01-10", "2023-10-12", 40, .intervalMismatch),
            (nil, "2023-01-10", "2023-10-12", 40, .intervalMissing),
            (60, "2017-10-12", "2023-10-12", 40, nil),
            (60, "2017-10-11", "2023-10-12", 40, .intervalMismatch),
            (6, "2023-10-13", "2023-10-12", 40, .beforeBirth),
        ] as [(Int?, String, String, Int?, UnscoredReason?)])
    func anIntervalFitsTheAgeCorrectedForPrematurity(
        interval: Int?, birth: String, date: String, weeks: Int?, reason: UnscoredReason?
    ) {
        let form = infant(interval, birth: birth, on: date, weeks: weeks)
        let score = Scorer(Self.asq).scores(form)["asq-se-2.total"]
        #expect(score?.reason == reason)
        #expect((score?.value == nil) == (reason != nil))
    }

    @Test func aConcernCountsAndAnUntickedOneIsNoAnswerMissing() {
        var form = infant(6, birth: "2024-01-01", on: "2024-06-01", weeks: nil)
        form.answer("c1", 1, Self.asq)
        form.answer("c23", 1, Self.asq)
        let score = Scorer(Self.asq).scores(form)["asq-se-2.total"]
        #expect(score?.value == Ratio(23 * 5 + 2 * 5))
        #expect(score?.answered == 23)
    }

    /// Four fifths of eight axes are seven, of ten are eight.
    @Test func aMeanAsksForFourFifthsOfTheAxesThatTheProgrammeNames() {
        let wheel = ShippedInstruments.instrument("wheel")
        let forms = [7, 7, 6].map { answered in
            var form = FilledForm(wheel)
            form.informant = "self"
            for item in 0..<answered { form.answers[item] = 5 }
            return form
        }
        let batch = AssessmentBatch(forms, wheel)
        let scorer = Scorer(wheel, present: batch.presentItems)
        let inUse = ItemsInUse(items: wheel.items.count, firstByCase: [8, nil, 8])
        var table = ScoredAssessments(instrument: "wheel", scaleCount: wheel.scales.count)
        var tally = ScoringTally(scaleCount: wheel.scales.count)
        scorer.score(
            batch, file: 0, into: &table, tally: &tally,
            narrowed: scorer.narrowed(to: inUse, present: batch.presentItems), to: inUse)
        let mean = wheel.scales.firstIndex { $0.name == "wheel.mean" }!
        #expect((0..<3).map { table.score(row: $0, scale: mean) } == [5, nil, nil])
    }

    @Test func aMeanAsksForFourFifthsOfTheAxesThatTheFileHas() {
        let wheel = ShippedInstruments.instrument("wheel")
        var form = FilledForm(wheel)
        for axis in 0..<4 { form.answers[axis] = Int16(axis + 4) }
        let present = (0..<10).map { $0 < 5 }
        let five = Scorer(wheel).scores(form, present: present)["wheel.mean"]
        #expect(five?.value == Ratio(22, over: 4) && five?.isProrated == true)
        #expect(Scorer(wheel).scores(form)["wheel.mean"]?.value == nil)
        form.answers[3] = nil
        #expect(Scorer(wheel).scores(form, present: present)["wheel.mean"]?.value == nil)
    }

    @Test func theTallyKeepsTheFirstFiveLinesAndReportsTheRest() {
        var forms = (0..<8).map { _ in session("mor", birth: "2020-01-01") }
        forms[0].birth = nil
        forms.append(session("mor", birth: "2030-01-01"))
        let scorer = Scorer(Self.fit)
        var table = ScoredAssessments(instrument: "fit", scaleCount: 5)
        var tally = ScoringTally(scaleCount: 5)
        scorer.score(AssessmentBatch(forms, Self.fit), file: 7, into: &table, tally: &tally)
        #expect(tally.rows(.ageOutside) == 7)
        #expect(tally.lines(.ageOutside) == [2, 3, 4, 5, 6])
        #expect(tally.scored(scale: 0) == 1 && tally.scored(scale: 2) == 8)
        #expect(tally.unscored(scale: 0, .ageOutside) == 7)
        #expect(tally.lines(.beforeBirth) == [9])
        var findings = Findings()
        tally.report(file: "fit.csv", into: &findings)
        #expect(findings.items.count == 6 && findings.total(.warning) == 8)
        #expect(findings.items.first?.line.hasPrefix("fit.csv:2: warning: ") == true)
        #expect(table.files == Array(repeating: 7, count: 9))
    }

    @Test func aNormSetThatASiteAddsIsReadByAgeAndSex() throws {
        let own = """
                  danish-2019:
                    from: scoring-2014
                    rows:
                      - {informant: parent, ages: 6..9 years, sex: girl, lower: [0, 3, 5]}
                      - {informant: parent, ages: 6..9 years, lower: [0, 4, 6]}

            """
        let labels = """
              danish-2019:
                title: Danish 2019
                bands: {normal: normal, borderline: borderline, abnormal: abnormal}
            scales:
            """
        let text = ShippedInstruments.text("sdq")
            .replacing("scales:\n", with: labels + "\n", maxReplacements: 1)
            .replacing(
                "      danish-5-7:\n        from", with: own + "      danish-5-7:\n        from")
        let loaded = loadInstrument(yaml: text, path: "sdq.yaml")
        let instrument = try #require(loaded.value, "\(loaded.findings.map(\.line))")
        let set = try #require(
            instrument.scales[0].bandSets.first { $0.name == "danish-2019" })
        var context = ScoreContext(
            informant: 0, form: 1, birth: CalendarDate(iso: "2016-02-01"),
            date: CalendarDate(iso: "2024-06-15"), sex: "girl")
        #expect(set.band(of: 3, in: context) == 1)
        context.sex = nil
        #expect(set.band(of: 3, in: context) == 0)
        context.birth = CalendarDate(iso: "2010-02-01")
        #expect(set.band(of: 3, in: context) == nil)
    }
}
