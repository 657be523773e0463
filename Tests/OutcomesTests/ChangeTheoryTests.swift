import Basics
import Model
import Testing

/// Where a family stands with an outcome.
@Suite struct ChangeTheoryTests {
    private static let improved = EvidencePiece.scale(
        ScaleEvidence(scale: "ors.total", rule: .reliableImprovement))
    private static let better = EvidencePiece.scale(
        ScaleEvidence(scale: "sdq.total", informant: "parent", rule: .betterThanCutOff))

    /// A town with one family from 1 January 2024 and one outcome on the short horizon.
    private func town(
        _ evidence: [EvidencePiece], _ when: AchievedWhen = .any, to end: String? = nil
    ) -> Town {
        var programme = Programme(
            name: "p", title: LocalizedText(same: "p"), targetGroup: LocalizedText(same: "p"))
        programme.outcomes = [
            Outcome(
                name: "o", horizon: .short, whom: .parents, title: LocalizedText(same: "o"),
                achievedWhen: when, evidence: evidence)
        ]
        var town = Town()
        town.programmes = [programme]
        town.family("a", from: "2024-01-01", to: end)
        return town
    }

    private func status(_ town: Town, asOf: String = "2026-10-31") -> OutcomeStatus? {
        let counts = town.concluded(asOf: asOf).outcome("o")?.counts
        return OutcomeStatus.allCases.first { counts?[$0] == 1 }
    }

    private func ors(_ town: inout Town, _ person: String, _ first: Ratio?, _ last: Ratio?) {
        if let first {
            town.measure("a", person, person, on: "2024-01-01", ["ors.total": first])
        }
        if let last {
            town.measure("a", person, person, on: "2024-04-01", ["ors.total": last])
        }
    }

    private func sdq(_ town: inout Town, _ child: String, _ first: Ratio, _ last: Ratio?) {
        town.measure("a", child, "parent", on: "2024-01-01", ["sdq.total": first])
        if let last {
            town.measure("a", child, "parent", on: "2024-04-01", ["sdq.total": last])
        }
    }

    @Test func aReliableImprovementAchieves() {
        var town = town([Self.improved])
        ors(&town, "mor", 20, 25)
        #expect(status(town) == .achieved)
    }

    @Test func twoParentsWhoDisagreeAchievePartly() {
        var town = town([Self.improved])
        ors(&town, "mor", 20, 25)
        ors(&town, "far", 20, 24)
        #expect(status(town) == .partly)
    }

    @Test func aParentWhoIsNotMeasuredDoesNotDecide() {
        var town = town([Self.improved])
        ors(&town, "mor", 20, 25)
        ors(&town, "far", 20, nil)
        #expect(status(town) == .achieved)
    }

    @Test func missingIsNeitherSuccessNorFailure() {
        var town = town([Self.improved])
        ors(&town, "mor", 20, nil)
        #expect(status(town) == .notMeasured)
        #expect(town.concluded(asOf: "2026-10-31").outcome("o")?.share == nil)
    }

    @Test func aCaseThatEndedEarlyIsEnded() {
        var town = town([Self.improved], to: "2024-01-31")
        ors(&town, "mor", 20, nil)
        #expect(status(town) == .ended)
    }

    @Test func aCaseThatEndedWithoutABaselineIsNotMeasured() {
        let town = town([Self.improved], to: "2024-01-31")
        #expect(status(town) == .notMeasured)
    }

    @Test func anOpenWindowIsNotYetDue() {
        var town = town([Self.improved])
        ors(&town, "mor", 20, 25)
        #expect(status(town, asOf: "2024-05-01") == .notYetDue)
    }

    @Test func anOutcomeThatNothingMeasuresIsStillCounted() {
        let figure = town([]).concluded(asOf: "2026-10-31").outcome("o")
        #expect(figure?.counts.notMeasured == 1)
        #expect(figure?.hasEvidence == false)
    }

    // Clinical from 17.
    @Test func crossingTheCutOffAchievesAndStayingOnTheGoodSideIsCountedApart() {
        for (first, last, expected) in [
            (20, 16, OutcomeStatus.achieved), (20, 17, .notAchieved), (16, 10, .alreadyThere),
            (16, 20, .alreadyThere),
        ] {
            var town = town([Self.better])
            sdq(&town, "b", Ratio(first), Ratio(last))
            #expect(status(town) == expected)
        }
    }

    @Test func aChildWhoWasAlreadyThereDoesNotDecideForItsSibling() {
        var town = town([Self.better])
        sdq(&town, "b", 16, 10)
        sdq(&town, "c", 20, 18)
        #expect(status(town) == .notAchieved)
    }

