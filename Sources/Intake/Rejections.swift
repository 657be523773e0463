import Basics

/// Why a cell or a row was not used.
public enum RejectionCode: UInt8, Sendable, Hashable, CaseIterable {
    case cellNotANumber
    case cellOutOfRange
    case cellDateUnusable
    case cellCodeUnknown
    case cellTotalDisagrees
    case rowMalformed
    case rowFieldCount
    case rowCaseMissing
    case rowCaseUnknown
    case rowPersonMissing
    case rowDateUnusable
    case rowCodeUnknown
    case rowValueMissing

    /// Whether the whole row was not used.
    public var isRow: Bool { rawValue >= RejectionCode.rowMalformed.rawValue }

    /// The code of the findings about it.
    public var finding: FindingCode {
        switch self {
        case .cellNotANumber: .cellNotANumber
        case .cellOutOfRange: .cellOutOfRange
        case .cellDateUnusable: .cellDateUnusable
        case .cellCodeUnknown: .cellCodeUnknown
        case .cellTotalDisagrees: .cellTotalDisagrees
        case .rowMalformed: .rowMalformed
        case .rowFieldCount: .rowFieldCount
        case .rowCaseMissing: .rowCaseMissing
        case .rowCaseUnknown: .rowCaseUnknown
        case .rowPersonMissing: .rowPersonMissing
        case .rowDateUnusable: .rowDateUnusable
        case .rowCodeUnknown: .rowCodeUnknown
        case .rowValueMissing: .rowValueMissing
        }
    }
}

/// What was not used of one file: a few bytes each, with the texts in one buffer.
///
/// A row's text is kept with its identifiers marked, so that they can be replaced by pseudonyms
/// when it is written; nothing in here may leave the program as it is.
public struct Rejections: Sendable {
    /// The longest text that is kept of a cell or a row, in bytes.
    static let longestText = 2048
    /// The most bytes of text that are kept of one file.
    static let mostText = 64 << 20
    /// What stands after an identifier in a kept text; its kind stands before it.
    static let identifierEnd: UInt8 = 4

    /// Whose identifier it is: what stands before it in a kept text.
    enum IdentifierKind: UInt8 {
        case ofCase = 1
        case ofPerson = 2
        case other = 3
    }

    var lines: [Int32] = []
    var columns: [Int16] = []
    var codes: [RejectionCode] = []
    /// Where each text ends in `bytes`.
    var ends: [Int] = []
    var bytes: [UInt8] = []

    /// How many cells and rows there are.
    public var count: Int { lines.count }

    /// How many there are of each code, in the order of the codes.
    public var countsByCode: [(code: RejectionCode, count: Int)] {
        var counts = [Int](repeating: 0, count: RejectionCode.allCases.count)
        for code in codes { counts[Int(code.rawValue)] += 1 }
        return RejectionCode.allCases.map { ($0, counts[Int($0.rawValue)]) }
    }

    mutating func add(_ code: RejectionCode, line: Int, column: Int, text: Cell) {
        begin(code, line: line, column: column)
        append(text)
        end()
    }

    mutating func begin(_ code: RejectionCode, line: Int, column: Int) {
        lines.append(Int32(truncatingIfNeeded: line))
        columns.append(Int16(truncatingIfNeeded: column))
        codes.append(code)
    }

    /// Adds text to the rejection begun, without the bytes that mark identifiers.
    mutating func append(_ text: Cell) {
        let room = max(
            0,
            min(
                Rejections.longestText - (bytes.count - (ends.last ?? 0)),
                Rejections.mostText - bytes.count))
        for byte in text.prefix(room) { bytes.append((1...4).contains(byte) ? 63 : byte) }
        if text.count > room { dropPartOfNumber() }
    }

    /// Half a civil registration number would not be masked.
    private mutating func dropPartOfNumber() {
        let start = ends.last ?? 0
        while bytes.count > start, let last = bytes.last,
            last >= 0x80 || last &- 48 < 10 || " -./_".utf8.contains(last)
        {
            bytes.removeLast()
        }
    }

    mutating func append(identifier: Cell, _ kind: IdentifierKind) {
        bytes.append(kind.rawValue)
        append(identifier)
        bytes.append(Rejections.identifierEnd)
    }

    mutating func append(separator: UInt8) { bytes.append(separator) }

    mutating func end() { ends.append(bytes.count) }

    func text(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}
