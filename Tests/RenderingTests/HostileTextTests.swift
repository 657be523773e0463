import Basics
import Foundation
import FoundationXML
import ReportModel
import Testing

@testable import Rendering

/// Names and stories as an attacker would write them.
enum Hostile {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style></title></svg>",
        "' onmouseover='alert(1)", "&lt;b&gt; &amp; &#60;", "]]> <!-- -->",
        "a | b | c", "`code` ``two`` [x](javascript:alert(1)) ![x](http://x/y.png)",
        "**strong** __strong__ _emphasis_ ~~gone~~ $x$ [^1] :smile:",
        "# heading", "- item", "1. item", "---", "> quote", "    code", "=cmd|' /C calc'!A0",
        "line\nbreak\r\n\r\n# heading\n| a | b |\n|---|---|",
        "https://evil.example www.evil.example",
        "abc\u{202E}cba\u{202C} \u{2066}x\u{2069} \u{200F}",
        "nul \u{0} bell \u{7} escape \u{1B}[31m",
        "tag \u{E0041} bom \u{FEFF} zero\u{200B}width \u{FFFE}", "\\\\ \\` \\|",
        "ring 010203-1234 nu", String(repeating: "æ", count: 100_000),
        String(repeating: "e\u{301}", count: 100_000), String(repeating: "x ", count: 50_000),
    ]

    /// A report with a text in every place that takes one.
    static func report(_ text: String) -> Report {
        let prose = Prose(text)
        let table = Table(
            text, columns: [.rowHeader(text), .text(text)],
            rows: [[prose, [.code(text)]], [.strong(prose), .link(prose, to: .address(text))]],
            note: prose, anchor: text + " 2")
        return Report(
            title: text, subtitle: text, language: .danish, summary: prose,
            navigation: [PageLink(text, to: .page(text)), PageLink(text, to: .file(text))],
            blocks: [
                .heading(level: 2, prose, anchor: text), .paragraph(prose),
                .list([prose, [.emphasis(prose)]], isOrdered: true), .table(table),
                .callout(.note, title: text, [.paragraph(prose)]),
                .details(summary: text, [.paragraph([.link(prose, to: .anchor(text))])]),
                .tiles([
                    Tile(
                        text, figure: .notComputed(text), reading: prose,
                        trend: Trend(.up, .better, prose), caution: prose, link: .file(text))
                ]),
                .footnote(Footnote(text, prose)), .paragraph([.footnote(text)]),
            ] + HostileCharts(text: text).all.map(Block.chart), footer: [prose])
    }
}

/// The tags of a page in order, read by a real XML parser.
final class TagReader: NSObject, XMLParserDelegate {
    var tags: [String] = []
    var attributes: Set<String> = []
    var text = ""

    static func read(_ xml: String) -> TagReader? {
        let reader = TagReader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        return parser.parse() ? reader : nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        tags.append(name)
        self.attributes.formUnion(attributes.keys)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { self.text += text }
}

@Suite struct HostileTextTests {
    /// The same page about nothing special, whose tags are all that there may be.
    private static let plain: (tags: Set<String>, attributes: Set<String>)? =
        body(HTMLRenderer().render(Hostile.report("plain"))).map { (Set($0.tags), $0.attributes) }

    /// The page's body as XML: every element is closed but the few void ones of the head.
    private static func body(_ html: String) -> TagReader? {
        guard let start = html.range(of: "<body>"), let end = html.range(of: "<script>")
        else { return nil }
        return TagReader.read(String(html[start.lowerBound..<end.lowerBound]) + "</body>")
    }

    @Test(arguments: Hostile.texts)
    func noTextBecomesMarkupInHTML(_ text: String) throws {
        let html = HTMLRenderer().render(Hostile.report(text))
        let plain = try #require(HostileTextTests.plain)
        let page = try #require(HostileTextTests.body(html))
        #expect(page.tags.allSatisfy(plain.tags.contains))
        #expect(page.attributes.isSubset(of: plain.attributes))
        #expect(html.components(separatedBy: "<script").count == 2)
        #expect(!html.contains("href=\"javascript"))
        #expect(!html.contains("href=\"http:"))
        #expect(html.utf8.count < 2_000_000)
    }

