import Basics
import Model
import Testing

/// Where a series stands: the windows at their edges.
@Suite struct StandingTests {
    /// One family from 1 January 2024, with one mother's ORS scores on the days named.
    private func standing(
        _ scores: [(String, Ratio)], asOf: String = "2026-10-31", to end: String? = nil,
        from start: String = "2024-01-01", _ horizon: Horizon = .short
    ) -> GroupChange? {
        var town = Town()
        town.family("a", from: start, to: end)
        for (date, score) in scores {
            town.measure("a", "mor", "mor", on: date, ["ors.total": score])
        }
        return town.concluded(asOf: asOf).change("ors.total", horizon)
    }

    // 60 days before 1 January 2024 is 2 November 2023; 42 days after it is 12 February 2024.
    @Test(arguments: [
        ("2023-11-01", false), ("2023-11-02", true), ("2024-02-12", true), ("2024-02-13", false),
    ])
    func aBaselineCountsFromSixtyDaysBeforeToFortyTwoAfter(date: String, counts: Bool) {
        let row = standing([(date, 20)])
        #expect(row?.standings.noBaseline == (counts ? 0 : 1))
    }

    // The short target is 1 April 2024 (three calendar months); ± 45 days is 16 February to
    // 16 May. Half of the 91 days is 45.5, so a baseline on 1 January asks for 46 days: also
    // 16 February.
    @Test(arguments: [
        ("2024-02-15", 0), ("2024-02-16", 1), ("2024-05-16", 1), ("2024-05-17", 0),
    ])
    func aFollowUpCountsWithinTheTolerance(date: String, measured: Int) {
        let row = standing([("2024-01-01", 20), (date, 26)])
        #expect(row?.standings.measured == measured)
        #expect(row?.standings.missing == 1 - measured)
    }

    // A baseline on 12 February asks for a follow-up 45.5 days later: 29 March is 46 days later
    // (17 to the end of February, 29), 28 March only 45.
    @Test(arguments: [("2024-03-28", 0), ("2024-03-29", 1)])
    func aFollowUpLiesHalfTheHorizonAfterTheBaseline(date: String, measured: Int) {
        let row = standing([("2024-02-12", 20), (date, 26)])
        #expect(row?.standings.measured == measured)
    }

    @Test func theNearestScoreCountsAndTheLaterOfTwoAtEqualDistance() {
        // 29 March and 4 April are both three days from 1 April; 10 April is nine.
        let row = standing([
            ("2024-01-01", 20), ("2024-03-29", 21), ("2024-04-04", 27), ("2024-04-10", 33),
        ])
        #expect(row?.meanFollowUp == 27)
    }

    @Test func theEarliestScoreInTheWindowIsTheBaseline() {
        let row = standing([("2023-12-20", 18), ("2024-01-05", 22), ("2024-04-01", 30)])
        #expect(row?.meanBaseline == 18)
    }

    @Test func aMonthWithoutTheDayIsClampedToItsLast() {
        // 30 November 2023 + 3 months is 29 February 2024; 45 days later is 14 April.
        let scores: [(String, Ratio)] = [("2023-11-30", 20), ("2024-04-14", 26)]
        #expect(standing(scores, from: "2023-11-30")?.standings.measured == 1)
        let late: [(String, Ratio)] = [("2023-11-30", 20), ("2024-04-15", 26)]
        #expect(standing(late, from: "2023-11-30")?.standings.missing == 1)
    }

    // The window closes on 16 May 2024.
    @Test(arguments: [("2024-05-15", 1), ("2024-05-16", 0)])
    func anOpenWindowIsNotYetDueEvenWithAFollowUp(asOf: String, notYetDue: Int) {
        let row = standing([("2024-01-01", 20), ("2024-04-01", 26)], asOf: asOf)
        #expect(row?.standings.notYetDue == notYetDue)
        #expect(row?.standings.measured == 1 - notYetDue)
    }

    @Test func notYetDueGoesBeforeNoBaseline() {
        #expect(standing([("2024-03-01", 20)], asOf: "2024-05-01")?.standings.notYetDue == 1)
    }

