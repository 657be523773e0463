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
        if isPlain(text) { return text }
        return CivilRegistrationNumber.masked(isHarmless(text) ? text : cut(text))
    }

    /// The harmless form of code; a hash stays whole, whatever its digits look like.
    static func ofCode(_ text: String) -> String { isHash(text) ? text : of(text) }

    private static func isHash(_ text: String) -> Bool {
        (40...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Whether a text is short ASCII without controls and too few digits to need any work.
    private static func isPlain(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte) else { return false }
            if (48...57).contains(byte) { digits += 1 }
        }
        return digits < 10 && text.utf8.count <= longest
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
        let needsWork = text.utf8.contains { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }
        guard needsWork else { return text }
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
}
