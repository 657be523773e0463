import Basics
import Model
import Testing

/// What is due and done, who is not on track, and where cases and goals stand.
@Suite struct OnTimeTests {
    private func label(_ text: String) -> LocalizedText { LocalizedText(same: text) }

    private func town(_ change: (inout Programme) -> Void) -> Town {
        var programme = Programme(name: "p", title: label("p"), targetGroup: label("p"))
        change(&programme)
        var town = Town()
        town.programmes = [programme]
        return town
    }

    private func line(
        _ instrument: String, _ informants: [String], _ rhythm: ScheduleLine.Rhythm
    ) -> ScheduleLine {
        ScheduleLine(
            name: "l", title: label("l"), instrument: instrument, informants: informants,
            rhythm: rhythm)
    }

    private func reasons(_ town: Town, asOf: String) -> [Alert.Reason] {
        town.concluded(asOf: asOf).families.notOnTrack.map(\.reason)
    }

    // Due on 1 April, 1 July and 1 October 2024. Half of the 91 days from 1 April to 1 July is 45:
    // 16 May counts for April and 17 May for July; 20 August is too late for July. 30 September
    // counts for October.
    @Test(arguments: [("2024-05-16", 2), ("2024-05-17", 2), ("2024-08-20", 1)])
    func aPointIsDoneWithinHalfAnInterval(date: String, done: Int) {
        var town = town { $0.schedule = [line("pss", [], .months(3))] }
        town.family("a", from: "2024-01-01")
        town.measure("a", "x", "self", on: date, ["pss.total": 40])
        town.measure("a", "x", "self", on: "2024-09-30", ["pss.total": 40])
        let figure = town.concluded(asOf: "2024-10-31").adherence.first
        #expect(figure?.due == 3)
        #expect(figure?.done == done)
    }

    @Test func nothingFallsDueAfterTheEndOfACase() {
        var town = town { $0.schedule = [line("pss", [], .weeks(4))] }
        // Four-week points on 29 January and 26 February; the case ends on 1 March.
        town.family("a", from: "2024-01-01", to: "2024-03-01")
        #expect(town.concluded(asOf: "2024-10-31").adherence.first?.due == 2)
    }

    @Test func aFatherOwesNothingWhereTheFamilyHasNone() {
        var town = town { $0.schedule = [line("fit", ["mor", "far"], .eachSession)] }
        town.family("a", from: "2024-01-01")
        for session in [1, 2, 4] {
            town.measure(
                "a", "mor", "mor", on: "2024-01-0\(session)", ["ors.total": 20], session: session)
        }
        let figure = town.concluded(asOf: "2024-10-31").adherence.first
        #expect(figure?.due == 4)
        #expect(figure?.done == 3)
    }

    @Test func whatFallsDueNextMonthIsListedWithItsWindow() {
        var town = town { $0.schedule = [line("pss", [], .months(3))] }
        town.family("a", from: "2024-01-15")
        town.family("b", from: "2024-02-15")
        let due = town.concluded(asOf: "2024-03-31").families.dueNext
        #expect(due.map(\.caseIndex) == [0])
        #expect(due.first?.due.iso == "2024-04-15")
        // 91 days either side of 15 April: 45 days before is 1 March, 45 after is 30 May.
        #expect(due.first?.opens.iso == "2024-03-01")
        #expect(due.first?.closes.iso == "2024-05-30")
    }

    @Test func aLateMeasurementIsAnAlertOnlyWhileTheCaseIsOpen() {
        var town = town { $0.schedule = [line("pss", [], .months(3))] }
        town.family("a", from: "2024-01-01")
        #expect(reasons(town, asOf: "2024-05-16") == [])
        #expect(reasons(town, asOf: "2024-05-17") == [.measurementLate])
        town.cases.ends[0] = day("2024-05-10")
        #expect(reasons(town, asOf: "2024-05-17") == [])
    }

    @Test func theAllianceIsWatchedForItsLevelAndItsFall() {
        func reasons(_ scores: Ratio...) -> [Alert.Reason] {
            var town = Town()
            town.family("a", from: "2024-01-01")
            for (at, score) in scores.enumerated() {
                town.measure("a", "mor", "mor", on: "2024-01-0\(at + 1)", ["srs.total": score])
            }
            return self.reasons(town, asOf: "2024-06-30")
        }
        #expect(reasons(36) == [])
        #expect(reasons(Ratio(359, over: 10)) == [.allianceLow])
        #expect(reasons(39, 38) == [.allianceFallen])
        #expect(reasons(39, Ratio(381, over: 10)) == [])
    }

    @Test func wellbeingIsWatchedForAFallAndForNoGain() {
        func reasons(_ scores: Ratio...) -> [Alert.Reason] {
            var town = Town()
            town.family("a", from: "2024-01-01")
            for (at, score) in scores.enumerated() {
                town.measure("a", "mor", "mor", on: "2024-01-0\(at + 1)", ["ors.total": score])
            }
            return self.reasons(town, asOf: "2024-06-30")
        }
        #expect(reasons(20, 15) == [.wellbeingFallen])
        #expect(reasons(20, 20, 20) == [])
        #expect(reasons(20, 20, 20, 24) == [.noGainByFourthSession])
        #expect(reasons(20, 25, 20, 24) == [])
        #expect(reasons(20, 20, 20, 20, 20, 20, 20, 20) == [.noGainByEighthSession])
        #expect(reasons(26, 26, 26, 26) == [.startsAboveCutOff])
    }

