import Basics
import Loading
import Model
import Testing

/// A small invented instrument that shows the parts of a definition.
private let mood = """
    instrument: mood
    title: {da: Humør, en: Mood}
    licence: free
    sources:
      invented-2020: "Nobody (2020). An invented scale."
    from: invented-2020
    evidence: confirmed
    about: child
    informants:
      parent: any age
      self: 11..17 years
    items:
      m1..m3: 0..3
    reversed: [m2]
    band-sets:
      two:
        title: Two
        bands: {low: low, high: high}
    scales:
      mood.total:
        title: {da: Humør i alt, en: Mood in all}
        sum: m1..m3
        range: 0..9
        better: lower
        cut-offs:
          rows:
            - {informant: parent, at-least: 5, evidence: provisional}
        bands:
          two:
            rows:
              - {informant: parent, lower: [0, cut-off]}
    examples:
      - {name: one, answers: {m1..m3: 0}, gives: {mood.total: 3}}
      - {name: two, answers: {m1..m3: 3}, gives: {mood.total: 6}}
      - {name: three, answers: {m1: 1}, gives: {mood.total: none}}
      - {name: four, answers: {m1..m3: [0, 3, 0]}, gives: {mood.total: {score: 0, two: low}}}
    """

@Suite("An instrument's definition") struct InstrumentLoadingTests {
    @Test func isReadWithItsSources() throws {
        let loaded = loadInstrument(yaml: mood, path: "Instruments/mood.yaml")
        let instrument = try #require(loaded.value, "\(loaded.findings.map(\.line))")
        #expect(instrument.items.map(\.name) == ["m1", "m2", "m3"])
        #expect(instrument.editions.map(\.name) == ["mood"])
        #expect(instrument.informantAges == [nil, AgeRange(from: 11, through: 17, unit: .years)])
        let total = instrument.scales[0]
        #expect(total.rule == ScoringRule(parts: .items([0, 1, 2]), reversed: [1]))
        #expect(total.basis == Basis(source: "invented-2020", evidence: .confirmed))
        #expect(total.cutOffs[0].sourced.isProvisional)
        #expect(total.bandSets[0].bounds[0].sourced.value == [0, 5])
        #expect(instrument.examples[3].expected[0].band == "low")
    }

    /// What is changed, where the finding stands, and a part of what it says.
    @Test(arguments: [
        ("evidence: confirmed", "evidance: confirmed", "7:1", "did you mean 'evidence'?"),
        ("evidence: confirmed", "evidence: sure", "7:11", "takes confirmed, provisional"),
        ("reversed: [m2]", "reversed: [m4]", "14:11", "names the item 'm4'"),
        ("sum: m1..m3", "sum: m1..n3", "22:10", "takes a span of names"),
        ("range: 0..9", "range: 0..10", "23:12", "is 0..10, but the answers give 0..9"),
        ("range: 0..9", "range: 9..0", "23:12", "takes a span such as 0..10"),
        ("better: lower", "better: lowest", "24:13", "did you mean 'lower'?"),
        (
            "{informant: parent, at-least", "{informant: parrent, at-least", "27:23",
            "did you mean 'parent'?"
        ),
        ("at-least: 5", "at-least: 12", "27:41", "takes 0 to 9"),
        ("at-least: 5", "below: 5", "27:38", "does not fit"),
        ("lower: [0, cut-off]", "lower: [1, cut-off]", "31:40", "leaves a gap"),
        ("lower: [0, cut-off]", "lower: [0, 0]", "31:40", "overlaps"),
        ("lower: [0, cut-off]", "lower: [0, 4, 6]", "31:40", "3 lower bounds for 2 bands"),
        ("lower: [0, cut-off]", "lower: [0, 10]", "31:40", "goes beyond 9"),
        ("{informant: parent, lower", "{informant: self, lower", "31:42", "none has the same key"),
        ("from: invented-2020", "from: invented-2021", "6:7", "did you mean 'invented-2020'?"),
        ("self: 11..17 years", "self: 11-17", "11:9", "takes ages such as"),
        ("m1..m3: 0..3", "m1..m3: 0-3", "13:11", "takes a span such as 0..10"),
        ("gives: {mood.total: 3}", "gives: {mood.totl: 3}", "33:58", "did you mean 'mood.total'?"),
        ("{m1: 1}", "{m1: 7}", "35:33", "is no answer that 'm1' takes"),
        (
            "  - {name: three, answers: {m1: 1}, gives: {mood.total: none}}\n", "", "33:3",
            "needs at least 4 examples"
        ),
        ("instrument: mood", "instrument: moods", "1:13", "the file is 'mood.yaml'"),
        ("about: child", "about: dog", "8:8", "takes child, parent or family"),
    ])
    func pointsAtWhatIsWrong(
        original: String, changed: String, place: String, summary: String
    ) throws {
        let text = mood.replacing(original, with: changed)
        #expect(text != mood)
        let loaded = loadInstrument(yaml: text, path: "Instruments/mood.yaml")
        #expect(loaded.value == nil)
        let lines = loaded.findings.map(\.line)
        let expected = "Instruments/mood.yaml:\(place): error: "
        #expect(
            lines.contains { $0.hasPrefix(expected) && $0.contains(summary) },
            "\(lines.joined(separator: "\n"))")
    }

    @Test func everyNumberNeedsASource() {
        let text = mood.replacing("from: invented-2020\n", with: "")
        let loaded = loadInstrument(yaml: text, path: "mood.yaml")
        #expect(loaded.findings.contains { $0.summary.contains("needs a source") })
    }

    @Test func openEndedItemsGoOnAsFarAsIsAsked() throws {
        let text = mood.replacing("m1..m3: 0..3", with: "m1..m3: {answers: 0..3, open-ended: yes}")
            .replacing("sum: m1..m3", with: "mean: m1..").replacing("0..9", with: "0..3")
            .replacing("at-least: 5", with: "at-least: 2")
            .replacing("gives: {mood.total: 6}", with: "gives: {mood.total: 2}")
        for (asked, count) in [(0, 3), (3, 3), (5, 5)] {
            let loaded = loadInstrument(yaml: text, path: "mood.yaml", openItems: asked)
            let instrument = try #require(loaded.value, "\(loaded.findings.map(\.line))")
            #expect(instrument.items.map(\.name) == (1...count).map { "m\($0)" })
            #expect(instrument.scales[0].rule.parts == .items(Array(0..<count)))
        }
        // Of a plain span no more are made.
        #expect(loadInstrument(yaml: mood, path: "mood.yaml", openItems: 5).value?.items.count == 3)
    }

    @Test func allMistakesAreReportedAtOnce() {
        let text = mood.replacing("range: 0..9", with: "range: 0..8")
            .replacing("about: child", with: "about: dog")
            .replacing("reversed: [m2]", with: "reversed: [m9]")
        #expect(loadInstrument(yaml: text, path: "mood.yaml").findings.count == 3)
    }

    @Test func nothingIsReadFromAnythingElseThanADefinition() {
        for text in ["", "[]", "instrument: mood", "scales: {x: {sum: [], range: 0..1}}", "a: *b"] {
            let loaded = loadInstrument(yaml: text, path: "mood.yaml")
            #expect(loaded.value == nil && !loaded.findings.isEmpty)
        }
    }
}
