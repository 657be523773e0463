import Basics
import Intake
import Model
import Tables
import Testing

@Suite struct WithdrawalTests {
    static let list = "case_id;person_id\nS2;\nS1;P1\nS9;\n"

    @Test func whoHasWithdrawnIsDroppedAtTheDoorAndCounted() throws {
        let withdrawals = try Withdrawals.read(.text(Self.list), name: "withdrawn.csv")
        let cases = CaseReception.read(
            [try Samples.file("cases.csv", Samples.caseRows, kind: "cases")], without: withdrawals)
        #expect(cases.cases.identifiers == ["S1", "S3"])
        #expect(cases.files[0].counts.withdrawn == 1)
        #expect(cases.files[0].counts.rows == 2)
        let text =
            "case_id;person_id;date;who1;who2;who3;who4;who5\nS2;P7;01-02-2024;1;1;1;1;1\n"
            + "S1;P1;01-02-2024;1;1;1;1;1\nS1;P2;01-02-2024;1;1;1;1;1\nS9;P2;01-02-2024;1;1;1;1;1\n"
        let read = TypedRows.read(
            try Samples.file("who5.csv", text, kind: "who5"), Samples.who5, cases.index)
        #expect(read.rows.map(\.line) == [4])
        #expect(read.reception.counts.withdrawn == 3)
        #expect(read.reception.counts.rows == 1)
        #expect(read.reception.rejections.count == 0)
        #expect(read.reception.counts.addUp)
    }

    @Test func nothingOfARowIsKeptNotEvenWhatIsWrongWithIt() throws {
        let list = "case_id;person_id\nS2;\nS1;P1\nS8;P3\n"
        let withdrawals = try Withdrawals.read(.text(list), name: "withdrawn.csv")
        let cases = CaseReception.read(
            [try Samples.file("cases.csv", Samples.caseRows, kind: "cases")], without: withdrawals)
        let text =
            "case_id;person_id;date;who1;who2;who3;who4;who5\nS2;P7;31-02-2024;1;1;1;1;1\n"
            + "S1;P1;01-02-2024;1;1;1;1;1;9\nS8;P3;01-02-2024;1;1;1;1;1\n"
            + "S8;P4;01-02-2024;1;1;1;1;1\nS1;P2;31-02-2024;1;1;1;1;1\n"
        let read = TypedRows.read(
            try Samples.file("who5.csv", text, kind: "who5"), Samples.who5, cases.index)
        #expect(read.reception.counts.withdrawn == 3)
        #expect(read.reception.told == ["row-case-unknown 5:1", "row-date-unusable 6:3"])
        #expect(
            read.reception.turnedAway.sorted() == [
                Withdrawals.Entry(case: "S1", person: "P1"), Withdrawals.Entry(case: "S2"),
                Withdrawals.Entry(case: "S8", person: "P3"),
            ])
    }

    @Test func aRowOfSeveralPersonsIsDroppedForAnyOfThem() throws {
        let withdrawals = try Withdrawals.read(
            .text("case_id;person_id\nS1;P2\n"), name: "withdrawn.csv")
        let cases = CaseReception.read(
            [try Samples.file("cases.csv", Samples.caseRows, kind: "cases")], without: withdrawals)
        let text =
            "case_id;m_person_id;m_date;m_who1;f_person_id;f_date;f_who1\n"
            + "S1;P1;01-02-2024;1;P2;01-02-2024;9\nS1;P1;02-02-2024;1;P3;02-02-2024;2\n"
        var file = try Samples.file("who5.csv", text, kind: "who5")
        file.kind.events = EventColumns(names: ["m", "f"], patterns: ["{event}_{column}"])
        let read = TypedRows.read(file, Samples.who5, cases.index)
        #expect(read.rows.map(\.line) == [3, 3])
        #expect(read.reception.counts.withdrawn == 1)
        #expect(read.reception.rejections.count == 0)
        #expect(read.reception.counts.addUp)
    }

    @Test(arguments: [
        "sag;person_id\nS1;\n", "case_id;person_id\nS1;P1;x\n", "case_id;person_id\n\"S1;P1\n",
        "case_id;person_id\n;P1\n",
    ])
    func aListThatCannotBeReadWholeStopsTheRun(_ text: String) {
        let refusal = #expect(throws: Refusal.self) {
            _ = try Withdrawals.read(.text(text), name: "withdrawn.csv")
        }
        #expect(refusal?.reason == .inputUnreadable)
    }
}

@Suite struct PlausibilityTests {
    @Test func namesThatDifferByOneLetterAreAWarning() {
        var cases = Cases()
        cases.municipalityNames = ["Thisted", "Thistet", "Vejle"]
        cases.teamNames = ["Team 1", "Team 2", "Team Nord", "Team Norn"]
        #expect(
            cases.nameVariants(file: "cases.csv").map(\.summary) == [
                "municipality 'Thisted' and 'Thistet' differ by one letter",
                "team 'Team Nord' and 'Team Norn' differ by one letter",
            ])
    }

    @Test(arguments: [
        ["Team A", "Team B"], ["Team 1", "Team 11"], ["Team Syd", "Team Nord"],
        ["Familiehus Øst", "Familiehuset Øst"], ["Vejle", "Vejen"],
    ])
    func namesThatAreMeantToBeAlikeAreNone(_ names: [String]) {
        var cases = Cases()
        cases.teamNames = names
        #expect(cases.nameVariants(file: "cases.csv").isEmpty)
    }

    @Test(arguments: [
        ["Team Nord", "Team Nrod"], ["Team Nord", "team nord"], ["Team Nord", "Team  Nord"],
        ["Familiehuset", "Familiehuse"], ["Morsø", "Morso"],
    ])
    func namesThatDifferByASlipAreVariants(_ names: [String]) {
        var cases = Cases()
        cases.teamNames = names
        #expect(cases.nameVariants(file: "cases.csv").count == 1)
    }

    @Test func aliasesJoinNames() {
        var cases = Cases()
        cases.municipalityNames = ["Thisted", "Thistet", "Vejle"]
        cases.municipalities = [0, 1, 2, 1]
        cases.rename(municipalities: ["Thistet": "Thisted"], teams: [:])
        #expect(cases.municipalityNames == ["Thisted", "Vejle"])
        #expect(cases.municipalities == [0, 0, 1, 0])
    }

    @Test func aFileWhoseNewestRowIsOldIsStale() throws {
        let read = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;who5\nS1;P1;01-02-2024;1;1;1;1;1\n",
            kind: "who5", Samples.who5)
        let day = CalendarDate(year: 2024, month: 3, day: 31)!
        #expect(read.reception.staleness(on: day, after: 60) == nil)
        #expect(
            read.reception.staleness(on: day, after: 45)?.summary
                == "the newest row is of 2024-02-01, 59 days before 2024-03-31")
    }
}
