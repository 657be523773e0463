import Basics
import Foundation
import Loading
import Model
import Testing

/// The programmes that the project ships, and what a wrong definition is told.
@Suite struct ProgrammeLoadingTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Pipelines/Programmes")

    static let names = [
        "familieanbringelse", "koordinerende-familiekonsulent", "maalrettet-stoette",
        "sammenhaengende-familieindsats", "styrket-familiebehandling",
    ]

    static func load(_ name: String) throws -> Loaded<Programme> {
        let file = folder.appending(path: "\(name).yaml")
        return loadProgramme(
            yaml: try String(contentsOf: file, encoding: .utf8), path: "\(name).yaml")
    }

    @Test(arguments: names)
    func everyShippedProgrammeReadsWithoutAFinding(name: String) throws {
        let loaded = try Self.load(name)
        #expect(loaded.findings.map(\.line) == [])
        #expect(loaded.value?.name == name)
    }

    @Test(arguments: names)
    func everyShippedProgrammePromisesSomethingAtEachHorizon(name: String) throws {
        let programme = try #require(try Self.load(name).value)
        for horizon in Horizon.allCases {
            #expect(programme.outcomes.contains { $0.horizon == horizon })
        }
        #expect(!programme.coreElements.isEmpty)
        #expect(!programme.schedule.isEmpty)
        #expect(programme.parentsAndChildren != nil)
    }

    /// Seven, eleven and seven outcomes: the tables of the description.
    @Test func theCoordinatingConsultantHasTheOutcomesOfItsDescription() throws {
        let programme = try #require(try Self.load("koordinerende-familiekonsulent").value)
        let counts = Horizon.allCases.map { horizon in
            programme.outcomes.count { $0.horizon == horizon }
        }
        #expect(counts == [7, 11, 7])
        #expect(programme.phases.count == 5)
        #expect(programme.coreElements.count == 8)
        #expect(programme.wheelAxes.count == 10)
        #expect(programme.evidenceRating?.ratings.map(\.letter) == ["B", "B", "C", "C", "C"])
    }

    /// 383,000 / 5.7 is 67,193 and 67,000 / 9.7 is 6,907: the description's own figures.
    @Test func theCostsAgreeWithOneAnother() throws {
        let programme = try #require(try Self.load("koordinerende-familiekonsulent").value)
        func amount(_ per: CostFigure.Per) throws -> Double {
            try #require(
                programme.costs.first { $0.period == "whole-period" && $0.per == per }
            ).amount.value.value
        }
        let family = try amount(.year) / amount(.familiesAYear)
        #expect((family / 1000).rounded() * 1000 == (try amount(.family)))
        let month = try amount(.family) / amount(.monthsAFamily)
        #expect((month / 1000).rounded() * 1000 == (try amount(.familyAndMonth)))
    }

    @Test func strengthenedTreatmentHasSixExitCriteriaAndSixPrinciples() throws {
        let programme = try #require(try Self.load("styrket-familiebehandling").value)
        #expect(programme.exitCriteria.count == 6)
        #expect(programme.relationalCapacity.count == 6)
        #expect(programme.coreElements.count == 7)
    }

    private static let minimal = """
        programme: p
        title: P
        target-group: Everybody
        """

    @Test func aProgrammeNeedsOnlyItsNameTitleAndTargetGroup() {
        let loaded = loadProgramme(yaml: Self.minimal, path: "Programmes/p.yaml")
        #expect(loaded.findings.isEmpty)
        #expect(loaded.value?.timing == .standard)
        #expect(loaded.value?.goalRules.openAtMost == 3)
    }

    @Test(arguments: [
        (
            "phasses: []",
            "p.yaml:4:1: error: key 'phasses' is not known here; did you mean 'phases'?"
        ),
        ("timing: {short: {tolerance-days: 9}}", "needs 'months' or 'at: end'"),
        ("phases: [{name: a, title: A, weeks: [4, 2]}]", "two numbers of weeks in ascending order"),
        (
            "outcomes: [{name: o, horizon: shart, whom: family, title: O}]",
            "takes short, medium, long, not 'shart'; did you mean 'short'?"
        ),
        (
            "outcomes: [{name: o, horizon: short, whom: family, title: O, achieved-when: {n-of: 2}}]",
            "asks for 2 pieces of evidence and names 0"
        ),
        (
            """
            outcomes:
              - name: o
                horizon: short
                whom: family
                title: O
                target: {share: 60 %, source: nobody, evidence: provisional}
            """, "names no source 'nobody'"
        ),
        (
            """
            outcomes:
              - {name: o, horizon: short, whom: family, title: O}
              - {name: o, horizon: long, whom: family, title: O}
            """, "'outcomes' has 'o' twice"
        ),
        ("schedule: [{name: s, title: S, every: fortnight}]", "takes start, end, session"),
        ("exit-criteria: [{name: e, title: E, met-when: soon}]", "takes goals-reached"),
    ])
    func aWrongDefinitionIsToldWhatWouldBeRight(lines: String, sentence: String) {
        let loaded = loadProgramme(yaml: Self.minimal + "\n" + lines, path: "p.yaml")
        #expect(loaded.value == nil)
        #expect(loaded.findings.contains { $0.line.contains(sentence) })
    }

    @Test func aProgrammeMustBearItsFilesName() {
        let loaded = loadProgramme(yaml: Self.minimal, path: "q.yaml")
        #expect(loaded.findings.map(\.summary) == ["'programme' is 'p', but the file is named 'q'"])
    }

    @Test func aPieceOfEvidenceNamesOneScaleOrSeveralAndWhoseItIs() throws {
        let programme = try #require(try Self.load("styrket-familiebehandling").value)
        let outcome = try #require(programme.outcomes.first { $0.name == "overskud" })
        #expect(
            outcome.evidence == [
                .scale(
                    ScaleEvidence(
                        scales: ["pss.total", "who-5.index"], persons: .parent,
                        rule: .reliableImprovement))
            ])
    }
}
