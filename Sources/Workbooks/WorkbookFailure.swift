/// Why a workbook, or a sheet of it, could not be read.
public enum WorkbookFailure: Error, Sendable, Hashable {
    /// The system would not hand the file over: its error number.
    case unreadable(Int32)
    /// A part is missing or is not what it should be.
    case damaged(part: String)
    /// It is protected by a password.
    case locked
    /// It is of the form that Excel wrote until 2003 (.xls), or another file of that time.
    case olderForm
    /// It is Excel's binary form (.xlsb).
    case binaryForm
    /// It is a spreadsheet of LibreOffice or its kin (.ods).
    case openDocument
    /// It is an archive that holds no workbook.
    case noWorkbook
    /// A part unpacks to more than a workbook of people's answers can be.
    case tooLarge(part: String)
    /// It has no sheet of cells.
    case noSheet
}

/// The bounds that keep a broken or hostile workbook from taking all memory or all time.
public struct WorkbookLimits: Sendable, Hashable {
    /// The most bytes that one part may unpack to.
    public var partBytes = 1 << 30
    /// From how many bytes unpacked the ratio counts.
    public var ratioBytes = 16 << 20
    /// The most bytes that one packed byte may become; deflate cannot do more than about 1030.
    public var ratio = 400
    /// The most bytes of delimited text that a sheet may become.
    public var textBytes = 512 << 20

    /// Makes the usual limits.
    public init() {}
}
