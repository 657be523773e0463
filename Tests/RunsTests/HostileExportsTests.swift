import Basics
import Foundation
import FoundationXML
import Runs
import TestSupport
import Testing

/// Hostile text in every name and every free text of the input, through the whole pipeline.
@Suite struct HostileExportsTests {
    @Test(arguments: [RunRequest.Profile.published, .internal])
    func noTextOfTheInputBecomesMarkupOrAFormula(profile: RunRequest.Profile) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 120, seed: 9)
            try exports.makeHostile()
            _ = try exports.run("out", profile: profile)
            let files = try written(root)
            var cells = 0
            for (path, text) in files {
                #expect(!text.contains("010203-1234"), "\(path)")
                switch (path as NSString).pathExtension {
                case "html": expectInert(page: text, path)
                case "svg": expectInert(picture: text, path)
                case "md": expectInert(markdown: text, path)
                case "csv": cells += expectNoFormula(text, path)
                default: break
                }
            }
            #expect(cells > 10_000)
            try expectHostileTextIsThere(files, profile)
        }
    }

    /// The test is of no use where the texts do not reach the output.
    private func expectHostileTextIsThere(
        _ files: [String: String], _ profile: RunRequest.Profile
    ) throws {
        let pages = files.filter { $0.key.hasSuffix(".html") }.values.joined()
        let tables = files.filter { $0.key.hasSuffix(".csv") }.values.joined()
        #expect(tables.contains("alert(1)"))
        #expect(tables.contains("cmd|"))
        if profile == .internal {
            #expect(pages.contains("&lt;script&gt;alert(1)"))
            #expect(pages.contains("javascript:alert(1)"))
        }
    }

    /// All text files of a run, published, private and internal, by path.
    private func written(_ root: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for output in ["out", "out.private"]
        where FileManager.default.fileExists(atPath: "\(root)/\(output)") {
            for (path, data) in try tree("\(root)/\(output)") {
                files["\(output)/\(path)"] = String(decoding: data, as: UTF8.self)
            }
        }
        return files
    }

    private func expectInert(page: String, _ path: String) {
        guard let start = page.range(of: "<body"), let end = page.range(of: "<script>"),
            let found = Markup(page[start.lowerBound..<end.lowerBound] + "</body>")
        else {
            Issue.record("\(path) is not well-formed")
            return
        }
        expectKnown(found, path)
        #expect(page.components(separatedBy: "<script").count == 2, "\(path)")
        #expect(!page.contains("href=\"javascript") && !page.contains("href=\"http:"))
        #expect(page.utf8.count < 2_000_000, "\(path)")
        expectNoControls(page, path)
    }

    private func expectInert(picture: String, _ path: String) {
        guard let found = Markup(picture) else {
            Issue.record("\(path) is not well-formed")
            return
        }
        expectKnown(found, path)
        expectNoControls(picture, path)
    }

    private func expectKnown(_ found: Markup, _ path: String) {
        #expect(found.tags.subtracting(Markup.known.tags) == [], "\(path)")
        #expect(found.attributes.subtracting(Markup.known.attributes) == [], "\(path)")
    }

    /// An angle bracket that is not escaped begins a tag or an address.
    private func expectInert(markdown: String, _ path: String) {
        let pieces = markdown.components(separatedBy: "<")
        for (before, after) in zip(pieces, pieces.dropFirst()) {
            let isTag =
                after.first.map { $0.isASCII && ($0.isLetter || "/!".contains($0)) } ?? false
            #expect(before.hasSuffix("\\") || !isTag, "\(path): <\(after.prefix(20))")
        }
        for address in ["](javascript", "](http:", "](https://evil"] {
            #expect(
                !markdown.replacingOccurrences(of: "\\" + address, with: "").contains(address),
                "\(path)")
        }
        expectNoControls(markdown, path)
    }

    private func expectNoControls(_ text: String, _ path: String) {
        let bad = text.unicodeScalars.first {
            (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                || ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }
        #expect(bad == nil, "\(path)")
    }

    /// No cell may begin as a formula, unless it is a number; gives how many cells there are.
    private func expectNoFormula(_ text: String, _ path: String) -> Int {
        let rows = csv(text)
        for cell in rows.joined() where cell.first.map("=+-@\t\r".contains) == true {
            let isNumber = cell.wholeMatch(of: /[+-]?[0-9]+([.,][0-9]+)?/) != nil
            #expect(isNumber || cell == "-", "\(path): \(cell.prefix(20))")
        }
        return rows.reduce(0) { $0 + $1.count }
    }
}

/// What a page or a picture is made of, read by a real XML parser.
private final class Markup: NSObject, XMLParserDelegate {
    private(set) var tags: Set<String> = []
    private(set) var attributes: Set<String> = []

    /// All that pages and pictures are made of; none of it can run or load anything.
    static let known = (
        tags: Set(
            """
            a body br caption circle code desc details div em figcaption figure footer h1 h2 h3 h4 \
            header li line main nav ol p path rect section span strong style summary sup svg table \
            tbody td text th thead title tr ul
            """.split(separator: " ").map(String.init)),
        attributes: Set(
            """
            aria-current aria-hidden aria-label aria-labelledby class cx cy d data-sort height href \
            id lang points r role rx scope tabindex text-anchor transform viewBox width x x1 x2 \
            xmlns y y1 y2
            """.split(separator: " ").map(String.init))
    )

    /// Nothing where the text is not well-formed.
    init?(_ text: some StringProtocol) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        tags.insert(name)
        self.attributes.formUnion(attributes.keys)
    }
}