    @Test func goalsAreCountedAndWatched() {
        var town = town { $0.goalRules = GoalRules(followUpWeeks: WeekRange(from: 2, through: 4)) }
        town.family("a", from: "2024-01-01")
        town.goal("a", set: "2024-05-20", due: "2024-05-30")
        town.goal("a", set: "2024-05-20")
        town.goal("a", set: "2024-05-20")
        // Looked at on 1 June; 29 June is four weeks later.
        town.goal("a", set: "2024-01-10", .open, on: "2024-06-01")
        town.goal("a", set: "2024-01-10", .reached, on: "2024-03-01")
        town.goal("a", set: "2024-07-10", .open)
        let conclusions = town.concluded(asOf: "2024-06-10")
        let figure = conclusions.goals.first
        #expect(
            figure.map { [$0.open, $0.reached, $0.overdue, $0.familiesWithTooMany] } == [
                4, 1, 1, 1,
            ])
        #expect(figure?.followUpLate == 0)
        #expect(town.concluded(asOf: "2024-06-30").goals.first?.followUpLate == 4)
    }

    @Test func casesArePlacedInPhasesByTheirWeeks() {
        var town = town { programme in
            programme.phases = [
                Phase(name: "one", title: label("1"), weeks: WeekRange(from: 4, through: 16)),
                Phase(
                    name: "two", title: label("2"), weeks: WeekRange(from: 8, through: 16),
                    mayRepeat: true),
            ]
        }
        // On 1 July 2024 the first has run 26 weeks, the second 17, the third 52: the two phases
        // may take 16 + 2 · 16 = 48.
        town.family("a", from: "2024-01-01", phase: "two")
        town.family("b", from: "2024-03-04", phase: "one")
        town.family("c", from: "2023-07-03", phase: "two")
        let conclusions = town.concluded(asOf: "2024-07-01")
        let programme = conclusions.groups.firstIndex { $0.level == .programme }
        let figures = conclusions.phases.filter { $0.group == programme }
        #expect(figures.map(\.recorded) == [1, 2])
        #expect(figures.map(\.overTime) == [1, 1])
        #expect(figures.map(\.expected) == [0, 2])
    }

    @Test func exitCriteriaAreMetNotMetOrNotKnown() {
        var town = town { programme in
            programme.exitCriteria = [
                ExitCriterion(name: "g", title: label("g"), test: .goalsReached),
                ExitCriterion(
                    name: "i", title: label("i"),
                    test: .indicator(IndicatorEvidence(indicator: "absence", rule: .atMost(0)))),
                ExitCriterion(
                    name: "s", title: label("s"), test: .functionalOn(scales: ["sdq.total"])),
            ]
        }
        town.family("a", from: "2024-01-01", to: "2024-06-01")
        town.goal("a", set: "2024-01-10", .reached, on: "2024-05-01")
        town.goal("a", set: "2024-01-10", .dropped, on: "2024-05-01")
        town.indicate("a", nil, "absence", on: "2024-05-01", 3)
        let conclusions = town.concluded(asOf: "2024-07-01")
        #expect(conclusions.families.exits.map(\.isMet) == [true, false, nil])
        let figures = conclusions.exits.prefix(3)
        #expect(figures.map(\.closedMet) == [1, 0, 0])
        #expect(figures.map(\.closedNotKnown) == [0, 0, 1])
    }

    @Test func aPersonInTwoCasesCountsOnceAmongPeopleAndEachCaseStandsAlone() {
        var town = Town()
        town.family("a", from: "2024-01-01", municipality: "M")
        town.family("b", from: "2025-01-01", municipality: "N")
        for (name, year) in [("a", "2024"), ("b", "2025")] {
            for person in ["child-77", "mor"] {
                town.measure(name, person, "barn", on: "\(year)-01-01", ["ors.total": 20])
                town.measure(name, person, "barn", on: "\(year)-04-01", ["ors.total": 26])
            }
        }
        let conclusions = town.concluded(asOf: "2026-10-31")
        let row = conclusions.change("ors.total", .short)
        #expect(row?.standings.measured == 4)
        // `mor` is somebody else in each family.
        #expect(row?.people == 3)
        #expect(conclusions.groups[0].people == 3)
        #expect(conclusions.change("ors.total", .short, municipality: "N")?.people == 2)
        #expect(conclusions.families.courses.map(\.cases) == [[0, 1]])
    }

    @Test func aProgrammeWithoutADefinitionIsMeasuredAndNamedOnce() {
        var town = Town()
        town.family("a", from: "2024-01-01", programme: "q")
        town.family("b", from: "2024-01-01", programme: "q")
        town.measure("a", "mor", "mor", on: "2024-01-01", ["ors.total": 20])
        let conclusions = town.concluded(asOf: "2026-10-31")
        #expect(conclusions.findings.map(\.code) == [.programmeNotDefined])
        #expect(conclusions.change("ors.total", .short, programme: "q")?.standings.missing == 1)
        #expect(conclusions.outcomes.isEmpty)
    }

    @Test func parentsAndChildrenStandSideBySide() {
        var town = town {
            $0.parentsAndChildren = ComparedSides(
                parents: .init(scale: "ors.total"), children: .init(scale: "sdq.total"))
        }
        town.family("a", from: "2024-01-01")
        for (person, last) in [("mor", 26), ("far", 21)] {
            town.measure("a", person, person, on: "2024-01-01", ["ors.total": 20])
            town.measure("a", person, person, on: "2024-04-01", ["ors.total": Ratio(last)])
        }
        town.measure("a", "b", "parent", on: "2024-01-01", ["sdq.total": 20])
        town.measure("a", "b", "parent", on: "2024-04-01", ["sdq.total": 10])
        let figure = town.concluded(asOf: "2026-10-31").sides.first { $0.horizon == .short }
        #expect(figure?[.mixed, .better] == 1)
        #expect(figure?.counts.reduce(0, +) == 1)
    }
}
