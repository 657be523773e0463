import Basics

/// Delimited text under construction: `;` between fields, a line feed after each record.
struct RecordText {
    private(set) var bytes: [UInt8] = []
    private var isAtRecordStart = true

    /// Makes a text that begins with a header row.
    init(columns: [String]) {
        for column in columns { field(column) }
        endRecord()
    }

    /// Adds a field that needs no quotes: an identifier, a code or a name without `;`.
    mutating func field(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a whole number.
    mutating func field(_ number: Int) {
        separate()
        digits(number)
    }

    /// Adds a number of tenths with a decimal comma: 73 is `7,3`.
    mutating func field(tenths: Int) {
        field(tenths / 10)
        bytes.append(UInt8(ascii: ","))
        digits(tenths % 10)
    }

    /// Adds a date as `dd-mm-yyyy`, or an empty field.
    mutating func field(_ date: CalendarDate?) {
        separate()
        guard let (year, month, day) = date?.civil else { return }
        padded(day)
        bytes.append(UInt8(ascii: "-"))
        padded(month)
        bytes.append(UInt8(ascii: "-"))
        digits(year)
    }

    /// Adds an answer, or an empty field where it was left out.
    mutating func answer(_ answer: Int?) {
        if let answer { field(answer) } else { blank() }
    }

    /// Adds free text, in quotes where it holds a `;` or a quote.
    mutating func prose(_ text: String) {
        let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\"") }
        guard needsQuotes else { return field(text) }
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds an empty field.
    mutating func blank() {
        separate()
    }

    /// Ends the record.
    mutating func endRecord() {
        bytes.append(UInt8(ascii: "\n"))
        isAtRecordStart = true
    }

    private mutating func separate() {
        if !isAtRecordStart { bytes.append(UInt8(ascii: ";")) }
        isAtRecordStart = false
    }

    private mutating func digits(_ number: Int) {
        if number >= 10 { digits(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func padded(_ number: Int) {
        if number < 10 { bytes.append(UInt8(ascii: "0")) }
        digits(number)
    }
}
