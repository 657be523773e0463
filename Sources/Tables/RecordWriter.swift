/// Writes delimited text by RFC 4180, with a delimiter of choice and line feeds.
public struct RecordWriter: Sendable {
    /// What has been written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let isFormulaNeutral: Bool
    private var isAtStart = true

    /// Makes a writer; a formula-neutral one keeps spreadsheets from running a cell's text.
    ///
    /// A text cell that starts with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe in
    /// front (OWASP, "CSV Injection").
    public init(delimiter: UInt8 = UInt8(ascii: ";"), formulaNeutral: Bool = false) {
        self.delimiter = delimiter
        isFormulaNeutral = formulaNeutral
    }

    /// The text written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what has been written, once it is safe elsewhere.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

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
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Adds a text field of UTF-8 bytes.
    public mutating func add(bytes field: UnsafeBufferPointer<UInt8>) {
        separate()
        append(field)
    }

    /// Ends the record being written.
    public mutating func endRecord() {
        bytes.append(10)
        isAtStart = true
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(delimiter) }
        isAtStart = false
    }

    private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
        let isFormula = isFormulaNeutral && RecordWriter.startsFormula(field.first)
        guard field.contains(where: mustBeQuoted) else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: field)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in field {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }

    private static func startsFormula(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }
}
