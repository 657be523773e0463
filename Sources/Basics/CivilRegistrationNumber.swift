/// Hides what has the form of a Danish civil registration number (CPR), wherever text leaves.
///
/// Modulus 11 is not asked for: it has not been required since 1 October 2007. Masking one
/// number too many is better than missing one.
public enum CivilRegistrationNumber {
    /// What stands where a number stood.
    public static let mask = "[CPR]"

    /// The text with every number that has the form of a CPR number masked.
    ///
    /// Found are `ddmmyyssss` and `ddmmyy-ssss` with a hyphen, dash, point, slash, blank or
    /// non-breaking space between date and serial, and points, slashes, hyphens or blanks
    /// inside the date, when the first four digits can be a day and a month; likewise with the
    /// year in four digits, and without the first digit where that is 0, which spreadsheets drop.
    /// What has no width may stand anywhere between the digits.
    public static func masked(_ text: String) -> String {
        var text = text
        guard text.withUTF8(mayHold) else { return text }
        let characters = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var at = 0
        while at < characters.count {
            if let end = end(from: at, in: characters) {
                result.append(contentsOf: mask.unicodeScalars)
                at = end
            } else {
                result.append(characters[at])
                at += 1
            }
        }
        return String(result)
    }

    /// Whether a text holds a number in the form of a CPR number.
    public static func isHeld(in text: String) -> Bool { masked(text) != text }

    /// Whether there are digits enough in one stretch of digits and separators; those of other
    /// scripts begin with a byte from 0xD9.
    public static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        for byte in text {
            if byte &- 48 < 10 || byte >= 0xD9 {
                digits += 1
                if digits == CivilRegistrationNumber.fewestDigits { return true }
            } else if byte < 0x80, !isSeparator(byte) {
                digits = 0
            }
        }
        return false
    }

    /// As many digits as a number has whose first one was 0 and is lost.
    public static let fewestDigits = 9

    /// Whether a number may have a separator of ASCII in it.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: " "),
            UInt8(ascii: "_"), UInt8(ascii: ":"), 0:
            true
        default: false
        }
    }

    /// The position after a number that starts at `start`, or nothing.
    private static func end(from start: Int, in text: [Unicode.Scalar]) -> Int? {
        if start > 0, digit(text[start - 1]) != nil { return nil }
        return end(from: start, in: text, 2, 4) ?? end(from: start, in: text, 2, 2)
            ?? endOfShort(from: start, in: text)
    }

    /// A number whose first digit is lost stands alone: a spreadsheet takes nothing with letters
    /// for a number.
    private static func endOfShort(from start: Int, in text: [Unicode.Scalar]) -> Int? {
        if start > 0, text[start - 1].properties.isAlphabetic { return nil }
        guard let end = end(from: start, in: text, 1, 4) ?? end(from: start, in: text, 1, 2),
            end == text.count || !text[end].properties.isAlphabetic
        else { return nil }
        return end
    }

    private static func end(
        from start: Int, in text: [Unicode.Scalar], _ dayDigits: Int, _ yearDigits: Int
    ) -> Int? {
        let length = dayDigits + 2 + yearDigits + 4
        let gaps = [dayDigits, dayDigits + 2, length - 4]
        var digits: [Int] = []
        var at = start
        while at < text.count, digits.count < length {
            if let value = digit(text[at]) {
                digits.append(value)
                at += 1
            } else if !digits.isEmpty, widthless.contains(text[at]) {
                at += 1
            } else if gaps.contains(digits.count), let next = skipped(at, in: text) {
                at = next
            } else {
                return nil
            }
        }
        guard digits.count == length else { return nil }
        if at < text.count, digit(text[at]) != nil { return nil }
        if dayDigits == 1 { digits.insert(0, at: 0) }
        let day = digits[0] * 10 + digits[1]
        let month = digits[2] * 10 + digits[3]
        let century = digits[4] * 10 + digits[5]
        guard yearDigits == 2 || (18...20).contains(century) else { return nil }
        // 61–91 is a replacement number's day (day + 60).
        return ((1...31).contains(day) || (61...91).contains(day)) && (1...12).contains(month)
            ? at : nil
    }

    /// The position after one to three separators, when a digit follows them.
    private static func skipped(_ start: Int, in text: [Unicode.Scalar]) -> Int? {
        var at = start
        var count = 0
        while at < text.count, count < 3 || widthless.contains(text[at]) {
            if separators.contains(text[at]) {
                count += 1
            } else if !widthless.contains(text[at]) {
                break
            }
            at += 1
        }
        return at > start && at < text.count && digit(text[at]) != nil ? at : nil
    }

    private static let separators: Set<Unicode.Scalar> = [
        "-", ".", "/", " ", "\u{00A0}", "\u{2007}", "\u{202F}", "\u{2009}", "\u{2010}", "\u{2011}",
        "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "_", ":",
    ]

    /// What nobody sees.
    private static let widthless: Set<Unicode.Scalar> = [
        "\0", "\u{00AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    ]

    /// The value of a decimal digit in any script.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        // What the properties say of ASCII is known, and they take long to look up.
        if scalar.isASCII { return scalar.value &- 48 < 10 ? Int(scalar.value) - 48 : nil }
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }
}