    // The window opens on 16 February.
    @Test(arguments: [("2024-02-15", 1), ("2024-02-16", 0)])
    func aCaseThatEndedBeforeTheWindowIsEndedAndElseMissing(end: String, ended: Int) {
        let row = standing([("2024-01-01", 20)], to: end)
        #expect(row?.standings.ended == ended)
        #expect(row?.standings.missing == 1 - ended)
    }

    @Test func aScoreAfterTheEndStillCounts() {
        let row = standing([("2024-01-01", 20), ("2024-04-01", 26)], to: "2024-01-20")
        #expect(row?.standings.measured == 1)
    }

    @Test func anEndAfterTheAsOfDateMeansOpen() {
        let conclusions = with(end: "2024-07-01", asOf: "2024-06-01")
        #expect(conclusions.groups[0].open == 1)
        #expect(with(end: "2024-05-01", asOf: "2024-06-01").groups[0].open == 0)
    }

    private func with(end: String, asOf: String) -> Conclusions {
        var town = Town()
        town.family("a", from: "2024-01-01", to: end)
        return town.concluded(asOf: asOf)
    }

    @Test func aCaseThatStartsAfterTheAsOfDateIsLeftOut() {
        var town = Town()
        town.family("a", from: "2024-01-01")
        town.family("b", from: "2024-07-01")
        let conclusions = town.concluded(asOf: "2024-06-30")
        #expect(conclusions.groups[0].cases == 1)
        #expect(conclusions.casesNotStarted == 1)
    }

    @Test func whatIsNotUsedIsCountedWithItsReason() {
        var town = Town()
        town.family("a", from: "2024-01-01")
        // 90 days before 1 January 2024 is 3 October 2023.
        town.measure("a", "mor", "mor", on: "2023-10-02", ["ors.total": 20])
        town.measure("a", "mor", "mor", on: "2023-10-03", ["ors.total": 20])
        town.measure("a", "mor", "mor", on: "2024-07-01", ["ors.total": 20])
        town.measure("a", "b", "barn", on: "2024-02-01", ["ors.total": 20], birth: "2024-02-02")
        let unused = town.concluded(asOf: "2024-06-30").unused
        #expect(
            unused == [
                UnusedCount(instrument: "fit", reason: .afterAsOf, count: 1),
                UnusedCount(instrument: "fit", reason: .beforeBirth, count: 1),
                UnusedCount(instrument: "fit", reason: .longBeforeStart, count: 1),
            ])
    }

    @Test func informantsAndEditionsAreNeverMixed() {
        var town = Town()
        town.family("a", from: "2024-01-01")
        town.measure("a", "b", "barn", on: "2024-01-01", ["cors.total": 20])
        town.measure("a", "b", "barn", on: "2024-04-01", ["ors.total": 30])
        town.measure("a", "mor", "mor", on: "2024-04-01", ["ors.total": 30])
        let conclusions = town.concluded(asOf: "2026-10-31")
        #expect(conclusions.change("cors.total", of: "barn", .short)?.standings.missing == 1)
        #expect(conclusions.change("ors.total", of: "barn", .short)?.standings.noBaseline == 1)
        #expect(conclusions.change("ors.total", of: "mor", .short)?.standings.noBaseline == 1)
    }

    @Test func atTheEndOfAnOpenCaseIsNotYetDueAndNeverEnded() {
        var town = Town()
        var programme = Programme(
            name: "p", title: LocalizedText(same: "p"), targetGroup: LocalizedText(same: "p"))
        programme.timing[.long] = HorizonTiming(at: .end, toleranceDays: 30)
        town.programmes = [programme]
        town.family("a", from: "2024-01-01")
        town.family("b", from: "2024-01-01", to: "2024-07-01")
        for name in ["a", "b"] {
            town.measure(name, "mor", "mor", on: "2024-01-01", ["ors.total": 20])
        }
        town.measure("b", "mor", "mor", on: "2024-06-20", ["ors.total": 26])
        let early = town.concluded(asOf: "2024-07-30").change("ors.total", .long)
        #expect(early?.standings.notYetDue == 2)
        let late = town.concluded(asOf: "2024-07-31").change("ors.total", .long)
        #expect(late?.standings.notYetDue == 1)
        #expect(late?.standings.measured == 1)
        #expect(late?.standings.ended == 0)
    }
}
