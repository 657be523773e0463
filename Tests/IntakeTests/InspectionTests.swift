import Basics
import Foundation
import Intake
import Loading
import Model
import Tables
import TestSupport
import Testing

@Suite struct InspectionTests {
    /// `W00001` is a case, and written like the name of an item.
    @Test func aFileWithoutAHeaderTellsNothingOfItsFirstRow() throws {
        let rows = "W00001;W00001-M;30-10-2023;Min datter sover igen\n"
        let layout = try Samples.layout("standard")
        let inspection = try Inspection.of(
            .text(rows), name: "wheel.csv", layouts: [layout], instruments: [Samples.wheel])
        #expect(inspection.header == ["A99999", "A99999-A", "99-99-9999", "Aaa aaaaaa aaaaa aaaa"])
        let read = TypedRows.read(
            try Samples.file("wheel.csv", rows, kind: "wheel"), Samples.wheel,
            try Samples.cases().index)
        let said = read.reception.findings.items.map(\.summary).joined(separator: " ")
        #expect(read.reception.isRefused)
        for value in ["W00001", "30-10", "datter"] { #expect(!said.contains(value)) }
    }

    static let layouts = [
        "standard", "excel-da", "surveyxact", "redcap", "qualtrics", "openfit", "pmhc", "wide",
    ]
    static let instruments = [
        Samples.sdq, Samples.fit, Samples.pss, Samples.who5, Samples.wheel, Samples.asqse,
        Samples.safety,
    ]

    static func inspect(_ source: ByteSource) throws -> Inspection {
        try Inspection.of(
            source, name: "file.csv", layouts: try layouts.map(Samples.layout),
            instruments: instruments)
    }

    @Test(arguments: [
        ("standard-sdq.csv", "standard", TextEncoding.utf8, ";"),
        ("excel-da-sdq.csv", "excel-da", .windows1252, ";"),
        ("surveyxact-sdq.csv", "surveyxact", .utf16LittleEndian, "\t"),
        ("redcap-sdq.csv", "redcap", .utf8, ","), ("pmhc-sdq.csv", "pmhc", .utf8, ","),
        ("qualtrics-sdq.csv", "qualtrics", .utf8, ","),
    ])
    func theIntakeThatFitsIsFound(
        _ file: String, _ intake: String, _ encoding: TextEncoding, _ delimiter: String
    ) throws {
        let inspection = try Self.inspect(.file(Folders.package + "Tests/Awkward/" + file))
        #expect(inspection.encoding == encoding)
        #expect(inspection.delimiter == delimiter.utf8.first)
        #expect(inspection.fits.first?.intake == intake)
        #expect(inspection.fits.first?.instrument == "sdq")
        #expect(inspection.fits.first?.isComplete == true)
        #expect(inspection.reception?.counts.used == 3)
        #expect(inspection.proposal == nil)
    }

    private static func awkward(_ name: String) throws -> Inspection {
        try inspect(.file(Folders.package + "Tests/Awkward/" + name))
    }

    @Test func aWorkbookIsDescribedByItsSheet() throws {
        let excel = try Self.awkward("excel-sdq.xlsx")
        #expect(excel.sheet?.position == 1)
        #expect(excel.sheet?.count == 2)
        #expect(excel.headerLine == 3)
        #expect(excel.fits.first?.intake == "excel-da")
        #expect(excel.reception?.counts.used == 3)
        #expect(excel.proposal == nil)
        #expect(try Self.awkward("locked.xlsx").refusal?.code == .workbookLocked)
    }

    @Test func otherShapesAreTold() throws {
        let wide = try Self.awkward("wide-suffix-sdq.csv")
        #expect(wide.fits.first?.intake == "wide")
        #expect(wide.events == ["t1", "t2", "t3"])
        let long = try Self.awkward("long-sdq.csv")
        #expect(long.fits.first?.intake == "standard")
        #expect(long.isLong)
        let coded = try Self.awkward("coded-sdq/dataset.csv")
        #expect(coded.fits.first?.intake == "surveyxact")
        #expect(coded.reception?.answerTexts == "labels.csv")
        #expect(try Self.awkward("surveyxact-sdq.csv").wantsAnswerTexts)
    }

    /// Measurements of other names than an intake has are found, and the proposal reads the file.
    @Test(arguments: ["before {}|after {}", "{}.foer|{}.efter", "Runde A: {}|Runde B: {}"])
    func aProposalReadsMeasurementsOfAnyName(_ names: String) throws {
        let own = ["date"] + (1...5).map { "who\($0)" }
        let patterns = names.split(separator: "|").map(String.init)
        let columns = patterns.flatMap { pattern in
            own.map { pattern.replacing("{}", with: $0) }
        }
        let text =
            "case_id;person_id;" + columns.joined(separator: ";")
            + "\nS1;P1;01-02-2024;1;2;3;4;5;01-05-2024;5;4;3;2;1\n"
        let inspection = try Self.inspect(.text(text))
        #expect(inspection.events.count == 2)
        #expect(inspection.reception?.counts.used == 2)
        let proposal = try #require(inspection.proposal)
        let (read, findings) = IntakeLayout.read(yaml: proposal, file: "my-export.yaml")
        #expect(findings.isEmpty)
        let layout = try #require(read)
        let file = SourceFile(
            name: "who5.csv", source: .text(text), kind: layout.files[0], layout: layout)
        let rows = TypedRows.read(file, Samples.who5, try Samples.cases().index)
        #expect(rows.rows.map(\.answers) == [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
        #expect(rows.reception.findings.isEmpty)
    }

    /// What a proposal is made of is written down whole: items, totals, labels, codes.
    @Test(arguments: [
        "excel-da-sdq.csv", "redcap-sdq.csv", "qualtrics-sdq.csv", "surveyxact-sdq.csv",
        "wide-prefix-sdq.csv", "openfit.csv",
    ])
    func aProposalReadsTheFileThatItWasMadeFor(_ name: String) throws {
        let path = Folders.package + "Tests/Awkward/" + name
        let bytes = try #require(FileManager.default.contents(atPath: path))
        // One more column makes every intake unfit, and is ignored by the proposal.
        let spoiled = Self.withColumn("zzz", in: Array(bytes))
        let inspection = try Self.inspect(.bytes(spoiled))
        #expect(inspection.fits.first?.unknown == ["zzz"])
        let proposal = try #require(inspection.proposal)
        let (read, findings) = IntakeLayout.read(yaml: proposal, file: "my-export.yaml")
        #expect(findings.isEmpty, "\(proposal)")
        let layout = try #require(read)
        let again = try Inspection.of(
            .bytes(spoiled), name: "file.csv", layouts: [layout], instruments: Self.instruments)
        #expect(again.fits.first?.isComplete == true)
        #expect(again.reception?.counts.used == 3)
        let told = again.reception?.findings.items.filter { $0.severity > .note } ?? []
        #expect(told.allSatisfy { $0.code == .fileItemsMissing })
    }

    /// The bytes with a name in place of the header's first column that no intake needs.
    private static func withColumn(_ name: String, in bytes: [UInt8]) -> [UInt8] {
        let isWide = bytes.starts(with: [0xFF, 0xFE])
        func written(_ text: String) -> [UInt8] {
            isWide ? text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
        }
        for spare in ["stato_1", "sdq_complete", "UserLanguage", "ORS_Skip", "T3_imp8", "Impact 8"]
        {
            if let range = bytes.firstRange(of: written(spare)) {
                var spoiled = bytes
                spoiled.replaceSubrange(range, with: written(name))
                return spoiled
            }
        }
        return bytes
    }

    @Test func aFileThatNoIntakeFitsGetsOneProposed() throws {
        let inspection = try Self.inspect(
            .text(
                "case_id|persn_id|date|who1|who2|who3|who4|who5|note\nS1|P1|01-02-2024|1|1|1|1|1|x\n"
            ))
        #expect(inspection.fits.first?.kind == "who5")
        #expect(inspection.fits.first?.unknown == ["persn_id", "note"])
        let proposal = try #require(inspection.proposal)
        let (layout, findings) = IntakeLayout.read(yaml: proposal, file: "my-export.yaml")
        #expect(findings.isEmpty)
        #expect(layout?.files.first?.column(.person)?.names == ["persn_id"])
        #expect(layout?.delimiter == .bar)
    }

    @Test func aFileWithoutAHeaderIsDescribedByShapes() throws {
        let inspection = try Self.inspect(.text("Hansen;010203-1234\nJensen;020304-2345\n"))
        #expect(inspection.header == ["Aaaaaa", "999999-9999"])
        #expect(inspection.fits.isEmpty)
    }
}
