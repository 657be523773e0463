import Basics
import Intake
import Model
import Tables
import TestSupport
import Testing

/// The same answers, whichever system they come from.
@Suite struct LayoutTests {
    static func read(
        _ name: String, layout: String, kind: String, _ instrument: Instrument
    ) throws -> TypedRows {
        let layout = try Samples.layout(layout)
        let file = SourceFile(
            name: name, source: .file(Folders.package + "Tests/Awkward/" + name),
            kind: Samples.kind(kind, in: layout), layout: layout)
        return TypedRows.read(file, instrument, try Samples.cases().index)
    }

    static func content(_ read: TypedRows) -> [[String]] {
        zip(read.rows, read.births).map { row, birth in
            ["\(row.owner)", "\(row.person)", row.date, "\(birth)"]
                + row.answers.map { $0.map { "\($0)" } ?? "-" }
        }
    }

    @Test(arguments: ["excel-da", "surveyxact", "redcap", "qualtrics", "pmhc"])
    func everyLayoutGivesTheSameAnswers(_ name: String) throws {
        let expected = try Self.read(
            "standard-sdq.csv", layout: "standard", kind: "sdq", Samples.sdq)
        let read = try Self.read("\(name)-sdq.csv", layout: name, kind: "sdq", Samples.sdq)
        #expect(expected.rows.count == 3)
        #expect(Self.content(read) == Self.content(expected))
        #expect(read.reception.findings.total(.warning) == 0)
        #expect(read.reception.findings.total(.error) == 0)
        if name != "pmhc" {  // That data set has no teachers.
            #expect(read.rows.map(\.informant) == expected.rows.map(\.informant))
        }
    }

    @Test(arguments: [
        ("excel-sdq.xlsx", "excel-da"), ("exporter-sdq.xlsx", "standard"),
        ("libreoffice-sdq.xlsx", "standard"),
    ])
    func workbooksGiveTheSameAnswers(_ name: String, _ layout: String) throws {
        let expected = try Self.read(
            "standard-sdq.csv", layout: "standard", kind: "sdq", Samples.sdq)
        let read = try Self.read(name, layout: layout, kind: "sdq", Samples.sdq)
        #expect(Self.content(read) == Self.content(expected))
        #expect(read.rows.map(\.informant) == expected.rows.map(\.informant))
        #expect(read.reception.counts.addUp)
        #expect(read.reception.told == (layout == "excel-da" ? ["sheet-first "] : []))
        // Lines are rows of the sheet; the header stands in row 3 or 1.
        let first = layout == "excel-da" ? 4 : 2
        #expect(read.rows.map(\.line) == [first, first + 1, first + 2])
    }

    /// Codes from 1 on, whose texts stand beside them; for the last question at the ends only.
    @Test(arguments: [
        ("coded-sdq/dataset.csv", "coded-sdq/labels.csv"),
        ("coded-sdq-1252/dataset.csv", "coded-sdq-1252/labels.csv"),
        ("coded-sdq.xlsx", "coded-sdq.xlsx"),
    ])
    func codesWithTheirTextsGiveTheSameAnswers(_ name: String, _ texts: String) throws {
        let expected = try Self.read(
            "standard-sdq.csv", layout: "standard", kind: "sdq", Samples.sdq)
        let read = try Self.read(name, layout: "surveyxact", kind: "sdq", Samples.sdq)
        #expect(Self.content(read) == Self.content(expected))
        #expect(read.rows.map(\.informant) == expected.rows.map(\.informant))
        #expect(read.reception.answerTexts == texts)
        #expect(read.reception.findings.total(.warning) == 0)
        #expect(read.reception.findings.total(.error) == 0)
    }

