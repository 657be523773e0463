import Basics
import Model
import Tables
import Workbooks

/// The rows of a workbook's sheet, ready to be read as records.
struct SheetReading {
    /// The rows as a source of records.
    var source: ByteSource
    /// The sheet's place among those that are not hidden, from 1; 0 for a hidden one.
    var position: Int
    /// How many sheets there are that are not hidden.
    var sheetCount: Int
    /// What is to be said of it.
    var findings: [Finding] = []
    /// Cells that are merged into one.
    let merged: [MergedCells]
    /// The sheet's name, for choosing it; never shown.
    private let name: String

    /// Reads a sheet, or gives nothing where the source is text; refuses a workbook that cannot
    /// be read.
    static func of(
        _ source: ByteSource, name: String, sheet choice: SheetChoice?,
        mark: IntakeLayout.DecimalMark
    ) throws(SheetRefusal) -> SheetReading? {
        guard let workbook = try open(source, name) else { return nil }
        guard let index = workbook.index(of: choice) else {
            throw .missing(choice, in: workbook, name)
        }
        do throws(WorkbookFailure) {
            let mark = UInt8(ascii: mark == .comma ? "," : ".")
            let text = try workbook.read(sheet: index, decimalMark: mark)
            return SheetReading(workbook, index, text, choice, name)
        } catch {
            throw .of(error, name)
        }
    }

    /// The sheets of a workbook, those that are not hidden first; nothing where the source is text.
    static func all(
        of source: ByteSource, name: String, atMost most: Int
    ) throws(SheetRefusal) -> [SheetReading]? {
        guard let workbook = try open(source, name) else { return nil }
        let hidden = workbook.sheets.indices.filter { !workbook.visible.contains($0) }
        var readings: [SheetReading] = []
        for index in (workbook.visible + hidden).prefix(most) {
            do throws(WorkbookFailure) {
                let text = try workbook.read(sheet: index, decimalMark: UInt8(ascii: "."))
                readings.append(SheetReading(workbook, index, text, nil, name))
            } catch {
                throw .of(error, name)
            }
        }
        return readings
    }

    /// Whether a choice would choose this sheet.
    func isChosen(_ choice: SheetChoice) -> Bool {
        switch choice {
        case .position(let position): position == self.position
        case .named(let pattern): ColumnName.matches(name, pattern: pattern)
        }
    }

    /// The workbook that a source is, if it is one.
    private static func open(
        _ source: ByteSource, _ name: String
    ) throws(SheetRefusal) -> Workbook? {
        guard let workbook = source.workbook else { return nil }
        do throws(WorkbookFailure) {
            return try FileForm.of(workbook) == .text ? nil : Workbook(workbook)
        } catch {
            throw .of(error, name)
        }
    }

    private init(
        _ workbook: Workbook, _ index: Int, _ text: SheetText, _ choice: SheetChoice?,
        _ file: String
    ) {
        name = workbook.sheets[index].name
        source = .rows(text.bytes, leastFields: text.width)
        merged = text.merged
        position = (workbook.visible.firstIndex(of: index) ?? -1) + 1
        sheetCount = workbook.visible.count
        if choice == nil, sheetCount > 1 {
            findings.append(
                Finding(
                    .sheetFirst, .note, at: Place(file),
                    "the workbook has \(sheetCount) sheets; the first is read"))
        }
        if text.unevaluated > 0 {
            findings.append(
                Finding(
                    .formulasUnevaluated, .warning, at: Place(file),
                    "\(text.unevaluated) cells hold a formula whose result is not stored; "
                        + "they count as empty"))
        }
    }
}

/// Why a workbook was refused: the system's failure, or what is to be said of it.
enum SheetRefusal: Error {
    case unreadable(ReadFailure)
    case refused(Finding)

    static func of(_ failure: WorkbookFailure, _ name: String) -> SheetRefusal {
        if case .unreadable(let number) = failure {
            return .unreadable(ReadFailure(number: number))
        }
        let (code, what) = words(failure)
        return .refused(Finding(code, .error, at: Place(name), what + "; the file is refused"))
    }

    private static func words(_ failure: WorkbookFailure) -> (FindingCode, String) {
        switch failure {
        case .unreadable, .damaged(part: "archive"):
            (.workbookDamaged, "the workbook cannot be unpacked")
        case .damaged(let part):
            (.workbookDamaged, "part '\(part)' of the workbook is missing or broken")
        case .locked: (.workbookLocked, "the workbook is under a password")
        case .olderForm:
            (.workbookForm, "this is an Excel file of the form used until 2003 (.xls)")
        case .binaryForm: (.workbookForm, "this is a workbook in Excel's binary form (.xlsb)")
        case .openDocument: (.workbookForm, "this is an OpenDocument spreadsheet (.ods)")
        case .noWorkbook: (.workbookForm, "this is an archive and no workbook")
        case .tooLarge(let part):
            (.workbookTooLarge, "part '\(part)' of the workbook unpacks to more than is read")
        case .noSheet: (.workbookDamaged, "the workbook has no sheet of cells")
        }
    }

    /// Names of sheets are not shown: a tab may bear a person's name.
    static func missing(
        _ choice: SheetChoice?, in workbook: Workbook, _ name: String
    ) -> SheetRefusal {
        let count = workbook.visible.count
        let wanted =
            switch choice {
            case .named(let sheet): "sheet '\(sheet)'"
            case .position(let position): "sheet \(position)"
            case nil: "a sheet"
            }
        return .refused(
            Finding(
                .sheetMissing, .error, at: Place(name),
                "there is no \(wanted) among the \(count) of the workbook; the file is refused"))
    }
}

extension Workbook {
    /// The sheets that are not hidden; all, where every one is.
    var visible: [Int] {
        let seen = sheets.indices.filter { !sheets[$0].isHidden }
        return seen.isEmpty ? Array(sheets.indices) : seen
    }

    /// The sheet that is chosen, or the first.
    func index(of choice: SheetChoice?) -> Int? {
        switch choice {
        case nil: visible.first
        case .position(let position):
            visible.indices.contains(position - 1) ? visible[position - 1] : nil
        case .named(let pattern):
            sheets.firstIndex { ColumnName.matches($0.name, pattern: pattern) }
        }
    }
}

extension ByteSource {
    /// The source as one that a workbook could come from; standard input cannot.
    fileprivate var workbook: WorkbookSource? {
        switch self {
        case .file(let path): .file(path)
        case .bytes(let bytes): .bytes(bytes)
        case .standardInput, .rows: nil
        }
    }
}