    @Test func bandsAndStepsAreRules() {
        let band = EvidencePiece.scale(
            ScaleEvidence(scale: "sdq.total", rule: .inBand(set: nil, bands: ["close"])))
        for (first, last, expected) in [
            (15, 13, OutcomeStatus.achieved), (15, 14, .notAchieved), (13, 15, .alreadyThere),
        ] {
            var town = town([band])
            sdq(&town, "b", Ratio(first), Ratio(last))
            #expect(status(town) == expected)
        }
        let steps = EvidencePiece.scale(
            ScaleEvidence(scale: "pss.total", rule: .atLeastSteps(3)))
        for (last, expected) in [(47, OutcomeStatus.achieved), (48, .notAchieved)] {
            var town = town([steps])
            town.measure("a", "x", "self", on: "2024-01-01", ["pss.total": 50])
            town.measure("a", "x", "self", on: "2024-04-01", ["pss.total": Ratio(last)])
            #expect(status(town) == expected)
        }
    }

    @Test func notWorseIsAchievedByStandingStillInTheClinicalRange() {
        let piece = EvidencePiece.scale(
            ScaleEvidence(scale: "sdq.total", informant: "parent", rule: .notWorse))
        for (first, last, expected) in [
            (20, 26, OutcomeStatus.achieved), (20, 27, .notAchieved), (16, 16, .alreadyThere),
        ] {
            var town = town([piece])
            sdq(&town, "b", Ratio(first), Ratio(last))
            #expect(status(town) == expected)
        }
    }

    @Test func indicatorsFallAndRiseFromABaselineAndThresholdsNeedNone() {
        func status(_ rule: IndicatorRule, _ first: Ratio?, _ last: Ratio?) -> OutcomeStatus? {
            var town = town([.indicator(IndicatorEvidence(indicator: "absence", rule: rule))])
            if let first { town.indicate("a", "b", "absence", on: "2024-01-05", first) }
            if let last { town.indicate("a", "b", "absence", on: "2024-04-01", last) }
            return self.status(town)
        }
        #expect(status(.fallsBy(5), 20, 15) == .achieved)
        #expect(status(.fallsBy(5), 20, 16) == .notAchieved)
        #expect(status(.fallsBy(5), nil, 16) == .notMeasured)
        #expect(status(.risesBy(2), 3, 5) == .achieved)
        #expect(status(.atMost(10), nil, 10) == .achieved)
        #expect(status(.atLeast(7), nil, 6) == .notAchieved)
        #expect(status(.atLeast(7), 8, nil) == .notMeasured)
    }

    // One piece of two scales: whichever is measured decides. Two pieces: both must be.
    @Test func scalesOfOnePieceCountAlike() {
        let piece = EvidencePiece.scale(
            ScaleEvidence(
                scales: ["ors.total", "pss.total"], informants: ["mor", "far", "self"],
                persons: .parent, rule: .reliableImprovement))
        for (last, expected) in [(25, OutcomeStatus.achieved), (24, .notAchieved)] {
            var town = town([piece])
            ors(&town, "mor", 20, Ratio(last))
            #expect(status(town) == expected)
        }
    }

    @Test func onlyThePersonsThatAPieceNamesCount() {
        var piece = ScaleEvidence(scale: "pss.total", rule: .atLeastSteps(3))
        for (role, expected) in [
            (FamilyRole.parent, OutcomeStatus.achieved), (.child, .notAchieved),
        ] {
            piece.persons = role
            var town = town([.scale(piece)])
            for (person, last) in [("mor", 40), ("b", 50)] {
                town.measure("a", person, "self", on: "2024-01-01", ["pss.total": 50])
                town.measure("a", person, "self", on: "2024-04-01", ["pss.total": Ratio(last)])
            }
            #expect(status(town) == expected)
        }
    }

    // Beside a piece that nothing in the pipeline measures, no family could ever miss the outcome.
    @Test func aPieceWithoutAnInstrumentIsNoEvidence() {
        let elsewhere = EvidencePiece.scale(
            ScaleEvidence(scale: "seam.total", rule: .atLeastSteps(1)))
        var measured = town([Self.improved, elsewhere])
        ors(&measured, "mor", 20, 21)
        #expect(status(measured) == .notAchieved)
        #expect(status(town([elsewhere])) == .notMeasured)
    }

