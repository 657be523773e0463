import Basics

/// Text made harmless for any page: nothing in it can control, reorder or flood what is read.
///
/// Line breaks become blanks; control characters, characters that turn the reading direction
/// (Unicode Standard Annex 9), invisible tags and non-characters become U+FFFD; numbers in the
/// form of a CPR number are masked; and what is longer than `longest` is cut.
enum InertText {
    /// The most characters (Unicode scalars) that are shown of one text.
    static let longest = 2_000

    /// The harmless form of a text.
    static func of(_ text: String) -> String {
        var text = text
        if text.withUTF8(isPlain) { return text }
        return CivilRegistrationNumber.masked(isHarmless(text) ? text : cut(text))
    }

    /// The harmless form of code; a hash stays whole, whatever its digits look like.
    static func ofCode(_ text: String) -> String { isHash(text) ? text : of(text) }

    private static func isHash(_ text: String) -> Bool {
        (40...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Whether a text is short, of common characters without controls, and has too few digits to
    /// need any work. Each of its characters is one Unicode scalar.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= longest else { return false }
        var digits = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                guard byte >= 0x20, byte != 0x7F else { return false }
                if byte &- 48 < 10 { digits += 1 }
                at += 1
            } else {
                let length = lengthOfCommon(bytes, at)
                guard length > 0 else { return false }
                at += length
            }
        }
        return digits < 10
    }

    /// How many characters a text has.
    static func count(_ text: String) -> Int {
        var text = text
        let plain = text.withUTF8 { bytes in
            isPlain(bytes) ? bytes.count { $0 & 0xC0 != 0x80 } : nil
        }
        return plain ?? text.count
    }

    /// The words of a text, without the blanks between them.
    static func words(of text: String) -> [String] {
        var text = text
        let plain = text.withUTF8 { bytes in
            isPlain(bytes)
                ? bytes.split(separator: UInt8(ascii: " ")).map {
                    String(decoding: $0, as: UTF8.self)
                } : nil
        }
        return plain ?? text.split(separator: " ").map(String.init)
    }

    /// How many bytes a common character takes: a sign or letter of Latin-1, a dash, a quotation
    /// mark, an ellipsis, an arrow, or a sign of arithmetic; none where it is another.
    private static func lengthOfCommon(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let left = bytes.count - at
        switch bytes[at] {
        case 0xC2: return left >= 2 && bytes[at + 1] >= 0xA0 ? 2 : 0
        case 0xC3: return left >= 2 ? 2 : 0
        case 0xE2:
            guard left >= 3 else { return 0 }
            switch bytes[at + 1] {
            case 0x80: return (0x90...0xA6).contains(bytes[at + 2]) ? 3 : 0
            case 0x86, 0x88, 0x89, 0x96: return 3
            default: return 0
            }
        default: return 0
        }
    }

    /// Whether a text is short and has no character that must be replaced.
    private static func isHarmless(_ text: String) -> Bool {
        text.utf8.count <= longest && text.unicodeScalars.allSatisfy { replacement(for: $0) == $0 }
    }

    private static func cut(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < longest else {
                result.append("…")
                break
            }
            result.append(replacement(for: scalar))
            count += 1
        }
        return String(result)
    }

    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: " "
        case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: "\u{FFFD}"
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: "\u{FFFD}"
        case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: scalar
        }
    }
}

/// The text of HTML and SVG: escaped so that it is text and nothing else, also in attributes.
enum Markup {
    /// Escapes harmless or harmful text alike.
    static func text(_ text: String) -> String { escaped(InertText.of(text)) }

    /// Escapes text that is already harmless.
    static func escaped(_ text: String) -> String {
        var text = text
        if text.withUTF8(isUnmarked) { return text }
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Whether there is nothing to escape.
    static func isUnmarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { byte in
            switch byte {
            case 0x26, 0x3C, 0x3E, 0x22, 0x27: false
            default: true
            }
        }
    }
}

extension TextBuffer {
    /// Adds a text as it stands in HTML and SVG: harmless, and escaped.
    mutating func add(markup text: String) {
        var text = text
        let isAdded = text.withUTF8 { bytes in
            guard InertText.isPlain(bytes), Markup.isUnmarked(bytes) else { return false }
            add(bytes)
            return true
        }
        if !isAdded { add(Markup.text(text)) }
    }
}
