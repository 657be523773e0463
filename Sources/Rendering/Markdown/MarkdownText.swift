import Basics
import ReportModel

/// Text as Markdown that reads as that text and as nothing else.
enum MarkdownText {
    /// Escapes what would mark up, link, or begin a tag (GitHub Flavored Markdown 0.29, § 2.4
    /// for backslashes, § 6.9 for bare addresses).
    static func escaped(_ text: String) -> String {
        let scalars = Array(InertText.of(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if needsBackslash(scalar, at: index, in: scalars) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
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
        for word in text.split(separator: " ").map(String.init) {
            if !current.isEmpty, length + 1 + word.count > width, guardedStart(word) == word {
                lines.append(current)
                (current, length) = (word, word.count)
            } else {
                current += current.isEmpty ? word : " " + word
                length += length == 0 ? word.count : 1 + word.count
            }
        }
        lines.append(current)
        return lines
    }
}
