/// Hands records on with other texts in place of some fields.
///
/// Places stay right: a record keeps its lines and its columns.
public final class FieldReplacer<Handler: RecordHandler>: RecordHandler {
    private let handler: Handler
    /// The text that stands for a field of a column, or nothing where it stays.
    private let replacement: (_ column: Int, _ field: UnsafeBufferPointer<UInt8>) -> [UInt8]?
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []

    /// Makes a replacer in front of a handler.
    public init(
        before handler: Handler,
        replacement: @escaping (_ column: Int, _ field: UnsafeBufferPointer<UInt8>) -> [UInt8]?
    ) {
        self.handler = handler
        self.replacement = replacement
    }

    public func receive(_ record: borrowing Record) -> ReadingStep {
        rewrite(record)
        return bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                guard let bytes = bytes.baseAddress, let ends = ends.baseAddress else {
                    return .goOn
                }
                return handler.receive(
                    Record(
                        bytes: bytes, ends: ends + 1, fieldCount: record.fieldCount,
                        line: record.line, endLine: record.endLine,
                        byteOffset: record.byteOffset, raw: record.raw))
            }
        }
    }

    public func receive(malformed: borrowing MalformedRecord) {
        handler.receive(malformed: malformed)
    }

    private func rewrite(_ record: borrowing Record) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        ends.append(-1)
        for column in 0..<record.fieldCount {
            let field = record.field(column)
            if let other = replacement(column, field) {
                bytes += other
            } else {
                bytes += field
            }
            ends.append(Int32(bytes.count))
            bytes.append(0)
        }
        bytes.append(contentsOf: repeatElement(0, count: RowState.padding))
    }
}
