import ArgumentParser
import Basics
import Foundation
import Runs

/// `virkning check PIPELINE`: definitions with their examples, and the quality of the input.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a pipeline's definitions and the quality of its input; publish nothing.")

    @Argument(help: "The pipeline's file, such as Pipelines/monthly.yaml.")
    var pipeline: String

    @OptionGroup var source: SourceOptions

    @Option(help: "Read at most this many files side by side.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Exit with 1 on findings from this severity: error, warning or never.")
    var failOn: FailOn = .error

    @Option(help: "Write the quality of the input as table, csv, json or markdown.")
    var to: TidyOutput.Format = .table

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs takes 1 to 256, not \(jobs)")
        }
    }

    func run() throws {
        let request = try RunRequest(
            pipeline: pipeline, asOf: source.day, input: source.input,
            definitions: source.definitions, jobs: jobs)
        try refusing {
            let check = try checkPipeline(request)
            ConsoleFindings.print(check.findings)
            if to == .table {
                StandardOutput.print(
                    "\(check.definitions) definitions are right; "
                        + "\(check.examples) worked examples come out as declared\n")
            }
            let output = TidyOutput(
                header: check.quality[0], rows: Array(check.quality.dropFirst()))
            StandardOutput.print(try output.text(to), terminator: "")
            try failOn.check(check.findings)
        }
    }
}
