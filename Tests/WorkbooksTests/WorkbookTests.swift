import Basics
import Foundation
import TestSupport
import Testing

@testable import Workbooks

@Suite struct CellTests {
    /// What openpyxl 3.1.5 takes for a date (`is_date_format`, `BUILTIN_FORMATS`) of the same codes.
    @Test(arguments: [
        ("General", false), ("0.00", false), ("#,##0\\ \"kr.\"", false), ("0 \"dage\"", false),
        ("[$kr.-406]\\ #,##0.00", false), ("[Red]-0.0", false), ("@", false), ("0.00E+00", false),
        ("dd\\-mm\\-yyyy;@", true), ("[$-406]d\\.\\ mmmm\\ yyyy;@", true), ("m/d/yy h:mm", true),
        ("hh:mm:ss", true), ("yyyy\\-mm\\-dd", true), ("mmm\\-yy", true),
    ])
    func aFormatSaysWhichNumbersAreDates(_ code: String, _ isDate: Bool) {
        #expect((CellFormats.meaning(ofCode: code) == .date) == isDate)
    }

    @Test func elapsedTimeIsANumber() {
        #expect(CellFormats.meaning(ofCode: "[h]:mm:ss") == .number)
        #expect(CellFormats.meaning(ofCode: "[mm]:ss") == .number)
    }

    private static func text(
        _ raw: String, _ meaning: CellFormats.Meaning = .number, from1904: Bool = false
    ) -> String {
        let number = CellNumber(decimalMark: UInt8(ascii: ","), countsFrom1904: from1904)
        return String(decoding: number.text(Array(raw.utf8)[...], meaning), as: UTF8.self)
    }

    /// What a spreadsheet shows of the number that it stores.
    @Test(arguments: [
        ("5", "5"), ("0", "0"), ("007", "007"), ("-3", "-3"), ("7.2999999999999998", "7,3"),
        ("4.4999999999999998E-2", "0,045"), ("1E-3", "0,001"), ("36.5", "36,5"),
        ("0.30000000000000004", "0,3"), ("-0.1", "-0,1"), ("1234.5", "1234,5"),
        ("99999999999.125", "99999999999,125"), ("1E+2", "100"), ("101901234", "101901234"),
        ("123456789012345678", "123456789012345680"), ("1.0E-7", "0,0000001"), ("nan", "nan"),
    ])
    func numbersStandAsPeopleSeeThem(_ raw: String, _ shown: String) {
        #expect(Self.text(raw) == shown)
    }

    /// Excel's day 45,351 is 29 February 2024; 1904's count is 1,462 days lower.
    @Test func datesAreDaysOfEitherSystem() {
        #expect(Self.text("45351", .date) == "2024-02-29")
        #expect(Self.text("43889", .date, from1904: true) == "2024-02-29")
        #expect(Self.text("0", .date, from1904: true) == "1904-01-01")
        #expect(Self.text("45351.604166666664", .date) == "2024-02-29 14:30:00")
        #expect(Self.text("45350.9999999999", .date) == "2024-02-29")
        #expect(Self.text("0.25", .date) == "06:00:00")
        #expect(Self.text("1", .date) == "1900-01-01")
        #expect(Self.text("59", .date) == "1900-02-28")
        #expect(Self.text("61", .date) == "1900-03-01")
    }

    @Test func aDayThatIsNoneStaysANumber() {
        #expect(Self.text("60", .date) == "60")
        #expect(Self.text("0", .date) == "0")
        #expect(Self.text("-2", .date) == "-2")
        #expect(Self.text("2958466", .date) == "2958466")
    }

    @Test func digitsAtFixedPlacesKeepTheirZeros() {
        let civil = CellFormats.meaning(ofCode: "000000\\-0000")
        #expect(Self.text("101901234", civil) == "010190-1234")
        #expect(Self.text("7", CellFormats.meaning(ofCode: "0000")) == "0007")
        #expect(Self.text("12345", CellFormats.meaning(ofCode: "0000")) == "12345")
        #expect(CellFormats.meaning(ofCode: "0") == .number)
    }

    @Test func charactersThatXMLCannotHoldAreUnescaped() {
        func plain(_ text: String) -> String {
            let bytes = Array(text.utf8)
            return String(decoding: EscapedText.plain(bytes[...]) ?? bytes, as: UTF8.self)
        }
        #expect(plain("en_x000D_\nto") == "en\r\nto")
        #expect(plain("_x005F_x000D_") == "_x000D_")
        #expect(plain("barn_id_x") == "barn_id_x")
    }
}

