import Basics
import Foundation
import Intake
import TestSupport
import Testing

@testable import Runs

/// A file that is read once more has to be the file that it was.
@Suite struct RereadingTests {
    @Test func whatIsNoLongerWhatItWasIsRefused() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 20, seed: 5)
            let definitions = try Definitions(
                pipeline: Folders.package + "/Pipelines/monthly.yaml", option: nil)
            let folder = try InputFolder(path: exports.input, layout: definitions.intake)
            let reading = InputReading(folder: folder, definitions: definitions) { _ in }
            let cases = CaseReception.read(
                folder.sources(definitions.intake) { $0 == .cases }, without: Withdrawals())
            let known = KnownCases(cases, definitions.programmes)
            let position = try #require(folder.matches.firstIndex { $0.name == "sdq.csv" })
            func read() throws -> ScoredFile {
                guard case .assessments(let file) = reading.readAndScore(position, known) else {
                    throw Refusal(.inputUnreadable, [])
                }
                return file
            }
            var file = try read()
            try file.replace(by: read())
            #expect(file.table.count > 0)

            try exports.write(exports.lines("sdq.csv").dropLast(), to: "sdq.csv")
            #expect(throws: Refusal.self) { try file.replace(by: read()) }
            try FileManager.default.removeItem(atPath: exports.input + "/sdq.csv")
            #expect(throws: Refusal.self) { try file.replace(by: read()) }
        }
    }
}
