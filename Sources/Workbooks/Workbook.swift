/// A workbook (.xlsx, .xlsm) whose sheets can be read one by one.
///
/// Office Open XML, ECMA-376 part 1, chapter 18: an archive of XML parts. Formulas are not
/// computed: the result that the workbook stores counts.
public final class Workbook {
    /// A sheet of cells.
    public struct SheetEntry: Sendable, Hashable {
        /// What the tab says.
        public var name: String
        /// Whether people see it without asking for it.
        public var isHidden: Bool
        fileprivate var part: String
    }

    /// The sheets of cells, in the order of their tabs; there is at least one.
    public let sheets: [SheetEntry]
    private let archive: Archive
    private let limits: WorkbookLimits
    private let parts: [String: String]
    private let countsFrom1904: Bool

    /// Opens a workbook and lists its sheets.
    public init(
        _ source: WorkbookSource, limits: WorkbookLimits = WorkbookLimits()
    ) throws(WorkbookFailure) {
        if try FileForm.of(source) == .compound {
            throw try FileForm.isLocked(source) ? .locked : .olderForm
        }
        self.limits = limits
        archive = try Archive(source, limits)
        let book = try Workbook.mainPart(of: archive)
        let list = SheetList()
        try archive.parse(book, into: list)
        let targets = Relationships(of: book)
        try archive.parse(Relationships.part(of: book), into: targets)
        sheets = list.entries.compactMap { entry in
            guard let target = targets.targets[entry.id], target.kind == "worksheet" else {
                return nil
            }
            return SheetEntry(name: entry.name, isHidden: entry.isHidden, part: target.part)
        }
        countsFrom1904 = list.countsFrom1904
        parts = ["sharedStrings", "styles"].reduce(into: [:]) { $0[$1] = targets.first($1) }
        if sheets.isEmpty { throw .noSheet }
    }

    private static func mainPart(of archive: borrowing Archive) throws(WorkbookFailure) -> String {
        guard archive.has("_rels/.rels") else {
            throw archive.has("content.xml") ? .openDocument : .noWorkbook
        }
        let roots = Relationships(of: "")
        try archive.parse("_rels/.rels", into: roots)
        guard let book = roots.first("officeDocument") else { throw .noWorkbook }
        if book.lowercased().hasSuffix(".bin") { throw .binaryForm }
        return book
    }

    /// Reads a sheet, by its position among `sheets`, as delimited text.
    ///
    /// `decimalMark` stands before the decimals of a number: a comma or a point.
    public func read(
        sheet position: Int, decimalMark: UInt8
    ) throws(WorkbookFailure) -> SheetText {
        let shared = SharedTexts()
        if let part = parts["sharedStrings"] { try archive.parse(part, into: shared) }
        let formats = CellFormats()
        if let part = parts["styles"] { try archive.parse(part, into: formats) }
        let cells = SheetCells(
            shared, formats,
            CellNumber(decimalMark: decimalMark, countsFrom1904: countsFrom1904),
            mostBytes: limits.textBytes)
        let part = sheets[position].part
        try archive.parse(part, into: cells)
        switch cells.fault {
        case .misplaced: throw .damaged(part: part)
        case .tooLarge: throw .tooLarge(part: part)
        case nil: break
        }
        return SheetText(
            bytes: cells.text, width: cells.width, unevaluated: cells.unevaluated,
            merged: cells.merged)
    }
}

/// A sheet as delimited text in UTF-8: semicolons, double quotes, a line feed after every row.
///
/// The n-th record is the n-th row of the sheet, however many lines its cells have. Numbers have
/// at most 15 significant digits, dates stand as `yyyy-mm-dd`, and yes and no as 1 and 0.
public struct SheetText: Sendable {
    /// The text; rows end where their last cell that holds anything does.
    public var bytes: [UInt8]
    /// How many columns the widest row has.
    public var width: Int
    /// How many cells hold a formula whose result is not stored; they are empty.
    public var unevaluated: Int
    /// Cells that are merged into one; only the first of them holds a value.
    public var merged: [MergedCells]
}

/// Cells of a sheet that are merged into one; rows and columns count from 1.
public struct MergedCells: Sendable, Hashable {
    public var firstRow: Int
    public var lastRow: Int
    public var firstColumn: Int

    /// Reads what a sheet calls them, such as `A2:C5`; nothing where that is no area.
    init?(_ area: String) {
        guard let match = area.wholeMatch(of: /([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})/),
            let first = Int(match.2), let last = Int(match.3)
        else { return nil }
        firstRow = first
        lastRow = last
        firstColumn = match.1.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    }
}
