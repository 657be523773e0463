import Intake
import Model
import Tables
import TestSupport
import Testing

/// Which sheet of a workbook is read.
@Suite struct SheetTests {
    private static func read(_ name: String, _ sheet: SheetChoice?) throws -> TypedRows {
        let layout = try Samples.layout("excel-da")
        var kind = Samples.kind("sdq", in: layout)
        kind.sheet = sheet
        let file = SourceFile(
            name: name, source: .file(Folders.package + "Tests/Awkward/" + name), kind: kind,
            layout: layout)
        return TypedRows.read(file, Samples.sdq, try Samples.cases().index)
    }

    @Test func aSheetIsChosenByPlaceOrName() throws {
        for choice in [SheetChoice.position(1), .named("ark1"), .named("A*")] {
            let read = try Self.read("excel-sdq.xlsx", choice)
            #expect(read.rows.count == 3)
            #expect(read.reception.findings.isEmpty)
        }
    }

    @Test func aSheetThatIsNotThereRefusesTheFile() throws {
        for choice in [SheetChoice.position(3), .named("Data")] {
            let read = try Self.read("excel-sdq.xlsx", choice)
            #expect(read.reception.isRefused)
            #expect(read.reception.told == ["sheet-missing "])
        }
    }

    /// A tab may bear a person's name.
    @Test func namesOfSheetsAreNotTold() throws {
        for choice in [nil, SheetChoice.position(2), .position(7), .named("x")] {
            let told = try Self.read("excel-sdq.xlsx", choice).reception.findings.items
                .map(\.line).joined()
            for name in ["Ark1", "Noter", "Opslag"] { #expect(!told.contains(name)) }
        }
    }
}
