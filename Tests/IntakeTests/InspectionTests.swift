import Basics
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
        "standard", "excel-da", "surveyxact", "redcap", "qualtrics", "openfit", "pmhc",
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
