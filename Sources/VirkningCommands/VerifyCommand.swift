import ArgumentParser
import Basics
import Runs

/// `virkning verify RUN-FOLDER`: the manifest against the files.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare a published folder with its manifest.")

    @Argument(help: "The folder of a period, such as Reports/monthly/2026-10.")
    var folder: String

    func run() throws {
        try refusing {
            let findings = try verify(folder: folder)
            for finding in findings { ConsoleFindings.print(finding) }
            guard findings.isEmpty else { throw ExitCode(1) }
            StandardOutput.print("\(folder): every file is as the manifest says")
        }
    }
}
