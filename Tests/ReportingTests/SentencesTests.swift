import Basics
import Model
import ReportModel
import Testing

@testable import Reporting

@Suite struct SentencesTests {
    @Test func aTileReadsAloudInDanish() throws {
        let text = try said(.rich, ["headline"])
        #expect(
            text.contains(
                "12 af 31 børn er i sikker fremgang[^1] på kort sigt; den rigtige andel ligger "
                    + "formentlig mellem 24 og 56 %."))
        // 12 of 31 with 14 missing: 12 / 45 = 27 % to 26 / 45 = 58 %.
        #expect(
            text.contains(
                "14 mangler en opfølgning eller er afsluttet før; med dem ligger andelen mellem 27 "
                    + "og 58 %."))
        #expect(text.contains("30 forløb er i gang, og 61 er begyndt i alt."))
    }

    @Test func aTileReadsAloudInEnglish() throws {
        var village = Village.rich
        village.language = .english
        let text = try said(village, ["headline"])
        #expect(
            text.contains(
                "12 of 31 children have improved reliably[^1] in the short term; the true share is "
                    + "probably between 24 and 56%."))
    }

    @Test func aFewMeasuredAreHiddenInWordsToo() throws {
        var village = Village()
        for group in 0..<3 { village.change(group, measure: 1, measured: 3, improved: 1) }
        let text = try said(village, ["headline", "change-table"])
        #expect(
            text.contains(
                "Skjult, fordi små tal kunne røbe enkelte familier: forandringen i "
                    + "[Vejen](programmes/vejen.md) (børn)."))
        #expect(!text.contains("**Børn"))
        #expect(!text.contains("1 af 3"))
    }

    @Test func aHiddenWholeLeavesTheShareToSpeak() throws {
        var village = Village()
        village.profile = .internal
        village.change(1, measure: 1, measured: 31, improved: 12)
        let context = village.context
        let side = Village.programme.parentsAndChildren!.children
        let reading = try #require(ChangeReading(context, Village.programme, side))
        // 12 / 31 is the share: the whole follows from both where a part is hidden.
        #expect(
            reading.row.whole(
                "improved", share: "share_improved", of: ["improved", "no_change", "deteriorated"])
                == .count(31))
    }

    @Test func oneIsOneAndNoneIsNone() throws {
        var village = Village()
        village.profile = .internal
        village.language = .english
        village.change(1, measure: 1, measured: 31, improved: 1)
        #expect(try said(village, ["headline"]).contains("1 of 31 children has improved reliably"))
        var none = Village()
        none.profile = .internal
        none.change(1, measure: 1, measured: 31, improved: 0)
        #expect(try said(none, ["headline"]).contains("0 af 31 børn er i sikker fremgang"))
    }

    @Test func movedIsNeverCalledReliable() throws {
        let named = NamedScale(
            instrument: Village.instruments[0], scale: Village.instruments[0].scales[0])
        var moved = named
        moved.scale.change[0].sourced.value = .steps(10)
        var important = named
        important.scale.change[0].sourced.value = .minimalImportantDifference(10)
        var silent = named
        silent.scale.change = []
        #expect(named.judgement("mor") == .reliable)
        #expect(moved.judgement("mor") == .moved)
        #expect(important.judgement("mor") == .minimalImportantDifference)
        #expect(silent.judgement("mor") == .none)
    }

    @Test func theSummaryFitsTheSubjectOfAMail() {
        #expect(
            summarise(Village.rich.context)
                == "Månedsrapport oktober 2026: 61 familier, 30 i gang; 1 af 2 mål er klart over, "
                + "1 klart under.")
        var village = Village.rich
        village.language = .english
        village.absentFiles = [
            AbsentFile(name: "pss*.csv", reason: LocalizedText(da: "mangler", en: "absent"))
        ]
        #expect(
            summarise(village.context)
                == "Monthly report October 2026: 61 families, 30 under way; 1 of 2 targets clearly "
                + "above, 1 clearly below; one file is absent.")
        #expect(!summarise(village.context).contains("\n"))
    }

    @Test func theSummaryOfNobodySaysSo() {
        var village = Village()
        village.conclusions.groups = []
        #expect(summarise(village.context) == "Månedsrapport oktober 2026: ingen familier.")
    }

    @Test func aTrendWithinTheUncertaintyIsNeitherGoodNorBad() {
        var before = Village()
        before.conclusions.asOf = Village.day("2026-09-30")
        before.change(1, measure: 1, measured: 31, improved: 12)
        before.profile = .internal
        var now = Village()
        now.profile = .internal
        now.change(1, measure: 1, measured: 31, improved: 14)
        now.earlier = before.published
        let keys = ["vejen", "*", "*", "sdq.total", "parent", "short"]
        let trend = Movement(now.context, "outcomes", keys, "share_improved").trend(isGood: true)
        #expect(trend?.direction == .up)
        #expect(trend?.meaning == .neutral)
        #expect(
            trend?.text.plain(in: .danish)
                == "+6\u{A0}procentpoint siden september 2026, inden for usikkerheden")
    }

    @Test func aProgrammeWithoutFiguresSaysSoOnce() throws {
        let text = try said(Village(cases: 2), ["headline"], scope: .programme)
        #expect(
            text.contains(
                "Skjult, fordi små tal kunne røbe enkelte familier: »Familier i gang«."))
        #expect(!text.contains("skjult –") && !text.contains("- **"))
    }

    @Test func tablesThatHideEverythingAreNamedInOneSentence() {
        func table(_ name: String, _ quantities: [Quantity]) -> Block {
            .table(
                Table(
                    name, columns: [.rowHeader("x"), .figures("y")],
                    rows: quantities.map { ["a", .quantity($0)] }))
        }
        let shown = table("c", [.hidden, .count(7)])
        let folded = foldHidden(
            [
                table("a", [.hidden, .count(0)]), table("b", [.hidden]), shown,
                table("d", [.hidden]), table("e", [.notComputed("ingen"), .count(0)]),
            ], Words(language: .danish))
        let sentence = "Skjult, fordi små tal kunne røbe enkelte familier: "
        #expect(
            folded == [
                .paragraph(Prose(sentence + "»a« og »b«.")), shown,
                .paragraph(Prose(sentence + "»d«.")),
                table("e", [.notComputed("ingen"), .count(0)]),
            ])
    }

    @Test func whatMovedInsideItsUncertaintyIsOnlyCounted() throws {
        var before = Village.rich
        before.profile = .internal
        before.conclusions.asOf = Village.day("2026-09-30")
        var now = Village.rich
        now.profile = .internal
        now.earlier = before.published
        // 18 of 30 then; 20 of 30 now lies within 10 to 90 %, 29 of 30 does not.
        for index in now.conclusions.outcomes.indices {
            let isFirst = now.conclusions.outcomes[index].outcome == 0
            now.conclusions.outcomes[index].share?.value = isFirst ? 20.0 / 30 : 29.0 / 30
        }
        let text = try said(now, ["changes"])
        #expect(text.contains("Hvad er ændret siden september 2026?"))
        #expect(text.contains("én andel har flyttet sig, inden for usikkerheden"))
        #expect(text.contains(": 97 % (+70 procentpoint)"))
        #expect(!text.contains("67 %"))
    }

    @Test func whatStandsAsLastPublishedSaysSoAndHasNoTrend() throws {
        var before = Village.rich
        before.conclusions.asOf = Village.day("2026-09-30")
        var now = Village.rich
        now.earlier = before.published
        now.conclusions.groups[0].open += 2
        let text = try said(now, ["headline"])
        #expect(
            text.contains(
                "**Familier i gang: 30** – 30 forløb er i gang[^1], og 61 er begyndt i alt."))
        #expect(
            text.contains(
                "Tallet er fra opgørelsen pr. 30. september 2026."))
        #expect(summarise(now.context).contains("61 familier, 30 i gang (pr. 30. september 2026)"))
    }

    /// Three periods: what the second kept is still of the first day in the third.
    private func threeMonths(_ second: (inout Village) -> Void, _ third: (inout Village) -> Void)
        -> Village
    {
        var months = [Village.rich, .rich, .rich]
        second(&months[1])
        third(&months[2])
        for (index, day) in ["2026-08-31", "2026-09-30", "2026-10-31"].enumerated() {
            months[index].conclusions.asOf = Village.day(day)
            if index > 0 { months[index].earlier = months[index - 1].published }
        }
        return months[2]
    }

    @Test func aFigureBearsTheDayThatItIsOf() throws {
        let village = threeMonths(
            { $0.conclusions.groups[0].open += 2 }, { $0.conclusions.groups[0].open += 3 })
        let text = try said(village, ["headline"])
        #expect(text.contains("Tallet er fra opgørelsen pr. 31. august 2026."))
        #expect(!text.contains("30. september 2026"))
    }

    @Test func aTrendIsSinceTheDayThatTheOlderFigureIsOf() throws {
        let village = threeMonths(
            { $0.conclusions.groups[0].open += 2 }, { $0.conclusions.groups[0].open += 9 })
        let text = try said(village, ["headline"])
        #expect(text.contains("+9 siden august 2026"))
    }

    @Test func withoutAnEarlierPeriodThereIsNoTrend() throws {
        let keys = ["vejen", "*", "*"]
        #expect(Movement(Village.rich.context, "cases", keys, "open").trend() == nil)
        #expect(try said(.rich, ["changes"]).contains("Hvad er ændret") == false)
    }
}
