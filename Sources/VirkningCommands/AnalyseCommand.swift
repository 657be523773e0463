import ArgumentParser
import Basics
import Foundation
import Runs

/// `virkning analyse PIPELINE --scale S`: change for chosen scales, groups and horizons.
struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Show change for chosen scales, groups, filters and horizons.",
        discussion: """
            The profile internal shows every figure as it is, for those who know the families \
            anyway. The profile published answers with what a report may show, and keeps a \
            private ledger so that answers cannot be subtracted from each other.
            """)

    @Argument(help: "The pipeline's file, such as Pipelines/monthly.yaml.")
    var pipeline: String

    @Option(help: "A scale such as sdq.total, or sdq for all of its scales; may be repeated.")
    var scale: [String]

    @Option(help: "Whose answers, such as parent; may be repeated.")
    var informant: [String] = []

    @Option(help: "Group by programme, municipality, team; several with commas between.")
    var by: String?

    @Option(
        help: ArgumentHelp(
            "Let in only these, such as programme=a,municipality=b; may be repeated.",
            valueName: "column=name"))
    var `where`: [String] = []

    @Option(help: "short, medium or long; may be repeated.")
    var horizon: [String] = []

    @Option(help: "Judge change by a published method as well, such as jacobson-truax.")
    var method: String?

    @Option(help: "internal shows all figures; published hides small numbers.")
    var profile: RunRequest.Profile = .internal

    @Option(help: "table, csv, json or markdown.")
    var to: TidyOutput.Format = .table

    @OptionGroup var source: SourceOptions

    @Option(help: "Read at most this many files side by side.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Exit with 1 on findings from this severity: error, warning or never.")
    var failOn: FailOn = .error

    func validate() throws {
        guard !scale.isEmpty else { throw ValidationError("--scale is missing, such as sdq.total") }
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs takes 1 to 256, not \(jobs)")
        }
        _ = try dimensions
        _ = try filters
    }

    func run() throws {
        let request = try request
        try refusing {
            let analysis = try analyse(request)
            ConsoleFindings.print(analysis.findings)
            let output =
                to == .table || to == .markdown
                ? TidyOutput(readable: analysis) : TidyOutput(analysis)
            StandardOutput.print(try output.text(to), terminator: "")
            printCaution(analysis)
            try failOn.check(analysis.findings)
        }
    }

    private var request: AnalysisRequest {
        get throws {
            let run = try RunRequest(
                pipeline: pipeline, asOf: source.day, input: source.input,
                definitions: source.definitions, profile: profile, jobs: jobs)
            var request = AnalysisRequest(run, scales: scale)
            request.informants = informant
            request.groupedBy = try dimensions
            request.filters = try filters
            request.horizons = horizon
            request.method = method
            return request
        }
    }

    /// What stands under every table of change.
    private func printCaution(_ analysis: Analysis) {
        guard to == .table || to == .markdown else { return }
        StandardOutput.print()
        for note in analysis.notes { StandardOutput.print(note) }
        StandardOutput.print(
            "Change happened alongside the programme; "
                + "without a comparison group it is not its effect.")
    }

    private var dimensions: [AnalysisRequest.Dimension] {
        get throws {
            try (by ?? "").split(separator: ",").map { try AnalyseCommand.dimension(String($0)) }
        }
    }

    private var filters: [AnalysisRequest.Dimension: [String]] {
        get throws {
            var filters: [AnalysisRequest.Dimension: [String]] = [:]
            for text in `where` {
                var last: AnalysisRequest.Dimension?
                for part in text.split(separator: ",") {
                    let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                    if pair.count == 2 { last = try AnalyseCommand.dimension(pair[0]) }
                    guard let last, let name = pair.last else {
                        throw ValidationError("--where takes column=name, such as programme=a")
                    }
                    filters[last, default: []].append(name)
                }
            }
            return filters
        }
    }

    private static func dimension(_ name: String) throws -> AnalysisRequest.Dimension {
        let name = name.trimmingCharacters(in: .whitespaces)
        guard let dimension = AnalysisRequest.Dimension(rawValue: name) else {
            let known = AnalysisRequest.Dimension.allCases.map(\.rawValue)
            let hint = NearMiss.hint(name, among: known)
            throw ValidationError("column '\(name)' is not known\(hint)")
        }
        return dimension
    }
}

extension TidyOutput {
    /// Every column of an analysis.
    init(_ analysis: Analysis) {
        self.init(header: analysis.header, rows: analysis.rows)
    }

    /// The columns that a person reads, with numbers rounded.
    init(readable analysis: Analysis) {
        let isSummedOver = { (column: Int) in
            column < 3 && analysis.rows.allSatisfy { $0[column] == "*" }
        }
        let isBlank = { (column: Int) in
            analysis.header[column] == "kept" && analysis.rows.allSatisfy { $0[column].isEmpty }
        }
        let shown = analysis.header.indices.filter { column in
            !TidyOutput.leftOut.contains(analysis.header[column]) && !isSummedOver(column)
                && !isBlank(column)
        }
        self.init(
            header: shown.map { analysis.header[$0] },
            rows: analysis.rows.map { row in shown.map { TidyOutput.rounded(row[$0]) } })
    }

    private static let leftOut: Set<String> = [
        "n_no_baseline", "n_ended", "n_not_yet_due", "mean_improvement_low",
        "mean_improvement_high", "sd_improvement", "d", "d_low", "d_high", "share_bound_low",
        "share_bound_high",
    ]

    /// A number with two decimals at most; anything else as it stands.
    private static func rounded(_ cell: String) -> String {
        guard cell.contains("."), let value = Double(cell) else { return cell }
        return RoundedDecimal(value, decimals: 2).plain
    }
}
