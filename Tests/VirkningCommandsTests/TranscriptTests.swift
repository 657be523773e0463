import Foundation
import TestSupport
import Testing

@Suite struct TranscriptTests {
    static let files: [String] = {
        let folder = Folders.package + "/Tests/Commands"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted()
    }()

    @Test(arguments: files)
    func theProgramAnswersAsWrittenDown(_ file: String) throws {
        let text = try String(
            contentsOfFile: Folders.package + "/Tests/Commands/" + file, encoding: .utf8)
        let transcript = Transcript(markdown: text)
        #expect(!transcript.steps.isEmpty)
        try Folders.temporary { folder in
            for name in ["Pipelines", "SampleData", "Tests/Awkward"] {
                let base = name.split(separator: "/").last.map(String.init) ?? name
                try FileManager.default.copyItem(
                    atPath: Folders.package + "/" + name, toPath: folder + "/" + base)
            }
            for step in transcript.steps {
                let answer = try Answer(of: step.command, in: folder)
                let shown = answer.output + answer.errors.map { "2> " + $0 }
                let actual = shown.joined(separator: "\n")
                #expect(answer.status == step.status, "\(step.command)\n\(actual)")
                #expect(agree(answer.output, step.output), "\(step.command)\n\(actual)")
                #expect(agree(answer.errors, step.errors), "\(step.command)\n\(actual)")
            }
        }
    }

    @Test func thereAreTranscripts() {
        #expect(Self.files.count >= 3)
    }
}
