import Basics
import Model
import Testing

@testable import Disclosure

@Suite struct ImpossibleStatusTests {
    private static let title = LocalizedText(da: "x", en: "x")
    private static let rating = EvidencePiece.indicator(
        IndicatorEvidence(indicator: "rating.contact", rule: .atLeast(7)))

    private static func scale(_ rule: ScaleRule) -> EvidencePiece {
        .scale(ScaleEvidence(scale: "sdq.total", rule: rule))
    }

    private static func outcome(_ whom: Beneficiary, _ evidence: [EvidencePiece]) -> Outcome {
        Outcome(name: "x", horizon: .short, whom: whom, title: title, evidence: evidence)
    }

    @Test func whatIsMeasuredByNothingIsNeverMeasured() {
        #expect(
            ImpossibleStatusTests.outcome(.family, []).impossibleStatuses
                == [.achieved, .partly, .notAchieved, .alreadyThere, .ended])
    }

    @Test func onlyARuleAboutWhereAFamilyIsCanBeMetAtTheStart() {
        let moved = ImpossibleStatusTests.scale(.reliableImprovement)
        let placed = ImpossibleStatusTests.scale(.betterThanCutOff)
        #expect(
            ImpossibleStatusTests.outcome(.children, [moved]).impossibleStatuses == [.alreadyThere])
        #expect(
            ImpossibleStatusTests.outcome(.children, [moved, placed]).impossibleStatuses.isEmpty)
    }

    @Test func oneRatingOfAWholeFamilyIsMetOrNot() {
        let rating = ImpossibleStatusTests.rating
        #expect(
            ImpossibleStatusTests.outcome(.organisation, [rating]).impossibleStatuses
                == [.alreadyThere, .partly])
        #expect(
            ImpossibleStatusTests.outcome(.children, [rating]).impossibleStatuses == [.alreadyThere]
        )
    }

    /// Of 20 measured families 12 achieved, 8 did not, and nobody can be partly there.
    @Test func aZeroByDefinitionIsShownAndStandsInForNothing() throws {
        let table = try #require(disclosed(achieved: 12, not: 8)["change-theory"])
        #expect(table.figure(0, "partly") == .value(0))
        #expect(table.figure(0, "already_there") == .value(0))
        #expect(table.figure(0, "achieved") == .value(12))
        #expect(table.figure(0, "share_achieved") == .value(0.6))
        let narrow = try #require(disclosed(achieved: 18, not: 2)["change-theory"])
        #expect(narrow.figure(0, "achieved") == .hidden)
        #expect(narrow.figure(0, "share_achieved") == .hidden)
    }

    private func disclosed(achieved: Int, not: Int) -> Disclosed {
        var conclusions = Conclusions(asOf: CalendarDate(days: 20_000))
        conclusions.groups = [Group(programme: "p")]
        conclusions.groups[0].cases = achieved + not + 18
        conclusions.groups[0].people = achieved + not + 18
        var figure = OutcomeFigure(
            group: 0, programme: "p", outcome: 0, name: "x", horizon: .short, whom: .family,
            hasEvidence: true)
        figure.counts.achieved = achieved
        figure.counts.notAchieved = not
        figure.counts.notMeasured = 7
        figure.counts.ended = 5
        figure.counts.notYetDue = 6
        figure.share = Estimate(Double(achieved) / Double(achieved + not))
        conclusions.outcomes = [figure]
        var programme = Programme(
            name: "p", title: ImpossibleStatusTests.title,
            targetGroup: ImpossibleStatusTests.title)
        programme.outcomes = [
            ImpossibleStatusTests.outcome(.family, [ImpossibleStatusTests.rating])
        ]
        return disclose(
            Disclosable(conclusions, programmes: [programme]), rules: SmallNumbers())
    }
}
