import Basics

/// Writes delimited text by RFC 4180, with a delimiter of choice and line feeds.
public struct RecordWriter: ~Copyable {
    private var output: TextBuffer
    private let delimiter: UInt8
    private let isFormulaNeutral: Bool
    private var isAtStart = true

    /// Makes a writer; a formula-neutral one keeps spreadsheets from running a cell's text.
    ///
    /// A text cell that starts with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe in
    /// front (OWASP, "CSV Injection").
    public init(delimiter: UInt8 = UInt8(ascii: ";"), formulaNeutral: Bool = false) {
        output = TextBuffer()
        self.delimiter = delimiter
        isFormulaNeutral = formulaNeutral
    }

    /// What has been written so far, in UTF-8.
    public var bytes: [UInt8] { output.bytes }

    /// The text written so far.
    public var text: String { output.text }

    /// How many bytes have been written.
    public var count: Int { output.count }

    /// Hands out what has been written so far.
    public func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try output.withBytes(body)
    }

    /// Forgets what has been written, once it is safe elsewhere.
    public mutating func removeAll() { output.removeAll() }

    /// Writes a record of text fields.
    public mutating func write(_ fields: some Sequence<String>) {
        for field in fields { add(field) }
        endRecord()
    }

    /// Adds a text field to the record being written.
    public mutating func add(_ field: String) {
        separate()
        var field = field
        field.withUTF8 { append($0) }
    }

    /// Adds a number, which needs neither quotes nor an apostrophe.
    public mutating func add(_ number: Int) {
        separate()
        output.add(number: number)
    }

    /// Adds a text field of UTF-8 bytes.
    public mutating func add(bytes field: UnsafeBufferPointer<UInt8>) {
        separate()
        append(field)
    }

    /// Adds fields that were made ready by a writer of the same kind.
    public mutating func add(_ fields: ReadyFields, _ index: Int) {
        separate()
        fields.add(index, to: &output)
    }

    /// Adds a date, which needs neither quotes nor an apostrophe.
    public mutating func add(_ date: CalendarDate) {
        separate()
        output.add(date)
    }

    /// Adds a number in sixteen hexadecimal digits; nothing stands as an empty field.
    public mutating func add(hexadecimal number: UInt64?) {
        separate()
        if let number { output.add(hexadecimal: number) }
    }

    /// Ends the record being written.
    public mutating func endRecord() {
        output.add(UInt8(ascii: "\n"))
        isAtStart = true
    }

    private mutating func separate() {
        if !isAtStart { output.add(delimiter) }
        isAtStart = false
    }

    private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
        let isFormula = isFormulaNeutral && RecordWriter.startsFormula(field.first)
        guard mustBeQuoted(field) else {
            if isFormula { output.add(UInt8(ascii: "'")) }
            return output.add(field)
        }
        output.add(UInt8(ascii: "\""))
        if isFormula { output.add(UInt8(ascii: "'")) }
        for byte in field {
            if byte == UInt8(ascii: "\"") { output.add(byte) }
            output.add(byte)
        }
        output.add(UInt8(ascii: "\""))
    }

    private func mustBeQuoted(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in field
        where byte == delimiter || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 {
            return true
        }
        return false
    }

    private static func startsFormula(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }
}
