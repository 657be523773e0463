/// One record of a table, lent for the length of a call: its fields and where it stands.
///
/// The bytes are UTF-8, unquoted. At least 16 bytes may be read from the start of any field, so
/// that a short one can be loaded as a word.
@frozen
public struct Record: ~Copyable {
    /// The fields' bytes, one after another with one byte between two that belongs to neither.
    public let bytes: UnsafePointer<UInt8>
    /// Where each field ends among `bytes`; a field starts one byte after the end of the one
    /// before it, and the end before the first, at index -1, is -1.
    public let ends: UnsafePointer<Int32>
    /// How many fields there are.
    public let fieldCount: Int
    /// The physical line on which the record starts, from 1.
    public let line: Int
    /// The physical line on which the record ends.
    public let endLine: Int
    /// Where the record starts in the decoded text, in bytes from 0.
    public let byteOffset: Int
    /// The record as it stands in the file, with quotes and line ends.
    public let raw: UnsafeBufferPointer<UInt8>

    @inlinable
    init(
        bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, fieldCount: Int, line: Int,
        endLine: Int, byteOffset: Int, raw: UnsafeBufferPointer<UInt8>
    ) {
        self.bytes = bytes
        self.ends = ends
        self.fieldCount = fieldCount
        self.line = line
        self.endLine = endLine
        self.byteOffset = byteOffset
        self.raw = raw
    }

    /// Where a field starts among `bytes`.
    @inlinable
    public func start(of field: Int) -> Int { Int(ends[field - 1]) + 1 }

    /// The bytes of a field, from 0.
    @inlinable
    public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = start(of: index)
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
    }

    /// A field as a text; bytes that are no UTF-8 become U+FFFD.
    public func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// All fields as texts.
    public var texts: [String] { (0..<fieldCount).map { text($0) } }
}

/// Text that is no record: where it stands, what is wrong, and what there is of it.
public struct MalformedRecord: ~Copyable {
    /// What is wrong with it.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// A quote inside an unquoted field, or text after a closing quote.
        case quote
        /// A quote that is never closed.
        case unterminated
        /// A field longer than the limit.
        case longField
        /// A record longer than the limit.
        case longRecord
        /// More fields than the limit.
        case manyFields
        /// A record over several lines whose fields do not fit the header.
        case fieldCount
    }

    /// What is wrong with it.
    public let reason: Reason
    /// The physical line on which it starts, from 1.
    public let line: Int
    /// The last physical line that is left out; reading goes on with the next one.
    public let endLine: Int
    /// The field in which the fault was seen, from 1.
    public let column: Int
    /// Where it starts in the decoded text, in bytes from 0.
    public let byteOffset: Int
    /// The text left out, up to a bound.
    public let raw: UnsafeBufferPointer<UInt8>
}

/// What a reader of records does after one.
public enum ReadingStep: Sendable, Hashable {
    case goOn
    case stop
}

/// Takes the records of a table one by one.
public protocol RecordHandler: AnyObject {
    /// Takes a record and says whether to go on.
    func receive(_ record: borrowing Record) -> ReadingStep
    /// Takes text that is no record.
    func receive(malformed: borrowing MalformedRecord)
    /// Looks ahead: a record that comes soon probably starts with this field, of which 16 bytes may
    /// be read. It may be anything and may never come.
    func prepare(for field: UnsafeBufferPointer<UInt8>)
}

extension RecordHandler {
    public func prepare(for field: UnsafeBufferPointer<UInt8>) {}
}
