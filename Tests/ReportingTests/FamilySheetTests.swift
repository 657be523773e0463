import Basics
import Model
import Rendering
import ReportModel
import Testing

@testable import Reporting

@Suite struct FamilySheetTests {
    /// Two families; the first has a child rated twice and two goals, the second nothing.
    static var records: FamilyRecords { records(conclusions) }

    private static func records(_ conclusions: Conclusions) -> FamilyRecords {
        var cases = Cases()
        cases.identifiers = ["a", "b"]
        cases.starts = [Village.day("2026-01-01").days, Village.day("2026-02-01").days]
        cases.ends = [AssessmentBatch.none, AssessmentBatch.none]
        cases.programmes = [0, 0]
        cases.programmeNames = ["vejen"]
        var goals = Goals()
        goals.cases = [0, 0]
        goals.identifiers = ["g", "h"]
        goals.setDates = [Village.day("2026-01-10").days, Village.day("2026-02-10").days]
        goals.dueDates = [AssessmentBatch.none, Village.day("2026-05-10").days]
        goals.statusDates = goals.dueDates
        goals.statuses = [.reached, .open]
        var persons = Persons()
        persons.identifiers = ["a-child"]
        persons.cases = [0]
        persons.roles = [.child]
        return FamilyRecords(
            cases: cases, goals: goals, conclusions: conclusions, scored: [fit, sdq],
            caseNames: ["7K", "9P"], persons: persons)
    }

    private static var fit: ScoredAssessments {
        ScoredAssessments(instrument: "fit", scaleCount: 1)
    }

    private static var sdq: ScoredAssessments {
        var sdq = ScoredAssessments(instrument: "sdq", scaleCount: 1)
        sdq.dates = [Village.day("2026-01-05").days, Village.day("2026-04-05").days]
        sdq.numerators = [18, 12]
        sdq.denominators = [1, 1]
        return sdq
    }

    private static var conclusions: Conclusions {
        var conclusions = Conclusions(asOf: Village.day("2026-10-31"))
        conclusions.measures = [
            Village.measure(1, 0, "sdq.total", "parent", .lower, .reliable)
        ]
        conclusions.families.strands.cases = [0]
        conclusions.families.strands.persons = [0]
        conclusions.families.strands.instruments = [1]
        conclusions.families.strands.starts = [0, 2]
        conclusions.families.strands.rows = [0, 1]
        conclusions.families.series.cases = [0]
        conclusions.families.series.persons = [0]
        conclusions.families.series.measures = [0]
        conclusions.families.series.strands = [0]
        return conclusions
    }

    private func sheets(_ language: Language) -> [ComposedPage] {
        var village = Village()
        village.language = language
        var layout = Village.layout(["family-goals", "family-wheel"], scope: .family)
        layout.pages[0].sections.append(
            ReportLayout.Section(
                kind: "family-trajectory", settings: ["scale": "sdq.total"],
                place: Place("small.yaml")))
        return composeFamilies(village.context, layout: layout, records: FamilySheetTests.records)
    }

    @Test func aParentCanReadTheSheet() {
        let pages = sheets(.danish)
        #expect(pages.map(\.path) == ["families/page-7k", "families/page-9p"])
        let text = MarkdownRenderer().render(pages[0].report)
            .replacing(Formatting.noBreakSpace, with: " ").replacing("\n", with: " ")
        #expect(text.contains("Et lavere tal er bedre."))
        #expect(
            text.contains(
                "Barnet, set af en forælder: fra 18 den 5. januar 2026 til 12 den 5. april 2026"))
        #expect(text.contains("I har sat 2 mål: 1 er nået og 1 er i gang."))
        // The goal that is reached needs no line of its own.
        #expect(text.contains("Mål 2") && !text.contains("Mål 1 "))
    }

    @Test func nobodyIsCalledByACodeOnTheSheet() {
        for page in sheets(.danish) + sheets(.english) {
            let text = MarkdownRenderer().render(page.report)
            #expect(!text.contains("a-child") && !text.contains("-far") && !text.contains("-mor"))
        }
    }

    /// The families' series do not stand in the order of the cases.
    @Test func everyFamilyFindsItsOwnSeries() {
        var records = FamilySheetTests.conclusions
        let series = records.families.series
        records.families.series.cases = [1] + series.cases
        records.families.series.persons = [1] + series.persons
        records.families.series.measures = [0] + series.measures
        records.families.series.strands = [0] + series.strands
        let family = FamilySheetTests.records(records)
        #expect(family.series(of: 0) == 1..<2)
        #expect(family.series(of: 1) == 0..<1)
        #expect(family.series(of: 7).isEmpty)
    }

    @Test func chartsThatFindNoRoomAreFoldedAwayFromTheLastTrajectoryOn() {
        let wheel = DemoSheet.wheel
        let lines = (1...6).map { DemoSheet.trajectory("linje-\($0)") }
        let blocks = onOneSheet(lines + [wheel, wheel], .danish)
        let kept = blocks.map { if case .chart = $0 { true } else { false } }
        #expect(kept.first == true && kept.suffix(2) == [true, true])
        let first = kept.prefix(6).firstIndex(of: false)
        #expect(first.map { kept[$0..<6].allSatisfy { !$0 } } == true)
        #expect(onOneSheet([lines[0], wheel], .danish) == [lines[0], wheel])
    }

    @Test func aFamilyWithNothingGetsAFriendlySheet() {
        let text = MarkdownRenderer().render(sheets(.english)[1].report)
        #expect(text.contains("No goals have been set yet."))
    }

    @Test func aFamilyThatHasNotBegunHasNoSheet() {
        var village = Village()
        village.conclusions.asOf = Village.day("2026-01-15")
        let layout = Village.layout(["family-goals"], scope: .family)
        let pages = composeFamilies(
            village.context, layout: layout, records: FamilySheetTests.records)
        #expect(pages.count == 1)
    }

    @Test func publishedPagesHoldNoFamilySheet() {
        let layout = Village.layout(["family-goals"], scope: .family)
        #expect(compose(Village.rich.context, layout: layout).isEmpty)
    }
}

/// Charts as they stand on a family's sheet.
private enum DemoSheet {
    static var wheel: Block {
        .chart(
            Chart(
                "hjul", title: "Hjulet", description: "Et hjul.",
                .wheel(
                    Wheel(
                        spokes: ["a", "b", "c"].map {
                            Wheel.Spoke($0, first: .count(3), latest: .count(5))
                        }, range: 0...10, firstLabel: "først", latestLabel: "senest"))))
    }

    static func trajectory(_ name: String) -> Block {
        .chart(
            Chart(
                name, title: "Trivsel", description: "En linje.",
                .trajectory(
                    Trajectory(
                        positions: [Trajectory.Position("a", at: 0)],
                        series: (1...6).map {
                            Trajectory.Series("\($0)", [Estimate(.count($0))])
                        }, valueAxis: Axis("Point")))))
    }
}
