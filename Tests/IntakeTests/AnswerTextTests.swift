import Intake
import Model
import Tables
import Testing

/// Codes whose texts stand beside the data.
@Suite struct AnswerTextTests {
    private static func read(
        _ texts: String, _ answers: [String], missing: [String] = ["ved ikke"]
    ) throws -> TypedRows {
        var layout = try Samples.layout("surveyxact")
        layout.missing = missing
        let header = "sag;person_id;dato;s_1_1;s_1_2;s_1_3;s_1_4;s_1_5\n"
        let rows = answers.map { "S1;P1;01-02-2024;\($0)\n" }.joined()
        let file = SourceFile(
            name: "who5.csv", source: .text(header + rows),
            kind: Samples.kind("who5", in: layout), layout: layout,
            answerTexts: .text(texts))
        return TypedRows.read(file, Samples.who5, try Samples.cases().index)
    }

    @Test func aCodeIsTheAnswerThatItsTextMeans() throws {
        let texts = """
            s_1_1;1;Hele tiden
            s_1_1;2;Det meste af tiden
            s_1_1;6;"På intet
            tidspunkt"
            s_1_1;7;Ved ikke
            """
        let read = try Self.read(texts, ["1;0;0;0;0", "6;0;0;0;0", "7;0;0;0;0", "2;0;0;0;0"])
        #expect(read.rows.map { $0.answers[0] } == [5, 0, nil, 4])
        #expect(read.reception.findings.isEmpty)
    }

    /// Codes 1 to 6 with texts at the ends only: 0 to 5 by the shift that both agree on.
    @Test func codesBetweenTheEndsFollowThem() throws {
        let texts = "s_1_2;1;På intet tidspunkt\ns_1_2;6;Hele tiden\n"
        let read = try Self.read(texts, ["0;1;0;0;0", "0;3;0;0;0", "0;6;0;0;0", "0;9;0;0;0"])
        #expect(read.rows.map { $0.answers[1] } == [0, 2, 5, nil])
        #expect(read.reception.told == ["cell-out-of-range 5:5"])
    }

    /// Codes that run against the points agree on no shift, so that what lies between is unknown.
    @Test func codesThatRunTheOtherWayAreNotGuessedAt() throws {
        let texts = "s_1_2;1;Hele tiden\ns_1_2;6;På intet tidspunkt\n"
        let read = try Self.read(texts, ["0;1;0;0;0", "0;3;0;0;0", "0;6;0;0;0"])
        #expect(read.rows.map { $0.answers[1] } == [5, nil, 0])
        #expect(read.reception.told == ["cell-not-a-number 3:5"])
    }

    @Test func aTextThatNobodyKnowsIsToldAndCountsAsUnanswered() throws {
        let texts = "s_1_3;1;Aldrig\ns_1_3;2;Lidt af tiden\n"
        let read = try Self.read(texts, ["0;0;1;0;0", "0;0;2;0;0"])
        #expect(read.rows.map { $0.answers[2] } == [nil, 1])
        #expect(read.reception.told == ["label-text-unknown 1", "cell-not-a-number 2:6"])
    }

    @Test func textsThatAreNumbersAreTheAnswers() throws {
        let texts = (1...6).map { "s_1_4;\($0);\($0 - 1)\n" }.joined()
        let read = try Self.read(texts, ["0;0;0;1;0", "0;0;0;6;0"])
        #expect(read.rows.map { $0.answers[3] } == [0, 5])
    }

    @Test func aFileWhoseOnlyTextsAreOfMissingAnswersHoldsPoints() throws {
        let read = try Self.read("s_1_5;9;Ved ikke\n", ["0;0;0;0;5", "0;0;0;0;9"])
        #expect(read.rows.map { $0.answers[4] } == [5, nil])
        #expect(read.reception.findings.isEmpty)
    }

    @Test func textsOfAnotherSurveyAreToldOf() throws {
        let read = try Self.read("q1;1;Hele tiden\n", ["1;2;3;4;5"])
        #expect(read.rows.map(\.answers) == [[1, 2, 3, 4, 5]])
        #expect(read.reception.told == ["label-file-absent "])
    }

    /// The text of an identifier may be a name, and a list of withdrawals names the identifier.
    @Test func identifiersStayWhatTheyAre() throws {
        let read = try Self.read("sag;S1;S2\nperson_id;P1;Jens Hansen\n", ["1;2;3;4;5"])
        #expect(read.rows.map(\.owner) == [0])
        let (persons, _) = Persons.joined([read.reception.persons])
        #expect(persons.identifiers == ["P1"])
    }

    @Test func columnsThatAreNoAnswersTakeTheTexts() throws {
        let layout = try Samples.layout("surveyxact")
        let file = SourceFile(
            name: "sager.csv",
            source: .text("sag;kommune;team;indsats;startdato\nS1;1;2;kf;01-01-2024\n"),
            kind: Samples.kind("cases", in: layout), layout: layout,
            answerTexts: .text("kommune;1;Thisted\nteam;2;Nord\n"))
        let read = CaseReception.read([file])
        #expect(read.cases.municipalityNames == ["Thisted"])
        #expect(read.cases.teamNames == ["Nord"])
    }
}
