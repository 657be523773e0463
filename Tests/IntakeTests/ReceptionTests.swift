import Basics
import Foundation
import Intake
import Model
import Tables
import TestSupport
import Testing

@Suite struct CaseTests {
    @Test func casesAndNamesComeInByteOrder() throws {
        let read = CaseReception.read([
            try Samples.file(
                "cases.csv",
                "case_id;municipality;team;programme;start_date;end_date\n"
                    + "b;Ærø;T2;p;01-01-2024;\na;Vejle;T1;p;02-01-2024;03-01-2024\nB;Vejle;;p;03-01-2024;\n",
                kind: "cases")
        ])
        #expect(read.cases.identifiers == ["B", "a", "b"])
        #expect(read.cases.municipalityNames == ["Vejle", "Ærø"])
        #expect(read.cases.municipalities == [0, 0, 1])
        #expect(read.cases.teamNames == ["", "T1", "T2"])
        #expect(read.cases.start(1).iso == "2024-01-02")
        #expect(read.cases.end(1)?.iso == "2024-01-03")
        #expect(read.cases.end(2) == nil)
        #expect(read.index.index(of: "b") == 2)
        #expect(read.index.index(of: "c") == nil)
    }

    @Test func ofACaseThatStandsTwiceTheLaterFileAndLineCounts() throws {
        let header = "case_id;municipality;team;programme;start_date;end_date\n"
        let read = CaseReception.read([
            try Samples.file("z/cases.csv", header + "S1;A;T;p;03-01-2024;\n", kind: "cases"),
            try Samples.file(
                "a/cases.csv",
                header + "S1;A;T;p;01-01-2024;\nS1;A;T;p;02-01-2024;\nS2;A;T;p;01-01-2024;\n"
                    + "S2;A;T;p;01-01-2024;\n", kind: "cases"),
        ])
        #expect(read.files.map(\.file) == ["a/cases.csv", "z/cases.csv"])
        #expect(read.cases.start(0).iso == "2024-01-03")
        #expect(read.files.map(\.counts.duplicates) == [3, 0])
        #expect(read.files.map(\.counts.used) == [1, 1])
        #expect(read.files.allSatisfy { $0.counts.addUp })
        #expect(read.files[0].told == ["case-twice 3"])
        #expect(read.files[1].told == ["case-twice 2"])
    }

    @Test func aCaseNeedsAnIdentifierAndAStart() throws {
        let header = "case_id;municipality;team;programme;start_date;end_date\n"
        let read = CaseReception.read([
            try Samples.file(
                "cases.csv",
                header + ";A;T;p;01-01-2024;\nS1;A;T;p;;\nS2;A;T;p;01-01-2024;31-12-2023\n",
                kind: "cases")
        ])
        #expect(read.cases.identifiers == ["S2"])
        #expect(read.cases.end(0) == nil)
        #expect(
            read.files[0].told == [
                "row-case-missing 2:1", "row-date-unusable 3:5", "cell-date-unusable 4:6",
            ])
    }

    @Test func longAndShortIdentifiersAreToldApart() throws {
        let names = (0...40).flatMap { length in
            ["x", "y"].map { String(repeating: "a", count: length) + $0 }
        }
        let rows = names.map { "\($0);A;T;p;01-01-2024;" }.joined(separator: "\n")
        let read = CaseReception.read([
            try Samples.file(
                "cases.csv", "case_id;municipality;team;programme;start_date;end_date\n" + rows,
                kind: "cases")
        ])
        #expect(read.cases.identifiers == names.sorted())
        for (index, name) in names.sorted().enumerated() {
            #expect(read.index.index(of: name) == index)
        }
    }
}