    @Test(arguments: Hostile.texts)
    func noTextTurnsTheReadingDirectionOrControlsATerminal(_ text: String) {
        let report = Hostile.report(text)
        for output in [MarkdownRenderer().render(report), HTMLRenderer().render(report)] {
            let bad = output.unicodeScalars.first {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                    || ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
            }
            #expect(bad == nil)
            #expect(!output.contains("010203-1234"))
        }
    }

    @Test(arguments: Hostile.texts)
    func noTextBecomesMarkupInSVG(_ text: String) throws {
        for chart in HostileCharts(text: text).all {
            let svg = ChartPicture(chart, in: .english).file
            let picture = try #require(TagReader.read(svg), "\(chart.name) is not well-formed")
            let known: Set = [
                "svg", "title", "desc", "style", "rect", "line", "path", "circle", "text",
            ]
            #expect(picture.tags.allSatisfy(known.contains))
            #expect(!picture.attributes.contains { $0.hasPrefix("on") || $0 == "href" })
            #expect(svg.utf8.count < 200_000)
        }
    }

    @Test(arguments: [
        ("a | b", "a \\| b"), ("<b>", "\\<b\\>"), ("*x*", "\\*x\\*"), ("ors_total", "ors_total"),
        ("_x_", "\\_x\\_"), ("[x](y)", "\\[x\\](y)"), ("`x`", "\\`x\\`"), ("&amp;", "\\&amp;"),
        ("A & B", "A & B"), ("https://x", "https\\://x"), ("www.x.dk", "www\\.x.dk"),
        ("12.5", "12.5"), ("a\nb", "a b"), ("\\", "\\\\"),
    ])
    func markdownTextIsEscapedSparingly(_ text: String, _ written: String) {
        #expect(MarkdownText.escaped(text) == written)
    }

    @Test(arguments: [
        ("31. oktober", "31\\. oktober"), ("- x", "\\- x"), ("# x", "\\# x"), ("+1", "\\+1"),
        ("2) x", "2\\) x"), ("12 x", "12 x"), ("−1", "−1"), ("1234567890. x", "1234567890. x"),
    ])
    func aParagraphNeverBeginsAListOrAHeading(_ line: String, _ written: String) {
        #expect(MarkdownText.guardedStart(line) == written)
    }

    @Test func aLongParagraphNeverWrapsIntoAList() {
        let words = Array(repeating: "ord 31. - # + 2) x", count: 40).joined(separator: " ")
        for line in MarkdownText.wrapped(words) {
            #expect(MarkdownText.guardedStart(line) == line)
        }
    }

    @Test func codeIsFencedByMoreBackticksThanItHolds() {
        #expect(MarkdownText.code("a", isInTable: false) == "`a`")
        #expect(MarkdownText.code("a``b", isInTable: false) == "```a``b```")
        #expect(MarkdownText.code("`a", isInTable: false) == "`` `a ``")
        #expect(MarkdownText.code("a|b", isInTable: true) == "`a\\|b`")
    }

    @Test(
        arguments: [
            (LinkTarget.address("javascript:alert(1)"), nil), (.address("http://x.dk"), nil),
            (.address("https://x.dk/a?b=c#d"), "https://x.dk/a?b=c#d"),
            (.address("https://x.dk/\" onclick=\"x"), "https://x.dk/%22%20onclick=%22x"),
            (.page("../report"), "../report.html"), (.file("data/a b.csv"), "data/a%20b.csv"),
            (.file("javascript:alert(1)"), "javascript%3Aalert%281%29"),
            (.file("//evil.example/x"), nil), (.anchor("æ"), "#%C3%A6"),
        ] as [(LinkTarget, String?)])
    func onlySafeAddressesAreLinked(_ target: LinkTarget, _ address: String?) {
        #expect(LinkAddress.of(target, pageExtension: "html") == address)
    }
}
