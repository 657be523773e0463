import Basics
import Foundation
import ReportModel
import Testing

@testable import Rendering

/// Markdown and HTML say the same, and the page's policy names its own script.
@Suite struct AgreementTests {
    /// The cells of Markdown tables, without marks and padding.
    private func markdownCells(_ text: String) -> [[String]] {
        text.split(separator: "\n").filter {
            $0.hasPrefix("|") && !$0.contains("|-") && !$0.contains("| :-")
        }
        .map { line in
            line.split(separator: "|").map {
                $0.trimmingCharacters(in: .init(charactersIn: " *"))
                    .replacing("\\", with: "")
            }
        }
    }

    /// The cells of HTML tables, without tags.
    private func htmlCells(_ text: String) -> [[String]] {
        text.split(separator: "\n").flatMap { $0.components(separatedBy: "<tr") }
            .filter { $0.contains("</tr>") }.map { row in
                row.replacing(/<\/t[hd]>/, with: "\u{1}")
                    .replacing(/^[^>]*>/, with: "").replacing(/<[^>]*>/, with: "")
                    .split(separator: "\u{1}", omittingEmptySubsequences: false).dropLast()
                    .map { String($0).replacing("&#39;", with: "'").replacing("&amp;", with: "&") }
            }
    }

    @Test(arguments: Language.allCases)
    func everyFigureOfATableReadsTheSameInMarkdownAndHTML(_ language: Language) {
        let report = DemoReport(language: language).report
        let html = htmlCells(HTMLRenderer().render(report))
        let markdown = markdownCells(MarkdownRenderer().render(report))
        #expect(html.count == markdown.count)
        for (a, b) in zip(html, markdown) { #expect(a.map { $0 } == b) }
        #expect(html.count > 60)
    }

    /// The hash is computed by coreutils, not by the code under test.
    @Test func thePolicyAllowsThisVeryScript() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(HTMLScript.source.utf8))
        try input.fileHandleForWriting.close()
        let hex = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self
        ).prefix(64)
        let pairs = stride(from: 0, to: 64, by: 2).map { hex.dropFirst($0).prefix(2) }
        let bytes = pairs.compactMap { UInt8($0, radix: 16) }
        #expect(HTMLScript.hash == "sha256-" + Data(bytes).base64EncodedString())
    }

    @Test func theSameReportGivesTheSameBytes() {
        let report = DemoReport(language: .danish).report
        #expect(HTMLRenderer().render(report) == HTMLRenderer().render(report))
        #expect(MarkdownRenderer().render(report) == MarkdownRenderer().render(report))
    }

    @Test func linksToPagesCarryEachRenderersEnding() {
        let report = DemoReport(language: .danish).report
        #expect(HTMLRenderer().render(report).contains("href=\"quality.html\""))
        #expect(MarkdownRenderer().render(report).contains("(quality.md)"))
        #expect(
            MarkdownRenderer(chartFolder: "../charts").render(report).contains(
                "](../charts/netto.svg)"))
    }

    /// The rules a Markdown linter asks for, on the demo page.
    @Test(arguments: Language.allCases)
    func markdownKeepsTheRulesOfALinter(_ language: Language) {
        let text = MarkdownRenderer().render(DemoReport(language: language).report)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.contains("\t") })
        #expect(lines.count { $0.hasPrefix("# ") } == 1)
        #expect(!text.contains("\n\n\n") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        for (before, line) in zip(lines, lines.dropFirst()) where line.hasPrefix("#") {
            #expect(before.isEmpty)
        }
    }
}