@Suite struct SmallTableTests {
    @Test func indicatorsAreExactAndTheLaterOfTwoCounts() throws {
        let cases = try Samples.cases()
        let header = "case_id;person_id;date;indicator;value\n"
        var read = IndicatorReception.read(
            [
                try Samples.file(
                    "indicators.csv",
                    header + "S1;B1;01-02-2024;in-work;1\nS1;;01-02-2024;absence-hours;12,25\n"
                        + "S2;B1;01-02-2024;in-work;0\nS2;B1;01-02-2024;in-work;1\n"
                        + "S1;B1;01-03-2024;in-work;\nS1;B1;01-03-2024;;3\n", kind: "indicators")
            ], cases: cases.index, firstFile: 7)
        #expect(read.indicators.indicatorNames == ["absence-hours", "in-work"])
        #expect(read.indicators.indicators == [1, 0, 1])
        #expect(read.indicators.values == [1, Ratio(49, over: 4), 1])
        #expect(read.indicators.persons == [0, -1, 1])
        #expect(read.indicators.files == [7, 7, 7])
        #expect(read.files[0].counts.duplicates == 1)
        #expect(read.files[0].counts.rejected == 2)
        #expect(read.files[0].counts.addUp)
        read.place(persons: [40, 41])
        #expect(read.indicators.persons == [40, -1, 41])
    }

    @Test func thousandsMayBeMarkedOffInIndicators() throws {
        let values = [
            "1.234,5", "1 234,5", "-12.345", "1.23", "1.2345", "1.234.5", "12345678901234567890",
        ]
        let rows = values.enumerated().map { "S1;P\($0.offset);01-02-2024;cost;\"\($0.element)\"" }
        let read = IndicatorReception.read(
            [
                try Samples.file(
                    "indicators.csv",
                    "case_id;person_id;date;indicator;value\n" + rows.joined(separator: "\n"),
                    kind: "indicators")
            ], cases: try Samples.cases().index)
        #expect(read.indicators.values == [Ratio(2469, over: 2), Ratio(2469, over: 2), -12_345])
        #expect(read.files[0].counts.rejected == 4)
    }

    @Test func goalsHaveOneRowEach() throws {
        let header = "case_id;goal_id;set_date;due_date;status_date;status\n"
        let read = GoalReception.read(
            [
                try Samples.file(
                    "goals.csv",
                    header + "S1;M1;01-01-2024;;;open\nS1;M1;01-01-2024;;01-06-2024;reached\n"
                        + "S1;M2;01-01-2024;ved ikke;;partly\nS1;M3;01-01-2024;;;maybe\n",
                    kind: "goals")
            ], cases: try Samples.cases().index)
        #expect(read.goals.identifiers == ["M1", "M2"])
        #expect(read.goals.statuses == [.reached, .partly])
        #expect(
            read.files[0].told == ["cell-date-unusable 4:4", "row-code-unknown 5:6", "row-twice 3"])
        #expect(read.files[0].counts.addUp)
    }

    @Test func storiesAreMaskedAndCountOnce() throws {
        let row = "S1;01-02-2024;\"Mor (010190-1234) siger:\nbedre\"\n"
        let read = StoryReception.read(
            [try Samples.file("stories.csv", "case_id;date;story\n" + row + row, kind: "stories")],
            cases: try Samples.cases().index)
        #expect(read.stories.texts == ["Mor ([CPR]) siger:\nbedre"])
        #expect(read.files[0].counts.duplicates == 1)
    }
}

@Suite struct DuplicateTests {
    @Test func theLaterPathAndLineCountsAndSessionsTellApart() {
        var table = ScoredAssessments(instrument: "fit", scaleCount: 0)
        // person, date, session, file, line, hash
        let rows: [(Int32, Int32, Int32, Int16, Int32, UInt64)] = [
            (1, 10, 1, 1, 2, 7), (1, 10, 2, 1, 3, 7), (1, 10, 1, 0, 9, 7), (2, 10, 1, 0, 4, 1),
            (2, 10, 1, 0, 3, 2), (2, 10, 1, 0, 5, 3),
        ]
        for row in rows {
            table.cases.append(0)
            table.persons.append(row.0)
            table.dates.append(row.1)
            table.sessions.append(row.2)
            table.files.append(row.3)
            table.lines.append(row.4)
            table.informants.append(0)
            table.editions.append(0)
            table.contentHashes.append(row.5)
        }
        // File 0 is bytewise later than file 1.
        let settled = settleDuplicates(table, files: ["b.csv", "a.csv"])
        #expect(settled.kept == [false, true, true, false, false, true])
        #expect(settled.duplicatesByFile == [2, 1])
        #expect(settled.findings.items.map(\.place.line) == [4, 5])
    }

