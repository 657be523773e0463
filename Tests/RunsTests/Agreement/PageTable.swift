import Foundation
import FoundationXML

/// A table as a reader finds it on a page: its caption and its cells as text, the head first.
struct PageTable: Equatable {
    var caption = ""
    var rows: [[String]] = []
}

/// What a page of HTML says: its tables, and all the numbers outside pictures and menus.
final class PageOfHTML: NSObject, XMLParserDelegate {
    private(set) var tables: [PageTable] = []
    private(set) var text = ""
    private var path: [String] = []
    private var cell = ""

    /// Nothing where the page is not well-formed.
    init?(_ page: String) {
        super.init()
        guard let start = page.range(of: "<body"), let end = page.range(of: "<script>") else {
            return nil
        }
        let body = page[start.lowerBound..<end.lowerBound] + "</body>"
        let parser = XMLParser(data: Data(body.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        path.append(name)
        switch name {
        case "table": tables.append(PageTable())
        case "tr": tables[tables.count - 1].rows.append([])
        case "th", "td", "caption": cell = ""
        case "p", "li", "h1", "h2", "h3", "h4", "summary", "strong": text += " "
        default: break
        }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        path.removeLast()
        guard !tables.isEmpty else { return }
        let last = tables.count - 1
        switch name {
        case "caption": tables[last].caption = plain(cell)
        case "th", "td": tables[last].rows[tables[last].rows.count - 1].append(plain(cell))
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        if path.contains("sup") { return }
        if path.contains("table") {
            cell += characters
        } else if !path.contains(where: ["svg", "nav", "summary"].contains) {
            text += characters
        }
    }
}

/// What a page of Markdown says.
struct PageOfMarkdown {
    private(set) var tables: [PageTable] = []
    private(set) var text = ""

    init(_ page: String) {
        for paragraph in page.components(separatedBy: "\n\n") {
            let lines = paragraph.split(separator: "\n").map(String.init)
            if lines.first?.hasPrefix("|") == true {
                tables[tables.count - 1].rows =
                    ([lines[0]] + lines.dropFirst(2)).map(PageOfMarkdown.cells)
                continue
            }
            let whole = lines.joined(separator: " ")
            if let caption = whole.wholeMatch(of: /\*\*(Tabel|Table)\.\*\* (.*)/) {
                tables.append(PageTable(caption: plain(PageOfMarkdown.unmarked(String(caption.2)))))
                continue
            }
            if whole.hasPrefix("![") || whole.hasPrefix("[") && whole.contains("](index.html)") {
                continue
            }
            text += " " + lines.map(PageOfMarkdown.withoutBullet).joined(separator: " ")
        }
        text = PageOfMarkdown.unmarked(text)
    }

    /// The cells of a line, split where a bar is not escaped.
    private static func cells(_ line: String) -> [String] {
        let parts = line.replacingOccurrences(of: "\\|", with: "\u{1}").dropFirst().dropLast()
            .split(separator: "|", omittingEmptySubsequences: false)
        return parts.map {
            plain(unmarked($0.replacingOccurrences(of: "\u{1}", with: "|")))
        }
    }

    private static func withoutBullet(_ line: String) -> String {
        line.replacing(#/^(> ?)?\s*([0-9]+\. |- )?/#, with: "")
            .replacing(#/^\[\^[0-9]+\]: /#, with: "")
    }

    /// The text without links, marks of footnotes, marks of emphasis and escapes.
    private static func unmarked(_ text: some StringProtocol) -> String {
        var result: [Unicode.Scalar] = []
        var isEscaped = false
        var isSkipping: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if let end = isSkipping {
                if scalar == end { isSkipping = nil }
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            switch scalar {
            case _ where isEscaped:
                result.append(scalar)
                isEscaped = false
            case "\\": isEscaped = true
            case "[" where next == "^": isSkipping = "]"
            case "]" where next == "(": isSkipping = ")"
            case "[", "*", "`": break
            default: result.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(result))
    }
}

/// A text with every run of blanks as one, and no full stop at its end.
private func plain(_ text: String) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
}

/// All numbers of a text as they are written, in the order of reading: `1.234,5`, `−3` and `24`.
func writtenNumbers(_ text: String) -> [String] {
    var found: [String] = []
    var number = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars + [" "] {
        let isDigit = ("0"..."9").contains(scalar)
        if isDigit, number.isEmpty, last == "−" || last == "+" {
            number = String(last)
        } else if isDigit, !number.isEmpty, last == "." || last == "," {
            number.unicodeScalars.append(last)
        } else if !number.isEmpty, !isDigit,
            last == "." || last == "," || scalar != "." && scalar != ","
        {
            found.append(number)
            number = ""
        }
        if isDigit { number.unicodeScalars.append(scalar) }
        last = scalar
    }
    return found
}

/// All numbers of a text, sorted.
func numbers(in text: String) -> [String] { writtenNumbers(text).sorted() }
