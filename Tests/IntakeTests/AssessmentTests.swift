import Basics
import Intake
import Model
import Tables
import Testing

@Suite struct AssessmentTests {
    static let sdqHeader =
        "case_id;child_id;informant;birth_date;date;"
        + (1...25).map { "sdq\($0)" }.joined(separator: ";") + ";"
        + (1...8).map { "imp\($0)" }.joined(separator: ";") + "\n"

    static func sdqRow(
        _ owner: String = "S1", _ child: String = "B1", _ informant: String = "parent",
        birth: String = "03-04-2015", date: String = "05-06-2024", of answers: [String]
    ) -> String {
        let cells = [owner, child, informant, birth, date] + answers
        return cells.joined(separator: ";") + "\n"
    }

    @Test func aRowIsTypedCellByCell() throws {
        let answers = (0..<33).map { String($0 % 3) }
        let read = try TypedRows.read(
            Self.sdqHeader + Self.sdqRow("S2", "B1", "teacher", of: answers), kind: "sdq",
            Samples.sdq)
        #expect(
            read.rows == [
                .init(
                    owner: 1, person: 0, date: "2024-06-05", informant: 1, line: 2,
                    answers: (0..<33).map { Int16($0 % 3) } + (0..<7).map { _ in nil })
            ])
        #expect(read.births == [CalendarDate(year: 2015, month: 4, day: 3)!.days])
        #expect(read.reception.counts.used == 1)
        #expect(read.reception.findings.isEmpty)
    }

    @Test func anAnswerOutsideTheRangeIsMissingAndItsRowIsUsed() throws {
        var answers = [String](repeating: "1", count: 33)
        (answers[0], answers[1], answers[2], answers[3]) = ("3", "-1", "1.5", "ja")
        answers[4] = ""
        answers[32] = " 2 "
        let read = try TypedRows.read(
            Self.sdqHeader + Self.sdqRow(of: answers), kind: "sdq", Samples.sdq)
        #expect(read.rows[0].answers.prefix(6) == [nil, nil, nil, nil, nil, 1])
        #expect(read.rows[0].answers[32] == 2)
        #expect(read.reception.counts.used == 1)
        #expect(
            read.reception.told == [
                "cell-out-of-range 2:6", "cell-out-of-range 2:7", "cell-not-a-number 2:8",
                "cell-not-a-number 2:9",
            ])
    }

    @Test func rowsWithoutUsableCasePersonDateOrInformantAreNotUsed() throws {
        let answers = [String](repeating: "1", count: 33)
        let read = try TypedRows.read(
            Self.sdqHeader + Self.sdqRow("S9", of: answers) + Self.sdqRow("", of: answers)
                + Self.sdqRow("S1", "", of: answers) + Self.sdqRow(date: "31-02-2024", of: answers)
                + Self.sdqRow(date: "", of: answers) + Self.sdqRow("S1", "B1", "onkel", of: answers)
                + "S1;B1;parent\n" + Self.sdqRow(of: answers), kind: "sdq", Samples.sdq)
        #expect(read.rows.map(\.line) == [9])
        #expect(
            read.reception.told == [
                "row-case-unknown 2:1", "row-case-missing 3:1", "row-person-missing 4:2",
                "row-date-unusable 5:5", "row-date-unusable 6:5", "row-code-unknown 7:3",
                "row-field-count 8:3",
            ])
        #expect(read.reception.counts.rows == 8)
        #expect(read.reception.counts.rejected == 7)
        #expect(read.reception.counts.addUp)
    }

    @Test func aMessageNeverHoldsAValue() throws {
        let answers = ["Zebra77"] + [String](repeating: "1", count: 32)
        let read = try TypedRows.read(
            Self.sdqHeader
                + Self.sdqRow("Qwerty8", "Xerxes9", "Vuggestue", date: "Yoyo", of: answers)
                + Self.sdqRow("Qwerty8", of: answers)
                + Self.sdqRow("S1", "Xerxes9", "Vuggestue", of: answers)
                + Self.sdqRow(of: answers), kind: "sdq", Samples.sdq)
        let told = read.reception.findings.items.map(\.line).joined()
        for value in ["Zebra", "Qwerty", "Xerxes", "Vuggestue", "Yoyo", "77"] {
            #expect(!told.contains(value))
        }
        #expect(told.contains("'Aaaaa99'"))
    }

    @Test func tenthsAreReadWithADecimalComma() throws {
        let header =
            "case_id;respondent_id;role;session_no;date;ors1;ors2;ors3;ors4;srs1;srs2;srs3;srs4\n"
        let read = try TypedRows.read(
            header + "S1;P1;mor;3;01-02-2024;7,3;10,0;0;10;4,25;7.3;,5;10,1\n", kind: "fit",
            Samples.fit)
        #expect(read.rows[0].answers == [73, 100, 0, 100, nil, nil, 5, nil])
        #expect(read.sessions == [3])
        #expect(
            read.reception.told == [
                "cell-not-a-number 2:10", "cell-not-a-number 2:11", "cell-out-of-range 2:13",
            ])
    }

    @Test func aTotalStandsInForPartsThatAreAllMissing() throws {
        let header =
            "case_id;respondent_id;role;session_no;date;ors1;ors2;ors3;ors4;srs1;srs2;srs3;srs4;ors_total\n"
        let read = try TypedRows.read(
            header + "S1;P1;mor;1;01-02-2024;;;;;1;1;1;1;25,3\n"
                + "S1;P1;mor;2;02-02-2024;1;1;1;1;1;1;1;1;4,0\n"
                + "S1;P1;mor;3;03-02-2024;1;1;1;1;1;1;1;1;5,0\n"
                + "S1;P1;mor;4;04-02-2024;1;;1;1;1;1;1;1;5,0\n", kind: "fit", Samples.fit)
        // 25.3 = 6.4 + 6.3 + 6.3 + 6.3
        #expect(read.rows[0].answers.prefix(4) == [64, 63, 63, 63])
        #expect(read.rows[1].answers.prefix(4) == [10, 10, 10, 10])
        #expect(read.rows[2].answers.prefix(4) == [nil, nil, nil, nil])
        #expect(read.rows[3].answers.prefix(4) == [nil, nil, nil, nil])
        #expect(
            read.reception.told == ["cell-total-disagrees 4:14", "cell-total-disagrees 5:14"])
    }

    @Test func stepsAndEmptyConcernsFollowTheInstrument() throws {
        let header =
            "case_id;child_id;birth_date;gest_weeks;date;interval;edition;"
            + (1...36).map { "q\($0)" }.joined(separator: ";") + ";"
            + (1...36).map { "c\($0)" }.joined(separator: ";") + "\n"
        let questions = ["0", "5", "10", "3", ""] + [String](repeating: "", count: 31)
        let concerns = ["1", "0", ""] + [String](repeating: "", count: 33)
        let row = ["S1", "B1", "01-01-2024", "36", "01-07-2024", "6", "1"] + questions + concerns
        let read = try TypedRows.read(
            header + row.joined(separator: ";") + "\n", kind: "asqse", Samples.asqse)
        #expect(read.rows[0].answers.prefix(5) == [0, 5, 10, nil, nil])
        #expect(read.rows[0].answers[36...].prefix(4) == [1, 0, 0, 0])
        #expect(read.weeks == [36])
        #expect(read.intervals == [6])
        #expect(read.editions == [1])
        #expect(read.reception.told == ["cell-out-of-range 2:11"])
    }

    @Test func personsAreChildrenOrParentsByInstrumentAndRole() throws {
        let header =
            "case_id;respondent_id;role;session_no;date;ors1;ors2;ors3;ors4;srs1;srs2;srs3;srs4\n"
        let fit = try TypedRows.read(
            header
                + "S2;P2;far;1;01-02-2024;1;1;1;1;1;1;1;1\nS1;B1;barn;1;01-02-2024;1;1;1;1;1;1;1;1\n",
            kind: "fit", Samples.fit)
        let sdq = try TypedRows.read(
            Self.sdqHeader + Self.sdqRow(of: [String](repeating: "1", count: 33)), kind: "sdq",
            Samples.sdq)
        let (persons, indices) = Persons.joined([fit.reception.persons, sdq.reception.persons])
        #expect(persons.identifiers == ["B1", "P2"])
        #expect(persons.cases == [0, 1])
        #expect(persons.roles == [.child, .parent])
        #expect(indices == [[1, 0], [0]])
    }

    @Test func personsAreInOrderOfTheirIdentifiersHoweverLong() throws {
        let header =
            "case_id;respondent_id;date;" + (1...10).map { "w\($0)" }.joined(separator: ";")
        let end = ";01-02-2024;1;2;3;4;5;6;7;8;9;10"
        let names = [
            "P", "P0123456789012345", "P01234567890123456", "P01234567890123457", "P01234567890123",
            "P2", "P01234567890123456",
        ]
        let read = try TypedRows.read(
            ([header] + names.map { "S2;" + $0 + end } + ["S1;P9" + end])
                .joined(separator: "\n"), kind: "wheel", Samples.wheel)
        let (persons, indices) = Persons.joined([read.reception.persons, read.reception.persons])
        #expect(persons.identifiers == ["P9"] + Set(names).sorted())
        #expect(persons.cases == [0, 1, 1, 1, 1, 1, 1])
        #expect(indices[0] == [1, 3, 4, 5, 2, 6, 0])
        #expect(indices[0] == indices[1])
    }

    @Test func theContentHashSeesAnswersAndComments() throws {
        let header =
            "case_id;respondent_id;date;" + (1...10).map { "w\($0)" }.joined(separator: ";")
        let start = "S1;P1;01-02-2024;1;2;3;4;5;6;7;8;9;"
        let read = try TypedRows.read(
            [
                header + ";comment", start + "10;en", start + "10;en", start + "10;to",
                start + ";en",
            ].joined(separator: "\n"), kind: "wheel", Samples.wheel)
        #expect(read.hashes[0] == read.hashes[1])
        #expect(Set(read.hashes).count == 3)
    }

    @Test func aFileWithoutPersonsBelongsToItsCases() throws {
        let read = try TypedRows.read(
            "case_id;rater;date;scale\nS1;mor;01-02-2024;7\nS1;far;01-02-2024;4\n", kind: "safety",
            Samples.safety)
        #expect(read.rows.map(\.person) == [0, 0])
        #expect(read.rows.map(\.informant) == [0, 1])
    }

    @Test func anUnknownColumnRefusesTheFileWithANearMiss() throws {
        let read = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;woh5\nS1;P1;01-02-2024;1;1;1;1;1\n",
            kind: "who5", Samples.who5)
        #expect(read.reception.isRefused)
        #expect(read.rows.isEmpty)
        let first = try #require(read.reception.findings.items.first)
        #expect(
            first.line == "who5.csv:1:8: error: column 'woh5' is not known, and the file is "
                + "refused; did you mean 'who5'? [file-column-unknown]")
    }

    @Test func aMissingNeededColumnRefusesTheFile() throws {
        let read = try TypedRows.read(
            "case_id;date;who1\nS1;01-02-2024;1\n", kind: "who5", Samples.who5)
        #expect(read.reception.isRefused)
        #expect(read.reception.told.first == "file-column-missing 1")
    }

    @Test func aHeaderOfPersonsIsNotPrinted() throws {
        let read = try TypedRows.read("Hansen;Jens;010203-1234\n", kind: "who5", Samples.who5)
        let told = read.reception.findings.items.map(\.line).joined()
        #expect(read.reception.isRefused)
        #expect(!told.contains("Hansen"))
        #expect(!told.contains("010203"))
    }

    @Test func headersDifferInCaseSeparatorsAndZeros() throws {
        let read = try TypedRows.read(
            "CASE_ID;Person Id;DATE;WHO_01;who 02;Who-3;who4;who5\nS1;P1;01-02-2024;1;2;3;4;5\n",
            kind: "who5", Samples.who5)
        #expect(read.rows.first?.answers == [1, 2, 3, 4, 5])
    }

    @Test func anEmptyFileIsRefusedAndOneWithoutRowsIsNot() throws {
        let empty = try TypedRows.read("", kind: "who5", Samples.who5)
        #expect(empty.reception.isRefused)
        #expect(empty.reception.told == ["file-empty "])
        let header = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;who5\n", kind: "who5", Samples.who5)
        #expect(!header.reception.isRefused)
        #expect(header.reception.told == ["file-without-rows "])
    }

    @Test func emptyLinesAreNoRows() throws {
        let read = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;who5\n;;;;;;;\n\nS1;P1;01-02-2024;1;1;1;1;1;;\n;;\n",
            kind: "who5", Samples.who5)
        #expect(read.rows.map(\.line) == [4])
        #expect(read.reception.counts.rows == 1)
        #expect(read.reception.counts.blank == 2)
    }

    @Test func windows1252IsGuessedOverTheWholeFileAndSaid() throws {
        let layout = try Samples.layout("standard")
        let text = Array("case_id;municipality;team;programme;start_date;end_date\nS1;Mors".utf8)
        let file = SourceFile(
            name: "cases.csv", source: .bytes(text + [0xF8] + Array(";N;kf;01-01-2024;\n".utf8)),
            kind: Samples.kind("cases", in: layout), layout: layout)
        let read = CaseReception.read([file])
        #expect(read.cases.municipalityNames == ["Morsø"])
        #expect(read.files[0].told == ["encoding-guessed 2"])
    }

    @Test func onlyTheFirstFindingsOfAKindAreKeptAndAllAreCounted() throws {
        let header = "case_id;person_id;date;who1;who2;who3;who4;who5\n"
        let read = try TypedRows.read(
            header + String(repeating: "S1;P1;01-02-2024;9;9;1;1;1\n", count: 100), kind: "who5",
            Samples.who5)
        #expect(read.reception.findings.items.count == 5)
        #expect(read.reception.findings.total(.warning) == 200)
        #expect(read.reception.rejections.count == 200)
    }
}
