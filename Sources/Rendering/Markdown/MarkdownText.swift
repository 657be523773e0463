import Basics
import ReportModel

/// Text as Markdown that reads as that text and as nothing else.
enum MarkdownText {
    /// Escapes what would mark up, link, or begin a tag (GitHub Flavored Markdown 0.29, § 2.4
    /// for backslashes, § 6.9 for bare addresses).
    static func escaped(_ text: String) -> String {
        var text = text
        if text.withUTF8({ InertText.isPlain($0) && isUnmarked($0) }) { return text }
        let scalars = Array(InertText.of(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if needsBackslash(scalar, at: index, in: scalars) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether nothing in a text could need a backslash.
    private static func isUnmarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x24, 0x26, 0x2A, 0x3C, 0x3E, 0x5B...0x60, 0x7C, 0x7E: return false
            case UInt8(ascii: "."): if last | 0x20 == UInt8(ascii: "w") { return false }
            case UInt8(ascii: "/"): if last == UInt8(ascii: ":") { return false }
            default: break
            }
            last = byte
        }
        return true
    }

    private static func needsBackslash(
        _ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]
    ) -> Bool {
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "$", "^": true
        case "_": !(isWord(text, index - 1) && isWord(text, index + 1))
        case "&": isWord(text, index + 1) || at(text, index + 1) == "#"
        case ":": at(text, index + 1) == "/" && at(text, index + 2) == "/"
        case ".":
            index >= 3 && (1...3).allSatisfy { "wW".unicodeScalars.contains(text[index - $0]) }
        case "!": index + 1 < text.count && text[index + 1] == "["
        default: false
        }
    }

    private static func at(_ text: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
        text.indices.contains(index) ? text[index] : nil
    }

    private static func isWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        at(text, index).map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            ?? false
    }

    /// Fences code with more backticks than it holds.
    static func code(_ text: String, isInTable: Bool) -> String {
        var code = InertText.ofCode(text)
        if isInTable { code = code.replacing("|", with: "\\|") }
        var longest = 0
        var run = 0
        for character in code {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        return fence + pad + code + pad + fence
    }

    /// Escapes the first sign of a line where it would begin a list, a heading or a rule.
    static func guardedStart(_ line: String) -> String {
        guard let first = line.unicodeScalars.first else { return line }
        if ["#", "+", "-", "="].contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count <= 9,
            let next = line.dropFirst(digits.count).first, next == "." || next == ")"
        {
            return digits + "\\" + line.dropFirst(digits.count)
        }
        return line
    }

    /// Breaks a paragraph at blanks into lines of about 100 characters.
    ///
    /// A line never begins with what would make it a list, a heading, a rule or a quotation.
    static func wrapped(_ text: String, width: Int = 100) -> [String] {
        var lines: [String] = []
        var current = ""
        var length = 0
        for word in InertText.words(of: text) {
            let count = InertText.count(word)
            if !current.isEmpty, length + 1 + count > width, isOrdinaryStart(word) {
                lines.append(current)
                (current, length) = (word, count)
            } else {
                if !current.isEmpty { current += " " }
                current += word
                length += length == 0 ? count : 1 + count
            }
        }
        lines.append(current)
        return lines
    }

    /// Whether a word may begin a line as it is.
    private static func isOrdinaryStart(_ word: String) -> Bool {
        if let first = word.utf8.first, first | 0x20 &- 97 < 26 { return true }
        return guardedStart(word) == word
    }
}