@Suite struct WorkbookTests {
    private static func awkward(_ name: String) -> WorkbookSource {
        .file(Folders.package + "Tests/Awkward/" + name)
    }

    private static func failure(_ name: String) -> WorkbookFailure? {
        do throws(WorkbookFailure) {
            let workbook = try Workbook(awkward(name))
            _ = try workbook.read(sheet: 0, decimalMark: UInt8(ascii: ","))
            return nil
        } catch {
            return error
        }
    }

    @Test func sheetsAreListedWithThoseThatAreHidden() throws {
        let sheets = try Workbook(Self.awkward("excel-sdq.xlsx")).sheets
        #expect(sheets.map(\.name) == ["Opslag", "Ark1", "Noter"])
        #expect(sheets.map(\.isHidden) == [true, false, false])
    }

    @Test func aRowIsALineOfItsOwnNumber() throws {
        let workbook = try Workbook(Self.awkward("excel-sdq.xlsx"))
        let sheet = try workbook.read(sheet: 1, decimalMark: UInt8(ascii: ","))
        let text = String(decoding: sheet.bytes, as: UTF8.self)
        // The title of two runs without its reading, an empty row, a name over two lines.
        #expect(text.hasPrefix("Udtræk fra Børn og Unge\n\nSagsnr.;Barnets id;\"Besvaret\naf\";"))
        #expect(sheet.width == 38)
        #expect(sheet.unevaluated == 0)
    }

    @Test func mergedCellsAreListed() throws {
        let workbook = try Workbook(Self.awkward("polluted/merged.xlsx"))
        let merged = try workbook.read(sheet: 0, decimalMark: UInt8(ascii: ",")).merged
        #expect(merged.map(\.firstRow) == [1, 3])
        #expect(merged.map(\.lastRow) == [1, 5])
        #expect(merged.map(\.firstColumn) == [1, 1])
    }

    /// AB is the 28th column: 26 + 2.
    @Test func anAreaOfCellsIsReadByItsCorners() {
        #expect(MergedCells("AB7:AC12")?.firstColumn == 28)
        #expect(MergedCells("AB7:AC12")?.lastRow == 12)
        #expect(MergedCells("A1") == nil)
        #expect(MergedCells("R1C1:R2C2") == nil)
    }

    @Test func whatCannotBeReadIsToldApart() {
        #expect(Self.failure("excel-sdq.xlsx") == nil)
        #expect(Self.failure("damaged-archive.xlsx") == .damaged(part: "archive"))
        #expect(
            Self.failure("damaged-sheet.xlsx") == .damaged(part: "xl/worksheets/sheet1.xml"))
        #expect(Self.failure("bomb.xlsx") == .tooLarge(part: "xl/worksheets/sheet1.xml"))
        #expect(Self.failure("entities.xlsx") == .damaged(part: "xl/worksheets/sheet1.xml"))
        #expect(Self.failure("locked.xlsx") == .locked)
        #expect(Self.failure("old.xls") == .olderForm)
        #expect(Self.failure("spreadsheet.ods") == .openDocument)
        #expect(Self.failure("nowhere.xlsx") == .unreadable(2))
    }

    /// A text that many cells point to costs its bytes each time.
    @Test func aSheetThatGrowsBeyondItsBoundIsRefused() throws {
        var limits = WorkbookLimits()
        limits.textBytes = 100
        let workbook = try Workbook(Self.awkward("excel-sdq.xlsx"), limits: limits)
        #expect(throws: WorkbookFailure.tooLarge(part: "xl/worksheets/sheet1.xml")) {
            _ = try workbook.read(sheet: 1, decimalMark: UInt8(ascii: ","))
        }
    }

    /// Bytes changed at random: no crash, no hang, and never more text than the file has room for.
    @Test func damageOfEveryKindIsRefusedOrRead() throws {
        let path = Folders.package + "Tests/Awkward/excel-sdq.xlsx"
        let whole = try #require(FileManager.default.contents(atPath: path)).map { $0 }
        var random = SeededRandom(seed: 20_261_122)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0...random.below(6) {
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
            }
            if random.below(4) == 0 { bytes.removeLast(random.below(bytes.count)) }
            do throws(WorkbookFailure) {
                let workbook = try Workbook(.bytes(bytes))
                for sheet in workbook.sheets.indices {
                    let text = try workbook.read(sheet: sheet, decimalMark: UInt8(ascii: "."))
                    #expect(text.bytes.count < 1 << 20)
                }
            } catch {
                #expect(error != .unreadable(0))
            }
        }
    }
}
