import Basics
import Loading
import Model
import Scoring
import Testing

@Suite("Laws of scoring") struct ScoringLawsTests {
    private static let sdq = ShippedInstruments.instrument("sdq")
    private static let items: [(scale: String, items: [Int])] = [
        ("sdq.emotional", [3, 8, 13, 16, 24]), ("sdq.conduct", [5, 7, 12, 18, 22]),
        ("sdq.hyperactivity", [2, 10, 15, 21, 25]), ("sdq.peer", [6, 11, 14, 19, 23]),
        ("sdq.prosocial", [1, 4, 9, 17, 20]),
    ]

    private func parentForm() -> FilledForm {
        var form = FilledForm(Self.sdq)
        form.informant = "parent"
        form.birth = CalendarDate(iso: "2015-01-31")
        return form
    }

    @Test(arguments: items.indices)
    func everyPatternOfMissingAnswersStaysWithinTheBounds(index: Int) throws {
        let (scale, numbers) = Self.items[index]
        let scorer = Scorer(Self.sdq)
        var forms: [FilledForm] = []
        for pattern in 0..<32 {
            for code in 0..<243 {
                var (form, digits) = (parentForm(), code)
                for (place, number) in numbers.enumerated() {
                    let answer = pattern & (1 << place) == 0 ? Int16(digits % 3) : nil
                    form.answers[number - 1] = answer
                    digits /= 3
                }
                forms.append(form)
            }
        }
        let batch = AssessmentBatch(forms, Self.sdq)
        let place = try #require(Self.sdq.scales.firstIndex { $0.name == scale })
        for row in forms.indices {
            let score = scorer.score(row: row, of: batch).scores[place]
            let missing = (row / 243).nonzeroBitCount
            #expect((score.value == nil) == (missing > 2))
            #expect(score.value.map { $0 >= 0 && $0 <= 10 && $0.denominator == 1 } ?? true)
            #expect(score.isProrated == (missing == 1 || missing == 2))
            #expect(score.answered == 5 - missing)
        }
    }

    @Test func reversingTwiceIsIdentity() throws {
        let reversing = ShippedInstruments.instrument("pss")
        let text = ShippedInstruments.text("pss").replacing(
            "reversed: [pss1, pss2, pss5..pss8, pss17, pss18]\n", with: "")
        let plain = try #require(loadInstrument(yaml: text, path: "pss.yaml").value)
        var random = SeededRandom(seed: 4)
        for _ in 0..<200 {
            var form = FilledForm(plain)
            form.answers = form.answers.map { _ in Int16(1 + random.below(5)) }
            var turned = form
            for item in [0, 1, 4, 5, 6, 7, 16, 17] {
                turned.answers[item] = turned.answers[item].map { 6 - $0 }
            }
            #expect(
                Scorer(reversing).scores(turned)["pss.total"]?.value
                    == Scorer(plain).scores(form)["pss.total"]?.value)
        }
    }

    @Test(arguments: ShippedInstruments.names)
    func everyScoreOfARangeHasABand(name: String) {
        let instrument = ShippedInstruments.instrument(name)
        for scale in instrument.scales {
            for set in scale.bandSets {
                for bounds in set.bounds {
                    let lower = bounds.sourced.value
                    #expect(lower.count == set.bands.count)
                    #expect(lower.first == scale.lowest)
                    #expect(lower == lower.sorted() && Set(lower).count == lower.count)
                    #expect(lower.allSatisfy { $0 <= scale.highest })
                }
            }
        }
    }

    @Test(arguments: ShippedInstruments.names)
    func rowsOneByOneAreTheRowsOfABatch(name: String) {
        let instrument = ShippedInstruments.instrument(name)
        let scorer = Scorer(instrument)
        var random = SeededRandom(seed: 11)
        let forms = (0..<100).map { _ in
            var form = FilledForm(instrument)
            form.informant = instrument.informants[random.below(instrument.informants.count)]
            form.birth = CalendarDate(days: form.date.days - Int32(random.below(6000)))
            for (index, item) in instrument.items.enumerated() where random.below(12) > 0 {
                form.answers[index] = random.below(2) == 0 ? item.lowest : item.highest
            }
            return form
        }
        let batch = AssessmentBatch(forms, instrument)
        var table = ScoredAssessments(instrument: name, scaleCount: instrument.scales.count)
        var tally = ScoringTally(scaleCount: instrument.scales.count)
        scorer.score(batch, file: 0, into: &table, tally: &tally)
        var unscored = 0
        for row in forms.indices {
            for score in scorer.score(row: row, of: batch).scores {
                #expect(score.value == table.score(row: row, scale: score.scale))
                #expect((score.value == nil) == (score.reason != nil))
                unscored += score.value == nil ? 1 : 0
            }
        }
        let counted = instrument.scales.indices.flatMap { scale in
            UnscoredReason.allCases.map { tally.unscored(scale: scale, $0) }
        }
        #expect(counted.reduce(0, +) == unscored)
        #expect(tally.rows == 100)
    }
}