    @Test func anyNeedsOnePieceAndAllNeedsEach() {
        let both = [Self.improved, Self.better]
        func status(_ when: AchievedWhen, _ ors: (Ratio?, Ratio?), _ sdq: (Ratio, Ratio?))
            -> OutcomeStatus?
        {
            var town = town(both, when)
            self.ors(&town, "mor", ors.0, ors.1)
            self.sdq(&town, "b", sdq.0, sdq.1)
            return self.status(town)
        }
        #expect(status(.any, (20, 25), (20, 18)) == .achieved)
        #expect(status(.any, (20, 21), (20, 18)) == .notAchieved)
        #expect(status(.any, (20, 21), (20, nil)) == .notMeasured)
        #expect(status(.all, (20, 25), (20, 16)) == .achieved)
        #expect(status(.all, (20, 25), (20, 18)) == .partly)
        #expect(status(.all, (20, 25), (20, nil)) == .partly)
        #expect(status(.all, (20, 21), (20, nil)) == .notAchieved)
        #expect(status(.all, (20, nil), (20, nil)) == .notMeasured)
        #expect(status(.all, (20, 25), (10, 10)) == .achieved)
        #expect(status(.atLeast(2), (20, 25), (20, 16)) == .achieved)
        #expect(status(.atLeast(2), (20, 25), (20, 18)) == .partly)
        #expect(status(.atLeast(2), (20, 25), (20, nil)) == .notMeasured)
    }

    @Test func statusesOfAnOutcomeAddUpToTheFamilies() {
        var town = town([Self.improved])
        for index in 0..<9 {
            let name = "f\(index)"
            town.family(
                name, from: "2024-0\(index % 3 + 1)-01", to: index == 4 ? "2024-01-20" : nil)
            town.measure(name, "mor", "mor", on: "2024-01-15", ["ors.total": 20])
            if index % 2 == 0 {
                town.measure(name, "mor", "mor", on: "2024-05-01", ["ors.total": 28])
            }
        }
        for asOf in ["2024-02-15", "2024-05-20", "2024-06-10", "2026-01-01"] {
            let conclusions = town.concluded(asOf: asOf)
            let group = conclusions.groups.first { $0.level == .programme }
            #expect(conclusions.outcome("o")?.counts.total == group?.cases)
        }
    }
}

/// Shares against the shares aimed at.
@Suite struct TargetTests {
    private func figure(_ achieved: Int, _ not: Int, unknown: Int, target: Int) -> OutcomeFigure {
        var town = Town()
        var programme = Programme(
            name: "p", title: LocalizedText(same: "p"), targetGroup: LocalizedText(same: "p"))
        programme.outcomes = [
            Outcome(
                name: "o", horizon: .short, whom: .parents, title: LocalizedText(same: "o"),
                evidence: [
                    .scale(ScaleEvidence(scale: "ors.total", rule: .reliableImprovement))
                ],
                target: Sourced(
                    Ratio(Int64(target), over: 100), source: "ours", evidence: .provisional))
        ]
        town.programmes = [programme]
        for index in 0..<(achieved + not + unknown) {
            town.family("f\(index)", from: "2024-01-01")
            town.measure("f\(index)", "mor", "mor", on: "2024-01-01", ["ors.total": 20])
            guard index < achieved + not else { continue }
            town.measure(
                "f\(index)", "mor", "mor", on: "2024-04-01",
                ["ors.total": index < achieved ? 26 : 21])
        }
        return town.concluded(asOf: "2026-10-31").outcome("o")!
    }

    // 99 % Wilson intervals: 18 of 20 is .621–.980, 2 of 20 is .020–.379, 10 of 20 is .250–.750
    // (z = 2.575829).
    @Test(arguments: [
        (18, 2, 60, Verdict.above), (18, 2, 64, .notDistinguishable), (2, 18, 38, .below),
        (10, 10, 60, .notDistinguishable),
    ])
    func aVerdictNeedsTheWholeIntervalOnOneSide(
        achieved: Int, not: Int, target: Int, verdict: Verdict
    ) {
        #expect(figure(achieved, not, unknown: 0, target: target).verdict == verdict)
    }

    // 18 of 20 is above 60 %; were the 20 unmeasured all failures, 18 of 40 would not be.
    @Test func aVerdictThatTheMissingCouldOverturnSaysSo() {
        #expect(figure(18, 2, unknown: 20, target: 60).verdict == .dependsOnTheMissing)
    }

    @Test func fourFamiliesGiveNoVerdict() {
        let figure = figure(4, 0, unknown: 0, target: 10)
        #expect(figure.verdict == .tooFew)
        #expect(figure.share?.value == 1)
    }

    // Three of five measured, five more unknown: from 3 / 10 to 8 / 10.
    @Test func boundsShowWhatTheMissingCouldMean() {
        let figure = figure(3, 2, unknown: 5, target: 50)
        #expect(figure.bounds == Bounds(low: 0.3, high: 0.8))
    }
}