    @Test(arguments: [
        ("wide-prefix-sdq.csv", "wide"), ("wide-suffix-sdq.csv", "wide"),
        ("long-sdq.csv", "standard"),
    ])
    func otherShapesGiveTheSameAnswersInAnotherOrder(_ name: String, _ layout: String) throws {
        func sorted(_ read: TypedRows) -> [[String]] {
            zip(Self.content(read), read.rows.map(\.informant)).map { $0 + ["\($1)"] }
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        let expected = try Self.read(
            "standard-sdq.csv", layout: "standard", kind: "sdq", Samples.sdq)
        let read = try Self.read(name, layout: layout, kind: "sdq", Samples.sdq)
        #expect(sorted(read) == sorted(expected))
        #expect(read.reception.findings.isEmpty)
        #expect(read.reception.counts.addUp)
        // 89 answers were given; a measurement counts as a row, and the ones not made as none.
        #expect(read.reception.counts.rows == (layout == "wide" ? 3 : 89))
    }

    @Test(arguments: [
        ("damaged-archive.xlsx", "workbook-damaged"), ("damaged-sheet.xlsx", "workbook-damaged"),
        ("bomb.xlsx", "workbook-too-large"), ("entities.xlsx", "workbook-damaged"),
        ("locked.xlsx", "workbook-locked"), ("old.xls", "workbook-form"),
        ("spreadsheet.ods", "workbook-form"),
    ])
    func aWorkbookThatCannotBeReadIsRefusedWithAWordOnWhy(_ name: String, _ code: String) throws {
        let read = try Self.read(name, layout: "excel-da", kind: "sdq", Samples.sdq)
        #expect(read.reception.isRefused)
        #expect(!read.reception.isUnreadable)
        #expect(read.reception.told == ["\(code) "])
    }

    @Test func partsAndTotalsOfAFITSystemGiveTheSameAnswers() throws {
        let expected = try Self.read(
            "standard-fit.csv", layout: "standard", kind: "fit", Samples.fit)
        let read = try Self.read("openfit.csv", layout: "openfit", kind: "fit", Samples.fit)
        #expect(read.rows.map(\.answers) == expected.rows.map(\.answers))
        #expect(read.rows.map(\.date) == expected.rows.map(\.date))
        #expect(read.rows.map(\.informant) == expected.rows.map(\.informant))
        #expect(read.reception.findings.isEmpty)
    }

    @Test func datesThatTellNothingOfTheirOrderAreAFinding() throws {
        let layout = try Samples.layout("openfit")
        let text = "CaseID;ClientID;SessionNumber;SessionDate;Total_ORS\nS1;P1;1;02/03/2024;20\n"
        let file = SourceFile(
            name: "fit.csv", source: .text(text), kind: layout.files[0], layout: layout)
        let read = TypedRows.read(file, Samples.fit, try Samples.cases().index)
        #expect(read.reception.told == ["date-order-unclear "])
        #expect(read.rows.map(\.date) == ["2024-03-02"])
    }

    @Test func datesOfEveryFormAreRead() throws {
        // Excel's day 45,351 is 29 February 2024: 25,569 + 19,782 days after 1970-01-01.
        let dates = ["29-02-2024", "29/2/24", "29.02.2024 14:05", "2024-02-29T10:00:00Z", "45351"]
        let rows = dates.map { "S1;P1;\($0);1;1;1;1;1" }.joined(separator: "\n")
        let layout = try Samples.layout("excel-da")
        let file = SourceFile(
            name: "who5.csv", source: .text("sag;person_id;dato;who1;who2;who3;who4;who5\n" + rows),
            kind: Samples.kind("who5", in: layout), layout: layout)
        let read = TypedRows.read(file, Samples.who5, try Samples.cases().index)
        #expect(read.rows.map(\.date) == [String](repeating: "2024-02-29", count: 5))
    }

    @Test func oneRowAnAnswerGivesWhatOneRowAFormGives() throws {
        let layout = try Samples.layout("standard")
        var kind = Samples.kind("who5", in: layout)
        kind.columns += [
            IntakeColumn(role: .item, names: ["item"]),
            IntakeColumn(role: .answer, names: ["answer"]),
        ]
        let text = """
            case_id;person_id;date;item;answer
            S1;P1;01-02-2024;who1;3
            S1;P2;01-02-2024;who2;5
            S1;P1;01-02-2024;WHO_2;4
            S1;P1;01-02-2024;who3;9
            S1;P1;01-02-2024;who1;3
            S1;P1;01-02-2024;who2;2
            S1;P1;01-02-2024;who9;2
            """
        let file = SourceFile(name: "who5.csv", source: .text(text), kind: kind, layout: layout)
        let read = TypedRows.read(file, Samples.who5, try Samples.cases().index)
        #expect(read.rows.map(\.answers) == [[3, 2, nil, nil, nil], [nil, 5, nil, nil, nil]])
        #expect(read.rows.map(\.line) == [2, 3])
        #expect(
            read.reception.told == ["cell-out-of-range 5:5", "row-twice 7", "row-code-unknown 8:4"])
        #expect(read.reception.counts.duplicates == 2)
        #expect(read.reception.counts.addUp)
    }

    @Test func filesReadSideBySideGiveWhatTheyGiveAlone() async throws {
        let layout = try Samples.layout("standard")
        let cases = try Samples.cases().index
        let alone = try Self.read("standard-sdq.csv", layout: "standard", kind: "sdq", Samples.sdq)
        await withTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let file = SourceFile(
                        name: "sdq.csv",
                        source: .file(Folders.package + "Tests/Awkward/standard-sdq.csv"),
                        kind: Samples.kind("sdq", in: layout), layout: layout)
                    return TypedRows.read(file, Samples.sdq, cases).hashes
                }
            }
            for await hashes in group { #expect(hashes == alone.hashes) }
        }
    }
}
