import ArgumentParser
import Basics
import Foundation
import Runs

/// `virkning run PIPELINE`: read, score, compare, weigh, protect and publish.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a pipeline and publish its report.")

    @Argument(help: "The pipeline's file, such as Pipelines/monthly.yaml.")
    var pipeline: String

    @OptionGroup var source: SourceOptions

    @Option(help: ArgumentHelp("Publish in this folder instead.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("Make pseudonyms with this key instead.", valueName: "file"))
    var key: String?

    @Option(help: "Language of the report: da or en.")
    var locale: Language?

    @Option(help: "published hides small numbers; internal is written under the private folder.")
    var profile: RunRequest.Profile = .published

    @Option(help: "Read at most this many files side by side.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Exit with 1 on findings from this severity: error, warning or never.")
    var failOn: FailOn = .error

    @Option(help: "Show progress: auto (on a terminal), always or never.")
    var progress: ConsoleProgress.When = .auto

    @Flag(help: "Print nothing but errors.")
    var quiet = false

    @Flag(help: "Replace a published period even if its files were changed by hand.")
    var force = false

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs takes 1 to 256, not \(jobs)")
        }
        try refuseEmpty(output, "--output")
        try refuseEmpty(key, "--key")
        if let output, output.allSatisfy({ $0 == "/" || $0 == "." }), output.hasPrefix("/") {
            throw ValidationError("--output takes a folder of its own, not \(output)")
        }
    }

    func run() throws {
        let request = try RunRequest(
            pipeline: pipeline, asOf: source.day, input: source.input, output: output,
            definitions: source.definitions, key: key, language: locale, profile: profile,
            jobs: jobs, force: force)
        try refusing {
            let console = ConsoleProgress(when: quiet ? .never : progress)
            let result = try runPipeline(request) { console.show($0) }
            console.finish()
            try report(result)
        }
    }

    private func report(_ result: RunResult) throws {
        if quiet {
            for finding in result.findings.items where finding.severity == .error {
                ConsoleFindings.print(finding)
            }
        } else {
            ConsoleFindings.print(result.findings)
            StandardOutput.print(result.summary)
            StandardOutput.print("\(result.folder)/index.html")
        }
        try failOn.check(result.findings)
    }
}

/// Options that say what is read, as of when.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read this folder instead of the pipeline's.", valueName: "dir"))
    var input: String?

    @Option(
        help: ArgumentHelp(
            "Look at the input as of this day; the last day of last month without it.",
            valueName: "yyyy-mm-dd"))
    var asOf: String?

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    func validate() throws {
        _ = try day
        try refuseEmpty(input, "--input")
        try refuseEmpty(definitions, "--definitions")
    }

    /// The as-of date asked for, or the last day of the previous month by the machine's clock.
    var day: CalendarDate {
        get throws {
            guard let asOf else { return SourceOptions.lastDayOfPreviousMonth() }
            guard let date = CalendarDate(iso: asOf) else {
                throw ValidationError("--as-of takes a date as yyyy-mm-dd, such as 2026-10-31")
            }
            guard SourceOptions.years.contains(date.civil.year) else {
                throw ValidationError(
                    "--as-of takes a date from \(SourceOptions.years.lowerBound) to "
                        + "\(SourceOptions.years.upperBound)")
            }
            return date
        }
    }

    /// The years that a report may be of.
    private static let years = 1970...2199

    private static func lastDayOfPreviousMonth() -> CalendarDate {
        let seconds = Date().timeIntervalSince1970
        let today = CalendarDate(days: Int32((seconds / 86_400).rounded(.down)))
        return today.adding(days: -today.civil.day)
    }
}

/// Refuses a path that is empty, as a variable of a shell is that was never set.
func refuseEmpty(_ path: String?, _ option: String) throws {
    if path == "" { throw ValidationError("\(option) takes a path, not an empty one") }
}

extension RunRequest.Profile: ExpressibleByArgument {}