    @Test func rowsMayStandInNoOrderOfDates() {
        var table = ScoredAssessments(instrument: "fit", scaleCount: 0)
        for (line, row) in [(1, 10), (2, 20), (1, 30), (2, 40), (1, 20), (1, 10)].enumerated() {
            table.cases.append(0)
            table.persons.append(Int32(row.0))
            table.dates.append(Int32(row.1))
            table.sessions.append(1)
            table.files.append(0)
            table.lines.append(Int32(line))
            table.informants.append(0)
            table.editions.append(0)
            table.contentHashes.append(7)
        }
        let settled = settleDuplicates(table, files: ["a.csv"])
        #expect(settled.kept == [false, true, true, true, true, true])
        #expect(settled.duplicatesByFile == [1])
        #expect(settled.findings.items.isEmpty)
    }
}

@Suite struct RejectedTests {
    static func written(_ files: [FileReception]) throws -> String {
        var bytes: [UInt8] = []
        writeRejected(
            files, pseudonyms: Pseudonyms(key: [UInt8](repeating: 7, count: 32)), language: .english
        ) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func identifiersArePseudonymsAndNumbersAreMasked() throws {
        let read = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;who5\n"
                + "S1;P1;01-02-2024;010190-1234;1;1;1;1\n" + "0101901234;P1;01-02-2024;1;1;1;1;1\n"
                + "S1;P1;nej;1;010190 1234;1;1;1\n" + "Hansen;\"P1\"x;01-02-2024;1;1;1;1;1\n",
            kind: "who5", Samples.who5)
        let text = try Self.written([read.reception])
        let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))
        #expect(
            text.split(separator: "\n").map(String.init) == [
                "file;line;column;scope;code;reason;record",
                "who5.csv;2;4;cell;cell-not-a-number;Not a number;[CPR]",
                "who5.csv;3;1;row;row-case-unknown;Unknown case;\"\(pseudonyms.ofCase("0101901234"));"
                    + "\(pseudonyms.ofPerson("P1", case: "0101901234"));01-02-2024;1;1;1;1;1\"",
                "who5.csv;4;3;row;row-date-unusable;Row has no usable date;\"\(pseudonyms.ofCase("S1"));"
                    + "\(pseudonyms.ofPerson("P1", case: "S1"));aaa;1;999999 9999;1;1;1\"",
                "who5.csv;5;2;row;row-malformed;Row is malformed;\"Aaaaaa;\"\"A9\"\"a;99-99-9999;1;1;1;1;1\"",
            ])
    }

    @Test func aLongTextIsCutWithoutLeavingHalfANumber() throws {
        let cell = String(repeating: "x", count: 2040) + "010190-1234"
        let read = try TypedRows.read(
            "case_id;person_id;date;who1;who2;who3;who4;who5\nS1;P1;01-02-2024;\(cell);1;1;1;1\n",
            kind: "who5", Samples.who5)
        #expect(!(try Self.written([read.reception])).contains("0101"))
    }
}

@Suite struct PseudonymTests {
    // Python: hmac.new(bytes([7]*32), b"case\x1fS1", "sha256").hexdigest()[:16]
    @Test func aPseudonymIsTheStartOfAnHMAC() {
        let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))
        #expect(pseudonyms.ofCase("S1") == "4e96f02deb0ae3da")
        #expect(pseudonyms.ofCase("S1") != pseudonyms.ofPerson("", case: "S1"))
    }

    @Test func aKeyFileIsMadeOnceForItsOwnerOnly() throws {
        try Folders.temporary { folder in
            let path = folder + "deep/key"
            let made = try Pseudonyms.underKey(at: path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
            let again = try Pseudonyms.underKey(at: path)
            #expect(made.ofCase("S1") == again.ofCase("S1"))
        }
    }

    @Test func aKeyFileThatOthersCanReadIsRefused() throws {
        try Folders.temporary { folder in
            let path = folder + "key"
            _ = try Pseudonyms.underKey(at: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            let refusal = #expect(throws: Refusal.self) { try Pseudonyms.underKey(at: path) }
            #expect(refusal?.findings.first?.code == .keyFileOpen)
        }
    }
}
